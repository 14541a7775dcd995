// What the flow screen keeps between frames; for flow_view.cpp and large_view.cpp.
#pragma once

#include "app/gui/context/background.h"
#include "app/gui/flow/chart_export.h"
#include "app/gui/flow/flow_model.h"
#include "app/gui/flow/flow_view.h"

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace throughline::gui::flow_screen {

// The digest wanders to the worker and back, so that it is advanced and not built anew.
struct Computed {
    std::unique_ptr<throughline::flow::Flow> digest;
    FlowPicture picture;
};

struct Key {
    std::uint64_t revision = 0;
    std::string query;
    FlowChoices choices;
    std::int64_t hour = -1;
    std::string zone;

    friend bool operator==(const Key&, const Key&) = default;
};

// A chart as it was last made.
struct Made {
    report::Chart chart;
    Key of;
};

struct FlowView::State {
    FlowChoices choices;
    Key wanted;  // by what is being computed
    Key made;    // by the picture
    bool has_picture = false;
    std::string filter_error;
    FlowPicture picture;  // without its charts
    std::map<std::string_view, Made> charts;
    enum class Part { Charts, Figures };
    Part shown = Part::Charts;
    std::vector<FigureGroup> figures;
    std::optional<Key> figures_of;    // absent: never made
    bool wants_figures = false;       // drawn in the last frame
    std::set<std::string_view> seen;  // drawn in the last frame: these are kept up to date
    const report::ChartKind* large = nullptr;
    ChartExport files;
    std::unique_ptr<throughline::flow::Flow> digest;
    Background<Computed> work;
    bool is_unfinished = false;  // after the last frame: a result is awaited or lies ready
    int asks_since_drawn = 0;    // whether it is busy
    bool is_behind = false;      // something seen is not up to date, and nothing runs for it

    void take();
    void refresh(Context& context);
    bool is_stale(const Key& now) const;
    const report::Chart* chart_of(const report::ChartKind& kind);
    void draw_head(Context& context);
    void draw_period(Context& context);
    void draw_choices();
    void draw_filter(Context& context);
    void draw_parts();
    void draw_figures();
    void draw_overview(Context& context);
    void draw_group(Context& context, std::span<const report::ChartKind> kinds);
    void draw_large(Context& context);
    void draw_large_head(const report::Chart* chart);
    void draw_questions(const report::ChartKind& kind);
    void draw_limits(Context& context);
    void step(int by);
    bool draw_nothing(Context& context);
};

}  // namespace throughline::gui::flow_screen
