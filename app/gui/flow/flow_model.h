// The figures of the flow screen, made ready for drawing. Taken from the workspace on the frame
// thread (microseconds), computed on another, kept until the board, the filter or the choices
// change.
#pragma once

#include "app/gui/context/context.h"
#include "core/flow/figures.h"
#include "core/report/charts_aging.h"
#include "core/report/charts_run.h"
#include "core/report/charts_scatter.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::flow_screen {

struct FlowChoices {
    int weeks = 12;
    bool working_days = false;
    bool by_day = false;  // throughput per day instead of per week
    std::optional<model::ServiceClass> service_class =
        model::ServiceClass::Standard;  // absent: all

    friend bool operator==(const FlowChoices&, const FlowChoices&) = default;
};

// A figure over the charts.
struct Tile {
    std::string id;
    std::string label;
    std::string value;  // "–" for no data
    std::string note;
    enum class Sign { None, Good, Watch, Bad } sign = Sign::None;
    model::CardId card;  // opens it; 0 for none
};

// What a hover over a dot tells; cards that stand there.
struct DotFacts {
    std::vector<std::string> lines;
    std::vector<model::CardId> cards;
};

// All that is drawn. Plain values: may be made on another thread.
struct FlowPicture {
    bool set_up = false;  // both points of the board are set
    bool has_finished = false;
    bool has_started = false;
    std::string period;  // "Standard cards, Mon 31 Aug 2026 to Sun 22 Nov 2026"
    int wip_of_all = 0;  // in process, of every class
    std::vector<Tile> tiles;
    report::ScatterChart scatter;
    std::vector<DotFacts> scatter_facts;
    std::string scatter_says;
    report::RunChart run;
    std::vector<DotFacts> run_facts;
    std::string run_says;
    report::AgingChart aging;
    std::vector<DotFacts> aging_facts;
    std::string aging_says;
};

// What a picture is computed from; everything is copied or shared read-only.
struct FlowOrder {
    throughline::flow::FlowRows rows;
    Instant as_of;
    FlowChoices choices;
    // Ids of the cards that pass the board's filter; absent: all do.
    std::optional<std::vector<model::CardId>> passing;  // ascending
    std::string filter_error;
};
FlowOrder make_order(Context& context, const FlowChoices& choices);

// `digest` is kept between calls to save building it anew; may be null at first.
FlowPicture make_picture(const FlowOrder& order, std::unique_ptr<throughline::flow::Flow>& digest);

// Parts of make_picture.
void make_scatter(const throughline::flow::Slice& slice,
                  const FlowChoices& choices,
                  FlowPicture& picture);
void make_run(const throughline::flow::Slice& slice,
              const FlowChoices& choices,
              FlowPicture& picture);
void make_aging(const throughline::flow::Slice& slice,
                const FlowChoices& choices,
                FlowPicture& picture);
void make_tiles(const throughline::flow::Slice& slice,
                const FlowChoices& choices,
                FlowPicture& picture);
// "MKT-12 Spring launch"
std::string name_of(const throughline::flow::Slice& slice, throughline::flow::CardIndex card);

}  // namespace throughline::gui::flow_screen
