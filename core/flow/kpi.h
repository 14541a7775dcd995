// KPI and objective arithmetic: plain functions over plain numbers.
//
// metrics, section 10. Variance = actual - target, in percent of |target|; favourable f = that
// percent, sign turned for lower-is-better: green f >= 0, amber f >= -10%, red below. KR progress =
// (current - baseline) / (target - baseline), one formula for up and down, stored raw, shown
// between 0 and 100%. Examples: actual 46, target 50, higher better: -8%, amber. Actual 5.5, target
// 6, lower better: +8.3%, green. Baseline 12, target 3, current 6: 0.667. Progress 0.5 on day 30 of
// 90: pace 1.5.
#pragma once

#include "core/model/kpi.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::flow {

using Better = model::Direction;
enum class Colour { None, Green, Amber, Red, Overdue };
std::string_view to_text(Colour colour);

struct Variance {
    double absolute = 0;               // actual - target
    std::optional<double> percent;     // of |target|; absent for a target of 0
    std::optional<double> favourable;  // percent, positive is good
    Colour colour = Colour::None;
};
// `amber_percent`: how far below target is still amber. With a target of 0 only the sign decides:
// green on the good side, else red.
Variance variance(double actual, double target, Better better, double amber_percent = 10);
// The colour of a KPI: none without a target or a value; overdue instead of the last colour.
Colour kpi_colour(std::optional<double> actual, std::optional<double> target, Better better,
                  bool overdue, double amber_percent = 10);

enum class Trend { TooFew, Steady, Good, Bad };
std::string_view to_text(Trend trend);
// An XmR signal (xmr.h) within the last 8 points, good or bad by direction. Under 6 points too few.
// The limits come from the first 10 to 20 values unless the caller has a baseline of its own.
Trend trend(std::span<const double> values, Better better, std::size_t baseline = 20);

struct Progress {
    double raw = 0;
    double shown = 0;  // 0 .. 1
    bool below_baseline = false;
    bool above_target = false;
};
// Absent when target = baseline: use maintain().
std::optional<Progress> kr_progress(double baseline, double target, double current);
// In range 1, else 0, with the distance to the range.
struct Maintained {
    double progress = 0;
    double distance = 0;
};
Maintained maintain(double low, double high, double current);
std::optional<double> milestones(int done, int all);  // absent without milestones

enum class Pace { TooEarly, OnTrack, AtRisk, OffTrack };
std::string_view to_text(Pace pace);
struct PaceResult {
    Pace pace = Pace::TooEarly;
    double ratio = 0;  // progress / share of the days gone
};
// On track from 0.9, at risk from 0.6; before 10% of the quarter too early. day_of_quarter counts
// from 1.
PaceResult pace(double progress, int day_of_quarter, int days_in_quarter);

struct WeightedKr {
    std::optional<double> shown;  // absent: not measured
    double weight = 1;
};
struct ObjectiveScore {
    std::optional<double> score;  // absent when no KR has a number
    int not_measured = 0;
};
// Weighted mean of the KRs' shown progress; KRs without a number are left out and counted.
// Example: 0.5 (weight 1), 0.667 (weight 2), none (weight 3): 0.611, one not measured.
ObjectiveScore objective_score(std::span<const WeightedKr> results);

struct ClosedObjective {
    std::optional<double> score;
    double complete_at = 1.0;
    bool cancelled = false;  // with a reason: listed, not counted
};
struct Completion {
    int complete = 0;
    int counted = 0;
    int cancelled = 0;
    std::optional<double> rate() const {
        return counted == 0 ? std::nullopt : std::optional(static_cast<double>(complete) / counted);
    }
};
inline constexpr double kCompletionTarget = 0.8;
Completion completion(std::span<const ClosedObjective> closed);

}  // namespace throughline::flow
