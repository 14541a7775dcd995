// Other WIP limits, tried by simulation: the limits to edit, a run that can be cancelled, and its
// outcome, or why there is no advice.
#include "app/gui/outlook/outlook_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "core/model/column_name.h"
#include "imgui.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::gui::outlook {
namespace {

constexpr float kLimits = 400.0f;  // unscaled width
constexpr float kTwoColumns = 900.0f;

std::string name_of(const model::Workspace& workspace, const LimitRow& row) {
    if (row.kind == LimitRow::Kind::Board) return "Whole board";
    if (row.kind == LimitRow::Kind::Group) {
        for (const model::ColumnGroup& group : workspace.rows<model::ColumnGroup>()) {
            if (group.handle == row.handle && !group.removed) return group.name;
        }
        return row.handle;
    }
    const model::Column* column = workspace.column_by_handle(row.handle);
    return column == nullptr ? row.handle : model::column_name(workspace, *column);
}

std::string limit_words(const std::optional<int>& limit) {
    return limit ? std::to_string(*limit) : "none";
}

constexpr std::array kColumns{
    TableColumn{.title = "Figure", .weight = 1.2f, .sortable = false},
    TableColumn{.title = "Present limits", .weight = 1.0f, .sortable = false},
    TableColumn{.title = "Difference", .weight = 1.0f, .sortable = false},
    TableColumn{.title = "", .width = 110.0f, .sortable = false}};

void outcome_cell(const FigureRow& row, int column) {
    switch (column) {
        case 0: table_text(row.name); break;
        case 1: table_text(row.present); break;
        case 2: table_text(row.difference); break;
        default:
            if (row.difference.empty()) break;
            centre_in_row(sizes().chip);
            if (row.call == FigureRow::Call::Better)
                chip("better", {.tone = Tone::Success, .icon = icons::kCheckCircle});
            else if (row.call == FigureRow::Call::Worse)
                chip("worse", {.tone = Tone::Danger, .icon = icons::kAlertCircle});
            else
                chip("no difference");
            break;
    }
}

}  // namespace

// What was edited stays when only the board has moved on.
void OutlookView::State::take_limits(Context& context) {
    const WhatIfAsked question = what_if_asked();
    limits.refresh(context, question, [&] {
        Passing passing = passing_cards(context, question.query);
        filter_error = passing.error;
        return [question, passing = std::move(passing)](const flow::Flow& flow) {
            return limits_of(flow, question, passing);
        };
    });
    if (!limits.is_current() || !*limits.answer()) return;
    if (tried_for != question) {
        run.cancel();
        run.forget();
    }
    tried_for = question;
    std::vector<TriedLimit> next;
    for (const LimitRow& row : **limits.answer()) {
        const auto before = std::ranges::find_if(tried, [&](const TriedLimit& one) {
            return one.limit.kind == row.kind && one.limit.handle == row.handle &&
                   one.limit.now == row.now;
        });
        next.push_back({row, before == tried.end() ? row.now : before->then});
    }
    tried = std::move(next);
}

std::vector<TriedLimit> OutlookView::State::changed_limits() const {
    std::vector<TriedLimit> changed;
    std::ranges::copy_if(tried, std::back_inserter(changed),
                         [](const TriedLimit& one) { return one.then != one.limit.now; });
    return changed;
}

void OutlookView::State::draw_limits(Context& context) {
    const Sizes& s = sizes();
    for (TriedLimit& one : tried) {
        const std::string name = name_of(context.workspace(), one.limit);
        const std::string id = "limit:" + (one.limit.handle.empty() ? "board" : one.limit.handle);
        ImGui::AlignTextToFramePadding();
        text_ellipsis(name, body_style(), width_left() - 230.0f * s.scale);
        align_right(220.0f * s.scale);
        text_ellipsis(
            limit_words(one.limit.now) + " now, " + std::to_string(one.limit.standing) + " there",
            caption_style(), 104.0f * s.scale);
        align_right(110.0f * s.scale);
        std::optional<double> then;
        if (one.then) then = *one.then;
        if (number_field(id.c_str(), then,
                         {.placeholder = "no limit",
                          .name = "Limit of " + name,
                          .disabled = run.is_running(),
                          .width = 110.0f * s.scale},
                         {.min = 1, .max = 10'000}))
            one.then = then ? std::optional(static_cast<int>(std::lround(*then))) : std::nullopt;
    }
    const std::vector<TriedLimit> changed = changed_limits();
    if (run.is_running()) {
        progress_bar(run.share());
        if (button("cancel-run", "Cancel", {.icon = icons::kClose})) run.cancel();
        return;
    }
    const std::string label = changed.empty() ? "Check against the past" : "Simulate";
    if (button("run", label, {.kind = ButtonKind::Primary, .icon = icons::kPlay}))
        run.start(context, what_if_asked(), changed);
    if (!changed.empty()) {
        ImGui::SameLine(0, s.sm);
        if (button("reset", "Present limits", {.icon = icons::kUndo})) {
            for (TriedLimit& one : tried)
                one.then = one.limit.now;
        }
    }
}

void OutlookView::State::draw_outcome(const WhatIfOutcome& outcome) {
    if (outcome.cancelled) {
        paragraph("Cancelled: nothing is said.", muted_style());
        return;
    }
    if (!outcome.trusted) {
        (void)notice("no-advice", {.tone = Tone::Warning,
                                   .title = "No advice",
                                   .text = outcome.says,
                                   .remedy = outcome.todo});
        return;
    }
    (void)notice("trusted",
                 {.tone = Tone::Success, .title = "The past is reproduced", .text = outcome.says});
    TableSort none;
    (void)table(
        "outcome", kColumns, static_cast<int>(outcome.rows.size()), none,
        [&](int row, int column) {
            outcome_cell(outcome.rows[static_cast<std::size_t>(row)], column);
        },
        [&](int row) { return outcome.rows[static_cast<std::size_t>(row)].name; },
        {.height = -1.0f});
    paragraph(outcome.note, caption_style());
}

void OutlookView::State::draw_what_if(Context& context) {
    const Sizes& s = sizes();
    take_limits(context);
    const WhatIfOutcome* outcome = run.outcome();
    paragraph(
        "Replays the last weeks under other limits, a thousand times with the same random "
        "numbers. First the present limits must give back what was seen; else it does not "
        "advise.",
        muted_style());
    if (limits.answer() == nullptr) {
        skeleton_lines(5);
        return;
    }
    if (!*limits.answer()) {
        draw_missing("no-limits",
                     report::Missing{"There are no deliveries or arrivals to learn from.",
                                     "Take a longer history, or fewer conditions in the filter."});
        return;
    }
    const bool side_by_side = width_left() > kTwoColumns * s.scale;
    begin_panel("limits", {side_by_side ? kLimits * s.scale : 0.0f, 0.0f});
    section_header("Limits to try");
    draw_limits(context);
    end_panel();
    if (side_by_side) ImGui::SameLine(0, s.md);
    begin_panel("what-if");
    section_header("What they would do");
    if (run.is_running()) {
        skeleton_lines(5);
    } else if (outcome == nullptr) {
        paragraph("Change a limit and simulate.", muted_style());
    } else {
        draw_outcome(*outcome);
    }
    end_panel();
}

}  // namespace throughline::gui::outlook
