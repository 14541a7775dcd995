// Money, capacity, and who answers for what.
#include "app/gui/plan/plan_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "imgui.h"

#include <array>

namespace throughline::gui::plan {
namespace {

constexpr int kMostRows = 8;  // of a list below another

void draw_budget_table(const model::Workspace& workspace, const PlanFigures& now,
                       const std::string& currency) {
    static constexpr std::array kColumns{
        TableColumn{.title = "For", .weight = 2.0f, .sortable = false},
        TableColumn{.title = "Planned", .width = 130, .align = Align::Right, .sortable = false},
        TableColumn{.title = "Committed", .width = 130, .align = Align::Right, .sortable = false},
        TableColumn{.title = "Spent", .width = 130, .align = Align::Right, .sortable = false},
        TableColumn{.title = "Left", .width = 130, .align = Align::Right, .sortable = false}};
    flow::BudgetReading total;
    for (const flow::BudgetReading& one : now.budget) {
        total.planned += one.planned;
        total.committed += one.committed;
        total.spent += one.spent;
    }
    const auto name = [&](std::size_t row) -> std::string {
        if (row == now.budget.size()) return "Together";
        const model::BudgetLine* line = workspace.find(now.budget[row].line);
        return line == nullptr ? "Not covered by a line" : line->title;
    };
    TableSort sort;
    const auto cell = [&](int row, int column) {
        const auto at = static_cast<std::size_t>(row);
        const flow::BudgetReading& one = at == now.budget.size() ? total : now.budget[at];
        const std::array figures{one.planned, one.committed, one.spent, one.left()};
        if (column == 0) {
            table_text(name(at));
            return;
        }
        const double figure = figures[static_cast<std::size_t>(column - 1)];
        const bool is_over = column == 4 && figure < 0;
        table_text(number_words(figure, currency),
                   is_over ? theme().tone(Tone::Danger).ink : ImU32{0});
    };
    (void)table("budget", kColumns, static_cast<int>(now.budget.size()) + 1, sort, cell,
                [&](int row) { return "budget:" + name(static_cast<std::size_t>(row)); },
                {.height = -1.0f});
}

}  // namespace

void PlanView::State::draw_budget(Context& context, const PlanFigures& now) {
    const model::Board* board = context.workspace().board();
    section_header("Budget of " + std::to_string(now.year), {},
                   "Planned against what cards have committed and spent.");
    gap(sizes().sm);
    if (now.budget.empty()) {
        text("No money is planned or spent this year.", muted_style());
    } else {
        draw_budget_table(context.workspace(), now, board == nullptr ? "" : board->currency);
    }
    gap(sizes().xl);
    section_header("Budget lines");
    gap(sizes().sm);
    budget_lines.draw(
        context, editor,
        {.most_rows = kMostRows, .empty = "Money set aside for a bet, an objective or a channel."});
    gap(sizes().xl);
    section_header("Expenses");
    gap(sizes().sm);
    expenses.draw(
        context, editor,
        {.most_rows = kMostRows, .empty = "What a card has promised to somebody or paid."});
}

void PlanView::State::draw_capacity(Context& context, const PlanFigures& now) {
    section_header("Capacity of the coming weeks", {},
                   "Expected: deliveries per person-day of the last 12 weeks, times the "
                   "person-days that are there, less the buffer.");
    gap(sizes().sm);
    static constexpr std::array kColumns{
        TableColumn{.title = "Week of", .width = 130, .sortable = false},
        TableColumn{.title = "Person-days", .width = 120, .align = Align::Right, .sortable = false},
        TableColumn{
            .title = "Expected cards", .width = 130, .align = Align::Right, .sortable = false},
        TableColumn{.title = "Due", .width = 90, .align = Align::Right, .sortable = false},
        TableColumn{.title = "Asked for", .width = 100, .align = Align::Right, .sortable = false},
        TableColumn{.title = "Demand against capacity", .sortable = false}};
    TableSort sort;
    const auto cell = [&](int row, int column) {
        const flow::CapacityWeek& week = now.capacity[static_cast<std::size_t>(row)];
        switch (column) {
            case 0: table_text(short_date(week.monday)); return;
            case 1: table_text(number_words(week.person_days)); return;
            case 2: table_text(number_words(week.expected)); return;
            case 3: table_text(std::to_string(week.due)); return;
            case 4: table_text(std::to_string(week.requested)); return;
            default: break;
        }
        if (!week.expected || *week.expected <= 0) {
            table_text(week.due + week.requested > 0 ? "Nothing can be expected" : "",
                       theme().text_muted);
            return;
        }
        const double share = (week.due + week.requested) / *week.expected;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float thick = sizes().sm;
        const float y = at.y + (sizes().row - thick) * 0.5f;
        const float right = at.x + width_left() - 90.0f * sizes().scale;
        draw_progress_bar(*ImGui::GetWindowDrawList(), {at.x, y}, {right, y + thick},
                          static_cast<float>(share), share > 1 ? Tone::Danger : Tone::Accent);
        ImGui::SetCursorScreenPos({right + sizes().sm, at.y});
        table_text(percent_words(share) + (share > 1 ? " over" : ""));
    };
    (void)table("capacity", kColumns, static_cast<int>(now.capacity.size()), sort, cell,
                [&](int row) {
                    return "week:" + to_text(now.capacity[static_cast<std::size_t>(row)].monday);
                },
                {.height = -1.0f});
    gap(sizes().xl);
    section_header("Absences");
    gap(sizes().sm);
    absences.draw(context, editor,
                  {.most_rows = kMostRows,
                   .empty = "Days on which somebody does not work, beside the holidays."});
}

void PlanView::State::draw_accountability(Context& context) {
    section_header("Accountability", {},
                   "One outcome, one person who answers for it; who is asked next when it does "
                   "not move.");
    if (records::has_templates(context.workspace(), "accountability")) {
        const std::string why = records::why_not(context, *rules::record_kind("accountability"));
        const ButtonOptions templates{.size = ButtonSize::Small,
                                      .icon = icons::kCopy,
                                      .disabled = !why.empty(),
                                      .disabled_why = why};
        align_right(button_width("From templates", templates));
        if (button("add-outcomes", "From templates", templates)) shipped.open("accountability");
    }
    gap(sizes().sm);
    accountability.draw(context, editor,
                        {.most_rows = kMostRows,
                         .empty = "An outcome with its DRI, what they may decide, and the "
                                  "escalation path."});
    gap(sizes().xl);
    section_header("Escalations", {}, "Cards and KPIs handed up the path; the answer closes one.");
    gap(sizes().sm);
    escalations.draw(
        context, editor,
        {.most_rows = kMostRows, .empty = "A card or a KPI is escalated where it is shown."});
}

}  // namespace throughline::gui::plan
