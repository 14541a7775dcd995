#include "core/flow/kpi.h"

#include "core/flow/xmr.h"

#include <algorithm>
#include <cmath>

namespace throughline::flow {
namespace {

constexpr std::size_t kRecent = 8;
// A share is computed in binary; 1 must not be missed by its last bit.
constexpr double kRounding = 1e-12;

}  // namespace

std::string_view to_text(Colour colour) {
    switch (colour) {
        case Colour::None: return "";
        case Colour::Green: return "green";
        case Colour::Amber: return "amber";
        case Colour::Red: return "red";
        case Colour::Overdue: return "overdue";
    }
    return "";
}

Variance variance(double actual, double target, Better better, double amber_percent) {
    Variance result{.absolute = actual - target};
    const double good = better == Better::Higher ? result.absolute : -result.absolute;
    if (target == 0) {
        result.colour = good >= 0 ? Colour::Green : Colour::Red;
        return result;
    }
    result.percent = 100 * result.absolute / std::abs(target);
    result.favourable = 100 * good / std::abs(target);
    result.colour = *result.favourable >= 0                            ? Colour::Green
                    : *result.favourable >= -amber_percent - kRounding ? Colour::Amber
                                                                       : Colour::Red;
    return result;
}

Colour kpi_colour(std::optional<double> actual, std::optional<double> target, Better better,
                  bool overdue, double amber_percent) {
    if (!target) {
        return Colour::None;
    }
    if (overdue) {
        return Colour::Overdue;
    }
    return actual ? variance(*actual, *target, better, amber_percent).colour : Colour::None;
}

std::string_view to_text(Trend trend) {
    switch (trend) {
        case Trend::TooFew: return "too few";
        case Trend::Steady: return "steady";
        case Trend::Good: return "good";
        case Trend::Bad: return "bad";
    }
    return "";
}

Trend trend(std::span<const double> values, Better better, std::size_t baseline) {
    if (values.size() < kFewestForBaseline) {
        return Trend::TooFew;
    }
    const auto limits = xmr_limits(
        values.first(std::min(values.size(), std::max<std::size_t>(baseline, 2))), Sign::Any);
    const auto signals = xmr_signals(values, *limits);
    if (signals.empty() || signals.back().index + kRecent < values.size()) {
        return Trend::Steady;
    }
    return signals.back().above == (better == Better::Higher) ? Trend::Good : Trend::Bad;
}

std::optional<Progress> kr_progress(double baseline, double target, double current) {
    if (target == baseline) {
        return std::nullopt;
    }
    const double raw = (current - baseline) / (target - baseline);
    return Progress{.raw = raw,
                    .shown = std::clamp(raw, 0.0, 1.0),
                    .below_baseline = raw<0, .above_target = raw> 1};
}

Maintained maintain(double low, double high, double current) {
    if (current < low) {
        return {0, low - current};
    }
    return current > high ? Maintained{0, current - high} : Maintained{1, 0};
}

std::optional<double> milestones(int done, int all) {
    return all <= 0 ? std::nullopt : std::optional(static_cast<double>(done) / all);
}

std::string_view to_text(Pace pace) {
    switch (pace) {
        case Pace::TooEarly: return "too early";
        case Pace::OnTrack: return "on-track";
        case Pace::AtRisk: return "at-risk";
        case Pace::OffTrack: return "off-track";
    }
    return "";
}

PaceResult pace(double progress, int day_of_quarter, int days_in_quarter) {
    const int day = std::min(day_of_quarter, days_in_quarter);
    if (day <= 0 || 10 * day < days_in_quarter) {
        return {};
    }
    const double ratio = progress * days_in_quarter / day;
    return {ratio >= 0.9 - kRounding   ? Pace::OnTrack
            : ratio >= 0.6 - kRounding ? Pace::AtRisk
                                       : Pace::OffTrack,
            ratio};
}

ObjectiveScore objective_score(std::span<const WeightedKr> results) {
    ObjectiveScore result;
    double sum = 0;
    double weights = 0;
    for (const WeightedKr& kr : results) {
        if (kr.shown) {
            sum += *kr.shown * kr.weight;
            weights += kr.weight;
        } else {
            ++result.not_measured;
        }
    }
    if (weights > 0) {
        result.score = sum / weights;
    }
    return result;
}

Completion completion(std::span<const ClosedObjective> closed) {
    Completion result;
    for (const ClosedObjective& objective : closed) {
        if (objective.cancelled) {
            ++result.cancelled;
            continue;
        }
        ++result.counted;
        result.complete +=
            objective.score && *objective.score >= objective.complete_at - kRounding ? 1 : 0;
    }
    return result;
}

}  // namespace throughline::flow
