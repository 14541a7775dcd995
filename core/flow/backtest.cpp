#include "core/flow/backtest.h"

#include "core/flow/random.h"

#include <algorithm>
#include <cmath>

namespace throughline::flow {
namespace {

constexpr int kNaiveDays = 28;
constexpr int kLongestWindow = 26 * 7;
constexpr int kFewestWeeks = 4;  // of history before an origin

// The day of the last finish as known at t.
std::optional<Day> finish_as_of(std::span<const Move> moves, const Workflow& workflow, Instant t) {
    bool beyond = false;
    Day day;
    for (const Move& move : moves) {
        if (!move.counts(t)) {
            continue;
        }
        const Region to = workflow.region(move.to);
        if (to == Region::Done && !beyond) {
            day = {move.day};
        }
        beyond = to == Region::Outside ? beyond : to == Region::Done;
    }
    return beyond ? std::optional(day) : std::nullopt;
}

// Deliveries per day from `from`, as known at t; the day of t does not count.
std::vector<int> deliveries_as_of(const Slice& slice, Instant t, Day from, int days) {
    std::vector<int> counts(static_cast<std::size_t>(std::max(0, days)));
    slice.each([&](CardIndex i, const Journey&) {
        if (const auto day = finish_as_of(slice.flow().moves(i), slice.flow().workflow(), t)) {
            const int at = *day - from;
            if (at >= 0 && at < days) {
                ++counts[static_cast<std::size_t>(at)];
            }
        }
    });
    return counts;
}

// Days until `cards` are done, counted from the first of `counts`; absent when they are not.
std::optional<int> days_until(const std::vector<int>& counts, std::size_t from, int cards) {
    for (std::size_t i = from; i < counts.size(); ++i) {
        cards -= counts[i];
        if (cards <= 0) {
            return static_cast<int>(i - from) + 1;
        }
    }
    return std::nullopt;
}

// "As in the last 4 weeks".
double naive(const std::vector<int>& known, Question question, int size) {
    double sum = 0;
    const std::size_t days = std::min<std::size_t>(kNaiveDays, known.size());
    for (std::size_t i = known.size() - days; i < known.size(); ++i) {
        sum += known[i];
    }
    const double rate = days == 0 ? 0 : sum / static_cast<double>(days);
    if (question == Question::HowMany) {
        return rate * size;
    }
    return rate > 0 ? std::min<double>(kMostDays, std::ceil(size / rate)) : kMostDays;
}

// One horizon over all origins.
class Scorer {
public:
    Scorer(Question question, int size) {
        score_.question = question;
        score_.size = size;
        for (const int percent : kLevels) {
            score_.levels.push_back({.percent = percent});
        }
        naive_loss_.resize(score_.levels.size());
    }

    Question question() const { return score_.question; }
    int size() const { return score_.size; }

    // `length`: days the outcome took; the next separate window begins after them.
    void add(int origin_day, int length, const Forecast& forecast, double actual,
             double naive_value) {
        ++score_.origins;
        const bool separate = origin_day >= free_from_;
        if (separate) {
            free_from_ = origin_day + length;
        }
        for (std::size_t i = 0; i < score_.levels.size(); ++i) {
            LevelScore& level = score_.levels[i];
            const double promised = *forecast.at(level.percent);
            const bool many = question() == Question::HowMany;
            const double q = many ? 1 - level.percent / 100.0 : level.percent / 100.0;
            level.loss += pinball_loss(q, promised, actual);
            naive_loss_[i] += pinball_loss(q, naive_value, actual);
            if (separate) {
                ++level.n;
                level.hits += (many ? actual >= promised : actual <= promised) ? 1 : 0;
            }
        }
    }

    HorizonScore finish() {
        for (std::size_t i = 0; i < score_.levels.size(); ++i) {
            LevelScore& level = score_.levels[i];
            if (naive_loss_[i] > 0) {
                level.skill = 1 - level.loss / naive_loss_[i];
            }
            level.loss = score_.origins == 0 ? 0 : level.loss / score_.origins;
            level.expected = calibrated_hits(level.percent, level.n);
            level.calibration = judge(level.percent, level.n, level.hits);
        }
        return score_;
    }

private:
    HorizonScore score_;
    std::vector<double> naive_loss_;
    int free_from_ = std::numeric_limits<int>::min();
};

// What happened, and what was known at each origin: shared by all windows.
struct Past {
    struct Origin {
        Day day;                 // the forecast is made as this day begins; its first day is day 1
        std::vector<int> known;  // deliveries of the days before
    };
    Day from;
    Day first;                // of all rows: weeks before it say nothing
    std::vector<int> actual;  // up to yesterday
    std::vector<Origin> origins;
};

Past past_of(const Slice& slice, int origins) {
    const Flow& flow = slice.flow();
    const Day today = flow.today();
    Past past{.from = today - 7 * origins, .first = first_day(slice).value_or(today)};
    past.actual = deliveries_as_of(slice, flow.as_of(), past.from, today - past.from);
    for (Day day = past.from; day < today; day = day + 7) {
        if (day - past.first < 7 * kFewestWeeks) {
            continue;
        }
        const Instant then = flow.zone().start_of(day) - Duration{1};
        past.origins.push_back(
            {day, deliveries_as_of(slice, then, day - kLongestWindow, kLongestWindow)});
    }
    return past;
}

void score_origin(Scorer& scorer, const Past& past, const Past::Origin& origin, int weeks,
                  const MonteCarlo& options, const WorkingCalendar& calendar) {
    const int there = (origin.day - past.first) / 7;
    const auto days = static_cast<std::ptrdiff_t>(7 * std::min(weeks, there));
    const History history =
        history_from({origin.known.end() - days, origin.known.end()}, origin.day);
    const ForecastInput input{.history = history, .calendar = calendar, .today = origin.day - 1};
    const auto at = static_cast<std::size_t>(origin.day - past.from);
    const double as_lately = naive(origin.known, scorer.question(), scorer.size());
    if (scorer.question() == Question::HowMany) {
        const std::size_t end = at + static_cast<std::size_t>(scorer.size());
        if (end > past.actual.size()) {
            return;  // not over yet
        }
        int actual = 0;
        for (std::size_t i = at; i < end; ++i) {
            actual += past.actual[i];
        }
        if (const auto forecast = how_many(input, scorer.size(), options)) {
            scorer.add(origin.day.number, scorer.size(), *forecast, actual, as_lately);
        }
    } else if (const auto actual = days_until(past.actual, at, scorer.size())) {
        if (const auto forecast = when(input, scorer.size(), options)) {
            scorer.add(origin.day.number, *actual, *forecast, *actual, as_lately);
        }
    }
}

Backtest run(const Past& past, const WorkingCalendar& calendar, int weeks,
             const BacktestOptions& options) {
    std::vector<Scorer> scorers;
    for (const int days : kDayHorizons) {
        scorers.emplace_back(Question::HowMany, days);
    }
    for (const int cards : kCardHorizons) {
        scorers.emplace_back(Question::When, cards);
    }
    Backtest result{.window_weeks = weeks};
    double loss = 0;
    int counted = 0;
    for (Scorer& scorer : scorers) {
        for (std::size_t i = 0; i < past.origins.size(); ++i) {
            const MonteCarlo draw{.seed = mix_bits(options.seed + i),
                                  .trials = options.trials,
                                  .resampling = options.resampling};
            score_origin(scorer, past, past.origins[i], weeks, draw, calendar);
        }
        result.horizons.push_back(scorer.finish());
        for (const LevelScore& level : result.horizons.back().levels) {
            if (level.skill) {
                loss += 1 - *level.skill;
                ++counted;
            }
        }
    }
    result.loss = counted == 0 ? std::numeric_limits<double>::infinity() : loss / counted;
    return result;
}

}  // namespace

double pinball_loss(double q, double forecast, double actual) {
    return std::max(q * (actual - forecast), (q - 1) * (actual - forecast));
}

HitRange calibrated_hits(int percent, int n) {
    const double p = percent / 100.0;
    HitRange range{n, n};
    double chance = std::pow(1 - p, n);  // of exactly k hits
    double below = 0;
    bool low_found = false;
    for (int k = 0; k <= n; ++k) {
        below += chance;
        if (!low_found && below >= 0.05) {
            range.low = k;
            low_found = true;
        }
        if (below >= 0.95) {
            range.high = k;
            break;
        }
        chance *= p / (1 - p) * (n - k) / (k + 1);
    }
    return range;
}

std::string_view to_text(Calibration calibration) {
    switch (calibration) {
        case Calibration::NotEnough: return "not enough to judge";
        case Calibration::Fine: return "calibrated";
        case Calibration::Overconfident: return "overconfident";
        case Calibration::Cautious: return "too cautious";
    }
    return "";
}

Calibration judge(int percent, int n, int hits) {
    if (n < static_cast<int>(kFewestOrigins)) {
        return Calibration::NotEnough;
    }
    const HitRange range = calibrated_hits(percent, n);
    return hits < range.low    ? Calibration::Overconfident
           : hits > range.high ? Calibration::Cautious
                               : Calibration::Fine;
}

bool Backtest::is_enough() const {
    return std::any_of(horizons.begin(), horizons.end(), [](const HorizonScore& horizon) {
        return !horizon.levels.empty() &&
               horizon.levels.front().n >= static_cast<int>(kFewestOrigins);
    });
}

Backtest backtest(const Slice& slice, int window_weeks, const BacktestOptions& options) {
    return run(past_of(slice, options.origins), slice.flow().rows().calendar,
               std::clamp(window_weeks, 1, 26), options);
}

int best_window(const Slice& slice, const BacktestOptions& options) {
    const Past past = past_of(slice, options.origins);
    int best = 12;
    double least = std::numeric_limits<double>::infinity();
    for (const int weeks : kWindows) {
        const Backtest result = run(past, slice.flow().rows().calendar, weeks, options);
        if (result.loss < least) {
            least = result.loss;
            best = weeks;
        }
    }
    return best;
}

}  // namespace throughline::flow
