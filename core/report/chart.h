// A chart as a value: what is drawn as plain data, what it says in words, what can be hovered, and
// its rows for CSV. Made from figures (chart_kinds.h), drawn on any Canvas (chart_draw.h), written
// as a file (chart_file.h); so screen, SVG, PNG and CSV read the very same thing. Computes nothing.
//
// Places are in the units of the axes. Days: day d takes [d.number, d.number + 1). Names: slot i
// takes [i, i + 1), from the left, or on a y axis from the top. Numbers: themselves.
#pragma once

#include "core/base/time.h"
#include "core/model/ids.h"
#include "core/report/canvas.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::report {

struct Axis {
    enum class Kind { Numbers, Days, Names };
    Kind kind = Kind::Numbers;
    std::string name;       // "days"; "" for none
    double from = 0;        // Numbers: what must fit. Days: Day::number of the first day
    double to = 1;          // Days: of the last day, counted in
    bool whole = true;      // Numbers: no ticks between whole numbers
    std::string unit = {};  // behind each number: "%"
    std::vector<std::string> names = {};  // Names: one a slot
};
Axis day_axis(Day from, Day to);
// From 0, or from `lowest` when that is below 0.
Axis number_axis(std::string name, double highest, double lowest = 0);
Axis name_axis(std::vector<std::string> names);

// A shape, so that marks differ without colour.
enum class Glyph { Circle, Diamond, Triangle, Square };

// Parts, in the order in which they are drawn.
struct Ground {  // a tinted part of the plot
    double x0 = 0, x1 = 0, y0 = 0, y1 = 0;
    Ink ink = Ink::Accent;
    double opacity = 0.13;
    std::optional<Hatch> hatch = std::nullopt;
};
struct Area {          // between two lines with the same x
    std::string name;  // at its right end; "" for none
    Ink ink = Ink::Accent;
    std::vector<Point> upper;
    std::vector<Point> lower;
};
struct Bar {
    double x0 = 0, x1 = 0, y0 = 0, y1 = 0;
    Ink ink = Ink::Accent;
    double opacity = 0.85;
    std::optional<Hatch> hatch = std::nullopt;
    std::string words = {};  // at its end, where there is room
};
struct Line {
    std::string name;  // at its right end; "" for none
    std::vector<Point> points;
    Stroke stroke;
};
struct Guide {  // a line over the whole plot, with words at its end
    double at = 0;
    Stroke stroke;
    std::string words;
    bool upright = false;  // at an x instead of a y
};
struct Dot {
    Point at;
    Glyph glyph = Glyph::Circle;
    Ink ink = Ink::Accent;
    int count = 1;      // of what stands there: larger for more
    bool ring = false;  // marked beyond its shape
};

// What a hover tells, and where: a dot (x0 = x1), a part of the plot, or a flag at the plot's upper
// edge for a day on which limits, policies or points of the board were changed.
struct Mark {
    double x0 = 0, x1 = 0, y0 = 0, y1 = 0;
    bool is_flag = false;
    std::vector<std::string> lines = {};  // the first is its name
    std::vector<model::CardId> cards = {};
    std::vector<model::TransitionId> moves = {};  // the rows behind it, where it has some
};

struct LegendEntry {
    enum class Look { Box, Line, Dot, Ring };
    Look look = Look::Box;
    std::string words;
    Ink ink = Ink::Accent;
    double opacity = 0.8;                       // of a box
    std::optional<Hatch> hatch = std::nullopt;  // of a box
    Dash dash = Dash::Solid;                    // of a line
    Glyph glyph = Glyph::Circle;                // of a dot
};

// What should be done, and the rule that says so.
struct Verdict {
    enum class Call { None, Fine, Watch, Act };
    Call call = Call::None;
    std::string rule;  // in words; for None why there is no verdict
};
// "act", "watch", "fine", "no verdict".
std::string_view to_text(Verdict::Call call);

// Text as in a file: no locale, empty for no value.
struct Table {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
};

// Instead of a picture.
struct Missing {
    std::string what;  // "No card was finished in this period."
    std::string todo;  // "Choose a longer period."
};

struct Chart {
    std::string name;  // stored; see chart_kinds.h
    std::string title;
    std::string tells;   // what it tells and what to do about it, whatever the figures are
    std::string period;  // "31 Aug 2026 to 22 Nov 2026, calendar days"
    std::string says;    // the facts in a sentence
    std::string note;    // what must be known to read it: few cards, thin history; "" for nothing
    Verdict verdict;
    std::optional<Missing> missing;  // then there is nothing to draw

    Axis x;
    Axis y;
    std::vector<Ground> grounds;
    std::vector<Area> areas;
    std::vector<Bar> bars;
    std::vector<Line> lines;
    std::vector<Guide> guides;
    std::vector<Dot> dots;
    std::vector<LegendEntry> legend;
    std::vector<Mark> marks;
    Table table;
};

}  // namespace throughline::report
