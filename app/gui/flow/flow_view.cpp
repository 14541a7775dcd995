#include "app/gui/flow/flow_view.h"

#include "app/gui/context/background.h"
#include "app/gui/flow/flow_model.h"
#include "app/gui/flow/flow_parts.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::gui::flow_screen {
namespace {

constexpr std::array kWeeks{4, 8, 12, 26, 52};
constexpr std::array<std::string_view, 5> kWeekWords{"4 weeks", "8 weeks", "12 weeks", "26 weeks",
                                                     "52 weeks"};

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

}  // namespace

struct FlowView::State {
    FlowChoices choices;
    Key made;
    Key wanted;
    bool has_picture = false;
    std::string filter_error;
    FlowPicture picture;
    std::unique_ptr<throughline::flow::Flow> digest;
    Background<Computed> work;

    void refresh(Context& context);
    void draw_head(Context& context);
    void draw_charts(Context& context);
    bool draw_nothing(Context& context);
};

FlowView::FlowView() : state_(std::make_unique<State>()) {}
FlowView::~FlowView() = default;

bool FlowView::is_busy() const {
    return state_->work.is_busy();
}
FlowMemory FlowView::memory() const {
    return {state_->choices.weeks, state_->choices.working_days};
}
void FlowView::set_memory(const FlowMemory& memory) {
    state_->choices.weeks = memory.weeks;
    state_->choices.working_days = memory.working_days;
}

void FlowView::State::refresh(Context& context) {
    if (auto computed = work.take()) {
        digest = std::move(computed->digest);
        picture = std::move(computed->picture);
        made = wanted;
        has_picture = true;
    }
    const Key now{context.desk().revision(), context.filter().query, choices,
                  context.now().us / kMicrosPerHour, context.zone().name()};
    if (work.is_running() || (has_picture && now == made)) return;
    wanted = now;
    auto order = std::make_shared<FlowOrder>(make_order(context, choices));
    filter_error = order->filter_error;
    auto held = std::make_shared<std::unique_ptr<throughline::flow::Flow>>(std::move(digest));
    work.start(
        [order, held] {
            Computed computed;
            computed.digest = std::move(*held);
            computed.picture = make_picture(*order, computed.digest);
            return computed;
        },
        context.waker());
}

void FlowView::draw(Context& context) {
    State& state = *state_;
    state.refresh(context);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().md, sizes().md});
    state.draw_head(context);
    if (!state.has_picture) {
        skeleton_lines(3);
    } else if (!state.draw_nothing(context)) {
        state.draw_charts(context);
    }
    ImGui::PopStyleVar();
}

void FlowView::State::draw_head(Context& context) {
    const Sizes& s = sizes();
    screen_header("Flow");
    const float width = (130.0f + 150.0f + 190.0f) * s.scale + 2.0f * s.sm;
    if (width_left() > width + 320.0f * s.scale) {
        ImGui::SameLine();
        align_right(width);
    }
    std::vector<ChoiceItem> weeks;
    for (const std::string_view word : kWeekWords)
        weeks.push_back({.label = word});
    int week =
        static_cast<int>(std::find(kWeeks.begin(), kWeeks.end(), choices.weeks) - kWeeks.begin());
    if (week >= static_cast<int>(kWeeks.size())) week = 2;
    if (choice("period", week, weeks,
               {.name = "Period", .icon = icons::kCalendar, .width = 130.0f * s.scale}))
        choices.weeks = kWeeks[static_cast<std::size_t>(week)];
    ImGui::SameLine(0, s.sm);
    const std::array<ChoiceItem, 4> classes{{{.label = "Standard", .icon = icons::kStandard},
                                             {.label = "Fixed date", .icon = icons::kFixedDate},
                                             {.label = "Expedite", .icon = icons::kExpedite},
                                             {.label = "Intangible", .icon = icons::kIntangible}}};
    int chosen = choices.service_class ? static_cast<int>(*choices.service_class) : kNoChoice;
    if (choice(
            "class", chosen, classes,
            {.placeholder = "All classes", .name = "Class of service", .width = 150.0f * s.scale},
            "All classes")) {
        choices.service_class =
            chosen < 0 ? std::nullopt : std::optional(static_cast<model::ServiceClass>(chosen));
    }
    ImGui::SameLine(0, s.sm);
    const std::array<ChoiceItem, 2> counts{{{.label = "Calendar"}, {.label = "Working"}}};
    int counted = choices.working_days ? 1 : 0;
    if (segmented("days", counted, counts, {.name = "Days counted", .width = 190.0f * s.scale}))
        choices.working_days = counted == 1;
    if (!context.filter().query.empty()) {
        const std::string words = "Filter: " + context.filter().query;
        if (removable_chip("filter", words,
                           {.tone = filter_error.empty() ? Tone::Accent : Tone::Danger,
                            .icon = icons::kFilter}))
            context.filter().query.clear();
        if (!filter_error.empty()) {
            ImGui::SameLine(0, s.sm);
            paragraph(filter_error, tone_style(Tone::Danger, text_size::kSmall));
        }
    }
    if (has_picture && picture.set_up) text(picture.period, caption_style());
}

bool FlowView::State::draw_nothing(Context& context) {
    if (!picture.set_up) {
        const std::array<NoticeAction, 1> actions{
            {{.id = "points", .label = "Set the points", .kind = ButtonKind::Primary}}};
        if (empty_state("not-set-up",
                        {.icon = icons::kChart,
                         .title = "Not set up",
                         .text = "Flow is measured from the commitment point to the delivery "
                                 "point. Choose the columns at which work begins and ends.",
                         .actions = actions}) == 0) {
            context.open_settings("board");
        }
        return true;
    }
    if (!picture.has_started && !picture.has_finished && picture.aging.dots.empty() &&
        context.filter().query.empty() && choices.service_class == model::ServiceClass::Standard) {
        const std::array<NoticeAction, 1> actions{{{.id = "board",
                                                    .label = "To the board",
                                                    .kind = ButtonKind::Primary,
                                                    .shortcut = "Ctrl+1"}}};
        if (empty_state(
                "no-data",
                {.icon = icons::kChart,
                 .title = "No data yet",
                 .text = "As soon as a card crosses the commitment point its age is shown here, "
                         "and when it is delivered its cycle time. Nothing has to be typed.",
                 .actions = actions}) == 0) {
            context.go(Screen::Board);
        }
        return true;
    }
    return false;
}

void FlowView::State::draw_charts(Context& context) {
    draw_tiles(context, picture.tiles);
    const float gap_x = sizes().md;
    const bool side_by_side = width_left() > 1080.0f * sizes().scale;
    const float room = width_left();
    // Two rows of charts share what is left of a tall window.
    const float left = ImGui::GetContentRegionAvail().y / sizes().scale;
    const float tall = std::clamp(left * 0.5f - 116.0f, 280.0f, 520.0f);
    const float half = side_by_side ? std::floor((room - gap_x) * 0.5f) : room;
    const ChartFrame scatter{.id = "scatter",
                             .title = "Cycle time",
                             .says = picture.scatter_says,
                             .facts = picture.scatter_facts,
                             .width = room,
                             .height = std::max(tall, 320.0f),
                             .empty = picture.scatter.dots.empty()};
    draw_chart(context, scatter, [&](report::Canvas& canvas, std::optional<std::size_t> lit) {
        return report::draw_scatter(canvas, picture.scatter, lit);
    });
    const ChartFrame run{.id = "throughput",
                         .title = choices.by_day ? "Throughput by day" : "Throughput by week",
                         .says = picture.run_says,
                         .facts = picture.run_facts,
                         .width = half,
                         .height = side_by_side ? tall + legend_height() : tall,
                         .toggle = choices.by_day ? "By week" : "By day"};
    if (draw_chart(context, run, [&](report::Canvas& canvas, std::optional<std::size_t> lit) {
            return report::draw_run(canvas, picture.run, lit);
        }))
        choices.by_day = !choices.by_day;
    if (side_by_side) ImGui::SameLine(0, gap_x);
    const ChartFrame aging{.id = "aging",
                           .title = "Age of work in process",
                           .says = picture.aging_says,
                           .facts = picture.aging_facts,
                           .width = half,
                           .height = tall,
                           .empty = picture.aging.columns.empty(),
                           .age_legend = true};
    draw_chart(context, aging, [&](report::Canvas& canvas, std::optional<std::size_t> lit) {
        return report::draw_aging(canvas, picture.aging, lit);
    });
    gap(sizes().lg);
}

}  // namespace throughline::gui::flow_screen
