#include "core/report/charts_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::report {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kWeekdays{"Mon", "Tue", "Wed", "Thu",
                                                    "Fri", "Sat", "Sun"};
constexpr double kLeft = 46;     // for the numbers and the axis' name
constexpr double kBottom = 26;   // for the dates
constexpr double kTickGap = 88;  // least distance of two dates
constexpr double kRowGap = 34;   // least distance of two numbers

std::string day_label(const CivilDate& date, bool with_year) {
    std::string label = std::to_string(date.day) + " " +
                        std::string(kMonths[static_cast<std::size_t>(date.month - 1)]);
    return with_year ? label + " " + std::to_string(date.year) : label;
}

std::string month_label(const CivilDate& date, bool with_year) {
    std::string label(kMonths[static_cast<std::size_t>(date.month - 1)]);
    return with_year ? label + " " + std::to_string(date.year) : label;
}

std::vector<DayTick> month_ticks(Day from, Day to, int step) {
    std::vector<DayTick> ticks;
    CivilDate date = civil(from);
    if (date.day > 1) {
        date = date.month == 12 ? CivilDate{date.year + 1, 1, 1}
                                : CivilDate{date.year, date.month + 1, 1};
    }
    while ((date.month - 1) % step != 0) {
        ++date.month;  // a step divides twelve, so January always fits
        if (date.month > 12) {
            date = {date.year + 1, 1, 1};
        }
    }
    for (Day day = day_from_civil(date.year, date.month, 1); day <= to;
         day = day_from_civil(date.year, date.month, 1)) {
        ticks.push_back({day, month_label(date, ticks.empty() || date.month == 1)});
        const int months = date.year * 12 + date.month - 1 + step;
        date = {months / 12, months % 12 + 1, 1};
    }
    return ticks;
}

std::vector<DayTick> stepped(Day from, Day to, int step) {
    std::vector<DayTick> ticks;
    Day day = from;
    if (step >= 7) {
        day = from + (7 - weekday(from)) % 7;
    }
    int year = 0;
    for (; day <= to; day = day + step) {
        const CivilDate date = civil(day);
        ticks.push_back({day, day_label(date, date.year != year)});
        year = date.year;
    }
    return ticks;
}

}  // namespace

const ChartHit* hit_at(const std::vector<ChartHit>& hits, Point point, double slack) {
    const ChartHit* best = nullptr;
    double nearest = 0;
    for (const ChartHit& hit : hits) {
        const double distance = std::hypot(hit.at.x - point.x, hit.at.y - point.y);
        if (distance <= hit.radius + slack && (best == nullptr || distance < nearest)) {
            best = &hit;
            nearest = distance;
        }
    }
    return best;
}

std::vector<int> round_ticks(int highest, int most) {
    const int top = std::max(highest, 1);
    int step = 1;
    for (int power = 1;; power *= 10) {
        for (const int factor : {1, 2, 5}) {
            step = factor * power;
            if ((top + step - 1) / step < std::max(most, 2)) {
                std::vector<int> ticks;
                for (int value = 0; value < top + step; value += step) {
                    ticks.push_back(value);
                }
                return ticks;
            }
        }
    }
}

std::vector<DayTick> day_ticks(Day from, Day to, int most) {
    const int days = to - from + 1;
    for (const int step : {1, 7, 14}) {
        if (days / step <= most) {
            return stepped(from, to, step);
        }
    }
    for (const int step : {1, 3, 6}) {
        if (days / (30 * step) <= most) {
            return month_ticks(from, to, step);
        }
    }
    return month_ticks(from, to, 12);
}

std::string long_date(Day day) {
    return std::string(kWeekdays[static_cast<std::size_t>(weekday(day))]) + " " +
           day_label(civil(day), true);
}

double Plot::left(Day day) const {
    return box.x + box.width * (day - from) / std::max(1, to - from + 1);
}
double Plot::x(Day day) const {
    return left(day) + box.width * 0.5 / std::max(1, to - from + 1);
}
double Plot::y(double value) const {
    return box.y + box.height * (1.0 - value / top);
}

Plot begin_plot(Canvas& canvas,
                Day from,
                Day to,
                int highest,
                std::string_view y_name,
                double head,
                double tail) {
    const Size size = canvas.size();
    const Box box{kLeft, head, std::max(10.0, size.width - kLeft - tail),
                  std::max(10.0, size.height - head - kBottom)};
    const std::vector<int> ticks = round_ticks(highest, static_cast<int>(box.height / kRowGap) + 1);
    const Plot plot{box, from, to, ticks.back()};
    for (const int value : ticks) {
        const double y = plot.y(value);
        canvas.line({box.x, y}, {box.x + box.width, y},
                    {.ink = value == 0 ? Ink::Axis : Ink::Grid});
        canvas.text({box.x - 8, y}, std::to_string(value),
                    {.ink = Ink::TextMuted, .side = Side::End, .level = Level::Middle});
    }
    canvas.text_upwards({12, box.y + box.height * 0.5}, y_name,
                        {.ink = Ink::TextMuted, .side = Side::Middle, .level = Level::Middle});
    return plot;
}

void draw_days(Canvas& canvas, const Plot& plot) {
    const double floor = plot.box.y + plot.box.height;
    const double right = canvas.size().width;
    double free_from = 0;
    for (const DayTick& tick :
         day_ticks(plot.from, plot.to, std::max(2, static_cast<int>(plot.box.width / kTickGap)))) {
        const double x = plot.x(tick.day);
        canvas.line({x, floor}, {x, floor + 4}, {.ink = Ink::Axis});
        const double width = canvas.text_width(tick.label, TextSize::Caption);
        const double begin = std::min(x - width * 0.5, right - width);
        if (begin < free_from) {
            continue;  // the mark stays, its words would run into the last ones
        }
        canvas.text({begin, floor + 8}, tick.label, {.ink = Ink::TextMuted, .level = Level::Top});
        free_from = begin + width + 8;
    }
}

void draw_level(Canvas& canvas,
                const Plot& plot,
                double value,
                const Stroke& stroke,
                std::string_view words,
                std::vector<double>& taken) {
    const double y = plot.y(value);
    const double right = plot.box.x + plot.box.width;
    canvas.line({plot.box.x, y}, {right, y}, stroke);
    const double height = text_height(TextSize::Caption) + 3;
    double at = y;
    for (const double other : taken) {
        // Levels come from the lowest value up, so there is room above.
        if (at > other - height) {
            at = other - height;
        }
    }
    taken.push_back(at);
    canvas.text({right + 6, at}, words,
                {.ink = stroke.ink == Ink::Grid ? Ink::TextMuted : Ink::Text,
                 .strong = stroke.width > 1.5,
                 .level = Level::Middle});
}

}  // namespace throughline::report
