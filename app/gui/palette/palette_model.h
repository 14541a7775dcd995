// What the command palette offers for a query: actions, cards, requests, people, objectives, best
// first. No drawing; actions come in as plain rows because only the view knows which are possible.
#pragma once

#include "core/model/query.h"

#include <string>
#include <vector>

namespace throughline::gui::palette {

enum class EntryKind { Action, Card, Request, Person, Objective };

struct Entry {
    EntryKind kind = EntryKind::Action;
    std::string id;  // "action:board.block", "card:12", "request:7" ...: for recents and tests
    std::int64_t row = 0;  // id of the card, request, person or objective
    std::string title;
    std::string note;  // "MKT-12, Review, Ana Lima"
    std::string shortcut;
    const char* icon = nullptr;
    int category = -1;  // colour of a person or objective
    int score = 0;

    friend bool operator==(const Entry&, const Entry&) = default;
};

struct ActionRow {
    std::string id;
    std::string title;
    std::string section;
    std::string keywords;
    std::string shortcut;
    const char* icon = nullptr;
};

class PaletteModel {
public:
    // Entries in the order shown: recent ones first while nothing is typed, else by kind of match.
    // At most a screenful of each kind. `recents`: ids, newest first.
    const std::vector<Entry>& build(const std::string& query, const std::vector<ActionRow>& actions,
                                    const std::vector<std::string>& recents,
                                    const model::QueryContext& context);
    const std::vector<Entry>& entries() const { return entries_; }

private:
    void add_actions(const std::string& folded, const std::vector<ActionRow>& actions);
    void add_cards(const std::string& query, const model::QueryContext& context);
    void add_requests(const std::string& folded, const model::Workspace& workspace);
    void add_people(const std::string& folded, const model::Workspace& workspace);
    void add_objectives(const std::string& folded, const model::Workspace& workspace);
    void add_recents(const std::vector<std::string>& recents, const std::vector<ActionRow>& actions,
                     const model::Workspace& workspace);

    model::QueryCache cache_;
    std::vector<Entry> entries_;
};

// "Cards", "Requests" ...: heading of a kind.
std::string_view heading_of(EntryKind kind);

}  // namespace throughline::gui::palette
