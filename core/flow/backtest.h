// How often past forecasts were right: shown beside every forecast.
//
// metrics, section 8. Every past week is an origin, with only the rows known then; 7, 14, 28 days
// and the next 5, 10, 20 cards are forecast. Per level: n, hits (actual >= promised, or date <=
// promised), the hits a calibrated forecast gets in 90% of cases (the 5% and 95% points of the
// binomial), mean pinball loss max(q * (y - f), (q - 1) * (y - f)) (Hyndman, Forecasting 5.9),
// skill against "as in the last 4 weeks". Examples: level 85%, n = 20: 14 to 19 hits are fine, 13
// is overconfident. q .85, forecast 10: actual 14 costs 3.4, actual 7 costs 0.45. Overlapping
// windows are not independent: n counts separate ones. Below 12: "not enough to judge".
#pragma once

#include "core/flow/forecast.h"

#include <array>
#include <optional>
#include <vector>

namespace throughline::flow {

inline constexpr std::size_t kFewestOrigins = 12;
inline constexpr std::array<int, 3> kDayHorizons{7, 14, 28};
inline constexpr std::array<int, 3> kCardHorizons{5, 10, 20};
inline constexpr std::array<int, 4> kWindows{4, 8, 12, 26};

double pinball_loss(double q, double forecast, double actual);

// The hits, of n, that a calibrated forecast of this level gets in 90% of cases. Closed.
struct HitRange {
    int low = 0;
    int high = 0;
    friend bool operator==(const HitRange&, const HitRange&) = default;
};
HitRange calibrated_hits(int percent, int n);

enum class Calibration { NotEnough, Fine, Overconfident, Cautious };
std::string_view to_text(Calibration calibration);
Calibration judge(int percent, int n, int hits);

enum class Question { HowMany, When };

struct LevelScore {
    int percent = 50;
    int n = 0;  // separate windows
    int hits = 0;
    HitRange expected;
    Calibration calibration = Calibration::NotEnough;
    double loss = 0;  // mean over all origins
    std::optional<double>
        skill;  // 1 - loss / loss of "as in the last 4 weeks"; absent when that is 0

    // What "85%" has meant in practice.
    std::optional<double> in_practice() const {
        return n == 0 ? std::nullopt : std::optional(static_cast<double>(hits) / n);
    }
};

struct HorizonScore {
    Question question = Question::HowMany;
    int size = 7;     // days, or cards
    int origins = 0;  // with a forecast and a known outcome, overlapping ones too
    std::vector<LevelScore> levels;
};

struct Backtest {
    int window_weeks = 12;
    std::vector<HorizonScore> horizons;
    double loss = 0;  // mean over horizons and levels, in units of the naive loss
    bool is_enough() const;
};

struct BacktestOptions {
    int origins = 52;  // past weeks at most
    int trials = 1000;
    std::uint64_t seed = 1;
    Resampling resampling = Resampling::Yes;
};
Backtest backtest(const Slice& slice, int window_weeks, const BacktestOptions& options = {});

// The window of kWindows with the least loss; 12 when none has a score.
int best_window(const Slice& slice, const BacktestOptions& options = {});

}  // namespace throughline::flow
