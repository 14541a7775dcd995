#include <algorithm>

#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/progress.h"
#include "core/base/text.h"

namespace throughline::gui::card {
namespace {

constexpr const char* kRejectDialog = "reject-gate";

void icon_line(const char* glyph, ImU32 ink, std::string_view words) {
    icon(glyph, ink);
    ImGui::SameLine(0, sizes().sm);
    paragraph(words, body_style());
}

}  // namespace

void CardPanel::State::draw_ready(Context& context) {
    if (detail->ready.empty() && detail->ready_manual.empty()) return;
    const auto passed = std::count_if(detail->ready.begin(), detail->ready.end(),
                                      [](const ReadyRow& row) { return row.passed; });
    section_header("Definition of ready",
                   std::to_string(passed) + " of " + std::to_string(detail->ready.size()),
                   "What the card needs before work on it starts.");
    for (const ReadyRow& row : detail->ready) {
        icon_line(row.passed ? icons::kCheckCircle : icons::kAlertCircle,
                  theme().tone(row.passed ? Tone::Success : Tone::Warning).ink,
                  (row.passed ? "" : "Missing: ") + row.words);
    }
    if (!detail->has_brief &&
        button(
            "ready-brief", "Add a brief…",
            {.kind = ButtonKind::Primary, .size = ButtonSize::Small, .icon = icons::kDocument})) {
        later.emplace_back([card = id](Context& c) { c.attach_brief(card); });
    }
    draw_gate(context, {}, detail->ready_manual, "ready");
    gap(sizes().sm);
}

void CardPanel::State::draw_gate(Context& context, std::string_view title,
                                 const std::vector<GateRow>& rows, const char* scope) {
    if (rows.empty()) return;
    const Sizes& s = sizes();
    const auto passed = std::count_if(rows.begin(), rows.end(), [](const GateRow& row) {
        return row.state == GateMarkState::Passed;
    });
    if (!title.empty())
        section_header(title, std::to_string(passed) + " of " + std::to_string(rows.size()),
                       "All must be done before the card moves forward.");
    ImGui::PushID(scope);
    for (const GateRow& row : rows) {
        ImGui::PushID(static_cast<int>(static_cast<unsigned>(row.item.value)));
        const std::string who = row.state == GateMarkState::Rejected
                                    ? "Turned down by " + row.who + ": " + row.note
                                    : row.who;
        if (!row.approval) {
            bool done = row.state == GateMarkState::Passed;
            const std::string check_id = "gate:" + row.title;
            if (checkbox(check_id.c_str(), row.title, done, who)) {
                if (done) {
                    run("gate", rules::MarkGate{
                                    .card = id, .item = row.item, .verdict = model::Verdict::Done});
                } else {
                    run("gate", rules::ClearGate{.card = id, .item = row.item});
                }
            }
        } else {
            const bool open = row.state == GateMarkState::Open;
            icon(open                                 ? icons::kShield
                 : row.state == GateMarkState::Passed ? icons::kCheckCircle
                                                      : icons::kAlertCircle,
                 theme()
                     .tone(open                                 ? Tone::Neutral
                           : row.state == GateMarkState::Passed ? Tone::Success
                                                                : Tone::Danger)
                     .ink);
            ImGui::SameLine(0, s.sm);
            const std::string label =
                open ? row.title + ": needs approval"
                     : row.title +
                           (row.state == GateMarkState::Passed ? ": approved" : ": turned down");
            paragraph(label, body_style());
            if (!who.empty()) paragraph(who, caption_style());
            const std::string approve = "approve:" + row.title;
            const std::string reject = "reject:" + row.title;
            const std::string clear = "clear:" + row.title;
            if (row.state != GateMarkState::Passed) {
                if (button(approve.c_str(), "Approve",
                           {.size = ButtonSize::Small, .icon = icons::kCheck}))
                    run("gate",
                        rules::MarkGate{
                            .card = id, .item = row.item, .verdict = model::Verdict::Approved});
                ImGui::SameLine(0, s.sm);
            }
            if (row.state != GateMarkState::Rejected &&
                button(reject.c_str(), "Turn down…",
                       {.size = ButtonSize::Small, .icon = icons::kClose})) {
                rejecting = row.item;
                reject_note.clear();
                wants_reject = true;
            }
            if (!open) {
                ImGui::SameLine(0, s.sm);
                if (button(clear.c_str(), "Take back",
                           {.kind = ButtonKind::Ghost, .size = ButtonSize::Small}))
                    run("gate", rules::ClearGate{.card = id, .item = row.item});
            }
        }
        ImGui::PopID();
    }
    if (!error("gate").empty())
        paragraph(error("gate"), tone_style(Tone::Danger, text_size::kSmall));
    ImGui::PopID();
    gap(s.sm);
    (void)context;
}

void CardPanel::State::draw_reject(Context& context) {
    if (std::exchange(wants_reject, false)) open_dialog(kRejectDialog);
    if (!begin_dialog(kRejectDialog, {.title = "Turn down",
                                      .text = "It counts as a failed gate. Say what must change.",
                                      .icon = icons::kAlertCircle,
                                      .tone = Tone::Danger,
                                      .confirm = "Turn down",
                                      .confirm_enabled = !trim(reject_note).empty(),
                                      .confirm_disabled_why = "A rejection needs a reason."}))
        return;
    text_area("reject-note", reject_note, {.label = "Why", .required = true}, 2, 5);
    if (end_dialog() == DialogResult::Confirmed)
        run("gate", rules::MarkGate{.card = id,
                                    .item = rejecting,
                                    .verdict = model::Verdict::Rejected,
                                    .note = std::string(trim(reject_note))});
    (void)context;
}

void CardPanel::State::draw_checklist(Context& context) {
    const Sizes& s = sizes();
    const std::size_t total = detail->checklist.size();
    section_header("Checklist",
                   total == 0
                       ? std::string()
                       : std::to_string(detail->checklist_done) + " of " + std::to_string(total),
                   total == 0 ? "Steps and milestones of this card." : "");
    if (total > 0)
        progress_bar(
            static_cast<float>(detail->checklist_done) / static_cast<float>(total),
            detail->checklist_done == static_cast<int>(total) ? Tone::Success : Tone::Accent);
    for (const ChecklistRow& row : detail->checklist) {
        ImGui::PushID(static_cast<int>(static_cast<unsigned>(row.id.value)));
        bool done = row.done;
        std::string help = row.who;
        if (!row.due.empty())
            help = (row.late ? "Milestone, late: " : "Milestone: ") + row.due +
                   (help.empty() ? "" : "  ·  " + help);
        if (editing_item == row.id) {
            TextEdit& typed = texts["item"];
            const FieldResult result =
                text_field("edit-item", typed.value,
                           {.name = "Step", .focus = std::exchange(focus_item, false)});
            if (result.committed && typed.value != row.title)
                run("checklist",
                    rules::EditChecklistItem{.item = row.id, .set = {{"title", typed.value}}});
            if (!result.active && typed.active) editing_item = {};
            typed.active = result.active;
            ImGui::PopID();
            continue;
        }
        // The buttons come first: the checkbox reaches over the whole line.
        const ImVec2 at = ImGui::GetCursorPos();
        ImGui::SetCursorPos({at.x + width_left() - 2.0f * s.control_small, at.y - s.xs});
        const std::string change = "edit-item:" + row.title;
        if (icon_button(change.c_str(), icons::kEdit, "Change " + row.title,
                        {.kind = ButtonKind::Ghost, .size = ButtonSize::Small})) {
            editing_item = row.id;
            focus_item = true;
            texts["item"] = {.value = row.title};
        }
        ImGui::SetCursorPos({at.x + width_left() - s.control_small, at.y - s.xs});
        const std::string remove = "remove-item:" + row.title;
        if (icon_button(remove.c_str(), icons::kClose, "Remove " + row.title,
                        {.kind = ButtonKind::Ghost, .size = ButtonSize::Small}))
            run("checklist", rules::RemoveChecklistItem{.item = row.id});
        ImGui::SetCursorPos(at);
        const std::string check_id = "item:" + row.title;
        if (checkbox(check_id.c_str(), row.title, done, help))
            run("checklist", rules::TickChecklistItem{.item = row.id, .done = done});
        ImGui::PopID();
    }
    const float date_width = 170.0f * s.scale;
    const FieldResult typed =
        text_field("new-item", new_item,
                   {.placeholder = "Add a step, Enter",
                    .error = error("checklist"),
                    .name = "New step",
                    .icon = icons::kPlus,
                    .width = std::max(120.0f, width_left() - date_width - s.sm)});
    ImGui::SameLine(0, s.sm);
    const CivilDate date = civil(context.zone().day(context.now()));
    date_field("new-item-due", new_item_due,
               {.help = "A date makes it a milestone",
                .placeholder = "Due, optional",
                .name = "Due date of the new step",
                .width = date_width},
               std::chrono::year_month_day(std::chrono::year(date.year),
                                           std::chrono::month(static_cast<unsigned>(date.month)),
                                           std::chrono::day(static_cast<unsigned>(date.day))));
    const bool entered = typed.committed && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                                             ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
    if (entered && !trim(new_item).empty()) {
        rules::AddChecklistItem add{.card = id, .title = std::string(trim(new_item))};
        if (new_item_due) {
            const auto day = parse_day(format_date(*new_item_due));
            if (day) add.due = *day;
        }
        run("checklist", add);
        new_item.clear();
        new_item_due.reset();
    }
    gap(s.sm);
}

void CardPanel::State::draw_blockers(Context& context) {
    if (detail->blocks.empty()) return;
    const Sizes& s = sizes();
    const auto open = std::count_if(detail->blocks.begin(), detail->blocks.end(),
                                    [](const BlockRow& row) { return row.open; });
    section_header("Blockers", open > 0 ? std::to_string(open) + " open" : std::string(),
                   detail->blocked_time.empty()
                       ? ""
                       : "Blocked for " + detail->blocked_time + " in process altogether");
    for (const BlockRow& row : detail->blocks) {
        ImGui::PushID(static_cast<int>(static_cast<unsigned>(row.id.value)));
        icon(row.open ? icons::kBlocked : icons::kCheck,
             theme().tone(row.open ? Tone::Danger : Tone::Neutral).ink);
        ImGui::SameLine(0, s.sm);
        paragraph(row.reason, {.weight = row.open ? Weight::Semibold : Weight::Regular});
        std::string words = row.since;
        if (!row.cause.empty()) words += "  ·  " + row.cause;
        if (!row.clearer.empty())
            words += "  ·  " + row.clearer + (row.open ? " clears it" : " was to clear it");
        paragraph(words, caption_style());
        if (row.waits_for && link("waits-for", "Waits for " + row.waits_for_words))
            later.emplace_back([other = row.waits_for](Context& c) { c.open_card(other); });
        if (row.open && button("clear-block", "Clear this blocker",
                               {.size = ButtonSize::Small, .icon = icons::kCheck}))
            run("block", rules::UnblockCard{.card = id, .block = row.id});
        ImGui::PopID();
    }
    if (!error("block").empty())
        paragraph(error("block"), tone_style(Tone::Danger, text_size::kSmall));
    gap(s.sm);
    (void)context;
}

}  // namespace throughline::gui::card
