#include "app/gui/flow/flow_view.h"

#include "app/gui/context/civil_dates.h"
#include "app/gui/flow/flow_parts.h"
#include "app/gui/flow/flow_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
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

constexpr std::array kWeeks{4, 8, 12, 26, 52, 104};
// The last one is for all there is.
constexpr std::array<std::string_view, 7> kPeriods{"4 weeks",  "8 weeks",   "12 weeks", "26 weeks",
                                                   "52 weeks", "104 weeks", "All of it"};
constexpr int kAllOfIt = static_cast<int>(kPeriods.size()) - 1;
constexpr float kPeriod = 130.0f;  // unscaled widths
constexpr float kUntil = 150.0f;
constexpr float kClass = 150.0f;
constexpr float kDays = 190.0f;

}  // namespace

FlowView::FlowView() : state_(std::make_unique<State>()) {}
FlowView::~FlowView() = default;

bool FlowView::is_busy() const {
    // A screen that is no longer drawn takes no result: then only what runs is waited for.
    constexpr int kAsks = 3;
    return state_->work.is_busy() || state_->files.is_waiting() ||
           (state_->is_unfinished && ++state_->asks_since_drawn < kAsks);
}
void FlowView::add_actions(palette::Actions& actions) {
    const auto go = [&](std::string id, std::string title, const char* icon, State::Part part,
                        const report::ChartKind* large) {
        actions.add({.id = "flow." + id,
                     .title = std::move(title),
                     .section = "Flow",
                     .icon = icon,
                     .run = [state = state_.get(), part, large](Context& context) {
                         state->shown = part;
                         state->large = large;
                         context.go(Screen::Flow);
                     }});
    };
    go("charts", "All charts of the flow", icons::kChart, State::Part::Charts, nullptr);
    go("figures", "All figures of the flow", icons::kGauge, State::Part::Figures, nullptr);
    for (const report::ChartKind& kind : report::chart_kinds()) {
        go(std::string(kind.name), "Chart: " + std::string(kind.title), icons::kChart,
           State::Part::Charts, &kind);
    }
}
void FlowView::open(std::string_view chart, Day until) {
    state_->shown = State::Part::Charts;
    state_->large = report::find_chart(chart);
    state_->choices = {.until = until, .chart = {.limits_from = state_->choices.chart.limits_from}};
}

FlowMemory FlowView::memory() const {
    return {state_->choices.weeks, state_->choices.working_days, state_->choices.chart.limits_from};
}
void FlowView::set_memory(const FlowMemory& memory) {
    state_->choices.weeks = memory.weeks;
    state_->choices.working_days = memory.working_days;
    state_->choices.chart.limits_from = memory.limits_from;
}
void FlowView::set_picture_writer(PictureWriter writer) {
    state_->files.write_picture = std::move(writer);
}
bool FlowView::write_pictures(Context& context) {
    return state_->files.write_waiting(context);
}

void FlowView::State::take() {
    auto computed = work.take();
    if (!computed) return;
    digest = std::move(computed->digest);
    picture = std::move(computed->picture);
    for (report::Chart& chart : picture.charts) {
        const report::ChartKind* kind = report::find_chart(chart.name);
        charts[kind->name] = {std::move(chart), wanted};
    }
    picture.charts.clear();
    if (!picture.figures.empty()) {
        figures = std::move(picture.figures);
        figures_of = wanted;
    }
    made = wanted;
    has_picture = true;
}

bool FlowView::State::is_stale(const Key& now) const {
    if (!has_picture || now != made) return true;
    if (picture.set_up && wants_figures && figures_of != now) return true;
    return picture.set_up && std::any_of(seen.begin(), seen.end(), [&](std::string_view name) {
               const auto found = charts.find(name);
               return found == charts.end() || found->second.of != now;
           });
}

void FlowView::State::refresh(Context& context) {
    take();
    const Key now{context.desk().revision(), context.filter().query, choices,
                  context.now().us / kMicrosPerHour, context.zone().name()};
    is_behind = false;
    if (work.is_running() || !is_stale(now)) return;
    std::vector<const report::ChartKind*> kinds;
    for (const report::ChartKind& kind : report::chart_kinds()) {
        const auto found = charts.find(kind.name);
        const bool is_made = found != charts.end() && found->second.of == now;
        if (seen.contains(kind.name) && !is_made) kinds.push_back(&kind);
    }
    wanted = now;
    auto order = std::make_shared<FlowOrder>(
        make_order(context, choices, std::move(kinds), wants_figures && figures_of != now));
    filter_error = order->passing.error;
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

// Also remembers that it is looked at.
const report::Chart* FlowView::State::chart_of(const report::ChartKind& kind) {
    seen.insert(kind.name);
    const auto found = charts.find(kind.name);
    if (found == charts.end()) {
        is_behind = is_behind || !work.is_running();
        return nullptr;
    }
    return &found->second.chart;
}

void FlowView::draw(Context& context) {
    State& state = *state_;
    state.refresh(context);
    state.seen.clear();
    state.wants_figures = false;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().md, sizes().md});
    state.draw_head(context);
    if (!state.has_picture) {
        skeleton_lines(3);
    } else if (!state.draw_nothing(context)) {
        if (state.large != nullptr) {
            state.draw_large(context);
        } else {
            draw_tiles(context, state.picture.tiles);
            state.draw_parts();
            if (state.shown == State::Part::Figures) {
                state.draw_figures();
            } else {
                state.draw_overview(context);
            }
        }
    }
    ImGui::PopStyleVar();
    state.is_unfinished = state.work.is_running() || state.is_behind;
    state.asks_since_drawn = 0;
}

void FlowView::State::draw_head(Context& context) {
    const Sizes& s = sizes();
    screen_header("Flow");
    const float width = (kPeriod + kUntil + kClass + kDays) * s.scale + 3.0f * s.sm;
    if (width_left() > width + 320.0f * s.scale) {
        ImGui::SameLine();
        align_right(width);
    }
    draw_period(context);
    ImGui::SameLine(0, s.sm);
    draw_choices();
    draw_filter(context);
    if (has_picture && picture.set_up) text(picture.period, caption_style());
}

void FlowView::State::draw_period(Context& context) {
    const Sizes& s = sizes();
    std::vector<ChoiceItem> periods;
    for (const std::string_view words : kPeriods)
        periods.push_back({.label = words});
    const auto weeks = std::find(kWeeks.begin(), kWeeks.end(), choices.weeks);
    int period = choices.all_of_it       ? kAllOfIt
                 : weeks != kWeeks.end() ? static_cast<int>(weeks - kWeeks.begin())
                                         : kNoChoice;
    if (choice("period", period, periods,
               {.placeholder = std::to_string(choices.weeks) + " weeks",
                .name = "Period",
                .icon = icons::kCalendar,
                .width = kPeriod * s.scale})) {
        choices.all_of_it = period == kAllOfIt;
        if (!choices.all_of_it) choices.weeks = kWeeks[static_cast<std::size_t>(period)];
    }
    ImGui::SameLine(0, s.sm);
    std::optional<std::chrono::year_month_day> until;
    if (choices.until) until = to_ymd(*choices.until);
    if (date_field("until", until,
                   {.placeholder = "until today",
                    .name = "Last day of the period",
                    .width = kUntil * s.scale},
                   to_ymd(context.zone().day(context.now())))
            .changed) {
        choices.until = until ? std::optional(to_day(*until)) : std::nullopt;
    }
}

void FlowView::State::draw_choices() {
    const Sizes& s = sizes();
    const std::array<ChoiceItem, 4> classes{{{.label = "Standard", .icon = icons::kStandard},
                                             {.label = "Fixed date", .icon = icons::kFixedDate},
                                             {.label = "Expedite", .icon = icons::kExpedite},
                                             {.label = "Intangible", .icon = icons::kIntangible}}};
    int chosen = choices.service_class ? static_cast<int>(*choices.service_class) : kNoChoice;
    if (choice(
            "class", chosen, classes,
            {.placeholder = "All classes", .name = "Class of service", .width = kClass * s.scale},
            "All classes")) {
        choices.service_class =
            chosen < 0 ? std::nullopt : std::optional(static_cast<model::ServiceClass>(chosen));
    }
    ImGui::SameLine(0, s.sm);
    const std::array<ChoiceItem, 2> counts{{{.label = "Calendar"}, {.label = "Working"}}};
    int counted = choices.working_days ? 1 : 0;
    if (segmented("days", counted, counts, {.name = "Days counted", .width = kDays * s.scale}))
        choices.working_days = counted == 1;
}

void FlowView::State::draw_filter(Context& context) {
    if (context.filter().query.empty()) return;
    const std::string words = "Filter: " + context.filter().query;
    if (removable_chip(
            "filter", words,
            {.tone = filter_error.empty() ? Tone::Accent : Tone::Danger, .icon = icons::kFilter}))
        context.filter().query.clear();
    if (!filter_error.empty()) {
        ImGui::SameLine(0, sizes().sm);
        paragraph(filter_error, tone_style(Tone::Danger, text_size::kSmall));
    }
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
    if (!picture.has_started && context.filter().query.empty() && !choices.service_class) {
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

void FlowView::State::draw_parts() {
    const std::array items{
        TabItem{.id = "tab:charts", .label = "Charts", .icon = icons::kChart},
        TabItem{.id = "tab:figures", .label = "All figures", .icon = icons::kGauge},
    };
    int selected = static_cast<int>(shown);
    if (tabs("flow-tabs", selected, items)) shown = static_cast<Part>(selected);
}

void FlowView::State::draw_overview(Context& context) {
    const std::span<const report::ChartKind> kinds = report::chart_kinds();
    for (std::size_t begin = 0; begin < kinds.size();) {
        std::size_t end = begin + 1;
        while (end < kinds.size() && kinds[end].group == kinds[begin].group)
            ++end;
        draw_group(context, kinds.subspan(begin, end - begin));
        begin = end;
    }
    gap(sizes().lg);
}

void FlowView::State::draw_group(Context& context, std::span<const report::ChartKind> kinds) {
    const float gap_x = sizes().md;
    const float room = width_left();
    const int fit =
        std::clamp(static_cast<int>((room + gap_x) / (430.0f * sizes().scale + gap_x)), 1, 4);
    const float width =
        std::floor((room - static_cast<float>(fit - 1) * gap_x) / static_cast<float>(fit));
    gap(sizes().sm);
    section_header(kinds.front().group);
    const auto per_row = static_cast<std::size_t>(fit);
    float height = 0.0f;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (i % per_row == 0) {  // all of a row are as high as the highest
            height = picture_height(nullptr);
            for (std::size_t k = i; k < std::min(i + per_row, kinds.size()); ++k) {
                const auto found = charts.find(kinds[k].name);
                if (found != charts.end())
                    height = std::max(height, picture_height(&found->second.chart));
            }
        } else {
            ImGui::SameLine(0, gap_x);
        }
        // What is scrolled away keeps its place and is not computed.
        const bool visible = ImGui::IsRectVisible({width, cell_height(height)});
        const report::Chart* chart = visible ? chart_of(kinds[i]) : nullptr;
        if (draw_cell(context, kinds[i], chart, width, height)) large = &kinds[i];
    }
}

}  // namespace throughline::gui::flow_screen
