// The charts there are: one row a chart, with its stored name, and the function that makes it from
// a slice of the flow. Whoever lists, draws, exports or documents charts starts here.
//
// To add one: its figures in core/flow, a maker beside the others (make_*.cpp), a row in the table.
#pragma once

#include "core/flow/scope.h"
#include "core/report/chart.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace throughline::report {

// What is chosen beside period, cards and kind of days, which the slice knows.
struct ChartChoices {
    bool by_day = false;       // throughput per day instead of per week
    std::uint64_t seed = 1;    // of forecasts
    std::optional<int> cards;  // of "when will these be done"; absent: those in process now
    int days = 28;             // of "how many will be done"
    // Natural limits come from the first values of this day on; absent: of all that is known. They
    // stay when the period moves, until a person names another day after an explained change.
    std::optional<Day> limits_from;

    friend bool operator==(const ChartChoices&, const ChartChoices&) = default;
};

struct ChartKind {
    std::string_view name;   // stored in saved settings and scripts; never rename
    std::string_view group;  // the question it helps to answer
    std::string_view title;
    std::string_view tells;  // what it tells and what to do about it
    int section = 0;         // of the metrics page, where its figures are defined
    void (*make)(const flow::Slice&, const ChartChoices&, Chart&) = nullptr;
};

// In the order in which they are shown.
std::span<const ChartKind> chart_kinds();
// Null when there is none of this name.
const ChartKind* find_chart(std::string_view name);
// The name most like this one, for "did you mean".
std::string_view nearest_chart(std::string_view name);

// Pure: the same slice and choices give the same chart. Without the points of the board, or without
// anything to show, the chart says what is missing.
Chart make_chart(const ChartKind& kind, const flow::Slice& slice, const ChartChoices& choices = {});

}  // namespace throughline::report
