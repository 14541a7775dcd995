// Playbooks: the templates at the side, the chosen one as a page.
#include "app/gui/learning/learning_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

namespace throughline::gui::learning {
namespace {

constexpr std::size_t kMostVersions = 20;

void draw_list_item(std::string_view mark, const std::string& words) {
    begin_chip_line();
    icon(mark == "check" ? icons::kCheck : icons::kChevronRight, theme().text_muted,
         text_size::kIconSmall);
    ImGui::SameLine(0.0f, sizes().sm);
    paragraph(words);
}

void draw_checklist(const Playbook& book) {
    section_header("Checklist", std::to_string(book.checklist.size()),
                   "Put on every card of this kind when it is accepted.");
    gap(sizes().xs);
    if (book.checklist.empty()) text("This template has no checklist.", muted_style());
    for (const std::string& line : book.checklist)
        draw_list_item("check", line);
}

void draw_policies(const std::vector<PolicyRow>& rows) {
    section_header("Policies", {}, "Of every column, for all kinds of work.");
    for (const PolicyRow& row : rows) {
        gap(sizes().sm);
        text(row.column, {.weight = Weight::Semibold});
        if (!row.entry.empty()) draw_list_item("rule", "To enter: " + row.entry);
        if (!row.exit.empty()) draw_list_item("rule", "To leave: " + row.exit);
        if (!row.gate.empty()) draw_list_item("check", "Gate: " + join(row.gate, ", "));
    }
    if (rows.empty()) text("No column has a policy yet.", muted_style());
}

void draw_versions(const Playbook& book) {
    section_header("Versions", std::to_string(book.versions.size()),
                   "Each brief keeps the version it was written against.");
    const std::size_t shown = std::min(book.versions.size(), kMostVersions);
    for (std::size_t i = 0; i < shown; ++i) {
        const VersionRow& row = book.versions[i];
        gap(sizes().sm);
        chip("Version " + std::to_string(row.number), {.outlined = i > 0});
        ImGui::SameLine(0.0f, sizes().sm);
        text(row.when + (row.by.empty() ? "" : ", " + row.by), muted_style());
        if (!row.why.empty()) paragraph("Why: " + row.why);
        for (const std::string& change : row.changes)
            draw_list_item("rule", change);
    }
    if (shown < book.versions.size())
        text("and " + std::to_string(book.versions.size() - shown) + " earlier ones",
             muted_style());
}

}  // namespace

void LearningView::State::draw_playbook(Context& context) {
    const Playbook* book = playbooks.find(form);
    if (book == nullptr) return;
    text(book->name, title_style());
    const ButtonOptions options{.icon = icons::kOpen};
    align_right(button_width("Change the template", options));
    if (button("change-template", "Change the template", options))
        context.open_settings("templates");
    if (!book->description.empty()) paragraph(book->description);
    text(book->promise, muted_style());
    gap(sizes().xl);
    draw_map(context);
    gap(sizes().xl);
    draw_checklist(*book);
    gap(sizes().xl);
    draw_policies(playbooks.policies());
    gap(sizes().xl);
    draw_versions(*book);
    gap(sizes().xl);
}

void LearningView::State::draw_playbooks(Context& context) {
    playbooks.refresh(context.workspace(), context.zone(), context.desk().revision());
    if (playbooks.all().empty()) {
        const NoticeAction action{"to-templates", "Open the templates", ButtonKind::Primary};
        if (empty_state("no-playbooks", {.icon = icons::kDocument,
                                         .title = "No templates yet",
                                         .text = "A playbook is what a template asks, the steps of "
                                                 "its work and how it came to be so.",
                                         .actions = {&action, 1}}) == 0)
            context.open_settings("templates");
        return;
    }
    if (playbooks.find(form) == nullptr) form = playbooks.all().front().id;
    for (std::size_t i = 0; i < playbooks.all().size(); ++i) {
        const Playbook& book = playbooks.all()[i];
        const std::string label =
            book.name + (book.steps.empty() ? "" : " · " + std::to_string(book.steps.size()));
        if (i > 0) flow(chip_size(label).x + sizes().md);
        if (chip_button(("playbook:" + book.handle).c_str(), label, form == book.id, {},
                        book.steps.empty()
                            ? "No process map yet"
                            : "Steps of its process map: " + std::to_string(book.steps.size())))
            form = book.id;
    }
    gap(sizes().lg);
    draw_playbook(context);
}

}  // namespace throughline::gui::learning
