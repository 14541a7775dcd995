#include "app/gui/palette/chart_view.h"

#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/context_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/canvas_imgui.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"
#include "core/report/chart_draw.h"
#include "imgui.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace throughline::gui::palette {
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

void draw_facts(const report::Mark& facts, ImVec2 at) {
    ImGui::SetNextWindowPos({at.x + sizes().md, at.y + sizes().md});
    if (!ImGui::BeginTooltip()) return;
    for (std::size_t i = 0; i < facts.lines.size(); ++i) {
        text(facts.lines[i],
             i == 0 ? TextStyle{.weight = Weight::Semibold} : TextStyle{.size = text_size::kSmall});
    }
    if (facts.is_flag) {
        text("Press to read it in the history", caption_style());
    } else if (!facts.cards.empty()) {
        text(facts.cards.size() == 1 ? "Press to open the card" : "Press to choose a card",
             caption_style());
    }
    ImGui::EndTooltip();
}

void follow(Context& context, const report::Mark& facts, ChartPointers::One& pointer) {
    if (facts.is_flag) {
        context.open_settings_history(Day{static_cast<std::int32_t>(std::floor(facts.x0))});
    } else if (facts.cards.size() == 1) {
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
        own_key(ImGuiKey_LeftArrow, owner);
        own_key(ImGuiKey_RightArrow, owner);
    } else {
        pointer.lit.reset();
    }
    if (pointer.lit && *pointer.lit < hits.size()) {
        const report::Mark& facts = chart.marks[hits[*pointer.lit].index];
        draw_facts(facts, item.canvas->to_screen(hits[*pointer.lit].at));
        if (item.pressed) follow(context, facts, pointer);
    }
    card_menu(context, pointer);
}

}  // namespace throughline::gui::palette
