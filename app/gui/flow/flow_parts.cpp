#include "app/gui/flow/flow_parts.h"

#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/context_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/canvas_imgui.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"
#include "core/report/chart_draw.h"
#include "imgui.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace throughline::gui::flow_screen {
namespace {

// Where the pointer or the keyboard stands on each chart; of the last frame, since a chart is drawn
// before its hits are known.
struct ChartPointers {
    struct One {
        std::optional<std::size_t> lit;
        std::vector<model::CardId> offered;  // several cards of one dot, in a menu
    };
    std::map<ImGuiID, One> charts;
};

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

void draw_facts(const report::Mark& facts, ImVec2 at) {
    ImGui::SetNextWindowPos({at.x + sizes().md, at.y + sizes().md});
    if (!ImGui::BeginTooltip()) return;
    for (std::size_t i = 0; i < facts.lines.size(); ++i) {
        text(facts.lines[i],
             i == 0 ? TextStyle{.weight = Weight::Semibold} : TextStyle{.size = text_size::kSmall});
    }
    if (!facts.cards.empty())
        text(facts.cards.size() == 1 ? "Press to open the card" : "Press to choose a card",
             caption_style());
    ImGui::EndTooltip();
}

void open_cards(Context& context, const report::Mark& facts, ChartPointers::One& pointer) {
    if (facts.cards.size() == 1) {
        context.open_card(facts.cards.front());
    } else if (!facts.cards.empty()) {
        pointer.offered = facts.cards;
        open_menu("cards");
    }
}

void card_menu(Context& context, const ChartPointers::One& pointer) {
    if (pointer.offered.empty() || !begin_menu("cards")) return;
    for (const model::CardId id : pointer.offered) {
        const model::Card* card = context.workspace().find(id);
        if (card == nullptr) continue;
        const std::string key = model::key_of(context.workspace(), *card);
        if (menu_item(key.c_str(), key + "  " + card->title, {.icon = icons::kDocument}))
            context.open_card(id);
    }
    end_menu();
}

// Left and right move to the next mark.
void move_by_keys(ChartPointers::One& pointer, std::size_t marks) {
    const std::size_t at = pointer.lit.value_or(marks);
    const bool right = ImGui::IsKeyPressed(ImGuiKey_RightArrow);
    const bool left = ImGui::IsKeyPressed(ImGuiKey_LeftArrow);
    if (!right && !left) return;
    const std::size_t before = at == 0 ? 0 : std::min(at, marks) - 1;
    pointer.lit = right ? std::min(at + 1, marks - 1) : before;
    ImGui::SetNavCursorVisible(true);  // Enter presses only what shows that it has the keyboard
}

void report_hits(const report::Chart& chart, const CanvasItem& item,
                 const std::vector<report::ChartHit>& hits) {
    if (!test_hooks_on()) return;
    for (const report::ChartHit& hit : hits) {
        const ImVec2 at = item.canvas->to_screen(hit.at);
        test_text(chart.name + ":" + std::to_string(hit.index), {at.x - 1, at.y - 1},
                  {at.x + 1, at.y + 1});
    }
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

void verdict_chip(const report::Verdict& verdict) {
    const Sizes& s = sizes();
    const float width = verdict_width(verdict);
    const float height = s.control_small;
    const Pressable item = press_item("verdict", std::string(to_text(verdict.call)),
                                      {width, height}, ImGuiButtonFlags_NoNavFocus);
    if (!item.visible) return;
    ImGuiCanvas canvas(
        *ImGui::GetWindowDrawList(), item.min,
        {static_cast<double>(width / s.scale), static_cast<double>(height / s.scale)});
    const double tall = canvas.size().height;
    const report::Ink ink = report::ink_of(verdict.call);
    canvas.fill_rect({0, 0, canvas.size().width, tall}, {.ink = ink, .opacity = 0.16}, tall * 0.5);
    report::draw_glyph(canvas, {12, tall * 0.5}, 4.5, report::glyph_of(verdict.call), {ink});
    draw_text_middle(*ImGui::GetWindowDrawList(), {item.min.x + 21.0f * s.scale, item.middle().y},
                     to_text(verdict.call),
                     {.size = text_size::kSmall, .weight = Weight::Semibold});
    tooltip(verdict.rule);
}

float verdict_width(const report::Verdict& verdict) {
    return text_width(to_text(verdict.call),
                      {.size = text_size::kSmall, .weight = Weight::Semibold}) +
           31.0f * sizes().scale;
}

void draw_live(Context& context, const report::Chart& chart, float unscaled_height) {
    const char* id = chart.name.c_str();
    ChartPointers::One& pointer = context_state<ChartPointers>().charts[ImGui::GetID(id)];
    CanvasItem item = begin_canvas(id, chart.title, {0, unscaled_height});
    if (!ImGui::IsItemVisible()) return;
    const bool focused = ImGui::IsItemFocused();
    const ImGuiID owner = ImGui::GetItemID();
    const report::Size size = item.canvas->size();
    const std::vector<report::ChartHit> hits =
        report::draw_chart(*item.canvas, chart, {0, 0, size.width, size.height}, pointer.lit);
    report_hits(chart, item, hits);
    if (chart.missing && test_hooks_on()) {
        const ImVec2 at = item.canvas->to_screen({0, 0});
        test_text(chart.missing->what, at, {at.x + 1, at.y + 1});
    }
    // What has the keyboard counts as hovered too, wherever the pointer is.
    const bool is_pointed_at = item.hovered && item.mouse.x >= 0 && item.mouse.y >= 0 &&
                               item.mouse.x < size.width && item.mouse.y < size.height;
    if (is_pointed_at) {
        const report::ChartHit* hit = report::hit_at(hits, item.mouse);
        pointer.lit = hit == nullptr ? std::nullopt : std::optional(hit->index);
    } else if (focused && !hits.empty()) {
        move_by_keys(pointer, hits.size());
        palette::own_key(ImGuiKey_LeftArrow, owner);
        palette::own_key(ImGuiKey_RightArrow, owner);
    } else {
        pointer.lit.reset();
    }
    if (pointer.lit && *pointer.lit < hits.size()) {
        const report::Mark& facts = chart.marks[hits[*pointer.lit].index];
        draw_facts(facts, item.canvas->to_screen(hits[*pointer.lit].at));
        if (item.pressed) open_cards(context, facts, pointer);
    }
    card_menu(context, pointer);
}

namespace {

constexpr float kCellPicture = 236.0f;
constexpr int kCellLines = 2;  // of the sentence

TextStyle says_style() {
    return {.size = text_size::kSmall, .colour = theme().text_muted};
}

}  // namespace

float cell_height() {
    const Sizes& s = sizes();
    return 2.0f * s.lg + s.control + kCellLines * line_height(says_style()) + 2.0f * s.sm +
           kCellPicture * s.scale;
}

bool draw_cell(Context& context, const report::ChartKind& kind, const report::Chart* chart,
               float width) {
    const Sizes& s = sizes();
    const std::string id(kind.name);
    bool large = false;
    begin_panel(("panel/" + id).c_str(), {width, cell_height()});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, s.sm});
    const float chip = chart == nullptr ? 0.0f : verdict_width(chart->verdict) + s.sm;
    const float title = width_left() - chip - s.control - s.sm;
    text_ellipsis(kind.title, {.weight = Weight::Semibold}, title);
    align_right(chip + s.control);
    if (chart != nullptr) {
        verdict_chip(chart->verdict);
        ImGui::SameLine(0, s.sm);
    }
    large =
        icon_button(("open-" + id).c_str(), icons::kFullscreen, "Open " + std::string(kind.title));
    const ImVec2 at = place({width_left(), kCellLines * line_height(says_style())});
    const std::string_view says = chart == nullptr ? kind.tells
                                  : chart->missing ? std::string_view(chart->missing->todo)
                                                   : std::string_view(chart->says);
    draw_wrapped(*ImGui::GetWindowDrawList(), at, says, says_style(), width - 2.0f * s.lg,
                 kCellLines);
    if (chart == nullptr) {
        skeleton_lines(3);
    } else {
        draw_live(context, *chart, kCellPicture);
    }
    ImGui::PopStyleVar();
    end_panel();
    return large;
}

}  // namespace throughline::gui::flow_screen
