// One entry as a line: whom, when, what, and how it is marked.
#include "app/gui/history/history_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/desk/describe.h"

#include <algorithm>
#include <array>

namespace throughline::gui::history {
namespace {

constexpr std::array<std::string_view, kKindCount> kTitles{
    "Everything", "Moves",     "Requests",     "Cards", "Objectives and people",
    "Settings",   "Overrides", "Refused tries"};

constexpr std::array<std::string_view, 8> kMoves{"move-card",    "return-card",   "trade-out-card",
                                                 "discard-card", "archive-card",  "restore-card",
                                                 "void-card",    "accept-request"};
constexpr std::array<std::string_view, 9> kRequests{
    "submit-brief",   "edit-request",    "ask-requester", "answer-question", "score-request",
    "accept-request", "decline-request", "merge-request", "attach-brief"};
constexpr std::array<std::string_view, 6> kPlan{"add-objective", "edit-objective", "add-bet",
                                                "edit-bet",      "add-person",     "edit-person"};
template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool has_override(const journal::Entry& entry) {
    return std::ranges::any_of(entry.draft.changes, [](const journal::Change& change) {
        return change.table->name == "limit_override" && change.kind == journal::ChangeKind::Insert;
    });
}

// The value of a field after (or before) the change; 0 when it is not there.
std::int64_t id_in(const journal::Change& change, std::string_view field) {
    const auto index = change.table->field_index(field);
    for (const journal::FieldChange& one : change.fields) {
        if (index && one.field == *index) {
            const model::Value& value = model::is_null(one.after) ? one.before : one.after;
            const auto* number = std::get_if<std::int64_t>(&value);
            return number == nullptr ? 0 : *number;
        }
    }
    return 0;
}

// The number after `"name":` in the arguments' JSON text; enough for an id.
std::int64_t id_argument(std::string_view args, std::string_view name) {
    const std::string key = "\"" + std::string(name) + "\":";
    std::size_t at = args.find(key);
    if (at == std::string_view::npos) {
        return 0;
    }
    at += key.size();
    if (at < args.size() && args[at] == '[') {
        ++at;
    }
    std::int64_t number = 0;
    for (; at < args.size() && args[at] >= '0' && args[at] <= '9'; ++at) {
        number = number * 10 + (args[at] - '0');
    }
    return number;
}

}  // namespace

std::string_view title_of(Kind kind) {
    return kTitles[static_cast<std::size_t>(kind)];
}

Kind kind_of(const journal::Entry& entry) {
    const std::string& command = entry.draft.command;
    if (is_one_of(kRequests, command)) {
        return Kind::Requests;
    }
    if (is_one_of(kMoves, command)) {
        return Kind::Moves;
    }
    if (is_one_of(kPlan, command)) {
        return Kind::Plan;
    }
    const rules::CommandInfo* info = rules::command_info(command);
    return info != nullptr &&
                   (info->right == rules::Right::Configure || info->right == rules::Right::Look)
               ? Kind::Settings
               : Kind::Cards;
}

model::CardId card_of(const journal::Entry& entry) {
    for (const std::string_view name : {"card", "cards"}) {
        if (const std::int64_t id = id_argument(entry.draft.args, name)) {
            return model::CardId{id};
        }
    }
    model::CardId found;
    for (const journal::Change& change : entry.draft.changes) {
        const std::int64_t id = change.table->name == "card" ? change.id : id_in(change, "card");
        if (id != 0 && found && found.value != id) {
            return {};  // several: none of them is meant alone
        }
        found = id != 0 ? model::CardId{id} : found;
    }
    return found;
}

HistoryRow row_of(const journal::Entry& entry, const model::Workspace& workspace,
                  const Zone& zone) {
    HistoryRow row;
    row.seq = entry.seq;
    row.when = entry.draft.when;
    row.day = zone.day(row.when);
    row.time = clock_time(zone, row.when);
    row.person = entry.draft.actor;
    const model::Person* person = workspace.find(entry.draft.actor);
    row.who = person == nullptr      ? "Throughline"
              : person->name.empty() ? person->handle
                                     : person->name;
    row.act = desk::describe_act(entry, workspace);
    row.card = card_of(entry);
    if (workspace.find(row.card) == nullptr) {
        row.card = {};
    }
    row.kind = kind_of(entry);
    row.refused = entry.draft.kind == journal::EntryKind::Refused;
    row.is_undo = entry.draft.kind == journal::EntryKind::Undo;
    row.override_used = has_override(entry);
    row.folded = fold(row.who + " " + row.act);
    return row;
}

std::string day_words(Day day, Day today) {
    if (day == today) {
        return "Today";
    }
    if (day == today - 1) {
        return "Yesterday";
    }
    const CivilDate date = civil(day);
    return std::string(weekday_name(weekday(day))) + " " + std::to_string(date.day) + " " +
           std::string(month_name(date.month)) + " " + std::to_string(date.year);
}

}  // namespace throughline::gui::history
