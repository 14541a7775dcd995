#include "app/gui/widgets/text.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "app/gui/theme/fonts.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"
#include "imgui_internal.h"

namespace throughline::gui {
namespace {

constexpr std::string_view kEllipsis = "…";

// Distance from a line's top to the middle of its capitals.
float capital_middle(ImFont* font, float px) {
    const ImFontGlyph* glyph = font->GetFontBaked(px)->FindGlyphNoFallback('H');
    return glyph != nullptr ? (glyph->Y0 + glyph->Y1) * 0.5f : px * 0.5f;
}

}  // namespace

void whole_for_keyboard(std::string_view words, ImVec2 at) {
    if (const KeyboardPlace place = keyboard_place(); place.id != 0 && place.holds(at))
        keyboard_tooltip(place, words);
}

ImU32 text_colour(const TextStyle& style) {
    return ImGui::GetColorU32(style.colour != 0 ? style.colour : theme().text);
}

TextStyle body_style() {
    return {};
}

TextStyle muted_style() {
    return {.colour = theme().text_muted};
}

TextStyle caption_style() {
    return {.size = text_size::kCaption, .colour = theme().text_muted};
}

TextStyle heading_style() {
    return {.size = text_size::kHeading, .weight = Weight::Semibold};
}

TextStyle title_style() {
    return {.size = text_size::kTitle, .weight = Weight::Semibold};
}

TextStyle display_style() {
    return {.size = text_size::kDisplay, .weight = Weight::Semibold};
}

TextStyle tone_style(Tone tone, float size, Weight weight) {
    return {.size = size, .weight = weight, .colour = theme().tone(tone).ink};
}

ImFont* font_of(Weight weight) {
    const Fonts& f = fonts();
    ImFont* chosen = f.regular;
    switch (weight) {
        case Weight::Regular: break;
        case Weight::Semibold: chosen = f.semibold; break;
        case Weight::Bold: chosen = f.bold; break;
        case Weight::Mono: chosen = f.mono; break;
    }
    return chosen != nullptr ? chosen : ImGui::GetFont();
}

FontScope::FontScope(const TextStyle& style) : FontScope(style.weight, style.size) {}

FontScope::FontScope(Weight weight, float size) {
    ImGui::PushFont(font_of(weight), size);
}

FontScope::~FontScope() {
    ImGui::PopFont();
}

float line_height(const TextStyle& style) {
    return text_px(style.size);
}

float text_width(std::string_view line, const TextStyle& style) {
    if (line.empty()) return 0.0f;
    const char* begin = line.data();
    const ImVec2 size =
        font_of(style.weight)
            ->CalcTextSizeA(text_px(style.size), FLT_MAX, 0.0f, begin, begin + line.size());
    return std::ceil(size.x);
}

std::string ellipsize(std::string_view line, const TextStyle& style, float width) {
    const std::size_t newline = line.find('\n');
    const bool several = newline != std::string_view::npos;
    if (several) line = line.substr(0, newline);
    if (!several && text_width(line, style) <= width) return std::string(line);
    const float room = width - text_width(kEllipsis, style);
    const char* begin = line.data();
    const char* rest = begin;
    if (room > 0.0f) {
        font_of(style.weight)
            ->CalcTextSizeA(text_px(style.size), room, 0.0f, begin, begin + line.size(), &rest);
    }
    std::string result(begin, static_cast<std::size_t>(rest - begin));
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    result += kEllipsis;
    return result;
}

float draw_text(ImDrawList& list, ImVec2 pos, std::string_view line, const TextStyle& style,
                float max_width) {
    if (line.empty()) return 0.0f;
    const float px = text_px(style.size);
    const float full = text_width(line, style);
    test_text(line, pos, {pos.x + std::max(full, 1.0f), pos.y + px});
    const ImVec2 at{std::round(pos.x), std::round(pos.y)};
    const bool fits =
        (max_width <= 0.0f || full <= max_width) && line.find('\n') == std::string_view::npos;
    if (fits) {
        list.AddText(font_of(style.weight), px, at, text_colour(style), line.data(),
                     line.data() + line.size());
        return full;
    }
    const std::string cut = ellipsize(line, style, max_width > 0.0f ? max_width : full);
    whole_for_keyboard(line, {pos.x + 1.0f, pos.y + px * 0.5f});
    list.AddText(font_of(style.weight), px, at, text_colour(style), cut.data(),
                 cut.data() + cut.size());
    return text_width(cut, style);
}

float draw_text_middle(ImDrawList& list, ImVec2 left_middle, std::string_view line,
                       const TextStyle& style, float max_width) {
    const float middle = capital_middle(font_of(style.weight), text_px(style.size));
    return draw_text(list, {left_middle.x, left_middle.y - middle}, line, style, max_width);
}

void draw_text_centred(ImDrawList& list, ImVec2 min, ImVec2 max, std::string_view line,
                       const TextStyle& style) {
    const float room = max.x - min.x;
    const float width = std::min(text_width(line, style), room);
    draw_text_middle(list, {min.x + (room - width) * 0.5f, (min.y + max.y) * 0.5f}, line, style,
                     room);
}

void draw_icon(ImDrawList& list, ImVec2 centre, const char* glyph, ImU32 colour, float size) {
    if (glyph == nullptr || !fonts().has_icons) return;
    ImFont* font = font_of(Weight::Regular);
    const float px = text_px(size);
    unsigned codepoint = 0;
    ImTextCharFromUtf8(&codepoint, glyph, nullptr);
    const ImFontGlyph* shape =
        font->GetFontBaked(px)->FindGlyphNoFallback(static_cast<ImWchar>(codepoint));
    if (shape == nullptr) return;
    // By the drawn shape across, so that icons sit in the middle whatever their advance is.
    const float x = centre.x - (shape->X0 + shape->X1) * 0.5f;
    const float y = centre.y - (shape->Y0 + shape->Y1) * 0.5f;
    list.AddText(font, px, {std::round(x), std::round(y)},
                 ImGui::GetColorU32(colour != 0 ? colour : theme().text), glyph);
}

void text(std::string_view line, const TextStyle& style) {
    const ImVec2 size{text_width(line, style), line_height(style)};
    const ImVec2 pos = place(size);
    if (!ImGui::ItemAdd(ImRect(pos.x, pos.y, pos.x + size.x, pos.y + size.y), 0)) return;
    draw_text(*ImGui::GetWindowDrawList(), pos, line, style);
}

void text_ellipsis(std::string_view line, const TextStyle& style, float width) {
    const float room = width > 0.0f ? width : width_left();
    const float full = text_width(line, style);
    const ImVec2 size{std::min(full, room), line_height(style)};
    const ImVec2 pos = place(size);
    if (!ImGui::ItemAdd(ImRect(pos.x, pos.y, pos.x + size.x, pos.y + size.y), 0)) return;
    draw_text(*ImGui::GetWindowDrawList(), pos, line, style, room);
    if (full > room) tooltip(line);
}

void paragraph(std::string_view words, const TextStyle& style, float width) {
    const float room = width > 0.0f ? width : width_left();
    const ImVec2 size{room, wrap_height(words, style, room)};
    const ImVec2 pos = ImGui::GetCursorScreenPos();
    ImGui::ItemSize(size);
    if (!ImGui::ItemAdd(ImRect(pos.x, pos.y, pos.x + size.x, pos.y + size.y), 0)) return;
    draw_wrapped(*ImGui::GetWindowDrawList(), pos, words, style, room);
}

void icon(const char* glyph, ImU32 colour, float size) {
    const float px = text_px(size);
    const ImVec2 pos = place({px, px});
    if (!ImGui::ItemAdd(ImRect(pos, {pos.x + px, pos.y + px}), 0)) return;
    draw_icon(*ImGui::GetWindowDrawList(), {pos.x + px * 0.5f, pos.y + px * 0.5f}, glyph, colour,
              size);
}

}  // namespace throughline::gui
