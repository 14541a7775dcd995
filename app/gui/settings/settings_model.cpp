#include "app/gui/settings/settings_model.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace throughline::gui::settings {
namespace {

constexpr std::size_t kNamed = 3;  // people named in a locked section

}  // namespace

std::span<const Section> sections() {
    static constexpr std::array kSections{
        Section{
            "board", "Board and points",
            "Its name, where work begins and ends, and the limits that hold for the whole of it.",
            "name prefix commitment delivery conwip expedite"},
        Section{"columns", "Columns and limits",
                "The workflow from left to right. A change of columns never rewrites history.",
                "wip limit policy group split reorder"},
        Section{"gates", "Gates and ready",
                "What must be true before a card leaves a column, and before it is ready at all.",
                "checklist approval definition of ready"},
        Section{
            "templates", "Templates",
            "What each kind of request asks. A change makes a new version; old briefs keep theirs.",
            "brief form fields questions sla"},
        Section{"taxonomy", "Taxonomy",
                "Values that are chosen, not typed: channels, regions, audiences, products.",
                "terms channel region audience naming"},
        Section{"score", "Score and service levels",
                "How requests are ranked, and how long a card is expected to take.",
                "weights cost of delay sle percentile"},
        Section{"people", "People and roles", "Who is on the board, and what each role may do.",
                "team rights person limit"},
        Section{"calendar", "Calendar and zone",
                "Days are counted in the team's zone; working hours carry the answer times of "
                "requests.",
                "holidays weekdays hours timezone"},
        Section{"appearance", "Appearance",
                "How the window looks for you. Kept on this machine, not in the board.",
                "theme dark light contrast scale zoom"},
    };
    return kSections;
}

std::size_t section_index(std::string_view id) {
    const auto all = sections();
    return static_cast<std::size_t>(std::ranges::find(all, id, &Section::id) - all.begin());
}

std::string locked_words(const model::Workspace& workspace, model::PersonId actor,
                         rules::Right right) {
    const model::Person* person = workspace.find(actor);
    if (person != nullptr && person->active && rules::may(person->role, right)) {
        return "";
    }
    std::vector<std::string> names;
    for (const model::Person& one : workspace.rows<model::Person>()) {
        if (one.active && rules::may(one.role, right)) {
            names.push_back(one.name.empty() ? one.handle : one.name);
        }
    }
    std::sort(names.begin(), names.end());
    const bool more = names.size() > kNamed;
    names.resize(std::min(names.size(), kNamed));
    const std::string role(
        model::Names<model::Role>::kAll[static_cast<std::size_t>(rules::least_role(right))]);
    const std::string ask =
        names.empty() ? "" : ": ask " + join(names, ", ") + (more ? " or another" : "");
    const std::string least = rules::least_role(right) == model::Role::Admin
                                  ? "Only an admin"
                                  : "Only a " + role + " or an admin";
    return (person == nullptr ? "Choose who you are at the top right. " : "") + least +
           " can change this" + ask + ".";
}

std::string fill_words(const rules::Fill& fill) {
    if (!fill.limit) {
        return std::to_string(fill.count) + " now, no limit";
    }
    const std::string numbers =
        std::to_string(fill.count) + " of " + std::to_string(*fill.limit) + " now";
    if (fill.is_over()) {
        return numbers + ", over by " + std::to_string(fill.count - *fill.limit) +
               ": takes nothing until it is under";
    }
    return fill.is_full() ? numbers + ", full" : numbers;
}

std::vector<ColumnRow> column_rows(const model::Workspace& workspace) {
    std::vector<ColumnRow> rows;
    const model::Board* board = workspace.board();
    for (const model::ColumnId id : workspace.columns()) {
        const model::Column& column = *workspace.find(id);
        const rules::Fill fill = rules::column_fill(workspace, id);
        ColumnRow row{.id = id,
                      .handle = column.handle,
                      .name = column.name,
                      .kind = column.kind,
                      .limit = column.wip_limit,
                      .entry_policy = column.entry_policy,
                      .exit_policy = column.exit_policy};
        row.position = static_cast<int>(rows.size());
        row.count = fill.count;
        row.now = fill_words(fill);
        row.over = fill.is_over();
        if (const model::ColumnGroup* group = workspace.find(column.group)) {
            row.group = group->id;
            row.group_name = group->name;
            row.group_limit = group->wip_limit;
            row.group_split = group->split;
            row.group_now = fill_words(rules::group_fill(workspace, group->id));
            row.first_in_group = rows.empty() || rows.back().group != group->id;
            if (!row.limit) {
                row.now = std::to_string(row.count) + " now";
            }
        }
        if (board != nullptr && board->commitment == id) {
            row.edge = "Commitment point: work begins on entering this column";
        } else if (board != nullptr && board->delivery == id) {
            row.edge = "Delivery point: work is delivered on entering this column";
        }
        rows.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].last_in_group =
            rows[i].group && (i + 1 == rows.size() || rows[i + 1].group != rows[i].group);
    }
    return rows;
}

std::vector<const model::GateItem*> gate_items(const model::Workspace& workspace,
                                               model::ColumnId column) {
    std::vector<const model::GateItem*> items;
    for (const model::GateItem& item : workspace.rows<model::GateItem>()) {
        if (item.column == column && !item.removed) {
            items.push_back(&item);
        }
    }
    std::ranges::sort(items, {}, [](const model::GateItem* item) {
        return std::pair(item->rank, item->id.value);
    });
    return items;
}

std::vector<std::string> term_kinds(const model::Workspace& workspace) {
    std::vector<std::string> kinds{"channel", "region", "audience", "product"};
    for (const model::Term& term : workspace.rows<model::Term>()) {
        if (std::ranges::find(kinds, term.kind) == kinds.end()) {
            kinds.push_back(term.kind);
        }
    }
    std::sort(kinds.begin() + 4, kinds.end());
    return kinds;
}

std::vector<const model::Term*> terms_of(const model::Workspace& workspace,
                                         const std::string& kind) {
    std::vector<const model::Term*> terms;
    for (const model::Term& term : workspace.rows<model::Term>()) {
        if (term.kind == kind) {
            terms.push_back(&term);
        }
    }
    std::ranges::sort(terms, {}, [](const model::Term* term) {
        return std::pair(term->retired, fold(term->value));
    });
    return terms;
}

std::string clock_words(int minute) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minute / 60) + ":" + two(minute % 60);
}

}  // namespace throughline::gui::settings
