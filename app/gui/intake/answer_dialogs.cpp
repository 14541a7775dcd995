// Asking, declining and merging.
#include "app/gui/intake/triage_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include <array>

namespace throughline::gui::intake {
namespace {

constexpr const char* kAsk = "ask-requester";
constexpr const char* kDecline = "decline-request";
constexpr const char* kMerge = "merge-request";

void draw_dialog_refusal(const TriageScreen& screen) {
    if (!screen.refusal) return;
    (void)notice(
        "decision-refusal",
        {.tone = Tone::Danger, .title = screen.refusal->reason, .remedy = screen.refusal->remedy});
}

// Tried first, so that a refusal stays in the dialog.
void decide(TriageScreen& screen, Context& context, const char* dialog,
            const rules::Command& command, const std::string& done) {
    const rules::Verdict verdict = context.desk().preview(command);
    if (!verdict) {
        screen.refusal = verdict.error();
        keep_dialog_open(dialog);
        return;
    }
    (void)context.run_with_undo(command, done);
}

void draw_quick_reasons(std::string& words) {
    static constexpr std::array<const char*, 5> kReasons{
        "It serves no objective of this quarter", "The effect is too small for its size",
        "There is no capacity before its date", "It is not marketing's work",
        "It is done already or under way elsewhere"};
    const float right = ImGui::GetCursorScreenPos().x + width_left();
    for (std::size_t i = 0; i < kReasons.size(); ++i) {
        const float width = chip_size(kReasons[i]).x;
        if (i > 0 && ImGui::GetItemRectMax().x + sizes().xs + width <= right)
            ImGui::SameLine(0.0f, sizes().xs);
        const std::string id = "reason:" + std::to_string(i + 1);
        if (chip_button(id.c_str(), kReasons[i], words == kReasons[i], {.outlined = true}))
            words = kReasons[i];
    }
}

// Ctrl+Enter leaves the field even when there is nothing to send yet: the keyboard goes back to it.
bool take_focus_back(bool ready) {
    return !ready && ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter);
}

// The list to merge into: those that match what is typed, the most alike first.
void draw_merge_list(TriageScreen& screen) {
    search_box("field:merge-query", screen.merge_query, "Search requests", {}, 0.0f,
               ImGui::IsWindowAppearing());
    const float height = 6.0f * sizes().row;
    ImGui::BeginChild("merge-list", {0.0f, height},
                      ImGuiChildFlags_Borders | ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().xxs});
    int shown = 0;
    for (std::size_t i = 0; i < screen.merges.size() && shown < 50; ++i) {
        const MergeOption& one = screen.merges[i];
        if (!matches_query(one.label, screen.merge_query)) continue;
        ++shown;
        const std::string id = "into:" + one.label.substr(0, one.label.find(' '));
        const RowState row =
            list_row(id.c_str(), one.label, screen.merge_into == static_cast<int>(i));
        if (row.pressed) screen.merge_into = static_cast<int>(i);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float y = (row.min.y + row.max.y) * 0.5f;
        const TextStyle note{.size = text_size::kSmall, .colour = theme().text_muted};
        const float width = text_width(one.note, note);
        draw_text_middle(list, {row.max.x - sizes().sm - width, y}, one.note, note);
        draw_text_middle(list, {row.min.x + sizes().sm, y}, one.label, body_style(),
                         row.max.x - row.min.x - width - sizes().xl);
    }
    if (shown == 0) paragraph("There is no other request to merge it into.", muted_style());
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace

void draw_ask_dialog(TriageScreen& screen, Context&, Acts& acts) {
    if (screen.dialog == Decision::Ask) open_dialog(kAsk);
    if (!is_dialog_open(kAsk)) return;
    const bool ready = !trim(screen.words).empty();
    const std::string title = "Ask about " + screen.subject_key;
    if (!begin_dialog(
            kAsk, {.title = title,
                   .text = "The requester is asked, and the clock stands still until the answer.",
                   .icon = icons::kHelp,
                   .confirm = "Ask",
                   .confirm_enabled = ready,
                   .confirm_disabled_why = "Write the question.",
                   .width = 520.0f})) {
        return;
    }
    text_area("field:question", screen.words,
              {.label = "Question",
               .placeholder = "Which customers does the list leave out?",
               .required = true,
               .focus = take_focus_back(ready)},
              3, 8);
    draw_dialog_refusal(screen);
    if (end_dialog() != DialogResult::Confirmed) return;
    acts.add([&screen, id = screen.subject, key = screen.subject_key](Context& c) {
        decide(screen, c, kAsk, rules::AskRequester{id, screen.words},
               key + " waits for its requester");
    });
}

void draw_decline_dialog(TriageScreen& screen, Context&, Acts& acts) {
    if (screen.dialog == Decision::Decline) open_dialog(kDecline);
    if (!is_dialog_open(kDecline)) return;
    const bool ready = !trim(screen.words).empty();
    const std::string title = "Decline " + screen.subject_key;
    if (!begin_dialog(kDecline, {.title = title,
                                 .text = "The requester reads the reason.",
                                 .icon = icons::kClose,
                                 .tone = Tone::Danger,
                                 .confirm = "Decline",
                                 .confirm_enabled = ready,
                                 .confirm_disabled_why = "Give the reason.",
                                 .width = 520.0f})) {
        return;
    }
    text_area("field:reason", screen.words,
              {.label = "Reason", .required = true, .focus = take_focus_back(ready)}, 2, 6);
    draw_quick_reasons(screen.words);
    draw_dialog_refusal(screen);
    if (end_dialog() != DialogResult::Confirmed) return;
    acts.add([&screen, id = screen.subject, key = screen.subject_key](Context& c) {
        decide(screen, c, kDecline, rules::DeclineRequest{id, screen.words}, key + " declined");
    });
}

void draw_merge_dialog(TriageScreen& screen, Context&, Acts& acts) {
    if (screen.dialog == Decision::Merge) open_dialog(kMerge);
    if (!is_dialog_open(kMerge)) return;
    const bool ready = screen.merge_into >= 0;
    const std::string title = "Merge " + screen.subject_key;
    const std::string about = screen.subject_title + ": goes on as part of the request you choose.";
    if (!begin_dialog(kMerge, {.title = title,
                               .text = about,
                               .icon = icons::kBranch,
                               .confirm = "Merge",
                               .confirm_enabled = ready,
                               .confirm_disabled_why = "Choose the request it goes into.",
                               .width = 560.0f})) {
        return;
    }
    draw_merge_list(screen);
    text_field("field:reason", screen.words,
               {.label = "Note to the requester", .optional_mark = true});
    draw_dialog_refusal(screen);
    if (end_dialog() != DialogResult::Confirmed || !ready) return;
    const MergeOption into = screen.merges[static_cast<std::size_t>(screen.merge_into)];
    acts.add([&screen, id = screen.subject, key = screen.subject_key, into](Context& c) {
        const std::string target = into.label.substr(0, into.label.find(' '));
        decide(screen, c, kMerge, rules::MergeRequest{id, into.id, screen.words},
               key + " merged into " + target);
    });
}

}  // namespace throughline::gui::intake
