// Calendar and zone; appearance.
#include "app/gui/settings/sections.h"
#include "app/gui/settings/zones_model.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "imgui.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::gui::settings {
namespace {

constexpr std::array<std::string_view, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};
constexpr std::array kZooms{75, 90, 100, 110, 125, 150, 175, 200};
constexpr std::array<std::string_view, 8> kZoomWords{"75%",  "90%",  "100%", "110%",
                                                     "125%", "150%", "175%", "200%"};

void draw_weekdays(Editor& editor, const model::Board& board) {
    for (std::size_t i = 0; i < kDays.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, sizes().xs);
        const int bit = 1 << i;
        const bool on = (board.weekdays & bit) != 0;
        const std::string id = "weekday:" + std::string(kDays[i]);
        ImGui::BeginDisabled(!editor.may_change());
        if (chip_button(id.c_str(), kDays[i].substr(0, 3), on,
                        {.icon = on ? icons::kCheck : nullptr}, kDays[i]))
            editor.run("weekdays", set_board("weekdays", std::to_string(board.weekdays ^ bit)));
        ImGui::EndDisabled();
    }
    editor.show_refusal("weekdays");
}

void draw_hours(Editor& editor, const model::Board& board) {
    std::vector<std::string> words;
    for (int minute = 0; minute <= 24 * 60; minute += 30)
        words.push_back(clock_words(minute));
    std::vector<ChoiceItem> items;
    for (const std::string& word : words)
        items.push_back({.label = word});
    const auto hour = [&](const char* key, const char* label, int minute) {
        ImGui::BeginGroup();
        const int present = minute % 30 == 0 ? minute / 30 : kNoChoice;
        editor.choose(
            key, present, items,
            {.label = label, .icon = icons::kClock, .width = 160.0f * sizes().scale},
            [key](int chosen) { return set_board(key, std::to_string(std::max(chosen, 0) * 30)); });
        ImGui::EndGroup();
    };
    hour("day_begin_minute", "From", board.day_begin_minute);
    ImGui::SameLine(0, sizes().md);
    hour("day_end_minute", "To", board.day_end_minute);
}

rules::Command set_holidays(const std::vector<Day>& days) {
    std::vector<std::string> lines;
    for (const Day day : days)
        lines.push_back(to_text(day));
    return set_board("holidays", join(lines, "\n"));
}

void draw_holidays(Context& context, Editor& editor, CalendarForms& forms,
                   const model::Board& board) {
    const Sizes& s = sizes();
    begin_block("holidays", "Holidays", "Not counted in working days and working hours.");
    if (board.holidays.empty()) text("None yet.", muted_style());
    float used = 0;
    const float room = width_left();
    for (const Day day : board.holidays) {
        const std::string words = to_text(day);
        const float width = chip_size(words).x + s.xl;
        if (used > 0 && used + width < room) ImGui::SameLine(0, s.xs);
        used = used + width < room ? used + width + s.xs : width;
        ImGui::BeginDisabled(!editor.may_change());
        if (removable_chip(("holiday:" + words).c_str(), words, {.icon = icons::kCalendar})) {
            std::vector<Day> rest = board.holidays;
            std::erase(rest, day);
            editor.run("holidays", set_holidays(rest));
        }
        ImGui::EndDisabled();
    }
    if (editor.may_change()) {
        gap(s.sm);
        const CivilDate today = civil(context.zone().day(context.now()));
        const std::chrono::year_month_day first{
            std::chrono::year(today.year), std::chrono::month(static_cast<unsigned>(today.month)),
            std::chrono::day(static_cast<unsigned>(today.day))};
        date_field("new-holiday", forms.holiday,
                   {.placeholder = "2026-12-25", .name = "New holiday", .width = 190.0f * s.scale},
                   first);
        ImGui::SameLine(0, s.sm);
        if (button("add-holiday", "Add",
                   {.icon = icons::kPlus,
                    .disabled = !forms.holiday,
                    .disabled_why = "Choose the day first."}) &&
            forms.holiday) {
            std::vector<Day> days = board.holidays;
            days.push_back(
                day_from_civil(static_cast<int>(forms.holiday->year()),
                               static_cast<int>(static_cast<unsigned>(forms.holiday->month())),
                               static_cast<int>(static_cast<unsigned>(forms.holiday->day()))));
            editor.run("holidays", set_holidays(days), [&forms] { forms.holiday.reset(); });
        }
    }
    editor.show_refusal("holidays");
    end_block();
}

}  // namespace

void draw_calendar(Context& context, Editor& editor, CalendarForms& forms) {
    const model::Board* board = context.workspace().board();
    if (board == nullptr) return;
    if (zone_index(forms.zones, board->zone) < 0) forms.zones = zone_names(board->zone);
    begin_block("zone", "Time zone",
                "A card that is finished at half past eleven at night is finished that day here. "
                "Another zone recomputes every figure.");
    std::vector<ChoiceItem> zones;
    for (const std::string& name : forms.zones)
        zones.push_back({.label = name});
    editor.choose("zone", zone_index(forms.zones, board->zone), zones,
                  {.label = "Zone",
                   .help = "There it is now " + moment_words(context.zone(), context.now()),
                   .icon = icons::kMap,
                   .width = 340.0f * sizes().scale},
                  [&forms](int chosen) {
                      return set_board("zone",
                                       forms.zones[static_cast<std::size_t>(std::max(chosen, 0))]);
                  });
    end_block();
    begin_block("week", "Working days and hours");
    draw_weekdays(editor, *board);
    gap(sizes().md);
    draw_hours(editor, *board);
    end_block();
    draw_holidays(context, editor, forms, *board);
}

void draw_appearance(Context& context) {
    const Sizes& s = sizes();
    Appearance look = context.appearance();
    begin_block("theme", "Theme");
    constexpr std::array<ChoiceItem, 2> kThemes{
        {{.label = "Light", .icon = icons::kSun}, {.label = "Dark", .icon = icons::kMoon}}};
    int theme_choice = look.dark ? 1 : 0;
    if (segmented("theme-choice", theme_choice, kThemes,
                  {.name = "Theme", .width = 320.0f * s.scale}))
        look.dark = theme_choice == 1;
    gap(s.sm);
    toggle("high-contrast", "High contrast", look.high_contrast,
           "Black or white text and stronger lines");
    end_block();
    begin_block(
        "size", "Size",
        "Of text and everything else; times the scale of the screen. Ctrl+0 brings 100% back.");
    std::array<ChoiceItem, kZooms.size()> zooms{};
    int chosen = kNoChoice;
    for (std::size_t i = 0; i < kZooms.size(); ++i) {
        zooms[i].label = kZoomWords[i];
        if (std::lround(look.zoom * 100) == kZooms[i]) chosen = static_cast<int>(i);
    }
    if (segmented("zoom", chosen, zooms,
                  {.name = "Size", .width = std::min(width_left(), 640.0f * s.scale)}) &&
        chosen >= 0)
        look.zoom = kZooms[static_cast<std::size_t>(chosen)] / 100.0;
    end_block();
    if (look != context.appearance()) context.set_appearance(look);
}

}  // namespace throughline::gui::settings
