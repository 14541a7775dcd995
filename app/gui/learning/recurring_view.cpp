// Recurring requests: the schedules, and the brief that the chosen one files next.
#include "app/gui/learning/learning_state.h"
#include "app/gui/learning/table_parts.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::learning {
namespace {

constexpr int kMostRows = 8;
constexpr float kLabelWidth = 170.0f;  // unscaled

enum Column { kTitle, kForm, kRhythm, kNext, kLast, kFor };
constexpr std::array kColumns{TableColumn{.title = "Schedule", .sortable = false},
                              TableColumn{.title = "Template", .width = 150, .sortable = false},
                              TableColumn{.title = "Files", .width = 190, .sortable = false},
                              TableColumn{.title = "Next", .width = 120, .sortable = false},
                              TableColumn{.title = "Last filed", .width = 110, .sortable = false},
                              TableColumn{.title = "For", .width = 140, .sortable = false}};

constexpr std::array<int, 6> kWide{kTitle, kForm, kRhythm, kNext, kLast, kFor};
constexpr std::array<int, 3> kFew{kTitle, kRhythm, kNext};

void draw_cell(const ScheduleRow& row, int column) {
    switch (static_cast<Column>(column)) {
        case kTitle: table_text(row.key + " " + row.title); return;
        case kForm: table_text(row.form); return;
        case kRhythm: table_text(row.rhythm); return;
        case kNext: break;
        case kLast: table_text(row.last); return;
        case kFor: table_text(row.requester); return;
    }
    if (!row.is_paused && !row.is_due) {
        table_text(row.next);
        return;
    }
    const ChipStyle style = row.is_paused ? ChipStyle{.icon = icons::kPause}
                                          : ChipStyle{.tone = Tone::Warning, .icon = icons::kClock};
    const std::string words = row.is_paused ? "paused" : "due";
    table_chip(words, style);
}

}  // namespace

void LearningView::State::draw_schedule(Context& context, const ScheduleRow& row) {
    const BriefPreview& preview = recurring.preview();
    gap(sizes().lg);
    section_header(row.key + " files this on " + preview.filed_on);
    const std::string why = records::why_not(context, *rules::record_kind("schedule"));
    const ButtonOptions options{
        .size = ButtonSize::Small, .disabled = !why.empty(), .disabled_why = why};
    const std::string not_due = "It is not due before " + row.next + ".";
    ButtonOptions now = options;
    now.icon = icons::kSend;
    now.disabled = !row.is_due || !preview.problems.empty();
    now.disabled_why = row.is_paused               ? "It is paused."
                       : !preview.problems.empty() ? "The brief would be refused as it stands."
                                                   : std::string_view(not_due);
    const char* pause = row.is_paused ? "Go on" : "Pause";
    align_right(button_width("File now", now) + button_width(pause, options) +
                button_width("Change", options) + button_width("Remove", options) +
                3.0f * sizes().sm);
    if (button("file-now", "File now", now)) {
        later.emplace_back([id = row.id, key = row.key](Context& c) {
            if (c.run(rules::FileSchedule{id}))
                c.toast({ToastRequest::Tone::Success, key + " filed its request", {}, {}});
        });
    }
    ImGui::SameLine(0.0f, sizes().sm);
    if (button("pause", pause, options)) {
        later.emplace_back([id = row.id, paused = row.is_paused, key = row.key](Context& c) {
            (void)c.run_with_undo(
                rules::EditRecord{"schedule", id.value, {{"paused", paused ? "false" : "true"}}},
                key + (paused ? " goes on" : " is paused"));
        });
    }
    ImGui::SameLine(0.0f, sizes().sm);
    if (button("change-schedule", "Change", options)) schedule_dialog.open(row.id);
    ImGui::SameLine(0.0f, sizes().sm);
    if (button("remove-schedule", "Remove", options)) editor.remove("schedule", row.id.value);
    gap(sizes().sm);
    for (const std::string& problem : preview.problems)
        text(problem, tone_style(Tone::Danger));
    begin_panel("brief", {0, 0}, theme().card);
    paragraph(preview.title, {.weight = Weight::Semibold});
    if (begin_key_values("answers", kLabelWidth * sizes().scale)) {
        for (const auto& [label, answer] : preview.answers)
            key_value(label, answer);
        end_key_values();
    }
    end_panel();
}

void LearningView::State::draw_recurring(Context& context) {
    const auto read = [&] {
        recurring.refresh(context.workspace(), context.desk().revision(),
                          context.zone().day(context.now()), schedule);
    };
    read();
    const std::vector<ScheduleRow>& rows = recurring.rows();
    const std::string why = records::why_not(context, *rules::record_kind("schedule"));
    const ButtonOptions add{.kind = ButtonKind::Primary,
                            .icon = icons::kPlus,
                            .disabled = !why.empty(),
                            .disabled_why = why};
    if (rows.empty()) {
        const NoticeAction action{"add:schedule", "Add a schedule", ButtonKind::Primary};
        if (empty_state("no-schedules",
                        {.icon = icons::kSync,
                         .title = "Nothing recurs yet",
                         .text = "A schedule files a complete brief every week, month or quarter, "
                                 "so that nobody has to remember it.",
                         .actions = why.empty() ? std::span(&action, 1)
                                                : std::span<const NoticeAction>{}}) == 0)
            schedule_dialog.open({});
        return;
    }
    ImGui::AlignTextToFramePadding();
    text("Each files itself once in its period while any window is open.", muted_style());
    align_right(button_width("Add schedule", add));
    if (button("add:schedule", "Add schedule", add)) schedule_dialog.open({});
    gap(sizes().sm);
    if (recurring.find(schedule) == nullptr) {
        schedule = rows.front().id;
        read();
    }
    const auto chosen = std::ranges::find(rows, schedule, &ScheduleRow::id);
    TableSort sort;
    const std::span<const int> shown = is_narrow() ? std::span<const int>(kFew) : kWide;
    const std::vector<TableColumn> columns = chosen_columns(kColumns, shown);
    const TableEvents events = table(
        "schedules", columns, static_cast<int>(rows.size()), sort,
        [&](int r, int column) {
            draw_cell(rows[static_cast<std::size_t>(r)], shown[static_cast<std::size_t>(column)]);
        },
        [&](int r) { return "schedule:" + rows[static_cast<std::size_t>(r)].key; },
        {.most_rows = kMostRows, .selected = static_cast<int>(chosen - rows.begin())});
    if (events.activated >= 0 && why.empty())
        schedule_dialog.open(rows[static_cast<std::size_t>(events.activated)].id);
    if (const ScheduleRow* row = recurring.find(schedule)) draw_schedule(context, *row);
    if (events.clicked >= 0) schedule = rows[static_cast<std::size_t>(events.clicked)].id;
}

}  // namespace throughline::gui::learning
