#include "app/gui/theme/palette.h"

namespace throughline::gui {
namespace {

void set_distances(ImGuiStyle& style, const Sizes& sizes) {
    // Unscaled values are not needed: every distance comes from `sizes`, which is scaled already.
    style.WindowPadding = {sizes.lg, sizes.lg};
    style.FramePadding = {sizes.md - sizes.xxs,
                          (sizes.control - text_size::kBody * sizes.scale) * 0.5f};
    style.ItemSpacing = {sizes.sm, sizes.sm};
    style.ItemInnerSpacing = {sizes.sm, sizes.xs};
    style.CellPadding = {sizes.sm, sizes.xs};
    style.IndentSpacing = sizes.xl;
    style.ScrollbarSize = sizes.sm + sizes.xxs;
    style.ScrollbarRounding = sizes.sm;
    style.GrabMinSize = sizes.md;
    style.GrabRounding = sizes.radius_sm;
    style.WindowRounding = sizes.radius_lg;
    style.ChildRounding = sizes.radius_card;
    style.FrameRounding = sizes.radius;
    style.PopupRounding = sizes.radius_card;
    style.TabRounding = sizes.radius;
    style.WindowBorderSize = sizes.hair;
    style.ChildBorderSize = 0.0f;
    style.PopupBorderSize = sizes.hair;
    style.FrameBorderSize = sizes.hair;
    style.WindowTitleAlign = {0.0f, 0.5f};
    style.WindowMenuButtonPosition = ImGuiDir_None;
    style.DisabledAlpha = 0.5f;
    style.SeparatorTextBorderSize = sizes.hair;
    style.HoverDelayShort = 0.25f;
    style.HoverDelayNormal = 0.45f;
}

void set_grounds(ImVec4* c, const Theme& t) {
    c[ImGuiCol_Text] = to_vec4(t.text);
    c[ImGuiCol_TextDisabled] = to_vec4(t.text_faint);
    c[ImGuiCol_WindowBg] = to_vec4(t.surface);
    c[ImGuiCol_ChildBg] = {0, 0, 0, 0};
    c[ImGuiCol_PopupBg] = to_vec4(t.surface_raised);
    c[ImGuiCol_Border] = to_vec4(t.border);
    c[ImGuiCol_BorderShadow] = {0, 0, 0, 0};
    c[ImGuiCol_FrameBg] = to_vec4(t.field);
    c[ImGuiCol_FrameBgHovered] = c[ImGuiCol_FrameBgActive] = to_vec4(t.field_hover);
    c[ImGuiCol_TitleBg] = c[ImGuiCol_TitleBgActive] = c[ImGuiCol_TitleBgCollapsed] =
        to_vec4(t.surface);
    c[ImGuiCol_MenuBarBg] = to_vec4(t.surface);
    c[ImGuiCol_ModalWindowDimBg] = c[ImGuiCol_NavWindowingDimBg] = to_vec4(t.dim);
    c[ImGuiCol_TableHeaderBg] = to_vec4(t.surface);
    c[ImGuiCol_TableBorderStrong] = c[ImGuiCol_TableBorderLight] = to_vec4(t.line);
    c[ImGuiCol_TableRowBg] = c[ImGuiCol_TableRowBgAlt] = {0, 0, 0, 0};
}

void set_controls(ImVec4* c, const Theme& t) {
    c[ImGuiCol_Button] = to_vec4(t.surface_raised);
    c[ImGuiCol_ButtonHovered] = to_vec4(flatten(t.hover, t.surface_raised));
    c[ImGuiCol_ButtonActive] = to_vec4(flatten(t.pressed, t.surface_raised));
    c[ImGuiCol_Header] = to_vec4(t.selected);
    c[ImGuiCol_HeaderHovered] = to_vec4(t.hover);
    c[ImGuiCol_HeaderActive] = to_vec4(t.pressed);
    c[ImGuiCol_CheckMark] = c[ImGuiCol_SliderGrab] = c[ImGuiCol_SliderGrabActive] =
        to_vec4(t.accent);
    c[ImGuiCol_NavCursor] = to_vec4(t.focus);
    c[ImGuiCol_TextSelectedBg] = to_vec4(fade(t.accent, 0.35f));
    c[ImGuiCol_InputTextCursor] = to_vec4(t.tone(Tone::Accent).ink);
    c[ImGuiCol_TextLink] = to_vec4(t.tone(Tone::Accent).ink);
    c[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
    c[ImGuiCol_ScrollbarGrab] = to_vec4(fade(t.text_faint, 0.45f));
    c[ImGuiCol_ScrollbarGrabHovered] = to_vec4(fade(t.text_faint, 0.7f));
    c[ImGuiCol_ScrollbarGrabActive] = to_vec4(t.text_faint);
    c[ImGuiCol_Separator] = to_vec4(t.line);
    c[ImGuiCol_SeparatorHovered] = c[ImGuiCol_SeparatorActive] = to_vec4(t.accent);
    c[ImGuiCol_ResizeGrip] = c[ImGuiCol_ResizeGripHovered] =
        c[ImGuiCol_ResizeGripActive] = {0, 0, 0, 0};
    c[ImGuiCol_DragDropTarget] = {0, 0, 0, 0};
    c[ImGuiCol_PlotLines] = c[ImGuiCol_PlotHistogram] = to_vec4(t.accent);
}

}  // namespace

void set_imgui_style(const Theme& theme, const Sizes& sizes) {
    ImGuiStyle style;  // from the defaults each time, so that nothing is scaled twice
    if (theme.dark()) {
        ImGui::StyleColorsDark(&style);
    } else {
        ImGui::StyleColorsLight(&style);
    }
    set_distances(style, sizes);
    set_grounds(style.Colors, theme);
    set_controls(style.Colors, theme);
    style.FontSizeBase = text_size::kBody;
    style.FontScaleDpi = sizes.scale;
    ImGui::GetStyle() = style;
}

}  // namespace throughline::gui
