// The figures and charts of the flow screen, made ready for drawing. Taken from the workspace on
// the frame thread (microseconds), computed on another, kept until the board, the filter or the
// choices change.
#pragma once

#include "app/gui/context/passing_model.h"
#include "app/gui/flow/figures_model.h"
#include "core/flow/scope.h"
#include "core/report/chart_kinds.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::flow_screen {

struct FlowChoices {
    int weeks = 12;
    bool all_of_it = false;    // from the first day on, in place of the weeks
    std::optional<Day> until;  // the last day; absent: today
    bool working_days = false;
    std::optional<model::ServiceClass> service_class;  // absent: all
    report::ChartChoices chart;

    friend bool operator==(const FlowChoices&, const FlowChoices&) = default;
};

// A figure over the charts.
struct Tile {
    std::string id;
    std::string label;
    std::string value;  // "–" for no data
    std::string note;
    enum class Sign { None, Good, Watch, Bad } sign = Sign::None;
    model::CardId card = {};  // opens it; 0 for none
};

// All that is drawn. Plain values: may be made on another thread.
struct FlowPicture {
    bool set_up = false;  // both points of the board are set
    bool has_started = false;
    std::string period;  // "All cards, Mon 31 Aug 2026 to Sun 22 Nov 2026"
    std::vector<Tile> tiles;
    std::vector<report::Chart> charts;  // those that were ordered, in that order
    std::vector<FigureGroup> figures;   // if they were
};

// What a picture is computed from; everything is copied or shared read-only.
struct FlowOrder {
    throughline::flow::FlowRows rows;
    Instant as_of;
    FlowChoices choices;
    std::vector<const report::ChartKind*> kinds;
    Passing passing;  // the board's filter
    bool wants_figures = false;
    CowVector<model::Comment> comments;  // then
};
FlowOrder make_order(Context& context, const FlowChoices& choices,
                     std::vector<const report::ChartKind*> kinds, bool wants_figures = false);

// `digest` is kept between calls to save building it anew; may be null at first.
FlowPicture make_picture(const FlowOrder& order, std::unique_ptr<throughline::flow::Flow>& digest);

// Of the slice's cards; `wip_of_all` is what all classes together have in process.
std::vector<Tile> make_tiles(const throughline::flow::Slice& slice, const FlowChoices& choices,
                             int wip_of_all);

}  // namespace throughline::gui::flow_screen
