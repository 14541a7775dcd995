// The axes of a plot.
#include "core/report/chart_frame.h"

#include <algorithm>

namespace throughline::report {
namespace {

constexpr double kTickGap = 88;  // least distance of two dates

}  // namespace

void Frame::draw_axes(Canvas& canvas) const {
    draw_y_axis(canvas);
    draw_x_axis(canvas);
}

void Frame::draw_y_axis(Canvas& canvas) const {
    const double right = plot_.x + plot_.width;
    if (chart_.y.kind == Axis::Kind::Names) {
        for (std::size_t i = 0; i < chart_.y.names.size(); i += named_every()) {
            canvas.text(
                {plot_.x - 8, y(static_cast<double>(i) + 0.5)},
                fitted(canvas, chart_.y.names[i], TextSize::Caption, plot_.x - room_.x - 10),
                {.ink = Ink::Text, .side = Side::End, .level = Level::Middle});
        }
        canvas.line({plot_.x, plot_.y}, {plot_.x, plot_.y + plot_.height}, {.ink = Ink::Axis});
        return;
    }
    for (const double value : ticks_.at) {
        canvas.line({plot_.x, y(value)}, {right, y(value)},
                    {.ink = value == 0 ? Ink::Axis : Ink::Grid});
        canvas.text({plot_.x - 8, y(value)}, tick_label(value, ticks_.step) + chart_.y.unit,
                    {.ink = Ink::TextMuted, .side = Side::End, .level = Level::Middle});
    }
    if (!chart_.y.name.empty()) {
        canvas.text_upwards({room_.x + 7, plot_.y + plot_.height * 0.5},
                            fitted(canvas, chart_.y.name, TextSize::Caption, plot_.height),
                            {.ink = Ink::TextMuted, .side = Side::Middle, .level = Level::Middle});
    }
}

void Frame::draw_x_axis(Canvas& canvas) const {
    const double floor = plot_.y + plot_.height;
    if (chart_.y.kind == Axis::Kind::Numbers) {
        canvas.line({plot_.x, floor}, {plot_.x + plot_.width, floor}, {.ink = Ink::Axis});
    }
    switch (chart_.x.kind) {
        case Axis::Kind::Days: draw_days(canvas); break;
        case Axis::Kind::Names: draw_x_names(canvas); break;
        case Axis::Kind::Numbers: draw_x_numbers(canvas); break;
    }
}

void Frame::draw_days(Canvas& canvas) const {
    const double floor = plot_.y + plot_.height;
    const double right = room_.x + room_.width;
    const auto day = [](double number) { return Day{static_cast<std::int32_t>(number)}; };
    double free_from = room_.x;
    for (const DayTick& tick : day_ticks(day(chart_.x.from), day(chart_.x.to),
                                         std::max(2, static_cast<int>(plot_.width / kTickGap)))) {
        const double at = x(tick.day.number + 0.5);
        canvas.line({at, floor}, {at, floor + 4}, {.ink = Ink::Axis});
        const double width = canvas.text_width(tick.label, TextSize::Caption);
        const double begin = std::min(at - width * 0.5, right - width);
        if (begin < free_from) {
            continue;  // the mark stays, its words would run into the last ones
        }
        canvas.text({begin, floor + 8}, tick.label, {.ink = Ink::TextMuted, .level = Level::Top});
        free_from = begin + width + 8;
    }
}

void Frame::draw_x_names(Canvas& canvas) const {
    const double floor = plot_.y + plot_.height;
    const bool turned = names_upright(canvas);
    for (std::size_t i = 0; i < chart_.x.names.size(); ++i) {
        const double middle = x(static_cast<double>(i) + 0.5);
        if (i > 0) {
            const double edge = x(static_cast<double>(i));
            canvas.line({edge, plot_.y}, {edge, floor}, {.ink = Ink::Grid});
        }
        if (turned) {
            canvas.text_upwards({middle, floor + 7},
                                fitted(canvas, chart_.x.names[i], TextSize::Caption,
                                       room_.y + room_.height - floor - 8),
                                {.ink = Ink::Text, .side = Side::End, .level = Level::Middle});
        } else {
            canvas.text({middle, floor + 8}, chart_.x.names[i],
                        {.ink = Ink::Text, .side = Side::Middle, .level = Level::Top});
        }
    }
}

void Frame::draw_x_numbers(Canvas& canvas) const {
    const double floor = plot_.y + plot_.height;
    const NumberTicks ticks =
        number_ticks(chart_.x.from, chart_.x.to, std::max(2, static_cast<int>(plot_.width / 60)),
                     chart_.x.whole);
    const bool lying = chart_.y.kind == Axis::Kind::Names;
    for (const double value : ticks.at) {
        const double at = x(value);
        if (at < plot_.x - 1 || at > plot_.x + plot_.width + 1) {
            continue;
        }
        if (lying && at > plot_.x) {
            canvas.line({at, plot_.y}, {at, floor}, {.ink = Ink::Grid});
        }
        canvas.line({at, floor}, {at, floor + 4}, {.ink = Ink::Axis});
        canvas.text({at, floor + 7}, tick_label(value, ticks.step) + chart_.x.unit,
                    {.ink = Ink::TextMuted, .side = Side::Middle, .level = Level::Top});
    }
    canvas.text({plot_.x + plot_.width * 0.5, floor + 23},
                fitted(canvas, chart_.x.name, TextSize::Caption, plot_.width),
                {.ink = Ink::TextMuted, .side = Side::Middle, .level = Level::Top});
}

}  // namespace throughline::report
