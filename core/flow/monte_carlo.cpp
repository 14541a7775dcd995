// The simulated forecasts of forecast.h.
#include "core/flow/forecast.h"
#include "core/flow/percentile.h"
#include "core/flow/random.h"

#include <algorithm>
#include <cmath>

namespace throughline::flow {
namespace {

// Draws the deliveries of one day after another, trial after trial.
class DayDrawer {
public:
    DayDrawer(const ForecastInput& input, const MonteCarlo& options, int most_days)
        : options_(options),
          pools_(pools_of(input.history, input.calendar)),
          random_(options.seed) {
        working_.reserve(static_cast<std::size_t>(most_days));
        weekday_.reserve(static_cast<std::size_t>(most_days));
        for (int k = 1; k <= most_days; ++k) {
            working_.push_back(input.calendar.is_working(input.today + k) ? 1 : 0);
            weekday_.push_back(static_cast<std::uint8_t>(weekday(input.today + k)));
        }
        blocks_ = options.blocks == Blocks::Yes ||
                  (options.blocks == Blocks::Auto && is_dispersed(input.history, input.calendar));
        if (blocks_) {
            cut_weeks(input);
        }
        trial_ = pools_;
        trial_weeks_ = weeks_;
    }

    bool in_blocks() const { return blocks_; }
    Random& random() { return random_; }

    // A history without any delivery would never finish: it is drawn again.
    void begin_trial() {
        if (options_.resampling == Resampling::No) {
            return;
        }
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            resample(pools_.working, trial_.working);
            resample(pools_.idle, trial_.idle);
            resample(weeks_, trial_weeks_);
            if (delivers()) {
                return;
            }
        }
        trial_ = pools_;
        trial_weeks_ = weeks_;
    }

    // Day k = 1, 2, 3 ... of the trial, in order.
    int draw(int k) {
        const auto at = static_cast<std::size_t>(k - 1);
        if (blocks_) {
            if (k == 1 || weekday_[at] == 0) {
                week_ = random_.index(static_cast<std::uint32_t>(trial_weeks_.size()));
            }
            const WeekDay& drawn = trial_weeks_[week_][weekday_[at]];
            if (drawn.count != History::kUnusual && drawn.working == working_[at]) {
                return drawn.count;
            }
        }
        const std::vector<int>& pool = working_[at] != 0 ? trial_.working : trial_.idle;
        return pool.empty() ? 0 : pool[random_.index(static_cast<std::uint32_t>(pool.size()))];
    }

private:
    static constexpr int kAttempts = 1000;
    struct WeekDay {
        int count = History::kUnusual;
        std::uint8_t working = 0;
    };
    using Week = std::array<WeekDay, 7>;  // by weekday, Monday first

    void cut_weeks(const ForecastInput& input) {
        const auto& days = input.history.by_day;
        for (std::size_t begin = 0; begin + 7 <= days.size(); begin += 7) {
            Week week;
            for (std::size_t i = begin; i < begin + 7; ++i) {
                const Day day = input.history.from + static_cast<int>(i);
                week[static_cast<std::size_t>(weekday(day))] = {
                    days[i], static_cast<std::uint8_t>(input.calendar.is_working(day) ? 1 : 0)};
            }
            weeks_.push_back(week);
        }
        blocks_ = !weeks_.empty();
    }

    template <class T>
    void resample(const std::vector<T>& from, std::vector<T>& to) {
        for (T& one : to) {
            one = from[random_.index(static_cast<std::uint32_t>(from.size()))];
        }
    }

    bool delivers() const {
        const auto positive = [](int count) { return count > 0; };
        const bool days = std::any_of(trial_.working.begin(), trial_.working.end(), positive) ||
                          std::any_of(trial_.idle.begin(), trial_.idle.end(), positive);
        const bool weeks =
            std::any_of(trial_weeks_.begin(), trial_weeks_.end(), [](const Week& week) {
                return std::any_of(week.begin(), week.end(),
                                   [](const WeekDay& day) { return day.count > 0; });
            });
        return blocks_ ? weeks : days;
    }

    const MonteCarlo& options_;
    Pools pools_;
    Pools trial_;
    std::vector<Week> weeks_;
    std::vector<Week> trial_weeks_;
    std::vector<std::uint8_t> working_;
    std::vector<std::uint8_t> weekday_;
    Random random_;
    bool blocks_ = false;
    std::uint32_t week_ = 0;
};

std::optional<Forecast> start(const ForecastInput& input, int asked, const MonteCarlo& options) {
    if (asked < 1 || options.trials < 1 || input.history.deliveries() == 0) {
        return std::nullopt;
    }
    return Forecast{.method = Method::MonteCarlo,
                    .thin_history = is_thin(input.history, input.calendar),
                    .growth = std::max(0.0, options.growth)};
}

}  // namespace

std::optional<Forecast> when(const ForecastInput& input, int cards, const MonteCarlo& options) {
    auto result = start(input, cards, options);
    if (!result) {
        return result;
    }
    DayDrawer drawer(input, options, kMostDays);
    result->weeks_as_blocks = drawer.in_blocks();
    const double need = cards * (1 + result->growth);
    const auto whole = static_cast<int>(std::min(need, 1e9));
    const double fraction = need - whole;
    std::vector<int> outcomes;
    outcomes.reserve(static_cast<std::size_t>(options.trials));
    for (int trial = 0; trial < options.trials; ++trial) {
        drawer.begin_trial();
        int left = whole + (fraction > 0 && drawer.random().real() < fraction ? 1 : 0);
        int k = 0;
        while (left > 0 && k < kMostDays) {
            left -= drawer.draw(++k);
        }
        outcomes.push_back(left > 0 ? kMostDays + 1 : k);
    }
    std::sort(outcomes.begin(), outcomes.end());
    for (const int percent : kLevels) {
        result->levels.push_back({percent, *percentile(outcomes, percent)});
    }
    const int last = std::min(outcomes.back(), kMostDays);
    auto done = outcomes.begin();
    for (int k = 1; k <= last; ++k) {
        done = std::upper_bound(done, outcomes.end(), k);
        result->reached.push_back(static_cast<double>(done - outcomes.begin()) / options.trials);
    }
    return result;
}

std::optional<Forecast> how_many(const ForecastInput& input, int days, const MonteCarlo& options) {
    auto result = start(input, days, options);
    if (!result) {
        return result;
    }
    const int horizon = std::min(days, kMostDays);
    DayDrawer drawer(input, options, horizon);
    result->weeks_as_blocks = drawer.in_blocks();
    result->growth = 0;  // what is added does not change how much gets done
    std::vector<int> outcomes;
    outcomes.reserve(static_cast<std::size_t>(options.trials));
    for (int trial = 0; trial < options.trials; ++trial) {
        drawer.begin_trial();
        int sum = 0;
        for (int k = 1; k <= horizon; ++k) {
            sum += drawer.draw(k);
        }
        outcomes.push_back(sum);
    }
    std::sort(outcomes.begin(), outcomes.end(), std::greater<>());
    for (const int percent : kLevels) {
        result->levels.push_back({percent, outcomes[nearest_rank(percent, outcomes.size()) - 1]});
    }
    auto below = outcomes.rbegin();
    for (int x = 0; x <= outcomes.front(); ++x) {
        below = std::lower_bound(below, outcomes.rend(), x);
        result->reached.push_back(static_cast<double>(outcomes.rend() - below) / options.trials);
    }
    return result;
}

}  // namespace throughline::flow
