// Keys as people write them: "R-7", "O-3", "KR-12". Cards have the board's prefix (workspace.h).
#pragma once

#include "core/model/brief.h"
#include "core/model/cadence.h"
#include "core/model/kpi.h"
#include "core/model/learning.h"
#include "core/model/objective.h"
#include "core/model/plan.h"
#include "core/model/schedule.h"
#include "core/model/signal.h"

namespace throughline::model {

// What the keys of a type begin with.
template <class T>
constexpr std::string_view kKeyLetters;
template <>
inline constexpr std::string_view kKeyLetters<Request> = "R";
template <>
inline constexpr std::string_view kKeyLetters<Objective> = "O";
template <>
inline constexpr std::string_view kKeyLetters<Bet> = "B";
template <>
inline constexpr std::string_view kKeyLetters<Meeting> = "M";
template <>
inline constexpr std::string_view kKeyLetters<Alert> = "A";
template <>
inline constexpr std::string_view kKeyLetters<KeyResult> = "KR";
template <>
inline constexpr std::string_view kKeyLetters<Kpi> = "K";
template <>
inline constexpr std::string_view kKeyLetters<Decision> = "D";
template <>
inline constexpr std::string_view kKeyLetters<ActionItem> = "AC";
template <>
inline constexpr std::string_view kKeyLetters<Risk> = "RK";
template <>
inline constexpr std::string_view kKeyLetters<Retro> = "RT";
template <>
inline constexpr std::string_view kKeyLetters<Experiment> = "E";
template <>
inline constexpr std::string_view kKeyLetters<Schedule> = "S";

// Rows have a number of their own and a key made from it.
template <class T>
concept Numbered = !kKeyLetters<T>.empty();

template <Numbered T>
std::string key_of(const T& row) {
    return std::string(kKeyLetters<T>) + "-" + std::to_string(row.number);
}

// The number of "R-7", "r-7" or "7" for the letters "R"; absent when the key is something else.
std::optional<std::int64_t> number_of_key(std::string_view key, std::string_view letters);

}  // namespace throughline::model
