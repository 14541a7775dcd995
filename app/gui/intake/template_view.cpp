#include "app/gui/intake/template_view.h"

#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
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
constexpr float kSearchWidth = 360.0f;  // unscaled

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

bool draw_card(const TemplateCard& card, ImVec2 size, bool highlighted) {
    const Pressable item = press_item(("template:" + card.handle).c_str(), card.name, size);
    if (!item.visible) return item.pressed;
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_shadow(list, item.min, item.max, sizes().radius_card, item.hovered ? 3 : 2);
    const bool lit = item.hovered || highlighted;
    list.AddRectFilled(item.min, item.max, lit ? t.card_hover : t.card, sizes().radius_card);
    list.AddRect(item.min, item.max, lit ? t.tone(Tone::Accent).edge : t.border,
                 sizes().radius_card, 0, highlighted ? sizes().focus_ring : sizes().hair);
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

// Letters that come before the field has the keyboard are not lost.
void take_early_letters(std::string& query) {
    if (ImGui::GetIO().KeyCtrl || palette::is_popup_open()) return;
    for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters) {
        if (letter < ' ') continue;
        char bytes[5] = {};
        ImTextCharToUtf8(bytes, letter);
        query += bytes;
    }
}

// Result: Enter was pressed in it.
bool draw_search(TemplatePicker& picker) {
    palette::take_letters();
    const bool appears = ImGui::GetFrameCount() - picker.drawn_frame > 1;
    if (appears) picker = {.wants_keyboard = true};
    picker.drawn_frame = ImGui::GetFrameCount();
    if (!picker.typing && picker.wants_keyboard && !appears) take_early_letters(picker.query);
    const std::string before = picker.query;
    const FieldResult field =
        search_box("template-query", picker.query, "Type to find, Enter to choose", {},
                   kSearchWidth * sizes().scale, picker.wants_keyboard);
    const bool entered = picker.typing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    const bool escaped = picker.typing && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (field.active && !picker.typing) {  // ImGui marks all of it: typing on would replace it
        ImGuiInputTextState* text = ImGui::GetInputTextState(ImGui::GetActiveID());
        if (text != nullptr) text->ReloadUserBufAndMoveToEnd();
    }
    if (picker.query != before) picker.highlighted = 0;
    picker.wants_keyboard = entered || escaped || (picker.wants_keyboard && !field.active);
    picker.typing = field.active;
    return entered;
}

// Steps of the arrows while the field has the keyboard; left and right are the text's own while
// there is one.
void walk(TemplatePicker& picker, std::size_t count, std::size_t columns) {
    if (!picker.typing || count == 0) return;
    const ImGuiID owner = ImGui::GetID("template-keys");
    palette::own_key(ImGuiKey_UpArrow, owner);
    palette::own_key(ImGuiKey_DownArrow, owner);
    std::size_t& at = picker.highlighted;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) && at + columns < count) at += columns;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && at >= columns) at -= columns;
    if (!picker.query.empty()) return;
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow) && at + 1 < count) ++at;
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow) && at > 0) --at;
}

std::vector<const TemplateCard*> matching(const std::vector<TemplateCard>& cards,
                                          const std::string& query) {
    std::vector<const TemplateCard*> found;
    for (const TemplateCard& card : cards) {
        if (matches_query(card.name + " " + card.description, query)) found.push_back(&card);
    }
    // What is called so comes before what only tells of it.
    std::stable_partition(found.begin(), found.end(), [&](const TemplateCard* card) {
        return matches_query(card->name, query);
    });
    return found;
}

}  // namespace

std::optional<model::TemplateVersionId> draw_templates(TemplatePicker& picker,
                                                       const std::vector<TemplateCard>& cards) {
    const float space = sizes().lg;
    const float room = width_left();
    const int fit = static_cast<int>((room + space) / (kLeastCard * sizes().scale + space));
    const int columns = std::clamp(fit, 1, kMostColumns);
    const float width =
        std::floor((room - space * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const auto step = static_cast<std::size_t>(columns);

    std::optional<model::TemplateVersionId> chosen;
    const bool entered = draw_search(picker);
    gap(space);
    const std::vector<const TemplateCard*> found = matching(cards, picker.query);
    walk(picker, found.size(), step);
    if (found.empty()) paragraph("No template has these words.", muted_style());
    if (entered && picker.highlighted < found.size()) chosen = found[picker.highlighted]->version;
    for (std::size_t first = 0; first < found.size(); first += step) {
        const std::size_t end = std::min(found.size(), first + step);
        float height = 0.0f;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, card_height(*found[i], width));
        for (std::size_t i = first; i < end; ++i) {
            if (i > first) ImGui::SameLine(0.0f, space);
            const bool highlighted = picker.typing && i == picker.highlighted;
            if (draw_card(*found[i], {width, std::round(height)}, highlighted))
                chosen = found[i]->version;
            if (highlighted) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
        }
        gap(space);
    }
    return chosen;
}

}  // namespace throughline::gui::intake
