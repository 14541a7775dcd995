#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "core/base/text.h"

namespace throughline::gui::card {
namespace {

const char* icon_of(const LinkRow& row) {
    if (row.other)
        return row.relation == "parent" || row.relation == "child" ? icons::kBranch : icons::kLink;
    return row.kind == model::LinkKind::File ? icons::kAttachment : icons::kOpen;
}

}  // namespace

void CardPanel::State::draw_links(Context& context) {
    const Sizes& s = sizes();
    section_header("Links",
                   detail->links.empty() ? std::string() : std::to_string(detail->links.size()),
                   detail->links.empty() ? "Pages, files, and cards it waits for." : "");
    for (const LinkRow& row : detail->links) {
        const std::string row_id = "link:" + row.title;
        ImGui::PushID(row_id.c_str());
        icon(icon_of(row), theme().text_muted);
        ImGui::SameLine(0, s.sm);
        text(row.relation, caption_style());
        ImGui::SameLine(0, s.sm);
        if (link("open-link", row.title, row.target)) {
            if (row.other) {
                later.emplace_back([other = row.other](Context& c) { c.open_card(other); });
            } else {
                later.emplace_back([target = row.target](Context& c) {
                    c.copy_text(target);
                    c.toast({.text = "Copied " + target});
                });
            }
        }
        if (row.id) {
            ImGui::SameLine(0, s.sm);
            if (icon_button("remove-link", icons::kClose, "Remove this link",
                            {.kind = ButtonKind::Ghost, .size = ButtonSize::Small}))
                run("link", rules::RemoveLink{.link = row.id});
        }
        if (row.relation == "parent") {
            ImGui::SameLine(0, s.sm);
            if (icon_button("remove-parent", icons::kClose, "No longer a part of it",
                            {.kind = ButtonKind::Ghost, .size = ButtonSize::Small}))
                run("link", rules::EditCard{.card = id, .set = {{"parent", ""}}});
        }
        ImGui::PopID();
    }
    const ChoiceItem kinds[] = {
        {.label = "Web page"}, {.label = "File"}, {.label = "Depends on"}, {.label = "Parent"}};
    const float kind_width = 150.0f * s.scale;
    choice("link-kind", link_kind, kinds, {.name = "Kind of link", .width = kind_width});
    ImGui::SameLine(0, s.sm);
    const bool to_card = link_kind >= 2;
    const FieldResult typed = text_field("link-target", link_target,
                                         {.placeholder = to_card          ? "MKT-12, Enter"
                                                         : link_kind == 1 ? "Path, Enter"
                                                                          : "https://, Enter",
                                          .error = error("link"),
                                          .name = "Link target",
                                          .icon = icons::kPlus});
    const bool entered = typed.committed && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                                             ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
    if (entered && !trim(link_target).empty()) {
        const std::string target(trim(link_target));
        const model::Card* other =
            to_card ? model::card_by_key(context.workspace(), target) : nullptr;
        if (to_card && other == nullptr) {
            errors["link"] = "There is no card " + target + ". Write a key such as MKT-12.";
        } else {
            if (link_kind == 3) {
                run("link", rules::EditCard{.card = id, .set = {{"parent", target}}});
            } else {
                run("link", rules::AddLink{.card = id,
                                           .kind = link_kind == 0   ? model::LinkKind::Web
                                                   : link_kind == 1 ? model::LinkKind::File
                                                                    : model::LinkKind::DependsOn,
                                           .other = other != nullptr ? other->id : model::CardId{},
                                           .target = to_card ? "" : target});
            }
            link_target.clear();
        }
    }
    gap(s.sm);
}

}  // namespace throughline::gui::card
