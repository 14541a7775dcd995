#include "app/gui/palette/palette_model.h"

#include "app/gui/palette/fuzzy.h"
#include "core/base/text.h"
#include "core/model/column_name.h"

#include <algorithm>
#include <array>

namespace throughline::gui::palette {
namespace {

constexpr std::size_t kMostOfAKind = 8;
constexpr std::size_t kMostCards = 20;
constexpr std::size_t kCardsLookedAt = 400;  // matches that are ranked
constexpr int kKeyMatch = 1000;

Entry entry_of(const ActionRow& action, int score) {
    return {.kind = EntryKind::Action,
            .id = "action:" + action.id,
            .title = action.title,
            .note = action.section,
            .shortcut = action.shortcut,
            .icon = action.icon,
            .score = score};
}

Entry entry_of(const model::Workspace& workspace, const model::Card& card, int score) {
    std::string note = model::key_of(workspace, card);
    if (const model::Column* column = workspace.find(card.column)) {
        note += "  ·  " + model::column_name(workspace, *column);
    } else if (!card.on_board()) {
        note += "  ·  " + std::string(model::name_of(card.state));
    }
    if (const model::Person* dri = workspace.find(card.dri)) note += "  ·  " + dri->name;
    return {.kind = EntryKind::Card,
            .id = "card:" + std::to_string(card.id.value),
            .row = card.id.value,
            .title = card.title,
            .note = std::move(note),
            .score = score};
}

Entry entry_of(const model::Request& request, int score) {
    return {.kind = EntryKind::Request,
            .id = "request:" + std::to_string(request.id.value),
            .row = request.id.value,
            .title = request.title,
            .note = model::key_of(request) + "  ·  " + std::string(model::name_of(request.state)),
            .score = score};
}

Entry entry_of(const model::Person& person, int score) {
    return {.kind = EntryKind::Person,
            .id = "person:" + std::to_string(person.id.value),
            .row = person.id.value,
            .title = person.name,
            .note = "@" + person.handle + "  ·  show the cards this person answers for",
            .category = static_cast<int>(person.id.value % 12),
            .score = score};
}

Entry entry_of(const model::Objective& objective, int score) {
    return {.kind = EntryKind::Objective,
            .id = "objective:" + std::to_string(objective.id.value),
            .row = objective.id.value,
            .title = objective.title,
            .note = model::key_of(objective) + "  ·  " +
                    (objective.is_standing() ? std::string("standing") : objective.quarter),
            .category = objective.colour,
            .score = score};
}

// Best first, ties in the order found; at most `most`.
void keep_best(std::vector<Entry>& found, std::size_t most) {
    std::stable_sort(found.begin(), found.end(),
                     [](const Entry& a, const Entry& b) { return a.score > b.score; });
    if (found.size() > most) found.resize(most);
}

void append(std::vector<Entry>& entries, std::vector<Entry> found) {
    entries.insert(entries.end(), std::make_move_iterator(found.begin()),
                   std::make_move_iterator(found.end()));
}

// "card" and 12 from "card:12"; 0 when it is no number.
std::pair<std::string_view, std::int64_t> split_id(std::string_view id) {
    const std::size_t colon = id.find(':');
    if (colon == std::string_view::npos) return {id, 0};
    std::int64_t number = 0;
    for (const char digit : id.substr(colon + 1)) {
        if (digit < '0' || digit > '9') return {id.substr(0, colon), 0};
        number = number * 10 + (digit - '0');
    }
    return {id.substr(0, colon), number};
}

}  // namespace

const std::vector<Entry>& PaletteModel::build(const std::string& query,
                                              const std::vector<ActionRow>& actions,
                                              const std::vector<std::string>& recents,
                                              const model::QueryContext& context) {
    entries_.clear();
    const std::string folded = fold(trim(query));
    if (folded.empty()) {
        add_recents(recents, actions, context.workspace);
        for (const ActionRow& action : actions) {
            const std::string id = "action:" + action.id;
            const bool shown = std::any_of(entries_.begin(), entries_.end(),
                                           [&](const Entry& entry) { return entry.id == id; });
            if (!shown) entries_.push_back(entry_of(action, 0));
        }
        return entries_;
    }
    add_actions(folded, actions);
    add_cards(query, context);
    add_requests(folded, context.workspace);
    add_people(folded, context.workspace);
    add_objectives(folded, context.workspace);
    // The kind with the best match comes first; within it the order stays.
    std::array<int, 5> best{};
    for (const Entry& entry : entries_) {
        int& of_kind = best[static_cast<std::size_t>(entry.kind)];
        of_kind = std::max(of_kind, entry.score);
    }
    std::stable_sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
        const int best_a = best[static_cast<std::size_t>(a.kind)];
        const int best_b = best[static_cast<std::size_t>(b.kind)];
        return a.kind != b.kind && (best_a != best_b ? best_a > best_b : a.kind < b.kind);
    });
    return entries_;
}

void PaletteModel::add_actions(const std::string& folded, const std::vector<ActionRow>& actions) {
    std::vector<Entry> found;
    for (const ActionRow& action : actions) {
        const std::optional<int> title = fuzzy_score(folded, fold(action.title));
        const std::optional<int> words =
            fuzzy_score(folded, fold(action.title + " " + action.keywords + " " + action.section));
        if (title || words) {
            found.push_back(entry_of(action, std::max(title.value_or(0) + 4, words.value_or(0))));
        }
    }
    keep_best(found, kMostOfAKind);
    append(entries_, std::move(found));
}

void PaletteModel::add_cards(const std::string& query, const model::QueryContext& context) {
    const model::Workspace& workspace = context.workspace;
    std::vector<Entry> found;
    const model::Card* named = model::card_by_key(workspace, trim(query));
    if (named != nullptr) found.push_back(entry_of(workspace, *named, kKeyMatch));

    const Result<model::Query> parsed = model::Query::parse(query);
    if (parsed && !parsed->is_empty()) {
        cache_.refresh(workspace);
        model::QueryContext cached = context;
        cached.cache = &cache_;
        const model::QueryRun run(*parsed, cached);
        const std::string folded = fold(trim(query));
        const bool asks_state = parsed->asks(model::QueryField::State);
        for (const model::Card& card : workspace.rows<model::Card>()) {
            if (found.size() >= kCardsLookedAt) break;
            if (&card == named || (card.state == model::CardState::Void && !asks_state)) continue;
            if (!run.matches(card)) continue;
            const std::string key = fold(model::key_of(workspace, card));
            const int in_words = std::max(fuzzy_score(folded, fold(card.title)).value_or(0),
                                          fuzzy_score(folded, key).value_or(0));
            const model::Column* column = workspace.find(card.column);
            const bool open = column != nullptr && column->kind != model::ColumnKind::Done;
            found.push_back(entry_of(workspace, card,
                                     in_words + (open              ? 10
                                                 : card.on_board() ? 4
                                                                   : 0)));
        }
    }
    keep_best(found, kMostCards);
    append(entries_, std::move(found));
}

void PaletteModel::add_requests(const std::string& folded, const model::Workspace& workspace) {
    std::vector<Entry> found;
    const model::Request* named = model::request_by_key(workspace, folded);
    for (const model::Request& request : workspace.rows<model::Request>()) {
        if (&request == named) {
            found.push_back(entry_of(request, kKeyMatch));
            continue;
        }
        // An accepted request is found as its card.
        if (!request.is_open() || found.size() >= kCardsLookedAt) continue;
        if (const auto score = fuzzy_score(folded, fold(request.title))) {
            found.push_back(entry_of(request, *score));
        }
    }
    keep_best(found, kMostOfAKind);
    append(entries_, std::move(found));
}

void PaletteModel::add_people(const std::string& folded, const model::Workspace& workspace) {
    std::vector<Entry> found;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (!person.active) continue;
        if (const auto score = fuzzy_score(folded, fold(person.name + " " + person.handle))) {
            found.push_back(entry_of(person, *score));
        }
    }
    keep_best(found, kMostOfAKind);
    append(entries_, std::move(found));
}

void PaletteModel::add_objectives(const std::string& folded, const model::Workspace& workspace) {
    std::vector<Entry> found;
    for (const model::Objective& objective : workspace.rows<model::Objective>()) {
        const std::string words = model::key_of(objective) + " " + objective.title;
        if (const auto score = fuzzy_score(folded, fold(words))) {
            found.push_back(entry_of(objective, *score - (objective.closed ? 10 : 0)));
        }
    }
    keep_best(found, kMostOfAKind);
    append(entries_, std::move(found));
}

void PaletteModel::add_recents(const std::vector<std::string>& recents,
                               const std::vector<ActionRow>& actions,
                               const model::Workspace& workspace) {
    for (const std::string& id : recents) {
        const auto [kind, row] = split_id(id);
        if (kind == "action") {
            for (const ActionRow& action : actions) {
                if ("action:" + action.id == id) entries_.push_back(entry_of(action, 1));
            }
        } else if (kind == "card") {
            if (const auto* card = workspace.find(model::CardId{row})) {
                entries_.push_back(entry_of(workspace, *card, 1));
            }
        } else if (kind == "request") {
            if (const auto* request = workspace.find(model::RequestId{row})) {
                entries_.push_back(entry_of(*request, 1));
            }
        } else if (kind == "person") {
            if (const auto* person = workspace.find(model::PersonId{row})) {
                entries_.push_back(entry_of(*person, 1));
            }
        } else if (kind == "objective") {
            if (const auto* objective = workspace.find(model::ObjectiveId{row})) {
                entries_.push_back(entry_of(*objective, 1));
            }
        }
    }
}

std::string_view heading_of(EntryKind kind) {
    switch (kind) {
        case EntryKind::Action: return "Actions";
        case EntryKind::Card: return "Cards";
        case EntryKind::Request: return "Requests";
        case EntryKind::Person: return "People";
        case EntryKind::Objective: return "Objectives";
    }
    return {};
}

}  // namespace throughline::gui::palette
