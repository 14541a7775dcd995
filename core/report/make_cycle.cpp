// Cycle times of finished cards: scatter and histogram.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/cycle.h"
#include "core/flow/sle.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>
#include <array>
#include <map>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

constexpr std::array kPercents{50, 70, 85, 95};
constexpr std::size_t kMostDots = 3000;

const Stroke kPercentStroke{.ink = Ink::TextMuted, .dash = Dash::Dashed, .opacity = 0.7};
const Stroke kSleStroke{.ink = Ink::Warning, .width = 2};

// The service levels of the cards' classes, each with how it was kept.
class Levels {
public:
    struct Level {
        model::ServiceClass of;
        fl::SleFigures sle;
    };
    explicit Levels(const fl::Slice& slice) {
        for (const model::ServiceClass one : classes_of(slice)) {
            all_.push_back({one, fl::sle_figures(slice, one)});
        }
    }
    const std::vector<Level>& all() const { return all_; }
    // Of a single class; absent for mixed cards.
    std::optional<int> only() const {
        return all_.size() == 1 ? all_.front().sle.days : std::nullopt;
    }
    int longest() const {
        int days = 1;
        for (const Level& level : all_) {
            days = std::max(days, level.sle.days.value_or(1));
        }
        return days;
    }
    bool is_beyond(model::ServiceClass of, int days) const {
        return std::ranges::any_of(all_, [&](const Level& level) {
            return level.of == of && level.sle.days && days > *level.sle.days;
        });
    }
    std::int64_t beyond() const {
        std::int64_t count = 0;
        for (const Level& level : all_) {
            count += level.sle.attained.whole - level.sle.attained.part;
        }
        return count;
    }

private:
    std::vector<Level> all_;
};

void add_percent_levels(const std::vector<int>& sorted, bool upright, Chart& chart) {
    for (const int percent : kPercents) {
        const int days = *fl::percentile(sorted, percent);
        chart.guides.push_back({.at = static_cast<double>(days),
                                .stroke = kPercentStroke,
                                .words = std::to_string(percent) + "%: " + std::to_string(days) +
                                         (fl::is_few(percent, sorted.size()) ? " d (few)" : " d"),
                                .upright = upright});
    }
}

// What a percentile says, and how far the true one may lie from it.
std::vector<std::string> percentile_words(const fl::Slice& slice, const std::vector<int>& sorted,
                                          int percent) {
    const int days = *fl::percentile(sorted, percent);
    const fl::RankRange ranks = fl::rank_range(percent, sorted.size());
    const int low = sorted[ranks.low - 1];
    const int high = sorted[ranks.high - 1];
    const std::string name = std::to_string(percent) + "%";
    return {name + " of " + plural(std::ssize(sorted), "card", "cards") + " took " +
                days_words(slice, days) + " or less",
            low == high ? "with so many cards chance hardly moves it"
                        : "with so many cards the true " + name + " may lie from " +
                              std::to_string(low) + " to " + days_words(slice, high)};
}

// The line of a percentile can be hovered over its whole length.
void add_percent_marks(const fl::Slice& slice, const std::vector<int>& sorted, Chart& chart) {
    constexpr double kHalf = 0.2;  // days around the line
    int last = -1;
    for (const int percent : kPercents) {
        const int days = *fl::percentile(sorted, percent);
        const std::vector<std::string> words = percentile_words(slice, sorted, percent);
        if (days == last) {  // lines that lie on each other are one
            Mark& mark = chart.marks.back();
            mark.lines.insert(mark.lines.end(), words.begin(), words.end());
            continue;
        }
        last = days;
        chart.marks.push_back({.x0 = chart.x.from,
                               .x1 = chart.x.to + 1,
                               .y0 = days - kHalf,
                               .y1 = days + kHalf,
                               .lines = words});
    }
}

void add_sle_levels(const Levels& levels, bool upright, Chart& chart) {
    for (const Levels::Level& level : levels.all()) {
        if (level.sle.days) {
            chart.guides.push_back(
                {.at = static_cast<double>(*level.sle.days),
                 .stroke = kSleStroke,
                 .words = (levels.all().size() > 1 ? class_words(level.of) + " " : "") +
                          (level.sle.adopted ? "SLE " : "proposed SLE ") +
                          std::to_string(*level.sle.days) + " d",
                 .upright = upright});
        }
    }
}

Verdict judge(const fl::SleFigures& sle) {
    const std::string goal = std::to_string(sle.probability) + "%";
    const std::int64_t kept = 100 * sle.attained.part;
    const std::string share =
        std::to_string(sle.attained.part) + " of " + std::to_string(sle.attained.whole);
    if (kept >= sle.probability * sle.attained.whole) {
        return {Verdict::Call::Fine, share + " cards kept the service level; " + goal + " should."};
    }
    const bool near = kept >= (sle.probability - 10) * sle.attained.whole;
    return {near ? Verdict::Call::Watch : Verdict::Call::Act,
            "Only " + share + " cards kept the service level, " +
                (near ? "less than the " : "over 10 points under the ") + goal + " that should."};
}

// Each class by its own level; the worst decides. A level that is only proposed judges nothing: it
// was taken from these very cards.
Verdict judge(const Levels& levels) {
    std::optional<Verdict> worst;
    std::string proposed;
    for (const Levels::Level& level : levels.all()) {
        if (!level.sle.adopted) {
            proposed += level.sle.days
                            ? (proposed.empty() ? " Proposed: " : ", ") + class_words(level.of) +
                                  " " + plural(*level.sle.days, "day", "days")
                            : "";
        } else if (level.sle.attained.whole > 0) {
            Verdict mine = judge(level.sle);
            mine.rule = (levels.all().size() > 1 ? class_words(level.of) + ": " : "") + mine.rule;
            if (!worst || mine.call > worst->call) {
                worst = std::move(mine);
            }
        }
    }
    return worst.value_or(Verdict{
        Verdict::Call::None,
        "No service level was adopted to judge by." + proposed +
            (proposed.empty() ? " One is proposed from 10 cards finished in 12 weeks." : ".")});
}

std::string sentence(const fl::Slice& slice, const std::vector<int>& sorted, const Levels& levels) {
    std::string says = "85% of " +
                       plural(static_cast<std::int64_t>(sorted.size()), "card", "cards") +
                       " took " + days_words(slice, *fl::percentile(sorted, 85)) + " or less.";
    const auto matters = [](const Levels::Level& level) {
        return level.sle.days && level.sle.open_cards_matter;
    };
    const bool open_cards_matter = std::ranges::any_of(levels.all(), matters);
    if (const auto only = levels.only()) {
        const bool adopted = levels.all().front().sle.adopted;
        const std::int64_t beyond = levels.beyond();
        says += (beyond == 0 ? " None took longer than the "
                             : " " + std::to_string(beyond) + " took longer than the ") +
                std::string(adopted ? "" : "proposed ") + "service level of " +
                days_words(slice, *only) + ".";
    } else if (levels.beyond() > 0) {
        says += " " + std::to_string(levels.beyond()) +
                " took longer than the service level of their class.";
    }
    if (open_cards_matter) {
        says += " Open cards are old too, so the true figure is higher.";
    }
    return says;
}

struct Place {
    std::vector<fl::CardIndex> cards;
    Day day;
    int days = 0;
};

// Cards by where they stand: one place a day and cycle time. When these are too many to see, a
// place holds the cards of several days, and only then of several cycle times, where it shows its
// longest card: so outliers stay where they are.
std::vector<Place> places_of(const std::vector<fl::CycleTime>& times, const fl::Slice& slice) {
    constexpr int kMostDaysOfPlace =
        16;  // that a place holds before cycle times are put together too
    for (int across = 1, up = 1;; up *= across < kMostDaysOfPlace ? 1 : 2, across *= 2) {
        std::map<std::pair<int, int>, Place> places;
        for (const fl::CycleTime& time : times) {
            Place& place = places[{(time.end - slice.from()) / across, time.days / up}];
            place.cards.push_back(time.card);
            if (place.cards.size() == 1 || time.days > place.days) {
                place.day = time.end;
                place.days = time.days;
            }
        }
        if (places.size() <= kMostDots) {
            std::vector<Place> result;
            for (auto& [at, place] : places) {
                result.push_back(std::move(place));
            }
            return result;
        }
    }
}

void add_dot(const fl::Slice& slice, const Place& place, const Levels& levels,
             const CrossingRows& rows, Chart& chart) {
    const Point at{place.day.number + 0.5, static_cast<double>(place.days)};
    const bool beyond = std::ranges::any_of(place.cards, [&](fl::CardIndex card) {
        return levels.is_beyond(slice.flow().card(card).service_class, place.days);
    });
    chart.dots.push_back({.at = at,
                          .glyph = beyond ? Glyph::Diamond : Glyph::Circle,
                          .ink = beyond ? Ink::AgeBeyond : Ink::Accent,
                          .count = static_cast<int>(place.cards.size())});
    Mark mark{.x0 = at.x, .x1 = at.x, .y0 = at.y, .y1 = at.y};
    add_cards(slice, place.cards, mark);
    mark.lines.push_back(days_words(slice, place.days) + ", finished " + long_date(place.day));
    for (const fl::CardIndex card : place.cards) {
        const auto mine = rows.of(card);
        mark.moves.insert(mark.moves.end(), mine.begin(), mine.end());
    }
    chart.marks.push_back(std::move(mark));
}

void add_rows(const fl::Slice& slice, const std::vector<fl::CycleTime>& times,
              const CrossingRows& rows, Chart& chart) {
    chart.table.head = {"card", "title", "start", "finish", "days", "transitions"};
    for (const fl::CycleTime& time : times) {
        std::string moves;
        for (const model::TransitionId row : rows.of(time.card)) {
            moves += (moves.empty() ? "" : " ") + std::to_string(row.value);
        }
        chart.table.rows.push_back({card_key(slice, time.card), card_title(slice, time.card),
                                    to_text(time.start), to_text(time.end),
                                    std::to_string(time.days), moves});
    }
}

bool nothing_finished(const std::vector<fl::CycleTime>& times, Chart& chart) {
    if (!times.empty()) {
        return false;
    }
    set_missing(chart, "No card was finished in this period with a start that was seen.",
                "Choose a longer period or other cards. A cycle time appears as soon as a card "
                "crosses the delivery point.");
    return true;
}

}  // namespace

void make_cycle_scatter(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const std::vector<fl::CycleTime> times = fl::cycle_times(slice);
    if (nothing_finished(times, chart)) {
        return;
    }
    const Levels levels(slice);
    std::vector<int> days = fl::days_of(times);
    std::sort(days.begin(), days.end());
    chart.x = day_axis(slice.from(), slice.to());
    chart.y = number_axis("days", std::max(days.back(), levels.longest()));
    const CrossingRows rows(slice);
    for (const Place& place : places_of(times, slice)) {
        add_dot(slice, place, levels, rows, chart);
    }
    add_percent_levels(days, false, chart);
    add_percent_marks(slice, days, chart);
    add_sle_levels(levels, false, chart);
    add_rows(slice, times, rows, chart);
    if (levels.beyond() > 0) {
        chart.legend = {{.look = LegendEntry::Look::Dot, .words = "within the service level"},
                        {.look = LegendEntry::Look::Dot,
                         .words = "beyond it",
                         .ink = Ink::AgeBeyond,
                         .glyph = Glyph::Diamond}};
    }
    chart.says = sentence(slice, days, levels);
    chart.verdict = judge(levels);
}

void make_cycle_histogram(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const std::vector<fl::CycleTime> times = fl::cycle_times(slice);
    if (nothing_finished(times, chart)) {
        return;
    }
    std::vector<int> sorted = fl::days_of(times);
    std::sort(sorted.begin(), sorted.end());
    const Levels levels(slice);
    const std::vector<int> bars = fl::histogram(sorted);
    std::vector<std::vector<fl::CardIndex>> cards(bars.size());
    for (const fl::CycleTime& time : times) {
        cards[static_cast<std::size_t>(time.days) - 1].push_back(time.card);
    }
    chart.x =
        number_axis("days from start to finish", std::max(sorted.back(), levels.longest()) + 0.5);
    chart.y = number_axis("cards", *std::max_element(bars.begin(), bars.end()));
    chart.table.head = {"days", "cards"};
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double at = static_cast<double>(i) + 1;
        chart.table.rows.push_back({std::to_string(i + 1), std::to_string(bars[i])});
        if (bars[i] == 0) {
            continue;
        }
        const bool beyond = levels.only() && at > *levels.only();
        chart.bars.push_back({.x0 = at - 0.4,
                              .x1 = at + 0.4,
                              .y1 = static_cast<double>(bars[i]),
                              .ink = beyond ? Ink::AgeBeyond : Ink::Accent,
                              .hatch = beyond ? std::optional(Hatch::Forward) : std::nullopt});
        Mark mark = slot_mark(at - 0.5, at + 0.5);
        mark.lines = {days_words(slice, static_cast<std::int64_t>(i) + 1) + ": " +
                      plural(bars[i], "card", "cards")};
        for (const int percent : kPercents) {
            if (*fl::percentile(sorted, percent) == static_cast<int>(i) + 1) {
                const std::vector<std::string> words = percentile_words(slice, sorted, percent);
                mark.lines.insert(mark.lines.end(), words.begin(), words.end());
            }
        }
        add_cards(slice, cards[i], mark);
        chart.marks.push_back(std::move(mark));
    }
    add_percent_levels(sorted, true, chart);
    add_sle_levels(levels, true, chart);
    if (levels.only() && sorted.back() > *levels.only()) {
        chart.legend = {{.words = "within the service level"},
                        {.words = "beyond it", .ink = Ink::AgeBeyond, .hatch = Hatch::Forward}};
    }
    const int p50 = *fl::percentile(sorted, 50);
    const int p95 = *fl::percentile(sorted, 95);
    chart.says = "Half of " + plural(static_cast<std::int64_t>(sorted.size()), "card", "cards") +
                 " took " + days_words(slice, p50) + " or less, 95% took " +
                 days_words(slice, p95) + " or less.";
    if (fl::is_few(95, sorted.size())) {
        chart.verdict = {Verdict::Call::None,
                         "Fewer than 20 cards: the 95% line is merely the longest one."};
        return;
    }
    const std::string ratio =
        "The 95% line is " + decimal(static_cast<double>(p95) / p50) + " times the half; ";
    chart.verdict =
        p95 >= 5 * p50   ? Verdict{Verdict::Call::Act, ratio + "from 5 on nothing can be promised."}
        : p95 >= 3 * p50 ? Verdict{Verdict::Call::Watch, ratio + "from 3 on the tail is long."}
                         : Verdict{Verdict::Call::Fine, ratio + "below 3 promises hold."};
}

}  // namespace throughline::report
