// Asking a query of one workspace: names become sets of ids once, cards are compared with ids.
#include "core/base/text.h"
#include "core/model/query_parts.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace throughline::model {
namespace {

// A word to look for. std::string_view::find stops at every first letter; looking for the rarest
// letter instead reads a card's text several times faster.
class Needle {
public:
    explicit Needle(std::string text) : text_(std::move(text)) {
        // Letters of western languages, most frequent first; whatever is not here is rare.
        constexpr std::string_view kFrequent = " etaoinsrhldcumgpfwybvkxjqz-.,0123456789";
        std::size_t best = 0;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const std::size_t rank = std::min(kFrequent.find(text_[i]), kFrequent.size());
            if (i == 0 || rank > best) {
                best = rank;
                rare_ = i;
            }
        }
    }

    bool is_in(std::string_view text) const {
        if (text.size() < text_.size()) {
            return false;
        }
        const char* from = text.data() + rare_;
        const char* const last = text.data() + text.size() - (text_.size() - rare_ - 1);
        while (from < last) {
            const void* hit =
                std::memchr(from, text_[rare_], static_cast<std::size_t>(last - from));
            if (hit == nullptr) {
                return false;
            }
            const char* at = static_cast<const char*>(hit);
            if (std::memcmp(at - rare_, text_.data(), text_.size()) == 0) {
                return true;
            }
            from = at + 1;
        }
        return false;
    }

private:
    std::string text_;  // not empty
    std::size_t rare_ = 0;
};

template <class Id>
using IdSet = std::unordered_set<Id>;

// Does one of the names hold the value: exactly, or (when asked) as its beginning or as the
// beginning of one of its words?
bool is_exact(const std::vector<std::string>& names, std::string_view value) {
    return std::any_of(names.begin(), names.end(), [&](const auto& name) { return name == value; });
}
bool begins(const std::vector<std::string>& names, std::string_view value) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        for (std::size_t at = name.find(value); at != std::string::npos;
             at = name.find(value, at + 1)) {
            if (at == 0 || name[at - 1] == ' ' || name[at - 1] == '-') {
                return true;
            }
        }
        return false;
    });
}

// The rows a value names: those with exactly this name, else those that begin with it.
template <class T, class NamesOf>
void collect(const Rows<T>& rows, const QueryValue& value, NamesOf&& names_of,
             IdSet<decltype(T::id)>& found) {
    if (!value.prefix) {
        const std::size_t before = found.size();
        for (const T& row : rows) {
            if (is_exact(names_of(row), value.text)) {
                found.insert(row.id);
            }
        }
        if (found.size() > before) {
            return;
        }
    }
    for (const T& row : rows) {
        if (begins(names_of(row), value.text)) {
            found.insert(row.id);
        }
    }
}

std::vector<std::string> names_of(const Person& one) {
    return {fold(one.handle), fold(one.name)};
}
std::vector<std::string> names_of(const Objective& one) {
    return {fold(key_of(one)), fold(one.title)};
}
std::vector<std::string> names_of(const Bet& one) {
    return {fold(key_of(one)), fold(one.title)};
}
std::vector<std::string> names_of(const Column& one) {
    return {fold(one.handle), fold(one.name)};
}

template <class T>
void collect(const Workspace& workspace, const QueryValue& value, IdSet<decltype(T::id)>& found) {
    collect(
        workspace.rows<T>(), value, [](const T& row) { return names_of(row); }, found);
}

// The same for words that have no rows: types and labels as cards use them.
using Words = std::unordered_set<std::string_view>;
void collect(const Words& in_use, const QueryValue& value, Words& found) {
    std::vector<std::pair<std::string, std::string_view>> folded;
    for (const auto word : in_use) {
        folded.emplace_back(fold(word), word);
    }
    const auto take = [&](auto&& fits) {
        const std::size_t before = found.size();
        for (const auto& [name, word] : folded) {
            if (fits(name)) {
                found.insert(word);
            }
        }
        return found.size() > before;
    };
    if (value.prefix || !take([&](const std::string& name) { return name == value.text; })) {
        take([&](const std::string& name) { return name.starts_with(value.text); });
    }
}

bool in_range(int value, const QueryRange& range, int today) {
    const int shift = range.relative ? today : 0;
    return (!range.from || value >= *range.from + shift) &&
           (!range.to || value <= *range.to + shift);
}

bool is_done(const Workspace& workspace, const Card& card) {
    if (!card.on_board()) {
        return card.state == CardState::Archived;
    }
    const Column* column = workspace.find(card.column);
    return column != nullptr && column->kind == ColumnKind::Done;
}

bool holds_is(const QueryContext& context, const Card& card, std::string_view what, Day today) {
    if (what == "blocked") {
        return context.workspace.is_blocked(card.id);
    }
    if (what == "imported") {
        return !card.source.empty();
    }
    if (what == "done") {
        return is_done(context.workspace, card);
    }
    return card.on_board() && card.due && *card.due < today &&
           !is_done(context.workspace, card);  // overdue
}

bool holds_has(const Workspace& ws, const Card& card, std::string_view what) {
    if (what == "brief") return card.has_brief();
    if (what == "dri") return static_cast<bool>(card.dri);
    if (what == "objective") return static_cast<bool>(card.objective);
    if (what == "due") return card.due.has_value();
    if (what == "label") return !card.labels.empty();
    if (what == "comment") return !ws.of<Comment>(card.id).empty();
    if (what == "checklist") return !ws.of<ChecklistItem>(card.id).empty();
    if (what == "link") return !ws.of<Link>(card.id).empty();
    if (what == "parent") return static_cast<bool>(card.parent);
    return !card.result_actual.empty();
}

constexpr std::size_t kNoIndex =
    std::numeric_limits<std::size_t>::max();  // looked up by id instead

// A term with its names looked up.
struct ReadyTerm {
    const QueryTerm* term = nullptr;
    std::optional<Needle> needle;  // text
    IdSet<PersonId> persons;       // text: DRIs whose name holds the word
    IdSet<ObjectiveId>
        objectives;  // text: those whose key or title holds the word; bet: those below it
    IdSet<ColumnId> columns;
    Words words;        // types, labels
    bool none = false;  // "none" is among the values
};

bool any_person(const ReadyTerm& ready, const Card& card) {
    const auto one_of = [&](const std::vector<PersonId>& people) {
        return std::any_of(people.begin(), people.end(),
                           [&](PersonId id) { return ready.persons.contains(id); });
    };
    return (card.dri && ready.persons.contains(card.dri)) || one_of(card.responsible) ||
           one_of(card.consulted) || one_of(card.informed);
}

bool any_value(const ReadyTerm& ready, auto&& holds) {
    return std::any_of(ready.term->values.begin(), ready.term->values.end(), holds);
}

}  // namespace

struct QueryRun::State {
    State(const Query& asked, const QueryContext& in)
        : query(asked), context(in), today(in.zone.day(in.now)) {
        for (const QueryTerm& term : query.terms()) {
            terms.push_back(prepare(term));
        }
        // What is cheap to ask comes first.
        std::stable_partition(terms.begin(), terms.end(), [](const ReadyTerm& ready) {
            return ready.term->field != QueryField::Text;
        });
    }

    ReadyTerm prepare(const QueryTerm& term) const {
        ReadyTerm ready;
        ready.term = &term;
        const Words in_use = words_in_use(term.field);
        for (const QueryValue& value : term.values) {
            if (value.text == "none" && !value.prefix) {
                ready.none = true;
            }
            prepare(term.field, value, in_use, ready);
        }
        if (term.field == QueryField::Bet && ready.none) {
            for (const Objective& one : context.workspace.rows<Objective>()) {
                if (!one.bet) {
                    ready.objectives.insert(one.id);
                }
            }
        }
        return ready;
    }

    Words words_in_use(QueryField field) const {
        Words words;
        std::string_view last;
        if (field == QueryField::Type || field == QueryField::Label) {
            for (const Card& card : context.workspace.rows<Card>()) {
                if (field == QueryField::Label) {
                    words.insert(card.labels.begin(), card.labels.end());
                } else if (words.empty() || card.type != last) {
                    last = card.type;
                    words.insert(last);
                }
            }
        }
        return words;
    }

    void prepare(QueryField field, const QueryValue& value, const Words& in_use,
                 ReadyTerm& ready) const {
        const Workspace& ws = context.workspace;
        switch (field) {
            case QueryField::Text: prepare_text(value.text, ready); return;
            case QueryField::Dri:
            case QueryField::Person:
                if (value.text == "me" && !value.prefix) {
                    ready.persons.insert(context.me);
                } else if (value.text != "none" || value.prefix) {
                    collect<Person>(ws, value, ready.persons);
                }
                return;
            case QueryField::Objective:
                if (value.text != "none" || value.prefix) {
                    collect<Objective>(ws, value, ready.objectives);
                }
                return;
            case QueryField::Bet: {
                IdSet<BetId> bets;
                collect<Bet>(ws, value, bets);
                for (const Objective& one : ws.rows<Objective>()) {
                    if (bets.contains(one.bet)) {
                        ready.objectives.insert(one.id);
                    }
                }
                return;
            }
            case QueryField::Column: collect<Column>(ws, value, ready.columns); return;
            case QueryField::Type:
            case QueryField::Label: collect(in_use, value, ready.words); return;
            case QueryField::Class:
            case QueryField::State:
            case QueryField::Due:
            case QueryField::Age:
            case QueryField::Is:
            case QueryField::Has: return;
        }
    }

    void prepare_text(const std::string& word, ReadyTerm& ready) const {
        ready.needle.emplace(word);
        const auto holds = [&](const std::vector<std::string>& names) {
            return std::any_of(names.begin(), names.end(),
                               [&](const auto& name) { return ready.needle->is_in(name); });
        };
        for (const Person& one : context.workspace.rows<Person>()) {
            if (holds(names_of(one))) {
                ready.persons.insert(one.id);
            }
        }
        for (const Objective& one : context.workspace.rows<Objective>()) {
            if (holds(names_of(one))) {
                ready.objectives.insert(one.id);
            }
        }
    }

    bool holds_text(const ReadyTerm& ready, const Card& card, std::size_t index) const {
        if ((card.dri && !ready.persons.empty() && ready.persons.contains(card.dri)) ||
            (card.objective && !ready.objectives.empty() &&
             ready.objectives.contains(card.objective))) {
            return true;
        }
        return context.cache != nullptr
                   ? ready.needle->is_in(context.cache->text_at(index, card.id))
                   : ready.needle->is_in(query_text(context.workspace, card));
    }

    bool matches(const Card& card, std::size_t index) const {
        return std::all_of(terms.begin(), terms.end(), [&](const ReadyTerm& ready) {
            return holds(ready, card, index) != ready.term->negated;
        });
    }

    bool holds(const ReadyTerm& ready, const Card& card, std::size_t index) const {
        switch (ready.term->field) {
            case QueryField::Text: return holds_text(ready, card, index);
            case QueryField::Dri: return card.dri ? ready.persons.contains(card.dri) : ready.none;
            case QueryField::Person: return any_person(ready, card);
            case QueryField::Objective:
            case QueryField::Bet:
                return card.objective ? ready.objectives.contains(card.objective) : ready.none;
            case QueryField::Column: return card.on_board() && ready.columns.contains(card.column);
            case QueryField::Class:
                return any_value(ready, [&](const auto& value) {
                    return value.text == name_of(card.service_class);
                });
            case QueryField::State:
                return any_value(
                    ready, [&](const auto& value) { return value.text == name_of(card.state); });
            case QueryField::Type:
                return card.type.empty() ? ready.none : ready.words.contains(card.type);
            case QueryField::Label:
                return card.labels.empty() ? ready.none
                                           : std::any_of(card.labels.begin(), card.labels.end(),
                                                         [&](const auto& one) {
                                                             return ready.words.contains(one);
                                                         });
            case QueryField::Due:
                return card.due ? any_value(ready,
                                            [&](const auto& value) {
                                                return value.range &&
                                                       in_range(card.due->number, *value.range,
                                                                today.number);
                                            })
                                : ready.none;
            case QueryField::Age: {
                const int age = today - context.zone.day(card.created_at) + 1;
                return card.on_board() && any_value(ready, [&](const auto& value) {
                           return value.range && in_range(age, *value.range, 0);
                       });
            }
            case QueryField::Is:
                return any_value(ready, [&](const auto& value) {
                    return holds_is(context, card, value.text, today);
                });
            case QueryField::Has:
                return any_value(ready, [&](const auto& value) {
                    return holds_has(context.workspace, card, value.text);
                });
        }
        return false;
    }

    Query query;  // the terms point into it
    QueryContext context;
    Day today;
    std::vector<ReadyTerm> terms;
};

QueryRun::QueryRun(const Query& query, const QueryContext& context)
    : state_(std::make_unique<State>(query, context)) {}
QueryRun::~QueryRun() = default;
QueryRun::QueryRun(QueryRun&&) noexcept = default;

bool QueryRun::matches(const Card& card) const {
    return state_->matches(card, kNoIndex);
}

std::vector<const Card*> QueryRun::all() const {
    std::vector<const Card*> found;
    std::size_t index = 0;
    for (const Card& card : state_->context.workspace.rows<Card>()) {
        if (state_->matches(card, index++)) {
            found.push_back(&card);
        }
    }
    return found;
}

bool matches(const Query& query, const Card& card, const QueryContext& context) {
    return query.is_empty() || QueryRun(query, context).matches(card);
}

std::vector<CardId> find_cards(const Query& query, const QueryContext& context) {
    const auto columns = context.workspace.columns();
    std::unordered_map<ColumnId, std::size_t> positions;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        positions.emplace(columns[i], i);
    }
    struct Place {
        std::size_t column = 0;
        double rank = 0;
        std::int64_t number = 0;
        CardId id;
    };
    std::vector<Place> places;
    for (const Card* card : QueryRun(query, context).all()) {
        const auto position = card->on_board() ? positions.find(card->column) : positions.end();
        const bool stands = position != positions.end();
        places.push_back({stands ? position->second : columns.size(), stands ? card->rank : 0,
                          card->number, card->id});
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::tie(a.column, a.rank, a.number, a.id) <
               std::tie(b.column, b.rank, b.number, b.id);
    });
    std::vector<CardId> found;
    found.reserve(places.size());
    for (const Place& place : places) {
        found.push_back(place.id);
    }
    return found;
}

}  // namespace throughline::model
