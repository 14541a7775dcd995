#include "app/gui/outlook/outlook_view.h"

#include "app/gui/outlook/outlook_state.h"
#include "app/gui/palette/actions.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::gui::outlook {
namespace {

constexpr std::array kWeeks{4, 8, 12, 26, 52};
constexpr std::array<std::string_view, 5> kWeekWords{"4 weeks", "8 weeks", "12 weeks", "26 weeks",
                                                     "52 weeks"};
constexpr double kHighestSeed = 1e9;

}  // namespace

bool draw_missing(const char* id, const std::optional<report::Missing>& missing) {
    if (missing) {
        (void)empty_state(id,
                          {.icon = icons::kGauge, .title = missing->what, .text = missing->todo});
    }
    return missing.has_value();
}

void centre_in_row(float height) {
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (sizes().row - height) * 0.5f);
}

OutlookView::OutlookView() : state_(std::make_unique<State>()) {}
OutlookView::~OutlookView() = default;

bool OutlookView::is_busy() const {
    const State& state = *state_;
    return state.forecast.is_busy() || state.backtest.is_busy() || state.told.is_busy() ||
           state.promises.is_busy() || state.limits.is_busy() || state.run.is_busy();
}

void OutlookView::add_actions(palette::Actions& actions) {
    const auto go = [&](const char* id, const char* title, const char* icon, Part part) {
        actions.add({.id = id,
                     .title = title,
                     .section = "Forecast",
                     .icon = icon,
                     .run = [state = state_.get(), part](Context& context) {
                         state->part = part;
                         context.go(Screen::Forecast);
                     }});
    };
    go("forecast.when", "When will it be done, how many by then", icons::kGauge, Part::Forecast);
    go("forecast.objectives", "Will the objectives' cards be done", icons::kTarget,
       Part::Objectives);
    go("forecast.backtest", "How often forecasts were right", icons::kBalance, Part::Backtest);
    go("forecast.told", "Forecasts that were told", icons::kComment, Part::Told);
    go("forecast.what-if", "What other WIP limits would do", icons::kBranch, Part::WhatIf);
}

void OutlookView::draw(Context& context) {
    State& state = *state_;
    state.asked.query = context.filter().query;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().md, sizes().md});
    state.draw_head(context);
    state.draw_tabs();
    switch (state.part) {
        case Part::Forecast: state.draw_forecast(context); break;
        case Part::Objectives: state.draw_objectives(context); break;
        case Part::Backtest: state.draw_backtest(context); break;
        case Part::Told: state.draw_told(context); break;
        case Part::WhatIf: state.draw_what_if(context); break;
    }
    state.draw_telling(context);
    ImGui::PopStyleVar();
    for (const auto& act : std::exchange(state.later, {}))
        act(context);
}

void OutlookView::State::draw_head(Context& context) {
    const Sizes& s = sizes();
    screen_header("Forecast");
    const float width = (150.0f + 130.0f) * s.scale + s.sm;
    ImGui::SameLine();
    align_right(width);
    draw_history_choices();
    if (context.filter().query.empty()) {
        filter_error.clear();
        return;
    }
    if (removable_chip(
            "filter", "Filter: " + context.filter().query,
            {.tone = filter_error.empty() ? Tone::Accent : Tone::Danger, .icon = icons::kFilter}))
        context.filter().query.clear();
    if (!filter_error.empty()) {
        ImGui::SameLine(0, s.sm);
        paragraph(filter_error, tone_style(Tone::Danger, text_size::kSmall));
    }
}

void OutlookView::State::draw_history_choices() {
    const Sizes& s = sizes();
    std::vector<ChoiceItem> weeks;
    for (const std::string_view word : kWeekWords)
        weeks.push_back({.label = word, .note = "of history"});
    int week = static_cast<int>(std::ranges::find(kWeeks, asked.weeks) - kWeeks.begin());
    if (choice("history", week, weeks,
               {.name = "History", .icon = icons::kHistory, .width = 150.0f * s.scale}))
        asked.weeks = kWeeks[static_cast<std::size_t>(week)];
    ImGui::SameLine(0, s.sm);
    std::optional<double> seed = static_cast<double>(asked.seed);
    if (number_field("seed", seed, {.name = "Seed", .width = 130.0f * s.scale},
                     {.unit = "seed", .min = 0, .max = kHighestSeed}) &&
        seed)
        asked.seed = static_cast<std::uint64_t>(*seed);
}

void OutlookView::State::draw_tabs() {
    const std::array items{
        TabItem{.id = "tab:forecast", .label = "When and how many", .icon = icons::kGauge},
        TabItem{.id = "tab:objectives", .label = "Objectives", .icon = icons::kTarget},
        TabItem{.id = "tab:backtest", .label = "How often right", .icon = icons::kBalance},
        TabItem{.id = "tab:told", .label = "Told", .icon = icons::kComment},
        TabItem{.id = "tab:what-if", .label = "What-if", .icon = icons::kBranch},
    };
    int selected = static_cast<int>(part);
    if (tabs("outlook-tabs", selected, items)) part = static_cast<Part>(selected);
}

}  // namespace throughline::gui::outlook
