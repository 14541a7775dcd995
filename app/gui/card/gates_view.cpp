// What must be done before the card may go on: definition of ready, gate of its column.
#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

#include "imgui.h"

namespace throughline::gui::card {
namespace {

void mark(CardPanel::State& state, const GateRow& row, model::Verdict verdict, std::string note = {}) {
    state.run(rules::MarkGate{state.card, row.item, verdict, std::move(note)}, "gate:" + row.title, [&state] { state.rejecting = {}; });
}

void clear(CardPanel::State& state, const GateRow& row) { state.run(rules::ClearGate{state.card, row.item}, "gate:" + row.title); }

void draw_reject(CardPanel::State& state, const GateRow& row) {
    text_area(("reject-reason:" + row.title).c_str(), state.reject_reason, {.label = "Why it is rejected", .required = true}, 2, 4);
    const bool empty = state.reject_reason.find_first_not_of(" \n\t") == std::string::npos;
    if (button(("reject-confirm:" + row.title).c_str(), "Reject", {.kind = ButtonKind::Danger, .disabled = empty, .disabled_why = "Say why first."})) {
        mark(state, row, model::Verdict::Rejected, state.reject_reason);
    }
    ImGui::SameLine(0.0f, sizes().sm);
    if (ghost_button(("reject-cancel:" + row.title).c_str(), "Cancel")) state.rejecting = {};
}

void draw_approval(CardPanel::State& state, const GateRow& row) {
    const Tone tone = row.passed ? Tone::Success : row.rejected ? Tone::Danger : Tone::Neutral;
    icon(row.passed ? icons::kCheckCircle : row.rejected ? icons::kAlertCircle : icons::kShield, theme().tone(tone).ink);
    ImGui::SameLine(0.0f, sizes().sm);
    ButtonOptions small{.size = ButtonSize::Small};
    const bool marked = row.passed || row.rejected;
    const float buttons = marked ? button_width("Clear", small) : button_width("Approve", small) + sizes().sm + button_width("Reject", small);
    text_ellipsis(row.title, body_style(), width_left() - buttons - sizes().md);
    align_right(buttons);
    if (marked) {
        if (button(("gate-clear:" + row.title).c_str(), "Clear", small)) clear(state, row);
        return;
    }
    if (button(("gate:" + row.title).c_str(), "Approve", small)) mark(state, row, model::Verdict::Approved);
    ImGui::SameLine(0.0f, sizes().sm);
    if (button(("gate-reject:" + row.title).c_str(), "Reject", small)) {
        state.rejecting = row.item;
        state.reject_reason.clear();
    }
}

void draw_gate(CardPanel::State& state, const GateRow& row) {
    ImGui::PushID(static_cast<int>(row.item.value & 0x7fffffff));
    const std::string facts = row.who.empty() ? "" : (row.rejected ? "Rejected by " : row.approval ? "Approved by " : "") + row.who + (row.note.empty() ? "" : ": " + row.note);
    if (row.approval) {
        draw_approval(state, row);
        if (!facts.empty()) paragraph(facts, {.size = text_size::kSmall, .colour = theme().tone(row.rejected ? Tone::Danger : Tone::Neutral).ink});
    } else {
        bool done = row.passed;
        if (checkbox(("gate:" + row.title).c_str(), row.title, done, facts)) {
            if (done) {
                mark(state, row, model::Verdict::Done);
            } else {
                clear(state, row);
            }
        }
    }
    if (state.rejecting == row.item) draw_reject(state, row);
    show_refusal(state, "gate:" + row.title);
    gap(sizes().xs);
    ImGui::PopID();
}

std::string count_of(const std::vector<GateRow>& rows) {
    std::size_t passed = 0;
    for (const GateRow& row : rows) passed += row.passed ? 1 : 0;
    return std::to_string(passed) + " of " + std::to_string(rows.size());
}

}  // namespace

void draw_gates(CardPanel::State& state, Context&) {
    const CardDetail& d = state.detail;
    if (!d.ready_checks.empty() || !d.ready_items.empty()) {
        section_header("Definition of ready", {}, "Asked when the card crosses the commitment point");
        for (const CheckRow& row : d.ready_checks) {
            icon(row.passed ? icons::kCheckCircle : icons::kAlertCircle, theme().tone(row.passed ? Tone::Success : Tone::Warning).ink);
            ImGui::SameLine(0.0f, sizes().sm);
            text_ellipsis(row.words + (row.passed ? "" : " is missing"), body_style());
        }
        for (const GateRow& row : d.ready_items) draw_gate(state, row);
        gap(sizes().md);
    }
    if (d.gates.empty()) return;
    section_header("Gate of " + d.gate_column, count_of(d.gates), "Everything here is done before the card goes on");
    for (const GateRow& row : d.gates) draw_gate(state, row);
}

}  // namespace throughline::gui::card
