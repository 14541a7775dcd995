#include "app/gui/widgets/month_calendar.h"

#include <array>
#include <map>
#include <string>

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/text.h"
#include "core/base/words.h"

namespace throughline::gui {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::array kDayNames{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

struct ShownMonths {
    std::map<ImGuiID, year_month> by_id;
};

float cell_size() {
    return sizes().control_small + sizes().xs;
}

void draw_day(const Pressable& item, year_month_day day, year_month shown, bool chosen,
              bool is_today) {
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool inside = day.year() == shown.year() && day.month() == shown.month();
    ImU32 ink = inside ? t.text : t.text_faint;
    const float inset = sizes().hair;
    const ImVec2 min{item.min.x + inset, item.min.y + inset};
    const ImVec2 max{item.max.x - inset, item.max.y - inset};
    if (chosen) {
        list.AddRectFilled(min, max, t.accent, sizes().radius);
        ink = t.accent_text;
    } else if (item.hovered || item.focused) {
        list.AddRectFilled(min, max, t.hover, sizes().radius);
    }
    if (is_today && !chosen)
        list.AddRect(min, max, t.tone(Tone::Accent).edge, sizes().radius, 0, sizes().hair);
    const std::string number = std::to_string(static_cast<unsigned>(day.day()));
    const Weight weight = chosen || is_today ? Weight::Semibold : Weight::Regular;
    draw_text_centred(list, item.min, item.max, number,
                      {.size = text_size::kSmall, .weight = weight, .colour = ink});
    focus_ring_of(item, sizes().radius);
}

void month_head(year_month& shown) {
    const float width = month_calendar_width();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const std::string title =
        std::string(month_name(static_cast<int>(static_cast<unsigned>(shown.month())))) + " " +
        std::to_string(static_cast<int>(shown.year()));
    const float height = sizes().control_small;
    draw_text_middle(*ImGui::GetWindowDrawList(), {start.x + sizes().sm, start.y + height * 0.5f},
                     title, {.weight = Weight::Semibold});
    ImGui::SetCursorScreenPos({start.x + width - 2.0f * height - sizes().xxs, start.y});
    const ButtonOptions small{.kind = ButtonKind::Ghost, .size = ButtonSize::Small};
    if (icon_button("previous-month", icons::kChevronLeft, "Previous month", small))
        shown -= months(1);
    ImGui::SameLine(0.0f, sizes().xxs);
    if (icon_button("next-month", icons::kChevronRight, "Next month", small)) shown += months(1);
}

void day_names() {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = text_size::kCaption, .colour = theme().text_faint};
    ImVec2 at = start;
    for (const char* name : kDayNames) {
        draw_text_centred(*ImGui::GetWindowDrawList(), at,
                          {at.x + cell_size(), at.y + line_height(style)}, name, style);
        at.x += cell_size();
    }
    ImGui::ItemSize({7.0f * cell_size(), line_height(style)});
}

}  // namespace

float month_calendar_width() {
    return 7.0f * cell_size();
}

void show_month(const char* id, year_month_day day) {
    context_state<ShownMonths>().by_id[ImHashStr(id)] = year_month(day.year(), day.month());
}

std::optional<year_month_day> month_calendar(const char* id,
                                             const std::optional<year_month_day>& chosen,
                                             year_month_day today) {
    const year_month_day start_day = chosen.value_or(today);
    auto& all = context_state<ShownMonths>().by_id;
    year_month& shown =
        all.try_emplace(ImHashStr(id), start_day.year(), start_day.month()).first->second;
    std::optional<year_month_day> pressed;
    ImGui::PushID(id);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0f, sizes().xs});
    month_head(shown);
    day_names();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0f, 0.0f});
    const sys_days first = sys_days(shown / 1);
    const unsigned weekday = std::chrono::weekday(first).iso_encoding();
    sys_days day = first - days(weekday - 1);
    for (int cell = 0; cell < 42; ++cell, day += days(1)) {
        if (cell % 7 != 0) ImGui::SameLine();
        const year_month_day date(day);
        const std::string name = format_date(date);
        const Pressable item = press_item(name.c_str(), name, {cell_size(), cell_size()});
        if (item.visible) draw_day(item, date, shown, chosen == date, date == today);
        if (item.pressed) pressed = date;
    }
    ImGui::PopStyleVar(2);
    ImGui::PopID();
    return pressed;
}

}  // namespace throughline::gui
