#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"

namespace throughline::gui {
namespace {

enum class Shape { Circle, Square, Diamond, Hexagon };

Shape shape_of(std::size_t colour) {
    constexpr std::array kShapes{Shape::Circle, Shape::Square, Shape::Hexagon, Shape::Diamond};
    return kShapes[(colour % kCategoryCount) % kShapes.size()];
}

void fill_ngon(ImDrawList& list, ImVec2 centre, float radius, int corners, float turn,
               ImU32 colour) {
    for (int i = 0; i < corners; ++i) {
        const float a = turn + 2.0f * std::numbers::pi_v<float> * static_cast<float>(i) /
                                   static_cast<float>(corners);
        list.PathLineTo({centre.x + radius * std::cos(a), centre.y + radius * std::sin(a)});
    }
    list.PathFillConvex(colour);
}

void fill_shape(ImDrawList& list, ImVec2 centre, float radius, Shape shape, ImU32 colour) {
    switch (shape) {
        case Shape::Circle: list.AddCircleFilled(centre, radius, colour); return;
        case Shape::Square: {
            const float r = radius * 0.9f;
            list.AddRectFilled({centre.x - r, centre.y - r}, {centre.x + r, centre.y + r}, colour,
                               r * 0.45f);
            return;
        }
        case Shape::Diamond: fill_ngon(list, centre, radius * 1.1f, 4, 0.0f, colour); return;
        case Shape::Hexagon: fill_ngon(list, centre, radius * 1.02f, 6, 0.0f, colour); return;
    }
}

std::size_t utf8_length(unsigned char first) {
    if (first < 0x80u) return 1;
    if (first >= 0xF0u) return 4;
    return first >= 0xE0u ? 3 : 2;
}

std::string first_letter(std::string_view word) {
    std::string letter(word.substr(0, utf8_length(static_cast<unsigned char>(word.front()))));
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z')
        letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    return letter;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

}  // namespace

std::string initials(std::string_view name) {
    name = trimmed(name);
    if (name.empty()) return "?";
    std::string result = first_letter(name);
    const std::size_t last_space = name.find_last_of(' ');
    if (last_space == std::string_view::npos) return result;
    // A sign of a script without capitals, beside a letter, reads as a missing glyph.
    const std::string last = first_letter(name.substr(last_space + 1));
    const bool alike = (result.size() > 2) == (last.size() > 2);
    return alike && result.size() <= 2 ? result + last : result;
}

void draw_avatar(ImDrawList& list, ImVec2 centre, const Avatar& person) {
    const float size = person.size > 0.0f ? person.size : sizes().avatar;
    const CategoryColours& c = theme().category(person.colour);
    const Shape shape = person.name.empty() ? Shape::Circle : shape_of(person.colour);
    const float radius = size * 0.5f;
    if (person.ring) fill_shape(list, centre, radius + sizes().xxs, shape, theme().surface);
    const std::string letters = initials(person.name);
    const bool nobody = person.name.empty();
    fill_shape(list, centre, radius, shape,
               ImGui::GetColorU32(nobody ? theme().tone(Tone::Neutral).soft : c.fill));
    const TextStyle style{.size = size / sizes().scale * 0.46f,
                          .weight = Weight::Bold,
                          .colour = nobody ? theme().text_muted : c.on_fill};
    const ImVec2 half{size, radius};
    draw_text_centred(list, {centre.x - half.x, centre.y - half.y},
                      {centre.x + half.x, centre.y + half.y}, letters, style);
    test_text(person.name, {centre.x - radius, centre.y - radius},
              {centre.x + radius, centre.y + radius});
}

void avatar(const Avatar& person) {
    const float size = person.size > 0.0f ? person.size : sizes().avatar;
    const ImVec2 pos = place({size, size});
    if (!ImGui::ItemAdd(ImRect(pos, {pos.x + size, pos.y + size}), 0)) return;
    draw_avatar(*ImGui::GetWindowDrawList(), {pos.x + size * 0.5f, pos.y + size * 0.5f}, person);
    tooltip(person.name.empty() ? std::string_view("Nobody yet") : person.name);
}

void avatar_row(std::span<const Avatar> people, int most) {
    const std::size_t shown = std::min(people.size(), static_cast<std::size_t>(std::max(most, 1)));
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) ImGui::SameLine(0.0f, -sizes().xs);
        Avatar person = people[i];
        person.ring = true;
        avatar(person);
    }
    if (shown < people.size()) {
        ImGui::SameLine(0.0f, sizes().xs);
        text("+" + std::to_string(people.size() - shown), caption_style());
    }
}

void draw_category_dot(ImDrawList& list, ImVec2 centre, float radius, std::size_t category) {
    fill_shape(list, centre, radius, shape_of(category),
               ImGui::GetColorU32(theme().category(category).fill));
}

void category_dot(std::size_t category) {
    const float size = sizes().sm + sizes().xxs;
    const ImVec2 pos = place({size, size});
    if (!ImGui::ItemAdd(ImRect(pos, {pos.x + size, pos.y + size}), 0)) return;
    draw_category_dot(*ImGui::GetWindowDrawList(), {pos.x + size * 0.5f, pos.y + size * 0.5f},
                      size * 0.5f, category);
}

}  // namespace throughline::gui
