// Templates: which there are, and the editor of the chosen one. A change is saved as a new version,
// with the reason.
#include "app/gui/settings/template_parts.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/rules/brief.h"
#include "imgui.h"

#include <array>
#include <utility>

namespace throughline::gui::settings {
namespace {

constexpr std::array<ChoiceItem, 4> kClasses{{{.label = "Standard", .icon = icons::kStandard},
                                              {.label = "Fixed date", .icon = icons::kFixedDate},
                                              {.label = "Expedite", .icon = icons::kExpedite},
                                              {.label = "Intangible", .icon = icons::kIntangible}}};

void choose_template(Context& context, TemplateForms& forms,
                     const std::vector<const model::Template*>& all) {
    const Sizes& s = sizes();
    float used = 0;
    const float room = width_left();
    for (const model::Template* form : all) {
        const std::string label = form->name + (form->retired ? " (retired)" : "");
        const float width = chip_size(label).x + s.sm;
        if (used > 0 && used + width < room) ImGui::SameLine(0, s.xs);
        used = used + width < room ? used + width + s.xs : width;
        if (chip_button(("template:" + form->handle).c_str(), label, forms.chosen == form->id,
                        {.icon = form->retired ? icons::kArchive : nullptr})) {
            forms.draft = draft_of(context.workspace(), form->id);
            forms.chosen = form->id;
            forms.open_field = -1;
        }
    }
}

void draw_head(Context& context, Editor& editor, TemplateForms& forms,
               const model::Template& form) {
    const Sizes& s = sizes();
    rules::ReviseTemplate& revision = forms.draft.revision;
    begin_block("head", form.name + ", version " + std::to_string(forms.draft.number));
    if (const model::TemplateVersion* version = context.workspace().find(form.current);
        version != nullptr && !version->why.empty()) {
        paragraph("Why this version: " + version->why, muted_style());
    }
    ImGui::BeginDisabled(!editor.may_change());
    const float width = column_width(2);
    text_field("name", revision.name, {.label = "Name", .required = true});
    text_area("description", revision.description,
              {.label = "What it is for", .help = "Shown when somebody chooses what to ask for"}, 2,
              5);
    ImGui::BeginGroup();
    std::optional<double> hours = revision.sla_hours;
    if (number_field("sla", hours,
                     {.label = "Answered within",
                      .help = "Working hours from submitted to accepted, declined or merged",
                      .width = width},
                     {.unit = "hours", .min = 1, .max = 10000}) &&
        hours)
        revision.sla_hours = static_cast<int>(*hours);
    ImGui::EndGroup();
    ImGui::SameLine(0, s.md);
    ImGui::BeginGroup();
    int service_class = static_cast<int>(revision.service_class);
    if (choice("class", service_class, kClasses,
               {.label = "Usual class of service", .width = width}) &&
        service_class >= 0)
        revision.service_class = static_cast<model::ServiceClass>(service_class);
    ImGui::EndGroup();
    text_area("checklist", forms.draft.checklist,
              {.label = "Checklist",
               .help = "One step a line; put on the card when the request is accepted"},
              3, 10);
    ImGui::EndDisabled();
    end_block();
}

void draw_fields(Context& context, Editor& editor, TemplateForms& forms) {
    std::vector<model::BriefField>& fields = forms.draft.revision.fields;
    begin_block("fields", "Questions",
                "Beside those of every brief: title, what, audience, why now, success measure, "
                "objective, needed by, resources.");
    if (fields.empty()) text("No question of its own.", muted_style());
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const FieldAct act = draw_template_field(context, forms, i, editor.may_change());
        if (act == FieldAct::None) continue;
        if (act == FieldAct::Up) std::swap(fields[i], fields[i - 1]);
        if (act == FieldAct::Down) std::swap(fields[i], fields[i + 1]);
        if (act == FieldAct::Remove) fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(i));
        forms.open_field = -1;
        break;
    }
    if (editor.may_change() && button("add-field", "Add a question", {.icon = icons::kPlus})) {
        fields.push_back(new_field(fields));
        forms.open_field = static_cast<int>(fields.size()) - 1;
    }
    end_block();
}

void draw_save(Context& context, Editor& editor, TemplateForms& forms,
               const model::Template& form) {
    if (!editor.may_change()) return;
    const Sizes& s = sizes();
    const bool changed = forms.draft.is_changed();
    if (changed) {
        begin_block(
            "save", "Save as version " + std::to_string(forms.draft.number + 1),
            "Briefs that were written keep version " + std::to_string(forms.draft.number) + ".");
        text_field("why", forms.draft.revision.why,
                   {.label = "Why",
                    .placeholder = "Legal asks for the claim's source",
                    .optional_mark = true});
        if (button("save", "Save version " + std::to_string(forms.draft.number + 1),
                   {.kind = ButtonKind::Primary, .icon = icons::kSave})) {
            editor.run("save-template", revision_of(forms.draft),
                       [&forms] { forms.draft.number = -1; });
        }
        ImGui::SameLine(0, s.sm);
        if (button("discard", "Take the changes back")) {
            forms.draft = draft_of(context.workspace(), form.id);
            editor.forget("save-template");
        }
        editor.show_refusal("save-template");
        end_block();
    } else if (button("retire", form.retired ? "Bring back" : "Retire the template",
                      {.icon = icons::kArchive,
                       .tooltip = form.retired
                                      ? "Offer it again"
                                      : "Not offered for new briefs any more; old ones keep it"})) {
        editor.run("retire-template",
                   rules::RetireTemplate{.form = form.id, .retired = !form.retired});
    }
    editor.show_refusal("retire-template");
}

void draw_add(Editor& editor, TemplateForms& forms,
              const std::vector<const model::Template*>& all) {
    if (!editor.may_change()) return;
    const Sizes& s = sizes();
    gap(s.lg);
    begin_block("add", "Add a template");
    std::vector<ChoiceItem> items;
    for (const model::Template* form : all)
        items.push_back({.label = form->name});
    const float width = std::min(280.0f * s.scale, column_width(3));
    ImGui::BeginGroup();
    text_field("new-name", forms.name, {.label = "Name", .placeholder = "Podcast", .width = width});
    ImGui::EndGroup();
    ImGui::SameLine(0, s.md);
    ImGui::BeginGroup();
    choice("copy-of", forms.copy_of, items,
           {.label = "Begin with", .placeholder = "No questions of its own", .width = width},
           "No questions of its own");
    ImGui::EndGroup();
    ImGui::SameLine(0, s.md);
    ImGui::BeginGroup();
    label_space();
    const bool ready = !trim(forms.name).empty();
    if (button(
            "add-template", "Add template",
            {.icon = icons::kPlus, .disabled = !ready, .disabled_why = "Write its name first."})) {
        const model::TemplateId copy = forms.copy_of < 0
                                           ? model::TemplateId{}
                                           : all[static_cast<std::size_t>(forms.copy_of)]->id;
        editor.run("add-template", rules::AddTemplate{.name = forms.name, .copy_of = copy},
                   [&forms] { forms.name.clear(); });
    }
    ImGui::EndGroup();
    editor.show_refusal("add-template");
    end_block();
}

}  // namespace

void draw_templates(Context& context, Editor& editor, TemplateForms& forms) {
    const std::vector<const model::Template*> all = templates_of(context.workspace());
    const model::Template* form = context.workspace().find(forms.chosen);
    if (form == nullptr && !all.empty()) {
        form = all.front();
        forms.chosen = form->id;
        forms.draft = draft_of(context.workspace(), form->id);
    }
    if (form != nullptr) {
        const model::TemplateVersion* version = context.workspace().find(form->current);
        // Saved, undone, or changed by others while nothing was being written here.
        if (version != nullptr && version->number != forms.draft.number &&
            (forms.draft.number < 0 || !forms.draft.is_changed()))
            forms.draft = draft_of(context.workspace(), form->id);
        choose_template(context, forms, all);
        gap(sizes().lg);
        if (version != nullptr && forms.draft.number > 0 && version->number != forms.draft.number) {
            notice("others", {.tone = Tone::Warning,
                              .text = "Version " + std::to_string(version->number) +
                                      " was saved meanwhile. What you save replaces it; take your "
                                      "changes back to see it."});
            gap(sizes().md);
        }
        ImGui::PushID(form->handle.c_str());
        draw_head(context, editor, forms, *form);
        draw_fields(context, editor, forms);
        draw_save(context, editor, forms, *form);
        ImGui::PopID();
    }
    draw_add(editor, forms, all);
}

}  // namespace throughline::gui::settings
