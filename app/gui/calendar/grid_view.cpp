// The days: weeks of seven cells, once for all or once for each channel.
#include "app/gui/calendar/calendar_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/base/words.h"

#include <algorithm>

namespace throughline::gui::calendar {
namespace {

constexpr float kHead = 26.0f;  // unscaled: the line with the number of the day
constexpr float kLeastCell = 104.0f;
constexpr int kMostInLane = 5;  // entries of a day in a channel's row

bool in_sight(const Box& box) {
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    return box.max.y >= clip.Min.y && box.min.y <= clip.Max.y;
}

bool contains(const Box& box, ImVec2 point) {
    return point.x >= box.min.x && point.x < box.max.x && point.y >= box.min.y &&
           point.y < box.max.y;
}

}  // namespace

void CalendarView::State::draw_weekdays(float width) {
    const ImVec2 at = place({width, sizes().control_small});
    const float step = width / 7.0f;
    for (int i = 0; i < 7; ++i) {
        draw_text_middle(
            *ImGui::GetWindowDrawList(),
            {at.x + step * static_cast<float>(i) + sizes().sm, at.y + sizes().control_small * 0.5f},
            weekday_name(i),
            {.size = text_size::kSmall, .weight = Weight::Semibold, .colour = theme().text_muted},
            step - sizes().sm);
    }
}

void CalendarView::State::draw_day_head(Context& context, Day day, const Box& box, int month) {
    const Sizes& s = sizes();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const CivilDate date = civil(day);
    const bool is_today = day == today(context);
    const float middle = box.min.y + kHead * s.scale * 0.5f;
    std::string number = std::to_string(date.day);
    if (date.day == 1 || !is_month) number += " " + std::string(short_month_name(date.month));
    if (is_today) number = "Today, " + number;
    const bool is_of_month = !is_month || date.month == month;
    const TextStyle style{.size = text_size::kSmall,
                          .weight = is_today ? Weight::Bold : Weight::Semibold,
                          .colour = is_today      ? theme().accent_text
                                    : is_of_month ? theme().text
                                                  : theme().text_faint};
    const float left = box.min.x + s.sm;
    const float wide = text_width(number, style);
    if (is_today) {
        list.AddRectFilled({left - s.xs, middle - s.sm - s.xxs},
                           {left + wide + s.xs, middle + s.sm + s.xxs}, theme().accent,
                           s.radius_sm);
    }
    draw_text_middle(list, {left, middle}, number, style);
    const DayNote known = model.note(day);
    std::string words = known.is_holiday ? "Holiday" : "";
    if (!known.away.empty()) words += (words.empty() ? "" : ", ") + known.away;
    const float room = box.max.x - s.sm - (left + wide + s.md);
    if (words.empty() || room < s.xl) return;
    const float shown = std::min(room, text_width(words, caption_style()));
    draw_text_middle(list, {box.max.x - s.sm - shown, middle}, words, caption_style(), shown + 1);
    const bool is_pointed =
        contains({{left + wide, box.min.y}, {box.max.x, middle + s.md}}, ImGui::GetMousePos());
    if (is_pointed && ImGui::IsWindowHovered() && !known.away_names.empty() && !drag.active)
        ImGui::SetTooltip("Away: %s", known.away_names.c_str());
}

void CalendarView::State::draw_entries(Context& context, Day day, int lane, const Box& box) {
    const Sizes& s = sizes();
    const std::span<const Entry> all = lane < 0 ? model.on(day) : model.on(day, lane);
    const float top = box.min.y + kHead * s.scale;
    const float tall = entry_height(all.size(), box.max.y - s.xs - top);
    const float step = tall + s.xxs;
    const auto room = static_cast<std::size_t>(std::max(0.0f, (box.max.y - s.xs - top) / step));
    const bool overflows = all.size() > room;
    // The chosen one is always among those drawn, as the keyboard rests on it.
    const std::size_t shown = overflows ? (room > 0 ? room - 1 : 0) : all.size();
    std::size_t first = 0;
    for (std::size_t i = 0; i < all.size() && shown > 0; ++i) {
        if (all[i].ref == selected && i >= shown) first = i - shown + 1;
    }
    float y = top;
    for (std::size_t i = first; i < first + shown; ++i, y += step) {
        const EntryRef entry = all[i].ref;
        draw_entry(context, entry, {{box.min.x + s.xs, y}, {box.max.x - s.xs, y + tall}}, "");
    }
    if (!overflows) return;
    const std::string more = "+" + std::to_string(all.size() - shown) + " more";
    ImGui::SetCursorScreenPos({box.min.x + s.xs, y});
    ImGui::SetNextItemAllowOverlap();
    const Pressable item =
        press_item(("more:" + to_text(day)).c_str(), more, {box.max.x - box.min.x - s.sm, s.chip});
    if (item.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(item.min, item.max, theme().hover, s.radius_sm);
    draw_text_middle(*ImGui::GetWindowDrawList(), {item.min.x + s.xs, item.middle().y}, more,
                     {.size = text_size::kSmall,
                      .weight = Weight::Semibold,
                      .colour = theme().tone(Tone::Accent).ink},
                     item.max.x - item.min.x - s.xs);
    focus_ring_of(item, s.radius_sm);
    if (item.pressed) {
        opened = day;
        opens_day = true;
    }
}

void CalendarView::State::draw_cell(Context& context, Day day, int lane, const Box& box,
                                    int month) {
    const Sizes& s = sizes();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    cells.try_emplace(day, box);
    ImGui::SetCursorScreenPos(box.min);
    ImGui::SetNextItemAllowOverlap();
    const std::string name = "day:" + to_text(day) +
                             (lane < 0 ? "" : ":" + model.lanes()[static_cast<std::size_t>(lane)]);
    const Pressable item =
        press_item(name.c_str(), long_date(day), {box.max.x - box.min.x, box.max.y - box.min.y},
                   ImGuiButtonFlags_AllowOverlap);
    const DayNote known = model.note(day);
    list.AddRectFilled(box.min, box.max, theme().surface);
    if (!known.works) list.AddRectFilled(box.min, box.max, theme().pressed);
    list.AddRect(box.min, box.max, theme().border, 0.0f, 0, s.hair);
    if (item.pressed) {
        const std::span<const Entry> there = lane < 0 ? model.on(day) : model.on(day, lane);
        select(there.empty() ? EntryRef{} : there.front().ref, day);
    }
    draw_day_head(context, day, box, month);
    draw_entries(context, day, lane, box);
    const bool is_over =
        drag.active && contains(box, ImGui::GetMousePos()) &&
        contains({ImGui::GetCurrentWindow()->ClipRect.Min, ImGui::GetCurrentWindow()->ClipRect.Max},
                 ImGui::GetMousePos());
    if (is_over) drag.over = day;
    if (is_over || (day == cursor && !in_undated)) {
        const ImU32 edge = is_over ? theme().accent : theme().focus;
        list.AddRect({box.min.x + s.hair, box.min.y + s.hair},
                     {box.max.x - s.hair, box.max.y - s.hair}, edge, s.radius_sm, 0, s.focus_ring);
    }
    if (day == cursor && reveal) scroll_into_view(box.min, box.max, s.sm);
}

void CalendarView::State::draw_weeks(Context& context, const Page& shown, int lane,
                                     float cell_height) {
    const float width = width_left();
    const float step = width / 7.0f;
    const int month = civil(cursor).month;
    ImGui::PushID(lane);
    for (int week = 0; week < shown.weeks; ++week) {
        const Day monday = shown.first + week * 7;
        float height = cell_height;
        if (lane >= 0) {  // by what the busiest day needs
            std::size_t most = 1;
            for (int i = 0; i < 7; ++i)
                most = std::max(most, model.on(monday + i, lane).size());
            const auto rows = static_cast<float>(std::min<std::size_t>(most, kMostInLane));
            const float tall = entry_height(1, is_month ? 0.0f : sizes().column);
            height = kHead * sizes().scale + rows * (tall + sizes().xxs) + sizes().sm;
        }
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (in_sight({at, {at.x + width, at.y + height}}) ||
            (reveal && monday <= cursor && cursor < monday + 7)) {
            for (int i = 0; i < 7; ++i) {
                const float x = at.x + step * static_cast<float>(i);
                draw_cell(context, monday + i, lane, {{x, at.y}, {x + step, at.y + height}}, month);
            }
        }
        ImGui::SetCursorScreenPos(at);
        ImGui::Dummy({width, height});
    }
    ImGui::PopID();
}

void CalendarView::State::draw_grid(Context& context, const Page& shown) {
    const Sizes& s = sizes();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const float scrollbar = ImGui::GetStyle().ScrollbarSize;
    draw_weekdays(width_left() - (by_channel ? scrollbar : 0.0f));
    ImGui::BeginChild("grid", {0, 0}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings |
                          (by_channel ? ImGuiWindowFlags_AlwaysVerticalScrollbar : 0));
    if (!by_channel) {
        const float room = ImGui::GetContentRegionAvail().y;
        const float fit = room / static_cast<float>(shown.weeks);
        draw_weeks(context, shown, -1, std::max(kLeastCell * s.scale, std::floor(fit)));
    } else {
        const std::vector<int> lanes = model.lanes_on(shown);
        if (lanes.empty()) paragraph("Nothing has a date in these weeks.", muted_style());
        for (const int lane : lanes) {
            std::size_t count = 0;
            for (Day day = shown.first; day <= shown.last(); ++day)
                count += model.on(day, lane).size();
            gap(s.md);
            section_header(model.lanes()[static_cast<std::size_t>(lane)], std::to_string(count));
            gap(s.xs);
            draw_weeks(context, shown, lane, 0.0f);
        }
        gap(s.lg);
    }
    reveal = false;
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

}  // namespace throughline::gui::calendar
