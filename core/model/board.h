// A board: its points, limits that hold for the whole of it, calendar and policies. Columns, groups
// and gates hang below it in files of their own.
#pragma once

#include "core/base/calendar.h"
#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

struct Board {
    BoardId id;
    std::string name;
    std::string key_prefix = "MKT";  // card keys are PREFIX-number
    std::string zone = "UTC";        // IANA name; days are made in it

    // Points of the flow (Kanban Guide): the left edges of these columns. 0 when not set.
    ColumnId commitment;
    ColumnId delivery;

    // Limits. Absent means no limit.
    std::optional<int> wip_limit;           // CONWIP: cards in process, expedites not counted
    std::optional<int> expedite_limit = 1;  // expedites between entry and delivery
    std::optional<int> person_limit;  // per DRI in active columns, unless the person has an own one

    // Working calendar.
    int weekdays = 0b0011111;   // bit 0 = Monday
    std::vector<Day> holidays;  // ascending
    int day_begin_minute = 9 * 60;
    int day_end_minute = 17 * 60;

    // Score = (wv * value + wu * urgency + we * enablement) / size.
    double weight_value = 1;
    double weight_urgency = 1;
    double weight_enablement = 1;

    // Definition of ready: what the program itself checks at the commitment point. Manual items
    // are gate items without a column.
    TextList ready_checks{"brief", "dri", "objective"};
    std::string naming_pattern;  // of campaign names; a regular expression, "" for none

    // Healthy band of load against offered places, percent.
    int load_low = 75;
    int load_high = 85;

    std::string currency = "EUR";    // ISO 4217
    int capacity_buffer = 15;        // percent of capacity kept free for what is not foreseen
    int objectives_per_dri = 3;      // more open ones of a quarter are a defect of the plan
    std::optional<int> market_days;  // target for brief submitted to live, calendar days

    friend bool operator==(const Board&, const Board&) = default;
};

template <>
struct Fields<Board> {
    static constexpr std::string_view kName = "board";
    static constexpr auto kList = std::tuple{
        field("id", &Board::id),
        field("name", &Board::name),
        field("key_prefix", &Board::key_prefix),
        field("zone", &Board::zone),
        field("commitment", &Board::commitment),
        field("delivery", &Board::delivery),
        field("wip_limit", &Board::wip_limit),
        field("expedite_limit", &Board::expedite_limit),
        field("person_limit", &Board::person_limit),
        field("weekdays", &Board::weekdays),
        field("holidays", &Board::holidays),
        field("day_begin_minute", &Board::day_begin_minute),
        field("day_end_minute", &Board::day_end_minute),
        field("weight_value", &Board::weight_value),
        field("weight_urgency", &Board::weight_urgency),
        field("weight_enablement", &Board::weight_enablement),
        field("ready_checks", &Board::ready_checks),
        field("naming_pattern", &Board::naming_pattern),
        field("load_low", &Board::load_low),
        field("load_high", &Board::load_high),
        field("currency", &Board::currency),
        field("capacity_buffer", &Board::capacity_buffer),
        field("objectives_per_dri", &Board::objectives_per_dri),
        field("market_days", &Board::market_days),
    };
};

inline WorkingCalendar calendar_of(const Board& board) {
    return {static_cast<std::uint8_t>(board.weekdays & 0x7F), board.holidays,
            minutes(board.day_begin_minute), minutes(board.day_end_minute)};
}

}  // namespace throughline::model
