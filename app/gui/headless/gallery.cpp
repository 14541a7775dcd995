#include "app/gui/headless/gallery.h"

#include <algorithm>

#include "app/gui/headless/gallery_parts.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

namespace throughline::gui::headless {
namespace {

constexpr ImGuiWindowFlags kWholeWindow =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus;

void rail() {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, theme().rail);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().md, sizes().md});
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0.0f);
    ImGui::BeginChild("rail", {sizes().rail, 0},
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().xxs});
    ImGui::AlignTextToFramePadding();
    icon(icons::kBranch, theme().tone(Tone::Accent).ink, text_size::kTitle);
    ImGui::SameLine();
    text("Throughline", heading_style());
    gap(sizes().md);
    rail_item("board", icons::kBoard, "Board", true, {}, Tone::Accent, false, "G B");
    rail_item("intake", icons::kInbox, "Intake", false, "12");
    rail_item("flow", icons::kChart, "Flow", false);
    rail_item("plan", icons::kTarget, "Plan", false);
    rail_item("signals", icons::kBell, "Signals", false, "3", Tone::Danger);
    rail_item("people", icons::kPeople, "People", false);
    rail_item("history", icons::kHistory, "A very long name of a place", false, "104");
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

void columns_of_panels(GalleryState& state) {
    const float gutter = sizes().lg;
    const float width = (width_left() - 2.0f * gutter) / 3.0f;
    const ImVec2 top = ImGui::GetCursorScreenPos();
    for (int column = 0; column < 3; ++column) {
        ImGui::SetCursorScreenPos({top.x + static_cast<float>(column) * (width + gutter), top.y});
        ImGui::PushID(column);
        ImGui::BeginChild("column", {width, 0}, ImGuiChildFlags_NavFlattened);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().lg});
        if (column == 0) gallery_form(state);
        if (column == 1) gallery_controls(state);
        if (column == 2) gallery_figures(state);
        ImGui::PopStyleVar();
        ImGui::EndChild();
        ImGui::PopID();
    }
}

}  // namespace

void draw_gallery(GalleryState& state) {
    const ImGuiViewport& view = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(view.Pos);
    ImGui::SetNextWindowSize(view.Size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
    ImGui::Begin("Gallery", nullptr, kWholeWindow);
    ImGui::PopStyleVar(3);
    rail();
    ImGui::SameLine(0.0f, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().xl, sizes().lg});
    ImGui::BeginChild("page", {0, 0},
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleVar();
    screen_header("Gallery");
    align_right(button_width("New request", {.icon = icons::kPlus}) + sizes().sm +
                260.0f * sizes().scale);
    search_box("search", state.search, "Search everything", "Ctrl+K", 260.0f * sizes().scale);
    ImGui::SameLine();
    if (primary_button("new-request", "New request", icons::kPlus))
        state.last_pressed = "new-request";
    gap(sizes().md);
    columns_of_panels(state);
    ImGui::EndChild();
    ImGui::End();
    gallery_overlays(state);
}

void draw_icon_gallery() {
    const ImGuiViewport& view = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(view.Pos);
    ImGui::SetNextWindowSize(view.Size);
    ImGui::Begin("Icons", nullptr, kWholeWindow);
    const float width = 150.0f * sizes().scale;
    const int per_row = std::max(1, static_cast<int>(width_left() / width));
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < icons::kAllIcons.size(); ++i) {
        const int index = static_cast<int>(i);
        const ImVec2 at{start.x + static_cast<float>(index % per_row) * width,
                        start.y + static_cast<float>(index / per_row) * sizes().row};
        draw_icon(list, {at.x + sizes().md, at.y + sizes().md}, icons::kAllIcons[i].text,
                  theme().text, 22.0f);
        draw_text_middle(list, {at.x + sizes().xl + sizes().xs, at.y + sizes().md},
                         icons::kAllIcons[i].name, caption_style(), width - sizes().xxl);
    }
    ImGui::End();
}

}  // namespace throughline::gui::headless
