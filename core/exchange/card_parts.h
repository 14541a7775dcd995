// What hangs on a card of a file: comments, links, checklist items. Shared by all formats. What is
// here already is found again and not added twice.
#pragma once

#include "core/exchange/change_set.h"
#include "core/exchange/import.h"

#include <functional>
#include <optional>

namespace throughline::exchange {

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// `by` and `done_by` number the people of the file; kNone for nobody.
struct SourceComment {
    std::string id;  // "" is new every time
    Instant at;
    std::size_t by = kNone;
    std::string text;
    std::optional<Instant> edited_at;
};

struct SourceCheckItem {
    std::string id;
    std::string title;
    bool done = false;
    std::optional<Day> due;
    std::optional<Instant> done_at;
    std::size_t done_by = kNone;
};

struct SourceLink {
    std::string url;  // or a path
    std::string title;
};

class CardParts {
public:
    // Who a numbered person of the file is here; asked only for rows that come in.
    using PersonOf = std::function<model::PersonId(std::size_t)>;

    CardParts(const model::Workspace& workspace, IdSource& ids, ChangeSet& changes,
              ImportReport& report, PersonOf person)
        : ws_(workspace),
          ids_(ids),
          changes_(changes),
          report_(report),
          person_(std::move(person)) {}

    // Known by title; ticked, never unticked.
    void take_checklist(const std::vector<SourceCheckItem>& items, model::CardId card);
    // Known by id; an edit that is newer there is taken over.
    void take_comments(const std::vector<SourceComment>& comments, model::CardId card);
    // Known by address.
    void take_links(const std::vector<SourceLink>& links, model::CardId card);

private:
    const model::Workspace& ws_;
    IdSource& ids_;
    ChangeSet& changes_;
    ImportReport& report_;
    PersonOf person_;
};

}  // namespace throughline::exchange
