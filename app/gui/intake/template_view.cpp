#include "app/gui/intake/template_view.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

#include <algorithm>
#include <cmath>

namespace throughline::gui::intake {
namespace {

constexpr float kLeastCard = 280.0f;  // unscaled
constexpr int kMostColumns = 4;
constexpr int kMostLines = 3;

TextStyle name_style() {
    return {.size = text_size::kHeading, .weight = Weight::Semibold};
}

TextStyle meta_style() {
    return {.size = text_size::kSmall, .colour = theme().text_muted};
}

float card_height(const TemplateCard& card, float width) {
    const float inner = width - 2.0f * sizes().lg;
    return 2.0f * sizes().lg + line_height(name_style()) + sizes().xs +
           wrap_height(card.description, muted_style(), inner, kMostLines) + sizes().md +
           2.0f * (line_height(meta_style()) + sizes().xs);
}

void draw_meta(ImDrawList& list, ImVec2 at, const char* glyph, std::string_view words,
               float width) {
    const float px = text_px(text_size::kIconSmall);
    const float y = at.y + line_height(meta_style()) * 0.5f;
    draw_icon(list, {at.x + px * 0.5f, y}, glyph, theme().text_muted, text_size::kIconSmall);
    draw_text_middle(list, {at.x + px + sizes().xs + sizes().xxs, y}, words, meta_style(),
                     width - px - sizes().sm);
}

bool draw_card(const TemplateCard& card, ImVec2 size) {
    const Pressable item = press_item(("template:" + card.handle).c_str(), card.name, size);
    if (!item.visible) return item.pressed;
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_shadow(list, item.min, item.max, sizes().radius_card, item.hovered ? 3 : 2);
    list.AddRectFilled(item.min, item.max, item.hovered ? t.card_hover : t.card,
                       sizes().radius_card);
    list.AddRect(item.min, item.max, item.hovered ? t.tone(Tone::Accent).edge : t.border,
                 sizes().radius_card, 0, sizes().hair);
    focus_ring_of(item, sizes().radius_card);
    const float inner = size.x - 2.0f * sizes().lg;
    ImVec2 at{item.min.x + sizes().lg, item.min.y + sizes().lg};
    draw_text(list, at, card.name, name_style(), inner);
    at.y += line_height(name_style()) + sizes().xs;
    draw_wrapped(list, at, card.description, muted_style(), inner, kMostLines);
    const float meta = line_height(meta_style()) + sizes().xs;
    at.y = item.max.y - sizes().lg - 2.0f * meta + sizes().xs;
    draw_meta(list, at, icons::kChecklist, card.effort, inner);
    at.y += meta;
    if (!card.promise.empty()) draw_meta(list, at, icons::kClock, card.promise, inner);
    return item.pressed;
}

}  // namespace

std::optional<model::TemplateVersionId> draw_templates(const std::vector<TemplateCard>& cards) {
    std::optional<model::TemplateVersionId> chosen;
    const float space = sizes().lg;
    const float room = width_left();
    const int fit = static_cast<int>((room + space) / (kLeastCard * sizes().scale + space));
    const int columns = std::clamp(fit, 1, kMostColumns);
    const float width =
        std::floor((room - space * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    for (std::size_t first = 0; first < cards.size(); first += static_cast<std::size_t>(columns)) {
        const std::size_t end = std::min(cards.size(), first + static_cast<std::size_t>(columns));
        float height = 0.0f;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, card_height(cards[i], width));
        for (std::size_t i = first; i < end; ++i) {
            if (i > first) ImGui::SameLine(0.0f, space);
            if (draw_card(cards[i], {width, std::round(height)})) chosen = cards[i].version;
        }
        gap(space);
    }
    return chosen;
}

}  // namespace throughline::gui::intake
