// Filters and search over cards: one small language for the board's filter line, the palette, saved
// views and `--filter` on the command line.
//
//     brand launch          both words, anywhere in a card: key, title, description, labels, type,
//                           DRI, objective, brief, comments, checklist, links, blocks
//     "spring launch"       the words in this order
//     dri:ana,bob           one of the two; dri:none nobody; dri:me the acting person
//     due:<2026-03-01       also <= > >=, one day, DAY..DAY, today, none, and days from today: <14d
//     age:>10               days on the board so far, both ends counted (metrics, section 1)
//     -label:draft          not
//
// Terms stand side by side and all must hold. Letters are compared folded (base/text.h). A value
// that names nothing exactly counts as the beginning of a name, so `dri:an` finds Ana while typing;
// a value that ends in * always does. A term without a value ("dri:") is not finished and is
// ignored.
#pragma once

#include "core/base/zone.h"
#include "core/model/workspace.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::model {

enum class QueryField {
    Text,
    Dri,
    Person,
    Objective,
    Bet,
    Class,
    Type,
    Column,
    Label,
    State,
    Due,
    Age,
    Is,
    Has
};

// A number or day compared; both ends inclusive, an absent end is open.
struct QueryRange {
    std::optional<int> from;  // age in days, or Day::number
    std::optional<int> to;
    bool relative = false;  // days from today instead of dates

    friend bool operator==(const QueryRange&, const QueryRange&) = default;
};

struct QueryValue {
    std::string text;     // folded
    bool prefix = false;  // written with * at the end
    std::optional<QueryRange> range;

    friend bool operator==(const QueryValue&, const QueryValue&) = default;
};

struct QueryTerm {
    QueryField field = QueryField::Text;
    bool negated = false;
    std::vector<QueryValue> values;  // one of them must hold

    friend bool operator==(const QueryTerm&, const QueryTerm&) = default;
};

class Query {
public:
    // Every card.
    Query() = default;

    // Invalid when a field is not known (the message lists those that are), a value cannot be (a
    // date, a class, a state ...), or a quote is not closed; `where` is "column N", counted in
    // bytes from 1.
    static Result<Query> parse(std::string_view text);

    bool is_empty() const { return terms_.empty(); }
    const std::string& text() const { return text_; }  // as written
    std::span<const QueryTerm> terms() const { return terms_; }
    // Does the query speak of this field? (A list that shows only cards on the board shows others
    // when asked for a state.)
    bool asks(QueryField field) const;

    friend bool operator==(const Query& a, const Query& b) { return a.terms_ == b.terms_; }

private:
    std::string text_;
    std::vector<QueryTerm> terms_;
};

// The folded text of every card, kept between searches. refresh() finds out by itself what has
// changed, at a cost that follows the number of changed rows. Belongs to the workspace's thread.
class QueryCache {
public:
    QueryCache();
    ~QueryCache();
    QueryCache(QueryCache&&) noexcept;
    QueryCache& operator=(QueryCache&&) noexcept;

    // To be called before a search; always with the same workspace. 100,000 cards take some hundred
    // milliseconds the first time and next to nothing when nothing has changed.
    void refresh(const Workspace& workspace);

    // Empty for a card it does not know. Valid until the next refresh.
    std::string_view text(CardId card) const;
    // The same when it is known that the card is the row with this index: much faster in a loop.
    std::string_view text_at(std::size_t index, CardId card) const;
    // Labels in use with the number of cards, in order of the alphabet.
    std::vector<std::pair<std::string, int>> labels() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// What a query is asked in.
struct QueryContext {
    const Workspace& workspace;
    const Zone& zone;  // the team's, for days
    Instant now;       // of age, overdue, today
    PersonId me = {};  // dri:me
    const QueryCache* cache =
        nullptr;  // refreshed; without one, texts are folded anew for each card
};

// A query made ready for one workspace: names are looked up once, not per card. Valid until the
// next change of the workspace or the cache.
class QueryRun {
public:
    QueryRun(const Query& query, const QueryContext& context);
    ~QueryRun();
    QueryRun(QueryRun&&) noexcept;

    bool matches(const Card& card) const;
    // Every card that matches, in no order.
    std::vector<const Card*> all() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// For a single card; for many, make a QueryRun.
bool matches(const Query& query, const Card& card, const QueryContext& context);

// Cards that match, of every state: those on the board first, by column from left to right and from
// the top, then the others by number.
std::vector<CardId> find_cards(const Query& query, const QueryContext& context);

// --- for completion while typing ----------------------------------------------------------------

struct QueryFieldInfo {
    QueryField field = QueryField::Text;
    std::string_view name;  // "dri"
    std::string_view help;  // "who answers for the card: a handle, none, me"
};
std::span<const QueryFieldInfo> query_fields();

// What the term under the cursor could become: put `text` in the place of the bytes [begin, end).
struct QuerySuggestion {
    std::string text;   // "dri:ana"
    std::string label;  // "Ana Lima"; may be ""
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const QuerySuggestion&, const QuerySuggestion&) = default;
};
// At most `limit`, best first. The query need not be well-formed. A cursor past the end counts as
// the end.
std::vector<QuerySuggestion> suggest(std::string_view text, std::size_t cursor,
                                     const QueryContext& context, std::size_t limit = 12);

}  // namespace throughline::model
