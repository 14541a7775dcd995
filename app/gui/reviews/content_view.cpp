// Sections of lines, with a cursor through all of them.
#include "app/gui/reviews/reviews_state.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::reviews {
namespace {

constexpr float kSide = 90.0f;  // unscaled width of a bar or the last values
constexpr int kTitleLines = 2;
constexpr int kDetailLines = 2;

TextStyle title_of_line() {
    return {.size = text_size::kBody, .weight = Weight::Semibold};
}

std::string id_of(const Line& line, std::size_t place) {
    return "line:" + (line.key.empty() ? "#" + std::to_string(place) : line.key);
}

}  // namespace

void ReviewsView::State::draw_line(const Line& line, std::size_t place) {
    const Sizes& s = sizes();
    const std::string words = line.key.empty() ? line.title : line.key + " " + line.title;
    const ChipStyle style = chip_of(line.mood);
    const float chip_width = line.state.empty() ? 0.0f : chip_size(line.state, style).x + s.sm;
    const bool has_side = line.share || line.points.size() > 1;
    const float side = has_side ? kSide * s.scale + s.sm : 0.0f;
    const float inner = std::max(1.0f, width_left() - 2.0f * s.sm - chip_width - side);
    const float title = wrap_height(words, title_of_line(), inner, kTitleLines);
    const float detail = line.detail.empty()
                             ? 0.0f
                             : s.xxs + wrap_height(line.detail, muted_style(), inner, kDetailLines);
    const std::string id = id_of(line, place);
    const RowState row =
        list_row(id.c_str(), words, place == cursor, std::max(s.row, title + detail + 2.0f * s.xs));
    if (row.pressed) cursor = place;
    if (row.double_clicked)
        later.emplace_back([this, target = line.target](Context& c) { open_target(c, target); });
    if (place == cursor && reveal) {
        scroll_into_view(row.min, row.max, s.row);
        reveal = false;
    }
    if (!ImGui::IsRectVisible(row.min, row.max)) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float y = row.min.y + (row.max.y - row.min.y - title - detail) * 0.5f;
    y += draw_wrapped(list, {row.min.x + s.sm, y}, words, title_of_line(), inner, kTitleLines);
    if (!line.detail.empty())
        draw_wrapped(list, {row.min.x + s.sm, y + s.xxs}, line.detail, muted_style(), inner,
                     kDetailLines);
    const float middle = (row.min.y + row.max.y) * 0.5f;
    float right = row.max.x - s.sm;
    if (!line.state.empty()) {
        const ImVec2 size = chip_size(line.state, style);
        draw_chip(list, {right - size.x, middle - size.y * 0.5f}, line.state, style);
        right -= size.x + s.sm;
    }
    if (!has_side) return;
    const float width = kSide * s.scale;
    if (line.share) {
        draw_progress_bar(list, {right - width, middle - s.xxs * 1.5f},
                          {right, middle + s.xxs * 1.5f}, static_cast<float>(*line.share));
    } else {
        draw_sparkline(list, {right - width, middle - s.row * 0.25f},
                       {right, middle + s.row * 0.25f}, line.points);
    }
}

void ReviewsView::State::draw_sections(Context&, const std::vector<Section>& sections,
                                       std::size_t first) {
    const Sizes& s = sizes();
    std::size_t place = first;
    bool is_first = true;
    for (const Section& section : sections) {
        if (!is_first) gap(s.lg);
        is_first = false;
        text(section.title, {.size = text_size::kHeading, .weight = Weight::Semibold});
        if (!section.words.empty()) paragraph(section.words, muted_style());
        gap(s.xs);
        ImGui::PushID(section.title.c_str());
        for (const Line& line : section.lines)
            draw_line(line, place++);
        ImGui::PopID();
        if (section.more > 0) text("and " + std::to_string(section.more) + " more", muted_style());
    }
}

}  // namespace throughline::gui::reviews
