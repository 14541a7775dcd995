// The flow screen: every chart there is, each with its verdict and sentence, and the figures over
// them; one chart at a time in large.
#pragma once

#include "app/gui/context/screen_view.h"
#include "app/gui/flow/chart_export.h"
#include "app/gui/palette/actions.h"
#include "core/base/time.h"

#include <memory>
#include <optional>
#include <string_view>

namespace throughline::gui::flow_screen {

// What is remembered between sessions.
struct FlowMemory {
    int weeks = 12;
    bool working_days = false;
    std::optional<Day> limits_from = std::nullopt;  // of process behaviour

    friend bool operator==(const FlowMemory&, const FlowMemory&) = default;
};

class FlowView final : public ScreenView {
public:
    FlowView();
    ~FlowView() override;

    void draw(Context& context) override;
    // Figures are being computed.
    bool is_busy() const override;
    // "flow.figures", "flow.charts", and "flow.aging" and so on for each chart in large.
    void add_actions(palette::Actions& actions) override;
    // The chart in large, of all cards, over the 12 weeks until that day.
    void open(std::string_view chart, Day until);
    FlowMemory memory() const;
    void set_memory(const FlowMemory& memory);
    // Without it charts are saved as SVG and CSV only.
    void set_picture_writer(PictureWriter writer);
    // Between two frames: writes the picture that was asked for. Result: there was one.
    bool write_pictures(Context& context);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::flow_screen
