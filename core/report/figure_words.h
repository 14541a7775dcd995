// Figures of the plan and the KPIs in words: one way for the screens, the reviews, the report and
// the command line, so that a figure reads the same wherever it stands. Computes nothing.
#pragma once

#include "core/flow/plan.h"
#include "core/flow/scorecard.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::report {

// How a figure stands; always said in words or by a shape too.
enum class Mood : std::uint8_t { Neutral, Good, Watch, Bad };

// Of a target, beside a value that names the unit: "250", "37%".
std::string target_words(std::optional<double> target, std::string_view unit);
// Of the difference between two values: "points" for "%", else the unit itself.
std::string_view difference_unit(std::string_view unit);
// "-8% (-4)", for shares "-8% (-3 points)"; to a target of 0 "+3 leads"; "-" for none.
std::string variance_words(const std::optional<flow::Variance>& variance, std::string_view unit);
// "Green", "Amber", "Red", "Overdue", "No target", "No value".
std::string status_words(const flow::KpiReading& reading);
// "61%", "61%, 1 not measured", "not measured".
std::string score_words(const flow::ObjectiveScore& score);
// "at risk, 0.8", "too early".
std::string pace_words(const flow::PaceResult& pace);
// "On track", "Closed", "Cancelled".
std::string status_words(const model::Objective& objective);

Mood mood_of(flow::Colour colour);
Mood mood_of(flow::Trend trend);
Mood mood_of(flow::Pace pace);
Mood mood_of(const model::Objective& objective);
// Of a risk's score, 1 to 25: from 15 on bad, from 8 on to be watched.
inline constexpr int kHighRisk = 15;
inline constexpr int kMiddleRisk = 8;
Mood mood_of_risk(int score);

}  // namespace throughline::report
