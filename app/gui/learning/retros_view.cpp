// Retros: what asks for one, actions that are still open, and those that are written.
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
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::learning {
namespace {

constexpr int kAskedRows = 6;
constexpr int kWrittenRows = 5;

enum Column { kWhat, kEnded, kNote, kResult, kWrite };
constexpr std::array kColumns{
    TableColumn{.title = "Delivered or closed", .sortable = false},
    TableColumn{.title = "On", .width = 110, .sortable = false},
    TableColumn{.title = "How it went", .width = 210, .sortable = false},
    TableColumn{.title = "Result",
                .width = 120,
                .sortable = false,
                .help = "Whether the success measure's actual is entered beside its target"},
    TableColumn{.title = "", .width = 130, .sortable = false}};

constexpr std::array<int, 5> kWide{kWhat, kEnded, kNote, kResult, kWrite};
constexpr std::array<int, 3> kFew{kWhat, kNote, kWrite};

enum WrittenColumn { kRetro, kAbout, kWhen, kBy, kOpen };
constexpr std::array kWrittenColumns{
    TableColumn{.title = "Retro", .width = 80, .sortable = false},
    TableColumn{.title = "About", .sortable = false},
    TableColumn{.title = "Written", .width = 110, .sortable = false},
    TableColumn{.title = "By", .width = 140, .sortable = false},
    TableColumn{.title = "Open actions", .width = 110, .align = Align::Right, .sortable = false}};

void draw_facts(const RetroRow& row) {
    const auto fact = [](std::string_view label, const std::string& words) {
        gap(sizes().sm);
        text(label, caption_style());
        paragraph(words);
    };
    fact("What we expected", row.expected);
    fact("What happened", row.happened);
    fact("What drove it", row.drove);
    fact("What changes next", row.changes);
    if (row.whys.empty()) return;
    gap(sizes().sm);
    text("Five whys", caption_style());
    for (std::size_t i = 0; i < row.whys.size(); ++i)
        paragraph(std::to_string(i + 1) + ". " + row.whys[i]);
}

}  // namespace

void LearningView::State::draw_asked(Context& context) {
    const std::vector<AskedRow>& rows = retros.asked();
    section_header("Asked for", std::to_string(rows.size()),
                   "Delivered or closed in the last 90 days, without a retro. Objectives and late "
                   "cards come first.");
    gap(sizes().sm);
    if (figures.figures() == nullptr) {
        skeleton_lines(3);
        return;
    }
    if (rows.empty()) {
        text("Nothing asks for a retro.", muted_style());
        return;
    }
    const std::string why = records::why_not(context, *rules::record_kind("retro"));
    const auto write = [&](const AskedRow& row) {
        editor.add("retro", row.start, {{row.card ? "card" : "objective", row.key}});
    };
    TableSort sort;
    const std::span<const int> shown = is_narrow() ? std::span<const int>(kFew) : kWide;
    const std::vector<TableColumn> columns = chosen_columns(kColumns, shown);
    const auto cell = [&](int r, int column) {
        const AskedRow& row = rows[static_cast<std::size_t>(r)];
        switch (static_cast<Column>(shown[static_cast<std::size_t>(column)])) {
            case kWhat: table_text(row.key + " " + row.title); return;
            case kEnded: table_text(row.ended); return;
            case kNote:
                if (row.mood == Mood::Neutral) {
                    table_text(row.note);
                } else {
                    table_chip(row.note, chip_of(row.mood));
                }
                return;
            case kResult:
                table_text(row.lacks_result ? "not entered" : row.card ? "entered" : "");
                return;
            case kWrite: break;
        }
        const ButtonOptions options{.size = ButtonSize::Small,
                                    .icon = icons::kEdit,
                                    .disabled = !why.empty(),
                                    .disabled_why = why};
        centre_in_row(sizes().control_small);
        if (button(("write:" + row.key).c_str(), "Write retro", options)) write(row);
    };
    const TableEvents events =
        table("asked", columns, static_cast<int>(rows.size()), sort, cell,
              [&](int r) { return "asked:" + rows[static_cast<std::size_t>(r)].key; },
              {.most_rows = kAskedRows});
    if (events.activated < 0) return;
    const AskedRow& row = rows[static_cast<std::size_t>(events.activated)];
    if (row.card) {
        context.open_card(row.card);
    } else {
        context.open_objective(row.objective);
    }
}

void LearningView::State::draw_actions(Context& context, const std::vector<ActionRow>& rows) {
    const std::string why = records::why_not(context, *rules::record_kind("action_item"));
    const ButtonOptions small{
        .size = ButtonSize::Small, .disabled = !why.empty(), .disabled_why = why};
    for (const ActionRow& row : rows) {
        ImGui::PushID(row.key.c_str());
        paragraph(row.key + " " + row.text);
        if (row.is_open) {
            chip(row.is_overdue ? "Overdue since " + row.due : "By " + row.due,
                 row.is_overdue ? ChipStyle{.tone = Tone::Danger, .icon = icons::kClock}
                                : ChipStyle{});
        } else {
            chip(row.state, {.icon = icons::kCheck});
        }
        ImGui::SameLine(0.0f, sizes().sm);
        text(row.owner + ", from " + row.source, muted_style());
        if (row.request) {
            ImGui::SameLine(0.0f, sizes().sm);
            if (link(("open-request:" + row.key).c_str(), row.request_key))
                context.open_request(row.request);
        }
        if (!row.form_name.empty()) {
            ImGui::SameLine(0.0f, sizes().sm);
            if (link(("open-template:" + row.key).c_str(), "Template: " + row.form_name))
                context.open_settings("templates");
        }
        if (row.is_open) {
            if (!row.request && button(("request:" + row.key).c_str(), "Make a request", small))
                request.ask(row.id);
            if (!row.request) ImGui::SameLine(0.0f, sizes().sm);
            if (row.form_name.empty()) {
                if (button(("template:" + row.key).c_str(), "Change a template", small))
                    context.open_settings("templates");
                ImGui::SameLine(0.0f, sizes().sm);
            }
            if (button(("done:" + row.key).c_str(), "Done", small)) {
                later.emplace_back([id = row.id, key = row.key](Context& c) {
                    (void)c.run_with_undo(
                        rules::EditRecord{"action_item", id.value, {{"state", "done"}}},
                        key + " is done");
                });
            }
            ImGui::SameLine(0.0f, sizes().sm);
            if (button(("change:" + row.key).c_str(), "Change", small))
                editor.edit("action_item", row.id.value);
        }
        ImGui::PopID();
        gap(sizes().md);
    }
}

void LearningView::State::draw_open_actions(Context& context) {
    const std::vector<ActionRow>& rows = retros.open_actions();
    gap(sizes().xl);
    section_header("Open actions of earlier retros", std::to_string(rows.size()),
                   "They are brought up here until they are done or dropped.");
    gap(sizes().sm);
    if (rows.empty())
        text(retros.written().empty() ? "No retro has asked for anything yet."
                                      : "All actions are done.",
             muted_style());
    draw_actions(context, rows);
}

void LearningView::State::draw_written(Context& context) {
    const std::vector<RetroRow>& rows = retros.written();
    gap(sizes().lg);
    section_header("Written", std::to_string(rows.size()), "Choose one to read it.");
    gap(sizes().sm);
    if (rows.empty()) {
        text(
            "No retro yet. What is delivered or closed is listed above, with a button to write "
            "one.",
            muted_style());
        return;
    }
    const auto chosen = std::ranges::find(rows, retro, &RetroRow::id);
    TableSort sort;
    const TableEvents events = table(
        "written", kWrittenColumns, static_cast<int>(rows.size()), sort,
        [&](int r, int column) {
            const RetroRow& row = rows[static_cast<std::size_t>(r)];
            switch (static_cast<WrittenColumn>(column)) {
                case kRetro: table_text(row.key); return;
                case kAbout: table_text(row.about); return;
                case kWhen: table_text(row.when); return;
                case kBy: table_text(row.by); return;
                case kOpen: table_text(std::to_string(row.open_actions)); return;
            }
        },
        [&](int r) { return "retro:" + rows[static_cast<std::size_t>(r)].key; },
        {.most_rows = kWrittenRows,
         .selected = chosen == rows.end() ? -1 : static_cast<int>(chosen - rows.begin())});
    if (events.clicked >= 0) retro = rows[static_cast<std::size_t>(events.clicked)].id;
    const RetroRow* row = retros.find(retro);
    if (row == nullptr) return;
    gap(sizes().lg);
    section_header(row->key + ": " + row->about);
    const std::string why = records::why_not(context, *rules::record_kind("retro"));
    const ButtonOptions change{.size = ButtonSize::Small,
                               .icon = icons::kEdit,
                               .disabled = !why.empty(),
                               .disabled_why = why};
    ButtonOptions add = change;
    add.icon = icons::kPlus;
    align_right(button_width("Change", change) + button_width("Add action", add) + sizes().sm);
    if (button("change-retro", "Change", change)) editor.edit("retro", row->id.value);
    ImGui::SameLine(0.0f, sizes().sm);
    if (button("add-action", "Add action", add))
        editor.add("action_item", {}, {{"source", retro_source(row->key)}});
    draw_facts(*row);
    gap(sizes().lg);
    if (!row->actions.empty()) text("Actions", caption_style());
    ImGui::PushID("of-retro");
    draw_actions(context, row->actions);
    ImGui::PopID();
}

void LearningView::State::draw_retros(Context& context) {
    draw_asked(context);
    draw_open_actions(context);
    draw_written(context);
}

}  // namespace throughline::gui::learning
