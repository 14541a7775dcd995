// Over the page: how the report stands, and what can be done with it. Issuing freezes it.
#include "app/gui/monthly/monthly_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/rules/command.h"
#include "imgui.h"

#include <utility>

namespace throughline::gui::monthly {
namespace {

constexpr const char* kIssue = "issue-report-dialog";

std::string_view standing(const MonthLine& line) {
    switch (line.state) {
        case MonthState::Issued: return "";
        case MonthState::Due:
            return "The month is over and its report is due. It is drafted from the data as it "
                   "stands now; add your own words to any section, then issue it.";
        case MonthState::Missing:
            return "This report was never issued, a later one was. It is drafted from the data as "
                   "it stands now.";
        case MonthState::Draft:
        case MonthState::Running:
            return "The month goes on: this is how its report would read today. Words that you "
                   "write are kept.";
    }
    return "";
}

}  // namespace

// Not by context.copy_text, which says all that was copied.
void MonthlyView::State::copy_markdown(Context& context) const {
    const Written* now = written.written();
    if (now == nullptr) return;
    ImGui::SetClipboardText(now->markdown.c_str());
    context.toast({.tone = ToastRequest::Tone::Success,
                   .text = "Copied as Markdown: " + now->document.title,
                   .action = {},
                   .on_action = {}});
}

void MonthlyView::State::draw_head(Context& context) {
    const Sizes& s = sizes();
    const MonthLine* chosen = line();
    if (chosen == nullptr) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.xl, s.md});
    ImGui::BeginChild("report-head", {0, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding |
                          ImGuiChildFlags_AutoResizeY,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    text(chosen->title, title_style());
    const Written* now = written.written();
    const bool made = now != nullptr;
    const ButtonOptions copy{.icon = icons::kCopy, .disabled = !made};
    const ButtonOptions save{.icon = icons::kDownload, .disabled = !made};
    const bool is_open = !is_issued();
    const ButtonOptions issue{.kind = ButtonKind::Primary,
                              .icon = icons::kSend,
                              .disabled = !why_not_issue.empty() || issuing != nullptr || !made,
                              .disabled_why = why_not_issue};
    align_right(button_width("Copy Markdown", copy) + button_width("Save files", save) + s.sm +
                (is_open ? button_width("Issue", issue) + s.sm : 0.0f));
    if (button("copy-markdown", "Copy Markdown", copy) && made) copy_markdown(context);
    ImGui::SameLine(0, s.sm);
    if (button("save-files", "Save files", save)) open_export = true;
    if (is_open) {
        ImGui::SameLine(0, s.sm);
        if (button("issue", issuing != nullptr ? "Issuing" : "Issue", issue)) open_issue = true;
    }
    paragraph(is_open ? standing(*chosen) : std::string_view(issued_words), muted_style());
    draw_conflict();
    ImGui::EndChild();
}

void MonthlyView::State::draw_issue() {
    const MonthLine* chosen = line();
    if (std::exchange(open_issue, false) && chosen != nullptr && issuing == nullptr)
        open_dialog(kIssue);
    if (!is_dialog_open(kIssue) || chosen == nullptr) return;
    const std::string title = "Issue the report of " + chosen->title;
    if (!begin_dialog(
            kIssue,
            {.title = title,
             .text = "It is frozen as it is sent: its figures, Markdown, HTML and the hash of the "
                     "journal. It cannot be taken back; what is corrected later is listed in the "
                     "next report.",
             .icon = icons::kSend,
             .confirm = "Issue",
             .confirm_enabled = why_not_issue.empty(),
             .confirm_disabled_why = why_not_issue})) {
        return;
    }
    if (!why_not_issue.empty())
        (void)notice("refusal", {.tone = Tone::Danger, .title = why_not_issue});
    if (end_dialog() == DialogResult::Confirmed) issuing = std::make_shared<Head>();
}

// The head of the journal first, then a draft that carries it, then the command; from the start
// again when the board changed in between.
void MonthlyView::State::go_on_issuing(Context& context) {
    if (issuing == nullptr) return;
    const std::int64_t seq = context.workspace().seq();
    if (issuing->known && issuing->seq != seq) *issuing = {};
    if (!issuing->asked) {
        issuing->asked = true;
        context.desk().history(
            seq + 1, 1,
            [head = std::weak_ptr(issuing)](const Result<std::vector<journal::Entry>>& answer) {
                const auto waiting = head.lock();
                if (waiting == nullptr) return;
                waiting->known = true;
                if (answer && !answer->empty()) {
                    waiting->seq = answer->front().seq;
                    waiting->hash = answer->front().hash;
                }
            });
        return;
    }
    const Written* draft = written.written();
    if (!issuing->known || draft == nullptr || !written.is_current() ||
        draft->head != issuing->hash || draft->seq != issuing->seq) {
        return;
    }
    const rules::IssueReport command{month, draft->figures, draft->markdown, draft->html,
                                     issuing->hash};
    const std::string title = line() == nullptr ? month : line()->title;
    issuing.reset();
    if (context.run(command)) {
        to_top = true;
        context.toast({.tone = ToastRequest::Tone::Success,
                       .text = "Issued the report of " + title,
                       .action = "Save files",
                       .on_action = [this] { open_export = true; }});
    }
}

}  // namespace throughline::gui::monthly
