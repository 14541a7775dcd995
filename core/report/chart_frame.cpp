#include "core/report/chart_frame.h"

#include "core/base/text.h"
#include "core/report/chart_draw.h"

#include <algorithm>
#include <cmath>

namespace throughline::report {
namespace {

constexpr double kRowGap = 34;  // least distance of two numbers
constexpr double kRow = 15;     // of words in caption size
constexpr double kSwatch = 12;  // with its gap
constexpr double kMostUpright = 96;

double number_width(Canvas& canvas, const NumberTicks& ticks, const std::string& unit) {
    double width = 0;
    for (const double value : ticks.at) {
        width = std::max(
            width, canvas.text_width(tick_label(value, ticks.step) + unit, TextSize::Caption));
    }
    return width;
}

double widest(Canvas& canvas, const std::vector<std::string>& words) {
    double width = 0;
    for (const std::string& one : words) {
        width = std::max(width, canvas.text_width(one, TextSize::Caption));
    }
    return width;
}

// Calls use(entry, x, y) for each entry, in rows that fit; result: the height of all rows.
template <class Use>
double lay_legend(Canvas& canvas, const Chart& chart, const Box& room, Use&& use) {
    double x = room.x;
    double y = room.y;
    for (const LegendEntry& entry : chart.legend) {
        const double width = kSwatch + 5 + canvas.text_width(entry.words, TextSize::Caption);
        if (x > room.x && x + width > room.x + room.width) {
            x = room.x;
            y += kRow;
        }
        use(entry, x, y);
        x += width + 16;
    }
    return chart.legend.empty() ? 0 : y - room.y + kRow + 3;
}

void draw_swatch(Canvas& canvas, const LegendEntry& entry, Point at) {
    const double middle = at.y + kRow * 0.5;
    switch (entry.look) {
        case LegendEntry::Look::Box: {
            const Box box{at.x, middle - 5, kSwatch, 10};
            canvas.fill_rect(box, {.ink = entry.ink, .opacity = entry.hatch ? 0.35 : entry.opacity},
                             2);
            if (entry.hatch) {
                canvas.hatch(box, *entry.hatch, {.ink = entry.ink});
            }
            break;
        }
        case LegendEntry::Look::Line:
            canvas.line({at.x, middle}, {at.x + kSwatch, middle},
                        {.ink = entry.ink, .width = 2, .dash = entry.dash});
            break;
        case LegendEntry::Look::Dot:
            draw_glyph(canvas, {at.x + kSwatch * 0.5, middle}, 4.2, entry.glyph, {entry.ink});
            break;
        case LegendEntry::Look::Ring:
            canvas.stroke_circle({at.x + kSwatch * 0.5, middle}, 5,
                                 {.ink = entry.ink, .width = 1.5});
            break;
    }
}

}  // namespace

std::string fitted(const Canvas& canvas, std::string words, TextSize size, double width) {
    if (canvas.text_width(words, size) <= width) {
        return words;
    }
    while (!words.empty() && canvas.text_width(words + "…", size) > width) {
        do {
            words.pop_back();
        } while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0U) == 0x80U);
    }
    return words + "…";
}

std::vector<std::string> wrapped(const Canvas& canvas, std::string_view words, TextSize size,
                                 double width) {
    std::vector<std::string> lines;
    for (const std::string& word : split(words, ' ')) {
        if (!lines.empty() && canvas.text_width(lines.back() + " " + word, size) <= width) {
            lines.back() += " " + word;
        } else {
            lines.push_back(word);
        }
    }
    return lines;
}

Frame::Frame(Canvas& canvas, const Chart& chart, const Box& room) : chart_(chart), room_(room) {
    plot_ = room;
    legend_height_ = lay_legend(canvas, chart, room, [](const LegendEntry&, double, double) {});
    const bool has_flags = std::any_of(chart.marks.begin(), chart.marks.end(),
                                       [](const Mark& m) { return m.is_flag; });
    double below = chart.x.kind == Axis::Kind::Numbers ? 38 : 24;
    const bool has_words = chart.y.kind == Axis::Kind::Numbers &&
                           std::any_of(chart.bars.begin(), chart.bars.end(),
                                       [](const Bar& bar) { return !bar.words.empty(); });
    double above = legend_height_ + (has_flags ? 16 : 9) + (has_words ? 12 : 0);
    // A first guess at the height gives the numbers at the side; names below are measured after it.
    ticks_ =
        number_ticks(chart.y.from, chart.y.to,
                     static_cast<int>((room.height - above - below) / kRowGap) + 1, chart.y.whole);
    if (chart.y.kind == Axis::Kind::Numbers) {
        low_ = ticks_.at.front();
        high_ = ticks_.at.back();
    } else {
        low_ = 0;
        high_ = std::max<double>(1, static_cast<double>(chart.y.names.size()));
    }
    measure_sides(canvas, room);
    place_upright(canvas);
    int rows = 0;
    for (const Placed& one : upright_) {
        rows = std::max(rows, one.row + 1);
    }
    above += rows * kRow;
    if (chart.x.kind == Axis::Kind::Names) {
        below = names_height(canvas);
    }
    plot_.y = room.y + above;
    plot_.height = std::max(20.0, room.height - above - below);
    place_labels();
}

void Frame::measure_sides(Canvas& canvas, const Box& room) {
    double left = 12;
    if (chart_.y.kind == Axis::Kind::Names) {
        left += std::min(widest(canvas, chart_.y.names), 0.3 * room.width);
    } else {
        left += number_width(canvas, ticks_, chart_.y.unit) + (chart_.y.name.empty() ? 0 : 18);
    }
    double right = 0;
    for (const Guide& level : chart_.guides) {
        if (!level.upright) {
            labels_.push_back({.y = level.at,
                               .weight = 1e9,
                               .words = level.words,
                               .strong = level.stroke.width > 1.5});
        }
    }
    for (const Area& area : chart_.areas) {
        if (!area.name.empty() && !area.upper.empty()) {
            const double top = area.upper.back().y;
            const double bottom = area.lower.back().y;
            labels_.push_back({.y = 0.5 * (top + bottom),
                               .weight = top - bottom,
                               .words = area.name,
                               .swatch = area.ink});
        }
    }
    for (const Line& line : chart_.lines) {
        if (!line.name.empty() && !line.points.empty()) {
            labels_.push_back({.y = line.points.back().y, .weight = 1e6, .words = line.name});
        }
    }
    for (SideLabel& label : labels_) {
        label.words = fitted(canvas, std::move(label.words), TextSize::Caption, 0.22 * room.width);
        right = std::max(right, canvas.text_width(label.words, TextSize::Caption, label.strong) +
                                    (label.swatch ? kSwatch + 3 : 0));
    }
    plot_.x = room.x + left;
    plot_.width = std::max(20.0, room.width - left - (right > 0 ? right + 16 : 10));
    if (chart_.y.kind == Axis::Kind::Names) {
        leave_room_for_bar_words(canvas);
    }
}

// Behind lying bars.
void Frame::leave_room_for_bar_words(Canvas& canvas) {
    const double span = std::max(1e-9, chart_.x.to - chart_.x.from);
    const double whole = room_.x + room_.width - plot_.x;
    for (const Bar& bar : chart_.bars) {
        const double share = (bar.x1 - chart_.x.from) / span;
        const double words = canvas.text_width(bar.words, TextSize::Caption);
        if (!bar.words.empty() && share > 0) {
            plot_.width = std::min(plot_.width, std::max(20.0, (whole - words - 8) / share));
        }
    }
}

void Frame::place_upright(Canvas& canvas) {
    for (const Guide& level : chart_.guides) {
        if (level.upright) {
            upright_.push_back({&level, 0, 0});
        }
    }
    std::stable_sort(upright_.begin(), upright_.end(),
                     [](const Placed& a, const Placed& b) { return a.guide->at < b.guide->at; });
    std::vector<double> ends;  // of each row, where it is free again
    for (Placed& one : upright_) {
        const double width = canvas.text_width(one.guide->words, TextSize::Caption, true);
        one.begin = std::clamp(x(one.guide->at) - width * 0.5, plot_.x,
                               std::max(plot_.x, room_.x + room_.width - width));
        const auto free = std::find_if(ends.begin(), ends.end(),
                                       [&](double end) { return end + 8 <= one.begin; });
        one.row = static_cast<int>(free - ends.begin());
        if (free == ends.end()) {
            ends.push_back(0);
        }
        ends[static_cast<std::size_t>(one.row)] = one.begin + width;
    }
}

void Frame::place_labels() {
    const auto most = static_cast<std::size_t>(std::max(1.0, plot_.height / kRow));
    if (labels_.size() > most) {
        std::stable_sort(
            labels_.begin(), labels_.end(),
            [](const SideLabel& a, const SideLabel& b) { return a.weight > b.weight; });
        labels_.resize(most);
    }
    for (SideLabel& label : labels_) {
        label.y = std::clamp(y(label.y), plot_.y, plot_.y + plot_.height);
        label.at = label.y;
    }
    std::stable_sort(labels_.begin(), labels_.end(),
                     [](const SideLabel& a, const SideLabel& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < labels_.size(); ++i) {
        labels_[i].at = std::max(labels_[i].at, labels_[i - 1].at + kRow);
    }
    double floor = plot_.y + plot_.height;
    for (std::size_t i = labels_.size(); i-- > 0; floor -= kRow) {
        labels_[i].at = std::min(labels_[i].at, floor);
        floor = labels_[i].at;
    }
}

std::size_t Frame::named_every() const {
    const double slot =
        plot_.height / std::max<double>(1, static_cast<double>(chart_.y.names.size()));
    return static_cast<std::size_t>(std::max(1.0, std::ceil((kRow - 2) / slot)));
}

double Frame::words_floor(const Placed& one) const {
    return plot_.y - 4 - kRow * one.row;
}

double Frame::x(double value) const {
    switch (chart_.x.kind) {
        case Axis::Kind::Names:
            return plot_.x + plot_.width * value /
                                 std::max<double>(1, static_cast<double>(chart_.x.names.size()));
        case Axis::Kind::Days:
            return plot_.x +
                   plot_.width * (value - chart_.x.from) / (chart_.x.to + 1 - chart_.x.from);
        case Axis::Kind::Numbers: break;
    }
    return plot_.x +
           plot_.width * (value - chart_.x.from) / std::max(1e-9, chart_.x.to - chart_.x.from);
}

double Frame::y(double value) const {
    const double share = (value - low_) / std::max(1e-9, high_ - low_);
    return plot_.y + plot_.height * (chart_.y.kind == Axis::Kind::Names ? share : 1 - share);
}

Box Frame::box(double x0, double x1, double y0, double y1) const {
    const auto across = [&](double value) {
        return std::clamp(x(value), plot_.x, plot_.x + plot_.width);
    };
    const auto down = [&](double value) {
        return std::clamp(y(value), plot_.y, plot_.y + plot_.height);
    };
    const double top = std::min(down(y0), down(y1));
    return {across(x0), top, across(x1) - across(x0), std::max(down(y0), down(y1)) - top};
}

void Frame::draw_legend(Canvas& canvas) const {
    lay_legend(canvas, chart_, room_, [&](const LegendEntry& entry, double at_x, double at_y) {
        draw_swatch(canvas, entry, {at_x, at_y});
        canvas.text({at_x + kSwatch + 5, at_y + kRow * 0.5}, entry.words,
                    {.ink = Ink::TextMuted, .level = Level::Middle});
    });
}

bool Frame::names_upright(Canvas& canvas) const {
    const double slot =
        plot_.width / std::max<double>(1, static_cast<double>(chart_.x.names.size()));
    return widest(canvas, chart_.x.names) > slot - 6;
}

double Frame::names_height(Canvas& canvas) const {
    return names_upright(canvas)
               ? std::min({widest(canvas, chart_.x.names), kMostUpright, 0.3 * room_.height}) + 14
               : 24;
}

void Frame::draw_guides(Canvas& canvas) const {
    const double right = plot_.x + plot_.width;
    for (const Guide& level : chart_.guides) {
        if (!level.upright) {
            canvas.line({plot_.x, y(level.at)}, {right, y(level.at)}, level.stroke);
        }
    }
    for (const Placed& one : upright_) {
        const double at = x(one.guide->at);
        canvas.line({at, words_floor(one)}, {at, plot_.y + plot_.height}, one.guide->stroke);
    }
    for (const Placed& one : upright_) {
        // On a ground of their own, since lines of other words may pass behind.
        const double floor = words_floor(one);
        const bool strong = one.guide->stroke.width > 1.5;
        const double width = canvas.text_width(one.guide->words, TextSize::Caption, strong);
        canvas.fill_rect({one.begin - 1, floor - kRow + 1, width + 2, kRow - 1},
                         {.ink = Ink::Background}, 0);
        canvas.text({one.begin, floor - 1}, one.guide->words,
                    {.ink = Ink::Text, .strong = strong, .level = Level::Bottom});
    }
    for (const SideLabel& label : labels_) {
        double begin = right + 8;
        if (std::abs(label.at - label.y) > 2) {
            canvas.line({right, label.y}, {right + 6, label.at},
                        {.ink = Ink::Axis, .opacity = 0.6});
        }
        if (label.swatch) {
            canvas.fill_rect({begin, label.at - 4.5, 9, 9}, {.ink = *label.swatch, .opacity = 0.85},
                             2);
            begin += kSwatch;
        }
        canvas.text({begin, label.at}, label.words,
                    {.ink = Ink::Text, .strong = label.strong, .level = Level::Middle});
    }
}

}  // namespace throughline::report
