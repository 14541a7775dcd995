// Everything with a date, by day and channel, gathered once for each state of the board and filter:
// a frame only looks days up. No drawing.
#pragma once

#include "app/gui/calendar/entry_model.h"
#include "app/gui/context/context.h"
#include "core/base/calendar.h"
#include "core/model/query.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace throughline::gui::calendar {

struct Entry {
    EntryRef ref;
    Day day;
    int lane = 0;            // index of lanes()
    std::int64_t order = 0;  // inside a day: cards by number, then requests, steps, milestones
};

// Days shown together: whole weeks from a Monday.
struct Page {
    Day first;
    int weeks = 1;

    Day last() const { return first + (weeks * 7 - 1); }
    bool contains(Day day) const { return first <= day && day <= last(); }
    friend bool operator==(const Page&, const Page&) = default;
};
Page month_page(Day day);
Page week_page(Day day);
// The same day of the month before or after, or its last one.
Day add_months(Day day, int months);

// What is to be known about a day besides its entries.
struct DayNote {
    bool works = true;
    bool is_holiday = false;
    std::string away;        // "Mira away", "3 away"; "" when everybody is there
    std::string away_names;  // all of them
};

class CalendarModel {
public:
    // Each frame. Cards that the board's filter hides are left out here too.
    void refresh(Context& context);

    // Of a day, all lanes or one; by lane, then order.
    std::span<const Entry> on(Day day) const;
    std::span<const Entry> on(Day day, int lane) const;
    // Open cards and requests without a date, by number.
    const std::vector<EntryRef>& undated() const { return undated_; }
    // Those whose date has passed, the latest in their day first.
    const std::vector<EntryRef>& late() const { return late_; }
    // Channels in the order of the taxonomy, then those that only old briefs name; the last is "No
    // channel".
    const std::vector<std::string>& lanes() const { return lanes_; }
    // Those with an entry on the page, ascending.
    std::vector<int> lanes_on(const Page& page) const;
    DayNote note(Day day) const;

    const std::string& query_error() const { return query_error_; }
    std::size_t dated() const { return entries_.size(); }
    const flow::Workflow& workflow() const { return workflow_; }

private:
    struct Key {
        std::uint64_t revision = ~std::uint64_t{0};
        std::string query;
        model::PersonId actor;
        Day today;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Gather;
    void gather(Context& context);

    Key made_;
    std::vector<Entry> entries_;
    std::vector<EntryRef> undated_;
    std::vector<EntryRef> late_;
    std::vector<std::string> lanes_;
    WorkingCalendar calendar_;
    std::map<Day, std::vector<std::string>> away_;  // names, of the days that somebody is away
    flow::Workflow workflow_;
    model::QueryCache cache_;
    std::string query_error_;
};

// The channel that a card or request is for: what its brief says, else where most of its money
// goes;
// "" for none. For one; the model reads all at once.
std::string channel_of(const model::Workspace& workspace, const model::Request& request);

}  // namespace throughline::gui::calendar
