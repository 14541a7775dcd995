// Taxonomy values and the naming pattern.
#include "app/gui/settings/sections.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::settings {
namespace {

std::string capital(std::string word) {
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

void draw_term(Editor& editor, const model::Term& term) {
    const Sizes& s = sizes();
    const std::string key = std::to_string(term.id.value);
    ImGui::PushID(key.c_str());
    const float retire = button_width("Bring back");
    ImGui::BeginGroup();
    editor.text("value:" + key, term.value,
                {.name = "Value " + term.value,
                 .read_only = term.retired,
                 .width = std::min(420.0f * s.scale, width_left() - retire - 110.0f * s.scale)},
                [&term](const std::string& text) -> rules::Command {
                    return rules::EditTerm{.term = term.id, .set = {{"value", text}}};
                });
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    if (button("retire", term.retired ? "Bring back" : "Retire",
               {.kind = ButtonKind::Ghost,
                .tooltip = term.retired ? "Offer it in forms again"
                                        : "Not offered in forms any more; what has it keeps it",
                .disabled = !editor.may_change()})) {
        editor.run("retire:" + key,
                   rules::EditTerm{.term = term.id,
                                   .set = {{"retired", term.retired ? "false" : "true"}}});
    }
    if (term.retired) {
        ImGui::SameLine(0, s.sm);
        chip("retired", {.icon = icons::kArchive});
    }
    editor.show_refusal("retire:" + key);
    ImGui::PopID();
}

void draw_add(Editor& editor, TaxonomyForms& forms, const std::string& kind) {
    if (!editor.may_change()) return;
    const Sizes& s = sizes();
    const FieldResult typed =
        text_field("new-value", forms.value,
                   {.placeholder = "New value",
                    .name = "New " + kind,
                    .width = std::min(420.0f * s.scale, width_left() - 100.0f * s.scale)});
    ImGui::SameLine(0, s.sm);
    const bool ready = !trim(forms.value).empty();
    const bool pressed = button(
        "add", "Add",
        {.icon = icons::kPlus, .disabled = !ready, .disabled_why = "Write the value first."});
    if ((pressed || (typed.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false))) && ready) {
        editor.run("add-term", rules::AddTerm{.kind = kind, .value = forms.value},
                   [&forms] { forms.value.clear(); });
    }
    editor.show_refusal("add-term");
}

void draw_new_kind(Editor& editor, TaxonomyForms& forms) {
    if (!editor.may_change()) return;
    const Sizes& s = sizes();
    begin_block(
        "new-kind", "Another list",
        "A list of the team's own, for example format or funnel stage. Its first value makes it.");
    const float width = std::min(260.0f * s.scale, (width_left() - 120.0f * s.scale) * 0.5f);
    ImGui::BeginGroup();
    text_field("kind-name", forms.new_kind,
               {.label = "List", .placeholder = "format", .width = width});
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    text_field("kind-value", forms.value,
               {.label = "First value", .placeholder = "Video", .width = width});
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    label_space();
    const bool ready = !slug(forms.new_kind).empty() && !trim(forms.value).empty();
    if (button("make", "Make the list",
               {.disabled = !ready, .disabled_why = "Write both first."})) {
        editor.run("new-kind", rules::AddTerm{.kind = slug(forms.new_kind), .value = forms.value},
                   [&forms] {
                       forms.value.clear();
                       forms.new_kind.clear();
                   });
    }
    ImGui::EndGroup();
    editor.show_refusal("new-kind");
    end_block();
}

}  // namespace

void draw_taxonomy(Context& context, Editor& editor, TaxonomyForms& forms) {
    const std::vector<std::string> kinds = term_kinds(context.workspace());
    std::vector<std::string> titles;
    for (const std::string& kind : kinds)
        titles.push_back(capital(kind));
    std::vector<TabItem> items;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        items.push_back({.id = kinds[i].c_str(), .label = titles[i]});
    forms.kind = std::clamp(forms.kind, 0, static_cast<int>(kinds.size()) - 1);
    if (tabs("kinds", forms.kind, items)) forms.value.clear();
    gap(sizes().md);
    const std::string& kind = kinds[static_cast<std::size_t>(forms.kind)];
    ImGui::PushID(kind.c_str());
    const auto terms = terms_of(context.workspace(), kind);
    if (terms.empty())
        paragraph("No value yet. Forms that ask for a " + kind + " offer what stands here.",
                  muted_style());
    for (const model::Term* term : terms)
        draw_term(editor, *term);
    draw_add(editor, forms, kind);
    ImGui::PopID();
    gap(sizes().lg);
    if (const model::Board* board = context.workspace().board()) {
        begin_block("naming", "Names of campaigns",
                    "A title that does not fit the pattern is refused, with the pattern shown. "
                    "Empty: any title.");
        editor.text("naming_pattern", board->naming_pattern,
                    {.label = "Pattern",
                     .help = "A regular expression over the whole title",
                     .placeholder = "[A-Z]{2} .+ 20[0-9]{2}"},
                    [](const std::string& text) { return set_board("naming_pattern", text); });
        end_block();
    }
    draw_new_kind(editor, forms);
}

}  // namespace throughline::gui::settings
