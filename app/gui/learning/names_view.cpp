// Names of open work that break the naming pattern, and values that the taxonomy has not; each with
// what mends it.
#include "app/gui/learning/learning_state.h"
#include "app/gui/learning/table_parts.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/rules/roles.h"
#include "imgui.h"

#include <array>

namespace throughline::gui::learning {
namespace {

enum Column { kWork, kFault, kMend };
constexpr std::array kColumns{
    TableColumn{.title = "Work", .weight = 1.0f, .sortable = false},
    TableColumn{.title = "What is wrong", .weight = 1.0f, .sortable = false},
    TableColumn{.title = "What mends it", .width = 230, .sortable = false}};

void open_work(Context& context, const NameRow& row) {
    if (row.card) {
        context.open_card(row.card);
    } else {
        context.open_request(row.request);
    }
}

// The term that was retired, back among those offered; 0 when there is none.
model::TermId retired_term(const model::Workspace& workspace, const NameRow& row) {
    for (const model::Term& term : workspace.rows<model::Term>()) {
        if (term.retired && term.kind == row.kind && term.value == row.value) return term.id;
    }
    return {};
}

std::string_view mend_words(const NameRow& row) {
    if (row.is_pattern) return row.card ? "Open the card" : "Open the request";
    return row.is_retired ? "Offer it again" : "Add to the taxonomy";
}

}  // namespace

void LearningView::State::draw_names(Context& context) {
    names.refresh(context);
    const model::Board* board = context.workspace().board();
    const std::string pattern = board == nullptr ? "" : board->naming_pattern;
    if (pattern.empty()) {
        text("No naming pattern is set: every title is taken.", muted_style());
    } else {
        text("Titles of briefs and cards must fit:", muted_style());
        ImGui::SameLine(0.0f, sizes().sm);
        text(pattern, {.weight = Weight::Mono});
    }
    ImGui::SameLine(0.0f, sizes().md);
    if (link("to-pattern", "Change the pattern")) context.open_settings("board");
    ImGui::SameLine(0.0f, sizes().md);
    if (link("to-taxonomy", "Taxonomy")) context.open_settings("taxonomy");
    gap(sizes().md);
    if (!names.is_known()) {
        skeleton_lines(5);
        return;
    }
    const std::vector<NameRow>& rows = names.rows();
    if (rows.empty()) {
        EmptyState none{.icon = icons::kCheckCircle,
                        .title = "All names fit",
                        .text =
                            "Open cards and requests are named as the pattern wants, and "
                            "their values are in the taxonomy."};
        if (pattern.empty()) {
            none = {.icon = icons::kTag,
                    .title = "Nothing to mend",
                    .text =
                        "Every value is in the taxonomy. With a pattern for titles, those "
                        "that do not fit it are listed here too."};
        }
        (void)empty_state("no-name-faults", none);
        return;
    }
    text(plural(static_cast<std::int64_t>(rows.size()), "thing to mend", "things to mend"),
         {.weight = Weight::Semibold});
    gap(sizes().sm);
    const model::Person* actor = context.workspace().find(context.desk().actor());
    const bool may = actor != nullptr && rules::may(actor->role, rules::Right::Configure);
    TableSort sort;
    const auto mend = [&](const NameRow& row) {
        if (row.is_pattern) {
            open_work(context, row);
        } else if (row.is_retired) {
            if (const model::TermId term = retired_term(context.workspace(), row)) {
                later.emplace_back([term, value = row.value](Context& c) {
                    (void)c.run_with_undo(rules::EditTerm{term, {{"retired", "false"}}},
                                          value + " is offered again");
                });
            }
        } else {
            later.emplace_back([kind = row.kind, value = row.value](Context& c) {
                (void)c.run_with_undo(rules::AddTerm{kind, value}, value + " is in the taxonomy");
            });
        }
    };
    const auto cell = [&](int r, int column) {
        const NameRow& row = rows[static_cast<std::size_t>(r)];
        switch (static_cast<Column>(column)) {
            case kWork: table_text(row.key + " " + row.title); return;
            case kFault: table_text(row.fault); return;
            case kMend: break;
        }
        const ButtonOptions options{
            .size = ButtonSize::Small,
            .tooltip = row.remedy,
            .disabled = !row.is_pattern && !may,
            .disabled_why = "Changing the taxonomy needs the right to configure the board."};
        centre_in_row(sizes().control_small);
        if (button(("mend:" + row.key).c_str(), mend_words(row), options)) mend(row);
    };
    const TableEvents events =
        table("names", kColumns, static_cast<int>(rows.size()), sort, cell, [&](int r) {
            return "name:" + rows[static_cast<std::size_t>(r)].key + ":" + std::to_string(r);
        });
    if (events.activated >= 0) open_work(context, rows[static_cast<std::size_t>(events.activated)]);
}

}  // namespace throughline::gui::learning
