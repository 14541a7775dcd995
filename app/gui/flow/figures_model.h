// Every flow figure of the period as a row of words, and what was counted as a row of weeks: the
// figures beside the charts. Defined in core/flow; nothing is computed here.
#pragma once

#include "core/base/cow_vector.h"
#include "core/flow/scope.h"
#include "core/flow/throughput.h"
#include "core/model/card_parts.h"

#include <string>
#include <vector>

namespace throughline::gui::flow_screen {

struct Figure {
    std::string id;
    std::string label;
    std::string value;  // "no data", "not set up": never 0 in place of nothing
    std::string note;   // what it is compared with, or what it says
    std::vector<throughline::flow::WeekCount> weeks = {};  // of what is counted
};
struct FigureGroup {
    std::string title;
    std::vector<Figure> figures;
};
// `comments` hold the reasons of returns and discards. Groups without a row are left out. For a
// board with both points.
std::vector<FigureGroup> make_figures(const throughline::flow::Slice& slice,
                                      const CowVector<model::Comment>& comments);

// "Week of Mon 4 May 2026: 3", a line a week.
std::string weeks_words(const std::vector<throughline::flow::WeekCount>& weeks);

}  // namespace throughline::gui::flow_screen
