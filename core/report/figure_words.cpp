#include "core/report/figure_words.h"

#include "core/base/words.h"
#include "core/report/chart_parts.h"

#include <algorithm>

namespace throughline::report {

std::string target_words(std::optional<double> target, std::string_view unit) {
    return number_words(target, unit == "%" ? unit : "");
}

std::string_view difference_unit(std::string_view unit) {
    return unit == "%" ? "points" : unit;
}

std::string variance_words(const std::optional<flow::Variance>& variance, std::string_view unit) {
    if (!variance) {
        return "-";
    }
    if (!variance->percent) {
        return signed_words(variance->absolute, difference_unit(unit));
    }
    return signed_words(*variance->percent, "%") + " (" +
           signed_words(variance->absolute, unit == "%" ? difference_unit(unit) : "") + ")";
}

std::string status_words(const flow::KpiReading& reading) {
    switch (reading.colour) {
        case flow::Colour::None: return reading.value ? "No target" : "No value";
        case flow::Colour::Green: return "Green";
        case flow::Colour::Amber: return "Amber";
        case flow::Colour::Red: return "Red";
        case flow::Colour::Overdue: return "Overdue";
    }
    return {};
}

std::string score_words(const flow::ObjectiveScore& score) {
    if (!score.score) {
        return "not measured";
    }
    return percent_words(*score.score) +
           (score.not_measured > 0 ? ", " + std::to_string(score.not_measured) + " not measured"
                                   : "");
}

std::string pace_words(const flow::PaceResult& pace) {
    std::string words(flow::to_text(pace.pace));
    std::ranges::replace(words, '-', ' ');
    return pace.pace == flow::Pace::TooEarly ? words : words + ", " + number_words(pace.ratio);
}

std::string status_words(const model::Objective& objective) {
    if (objective.closed) {
        return objective.cancelled ? "Cancelled" : "Closed";
    }
    switch (objective.status) {
        case model::ObjectiveStatus::OnTrack: return "On track";
        case model::ObjectiveStatus::AtRisk: return "At risk";
        case model::ObjectiveStatus::OffTrack: return "Off track";
    }
    return {};
}

Mood mood_of(flow::Colour colour) {
    switch (colour) {
        case flow::Colour::None: return Mood::Neutral;
        case flow::Colour::Green: return Mood::Good;
        case flow::Colour::Amber:
        case flow::Colour::Overdue: return Mood::Watch;
        case flow::Colour::Red: return Mood::Bad;
    }
    return Mood::Neutral;
}

Mood mood_of(flow::Trend trend) {
    switch (trend) {
        case flow::Trend::TooFew:
        case flow::Trend::Steady: return Mood::Neutral;
        case flow::Trend::Good: return Mood::Good;
        case flow::Trend::Bad: return Mood::Bad;
    }
    return Mood::Neutral;
}

Mood mood_of(flow::Pace pace) {
    switch (pace) {
        case flow::Pace::TooEarly: return Mood::Neutral;
        case flow::Pace::OnTrack: return Mood::Good;
        case flow::Pace::AtRisk: return Mood::Watch;
        case flow::Pace::OffTrack: return Mood::Bad;
    }
    return Mood::Neutral;
}

Mood mood_of(const model::Objective& objective) {
    if (objective.closed) {
        return Mood::Neutral;
    }
    switch (objective.status) {
        case model::ObjectiveStatus::OnTrack: return Mood::Good;
        case model::ObjectiveStatus::AtRisk: return Mood::Watch;
        case model::ObjectiveStatus::OffTrack: return Mood::Bad;
    }
    return Mood::Neutral;
}

Mood mood_of_risk(int score) {
    return score >= kHighRisk ? Mood::Bad : score >= kMiddleRisk ? Mood::Watch : Mood::Neutral;
}

}  // namespace throughline::report
