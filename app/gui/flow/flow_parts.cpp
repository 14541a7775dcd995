#include "app/gui/flow/flow_parts.h"

#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/context_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/canvas_imgui.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"
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
        bool by_key = false;
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

void draw_facts(const DotFacts& facts, ImVec2 at) {
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

void draw_legend() {
    const Sizes& s = sizes();
    constexpr std::array<std::pair<report::AgeMark, std::string_view>, 4> kMarks{
        {{report::AgeMark::Fresh, "fresh"},
         {report::AgeMark::Watch, "watch"},
         {report::AgeMark::AtRisk, "at risk"},
         {report::AgeMark::Beyond, "beyond SLE"}}};
    const float height = line_height(caption_style());
    const ImVec2 at = place({width_left(), height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float x = at.x;
    for (const auto& [mark, word] : kMarks) {
        ImGuiCanvas canvas(list, {x, at.y}, {});
        report::draw_age_mark(canvas, {6.0, static_cast<double>(height / s.scale) * 0.5}, 4.0,
                              mark);
        x += s.lg;
        x += draw_text(list, {x, at.y}, word, caption_style()) + s.md;
    }
    ImGuiCanvas canvas(list, {x, at.y}, {});
    canvas.stroke_circle({6.0, static_cast<double>(height / s.scale) * 0.5}, 5.0,
                         {.ink = report::Ink::Danger, .width = 1.5});
    draw_text(list, {x + s.lg, at.y}, "ring: blocked", caption_style());
}

void open_cards(Context& context, const DotFacts& facts, ChartPointers::One& pointer) {
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

// The chart with hover, keyboard and press.
void draw_live(Context& context, const ChartFrame& frame, const DrawChart& draw) {
    ChartPointers::One& pointer = context_state<ChartPointers>().charts[ImGui::GetID(frame.id)];
    CanvasItem item = begin_canvas(frame.id, frame.title, {0, frame.height});
    const bool focused = ImGui::IsItemFocused();
    const std::vector<report::ChartHit> hits = draw(*item.canvas, pointer.lit);
    if (test_hooks_on()) {
        for (const report::ChartHit& hit : hits) {
            const ImVec2 at = item.canvas->to_screen(hit.at);
            test_text(std::string(frame.id) + ":" + std::to_string(hit.index), {at.x - 1, at.y - 1},
                      {at.x + 1, at.y + 1});
        }
    }
    if (item.hovered) {
        const report::ChartHit* hit = report::hit_at(hits, item.mouse);
        pointer.lit = hit == nullptr ? std::nullopt : std::optional(hit->index);
        pointer.by_key = false;
    } else if (focused && !hits.empty()) {
        const std::size_t last = hits.size() - 1;
        if (ImGui::IsKeyPressed(ImGuiKey_RightArrow))
            pointer.lit = std::min(last, pointer.lit.value_or(last) + 1);
        if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow))
            pointer.lit =
                pointer.lit.value_or(last + 1) == 0 ? 0 : pointer.lit.value_or(last + 1) - 1;
        pointer.by_key = true;
    } else {
        pointer.lit.reset();
    }
    if (focused) {
        const ImGuiID owner = ImGui::GetItemID();
        palette::own_key(ImGuiKey_LeftArrow, owner);
        palette::own_key(ImGuiKey_RightArrow, owner);
    }
    if (pointer.lit && *pointer.lit < frame.facts.size() && *pointer.lit < hits.size()) {
        const DotFacts& facts = frame.facts[*pointer.lit];
        draw_facts(facts, item.canvas->to_screen(hits[*pointer.lit].at));
        if (item.pressed) open_cards(context, facts, pointer);
    }
    card_menu(context, pointer);
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

float legend_height() {
    return (line_height(caption_style()) + sizes().sm) / sizes().scale;
}

bool draw_chart(Context& context, const ChartFrame& frame, const DrawChart& draw) {
    const Sizes& s = sizes();
    bool toggled = false;
    const std::string panel = "panel/" + std::string(frame.id);
    const float words =
        wrap_height(frame.says, {.size = text_size::kSmall}, frame.width - 2.0f * s.lg);
    const float height = 2.0f * s.lg + s.control + words + s.sm + frame.height * s.scale +
                         (frame.age_legend ? legend_height() * s.scale : 0.0f);
    begin_panel(panel.c_str(), {frame.width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, s.xs});
    section_header(frame.title);
    if (!frame.toggle.empty()) {
        align_right(button_width(frame.toggle, {.size = ButtonSize::Small}));
        toggled = button("toggle", frame.toggle, {.size = ButtonSize::Small});
    }
    paragraph(frame.says, {.size = text_size::kSmall, .colour = theme().text_muted});
    if (frame.age_legend && !frame.empty) draw_legend();
    if (frame.empty) {
        (void)empty_state("empty", {.icon = icons::kChart,
                                    .title = "No data",
                                    .text = "Choose a longer period or another class of service."});
    } else {
        draw_live(context, frame, draw);
    }
    ImGui::PopStyleVar();
    end_panel();
    return toggled;
}

}  // namespace throughline::gui::flow_screen
