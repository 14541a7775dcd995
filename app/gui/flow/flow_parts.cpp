#include "app/gui/flow/flow_parts.h"

#include "app/gui/palette/chart_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <algorithm>
#include <cmath>

namespace throughline::gui::flow_screen {
namespace {

Tone tone_of(Tile::Sign sign) {
    switch (sign) {
        case Tile::Sign::None: return Tone::Neutral;
        case Tile::Sign::Good: return Tone::Success;
        case Tile::Sign::Watch: return Tone::Warning;
        case Tile::Sign::Bad: return Tone::Danger;
    }
    return Tone::Neutral;
}

const char* icon_of(Tile::Sign sign) {
    switch (sign) {
        case Tile::Sign::None: return nullptr;
        case Tile::Sign::Good: return icons::kCheckCircle;
        case Tile::Sign::Watch: return icons::kAlert;
        case Tile::Sign::Bad: return icons::kAlertCircle;
    }
    return nullptr;
}

bool draw_tile(const Tile& tile, ImVec2 size) {
    const Sizes& s = sizes();
    const Theme& t = theme();
    const Pressable item = press_item(tile.id.c_str(), tile.label + " " + tile.value, size,
                                      tile.card ? ImGuiButtonFlags{ImGuiButtonFlags_None}
                                                : ImGuiButtonFlags{ImGuiButtonFlags_NoNavFocus});
    if (!item.visible) return false;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(item.min, item.max, tile.card && item.hovered ? t.card_hover : t.card,
                       s.radius_card);
    list.AddRect(item.min, item.max, t.border, s.radius_card, 0, s.hair);
    const float x = item.min.x + s.md;
    const float room = size.x - 2.0f * s.md;
    float y = item.min.y + s.md;
    draw_text(list, {x, y}, tile.label, {.size = text_size::kSmall, .colour = t.text_muted}, room);
    y += line_height({.size = text_size::kSmall}) + s.xxs;
    const float width =
        draw_text(list, {x, y}, tile.value, {.size = 28.0f, .weight = Weight::Semibold}, room);
    if (const char* glyph = icon_of(tile.sign)) {
        draw_icon(list, {x + width + s.md, y + line_height({.size = 28.0f}) * 0.52f}, glyph,
                  t.tone(tone_of(tile.sign)).ink);
    }
    y += line_height({.size = 28.0f}) + s.xxs;
    draw_text(list, {x, y}, tile.note, {.size = text_size::kCaption, .colour = t.text_muted}, room);
    focus_ring_of(item, s.radius_card);
    if (text_width(tile.note, {.size = text_size::kCaption}) > room) tooltip(tile.note);
    return item.pressed;
}

}  // namespace

void draw_tiles(Context& context, std::span<const Tile> tiles) {
    const Sizes& s = sizes();
    const float room = width_left();
    const int count = static_cast<int>(tiles.size());
    const int fit = std::clamp(static_cast<int>((room + s.md) / (168.0f * s.scale + s.md)), 1,
                               std::max(1, count));
    const int rows = (count + fit - 1) / fit;
    const int per_row = (count + rows - 1) / std::max(1, rows);
    const float width =
        std::floor((room - static_cast<float>(per_row - 1) * s.md) / static_cast<float>(per_row));
    const float height = 2.0f * s.md + 2.0f * s.xxs + line_height({.size = text_size::kSmall}) +
                         line_height({.size = 28.0f}) + line_height(caption_style());
    ImGui::PushID("tiles");
    for (int i = 0; i < count; ++i) {
        if (i % per_row != 0) ImGui::SameLine(0, s.md);
        const Tile& tile = tiles[static_cast<std::size_t>(i)];
        if (draw_tile(tile, {width, height}) && tile.card) context.open_card(tile.card);
    }
    ImGui::PopID();
}

namespace {

constexpr float kCellPicture = 236.0f;
constexpr int kCellLines = 2;  // of the sentence

TextStyle says_style() {
    return {.size = text_size::kSmall, .colour = theme().text_muted};
}

}  // namespace

float picture_height(const report::Chart* chart) {
    constexpr float kRow = 16.0f;
    constexpr float kAround = 110.0f;  // legend, words over the plot, axis
    if (chart == nullptr || chart->y.kind != report::Axis::Kind::Names) return kCellPicture;
    return std::max(kCellPicture, kAround + kRow * static_cast<float>(chart->y.names.size()));
}

float cell_height(float picture) {
    const Sizes& s = sizes();
    return 2.0f * s.lg + s.control + kCellLines * line_height(says_style()) + 2.0f * s.sm +
           picture * s.scale;
}

bool draw_cell(Context& context, const report::ChartKind& kind, const report::Chart* chart,
               float width, float picture) {
    const Sizes& s = sizes();
    const std::string id(kind.name);
    bool large = false;
    begin_panel(("panel/" + id).c_str(), {width, cell_height(picture)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, s.sm});
    const float chip = chart == nullptr ? 0.0f : palette::verdict_width(chart->verdict) + s.sm;
    const float title = width_left() - chip - s.control - s.sm;
    text_ellipsis(kind.title, {.weight = Weight::Semibold}, title);
    align_right(chip + s.control);
    if (chart != nullptr) {
        palette::verdict_chip(chart->verdict);
        ImGui::SameLine(0, s.sm);
    }
    large =
        icon_button(("open-" + id).c_str(), icons::kFullscreen, "Open " + std::string(kind.title));
    const ImVec2 at = place({width_left(), kCellLines * line_height(says_style())});
    // What is missing stands in the picture.
    const std::string_view says =
        chart == nullptr || chart->missing ? kind.tells : std::string_view(chart->says);
    draw_wrapped(*ImGui::GetWindowDrawList(), at, says, says_style(), width - 2.0f * s.lg,
                 kCellLines);
    if (chart == nullptr) {
        skeleton_lines(3);
    } else {
        palette::draw_live(context, *chart, picture);
    }
    ImGui::PopStyleVar();
    end_panel();
    return large;
}

}  // namespace throughline::gui::flow_screen
