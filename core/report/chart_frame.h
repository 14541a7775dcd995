// The plot of a chart: how much room axes, legend and words at the side need, and which pixel is
// which value. For chart_draw.cpp.
#pragma once

#include "core/report/chart.h"
#include "core/report/chart_ticks.h"

#include <string>
#include <vector>

namespace throughline::report {

// Words at the right of the plot that belong to a height in it.
struct SideLabel {
    double y = 0;       // pixels: what they belong to
    double at = 0;      // pixels: where they stand, moved away from each other
    double weight = 0;  // the least go first when there is no room for all
    std::string words;
    bool strong = false;
    std::optional<Ink> swatch = std::nullopt;
};

class Frame {
public:
    Frame(Canvas& canvas, const Chart& chart, const Box& room);

    const Box& plot() const { return plot_; }
    // Pixels; outside of the plot for values outside of the axes.
    double x(double value) const;
    double y(double value) const;
    // The part of the plot; cut to it.
    Box box(double x0, double x1, double y0, double y1) const;

    // Of names on a y axis with little room, only so many are written.
    std::size_t named_every() const;

    void draw_axes(Canvas& canvas) const;
    void draw_legend(Canvas& canvas) const;
    // The guides with their words, and the names of areas and lines.
    void draw_guides(Canvas& canvas) const;

private:
    struct Placed {  // words of an upright level, over the plot
        const Guide* guide = nullptr;
        double begin = 0;
        int row = 0;
    };

    void measure_sides(Canvas& canvas, const Box& room);
    double legend_height(Canvas& canvas, const Box& room) const;
    double names_height(Canvas& canvas) const;
    void leave_room_for_bar_words(Canvas& canvas);
    void place_upright(Canvas& canvas);
    void place_labels();
    double words_floor(const Placed& one) const;
    void draw_x_axis(Canvas& canvas) const;
    void draw_y_axis(Canvas& canvas) const;
    void draw_days(Canvas& canvas) const;
    void draw_x_names(Canvas& canvas) const;
    void draw_x_numbers(Canvas& canvas) const;
    bool names_upright(Canvas& canvas) const;

    const Chart& chart_;
    Box room_;
    Box plot_;
    NumberTicks ticks_;  // of y
    double low_ = 0, high_ = 1;
    double legend_height_ = 0;
    std::vector<SideLabel> labels_;
    std::vector<Placed> upright_;
};

// As much of the words as fits, with an ellipsis.
std::string fitted(const Canvas& canvas, std::string words, TextSize size, double width);
// In lines of at most this width, broken at spaces.
std::vector<std::string> wrapped(const Canvas& canvas, std::string_view words, TextSize size,
                                 double width);

}  // namespace throughline::report
