// What the calendar remembers, and its parts. Private to this room.
#pragma once

#include "app/gui/calendar/calendar_model.h"
#include "app/gui/calendar/calendar_view.h"
#include "app/gui/palette/cursor_keys.h"
#include "imgui.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::calendar {

struct Box {
    ImVec2 min{0, 0};
    ImVec2 max{0, 0};
};

struct CalendarView::State {
    CalendarModel model;
    palette::CursorKeys keys;

    bool is_month = true;
    bool by_channel = false;
    bool shows_undated = true;
    bool in_undated = false;  // the cursor is in the list of what has no date
    Day cursor;               // 0 before the first frame
    EntryRef selected;
    bool reveal = false;  // the cursor's day comes into view
    bool focus_filter = false;
    std::optional<Day> opened;  // the day whose whole list is open
    bool opens_day = false;     // in this frame

    // Held by the mouse.
    struct Drag {
        bool armed = false;
        bool active = false;
        EntryRef entry;
        std::string words;
        std::optional<Day> over;
        bool over_undated = false;
    };
    Drag drag;
    // What a drop on a day would be told, kept while one thing is held.
    std::map<Day, std::string> refusals;

    struct Refused {
        rules::Refusal refusal;
        std::string title;
        Day day;
    };
    std::optional<Refused> refused;
    std::map<Day, Box> cells;  // as drawn in this frame

    // A day that needs a reason, asked for in a dialog.
    struct Asking {
        EntryRef entry;
        Day to;
        std::string words;
        std::string reason;
        std::string problem;
    };
    std::optional<Asking> asking;
    bool open_asking = false;
    std::vector<std::function<void(Context&)>> later;

    Page page() const { return is_month ? month_page(cursor) : week_page(cursor); }
    Day today(Context& context) const { return context.zone().day(context.now()); }

    // calendar_view.cpp
    void refresh(Context& context);
    void draw_head(Context& context);
    void draw_legend();
    // undated_view.cpp
    void draw_late(Context& context);
    void draw_undated(Context& context, float width);
    // grid_view.cpp
    void draw_grid(Context& context, const Page& shown);
    void draw_weekdays(float width);
    void draw_weeks(Context& context, const Page& shown, int lane, float cell_height);
    void draw_cell(Context& context, Day day, int lane, const Box& box, int month);
    void draw_day_head(Context& context, Day day, const Box& box, int month);
    void draw_entries(Context& context, Day day, int lane, const Box& box);
    // entry_view.cpp
    void draw_entry(Context& context, const EntryRef& entry, const Box& box,
                    std::string_view scope);
    void draw_opened_day(Context& context);
    // As high as `count` of them may be in the room of a day.
    float entry_height(std::size_t count, float room) const;
    // drag_view.cpp
    void hold(Context& context, const EntryRef& entry);
    void finish_drag(Context& context);
    void draw_ghost(Context& context);
    void draw_refused(Context& context);
    void draw_asking(Context& context);
    // calendar_acts.cpp
    void select(const EntryRef& entry, Day day);
    void move_day(int days);
    void move_entry(Context& context, int by);
    void turn(int pages);
    void open(Context& context, const EntryRef& entry);
    void redate_to(Context& context, const EntryRef& entry, std::optional<Day> to);
    // Result: it was carried out; else why not is kept in `refused`.
    bool carry_out(Context& context, const EntryRef& entry, std::optional<Day> to,
                   const std::string& reason);
};

// Before the names of entries in the list of what has no date.
inline constexpr std::string_view kUndatedScope = "undated:";
// The channel's marks and the entry's ground and signs.
void draw_face(ImDrawList& list, const Box& box, const EntryFace& face, bool is_selected,
               bool is_hovered);
const char* icon_of(EntryState state);
std::string_view words_of(EntryState state);

}  // namespace throughline::gui::calendar
