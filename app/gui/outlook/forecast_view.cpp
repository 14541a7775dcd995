// The question, its answer level by level, the picture of it, and telling it to somebody.
#include "app/gui/context/civil_dates.h"
#include "app/gui/outlook/outlook_state.h"
#include "app/gui/palette/chart_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::outlook {
namespace {

constexpr double kMostCards = 10'000;
constexpr float kQuestion = 250.0f;  // unscaled widths
constexpr float kField = 190.0f;
constexpr float kAnswer = 470.0f;
constexpr float kTwoColumns = 980.0f;

void level_table(const ForecastAnswer& answer) {
    std::vector<TableColumn> columns{{.title = "Sure", .width = 60.0f, .sortable = false},
                                     {.title = "Answer", .weight = 1.0f, .sortable = false}};
    const bool has_split = !answer.rows.front().split.empty();
    if (!answer.growth.empty())
        columns.push_back(
            {.title = "With growth", .weight = 1.0f, .sortable = false, .help = answer.growth});
    TableSort none;
    (void)table(
        "levels", columns, static_cast<int>(answer.rows.size()), none,
        [&](int i, int column) {
            const LevelRow& row = answer.rows[static_cast<std::size_t>(i)];
            if (column == 0) {
                text(std::to_string(row.percent) + "%", {.weight = Weight::Semibold});
                return;
            }
            ImGui::BeginGroup();
            ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, sizes().xxs});
            text_ellipsis(column == 1 ? row.answer : row.growing, body_style());
            if (column == 1 && has_split) text_ellipsis(row.split, caption_style());
            ImGui::PopStyleVar();
            ImGui::EndGroup();
        },
        [&](int i) {
            return "level:" + std::to_string(answer.rows[static_cast<std::size_t>(i)].percent);
        },
        {.height = -1.0f, .row_height = has_split ? sizes().row + sizes().sm : 0.0f});
}

}  // namespace

void OutlookView::State::draw_question(Context& context, const ForecastAnswer* answer) {
    const Sizes& s = sizes();
    const std::array<ChoiceItem, 2> questions{{{.label = "When"}, {.label = "How many"}}};
    int question = asked.question == flow::Question::When ? 0 : 1;
    if (segmented("question", question, questions,
                  {.label = "Question", .width = kQuestion * s.scale}))
        asked.question = question == 0 ? flow::Question::When : flow::Question::HowMany;
    ImGui::SameLine(0, s.md);
    const Day today = context.zone().day(context.now());
    if (asked.question == flow::Question::HowMany) {
        std::optional<std::chrono::year_month_day> until =
            to_ymd(asked.until.value_or(today + kDaysAhead));
        if (date_field("until", until, {.label = "Done by the end of", .width = kField * s.scale},
                       to_ymd(today))
                .changed) {
            asked.until = until ? std::optional(to_day(*until)) : std::nullopt;
        }
        return;
    }
    std::optional<double> cards;
    if (asked.cards) cards = *asked.cards;
    if (number_field("cards", cards,
                     {.label = "Cards, started ones too",
                      .placeholder = "all in process",
                      .width = kField * s.scale},
                     {.unit = "cards", .min = 1, .max = kMostCards}))
        asked.cards = cards ? std::optional(static_cast<int>(*cards)) : std::nullopt;
    ImGui::SameLine(0, s.md);
    const std::string measured = answer != nullptr && answer->measured_growth
                                     ? decimal(*answer->measured_growth, 2) + ", as before"
                                     : "as before";
    std::optional<double> growth = asked.growth;
    if (number_field("growth", growth,
                     {.label = "Added per card delivered",
                      .placeholder = measured,
                      .width = kField * s.scale},
                     {.decimals = 2, .min = 0, .max = 100, .step = 0.1}))
        asked.growth = growth;
}

void OutlookView::State::draw_forecast(Context& context) {
    const Sizes& s = sizes();
    forecast.refresh(context, asked, [&] {
        Passing passing = passing_cards(context, asked.query);
        filter_error = passing.error;
        return [asked = asked, filter = passing.filter()](const flow::Flow& flow) {
            return make_answer(flow, asked, filter);
        };
    });
    const ForecastAnswer* answer = forecast.answer();
    draw_question(context, answer);
    if (answer == nullptr) {
        skeleton_lines(5);
        return;
    }
    if (draw_missing("no-forecast", answer->missing)) return;
    const bool side_by_side = width_left() > kTwoColumns * s.scale;
    const float room = width_left();
    const float height = std::max(ImGui::GetContentRegionAvail().y, 380.0f * s.scale);
    const float width = side_by_side ? kAnswer * s.scale : room;
    begin_panel("answer", {width, side_by_side ? height : 0.0f});
    draw_answer(*answer, width);
    end_panel();
    if (side_by_side) ImGui::SameLine(0, s.md);
    begin_panel("picture", {0, height});
    if (answer->chart) {
        palette::draw_live(context, *answer->chart,
                           std::max(240.0f, ImGui::GetContentRegionAvail().y / s.scale));
    } else {
        draw_missing("no-picture",
                     report::Missing{"Not within ten years at this pace.", "Ask for fewer cards."});
    }
    end_panel();
}

void OutlookView::State::draw_answer(const ForecastAnswer& answer, float width) {
    const Sizes& s = sizes();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, s.sm});
    text_ellipsis(answer.title, heading_style(), width - 2.0f * s.lg);
    paragraph(answer.says);
    level_table(answer);
    for (const std::string& words : answer.warnings)
        (void)notice("thin", {.tone = Tone::Warning, .title = "Little to go by", .text = words});
    if (button("tell", "Tell this forecast",
               {.kind = ButtonKind::Primary,
                .icon = icons::kComment,
                .tooltip = "Keep it as told, and score it when its day has come"})) {
        Telling next{.record = *answer.record, .what = answer.title};
        for (const LevelRow& row : answer.rows)
            next.levels.push_back(std::to_string(row.percent) + "%: " + row.answer);
        tell(std::move(next));
    }
    ImGui::SameLine(0, s.sm);
    if (button("to-backtest", "How often right?",
               {.icon = icons::kBalance,
                .tooltip = "How often forecasts like this one would have been right"}))
        part = Part::Backtest;
    if (!answer.growth.empty())
        paragraph("With growth: " + answer.growth + ". What is told is of these cards alone.",
                  caption_style());
    for (const std::string& line : answer.basis)
        paragraph(line, caption_style());
    ImGui::PopStyleVar();
}

void OutlookView::State::tell(Telling next) {
    telling = std::move(next);
    wants_telling = true;
}

void OutlookView::State::draw_telling(Context& context) {
    if (std::exchange(wants_telling, false)) open_dialog("tell-forecast");
    if (!begin_dialog("tell-forecast",
                      {.title = "Tell this forecast",
                       .text = "It is kept as it is now. When its day has come it is scored, under "
                               "\"Told\", so that everybody sees what such forecasts are worth.",
                       .icon = icons::kComment,
                       .confirm = "Keep as told"}))
        return;
    const model::Person* me = context.workspace().find(context.desk().actor());
    if (begin_key_values("telling", 80.0f * sizes().scale)) {
        key_value("What", telling.what);
        for (const std::string& level : telling.levels)
            key_value("", level);
        key_value("Who", me == nullptr ? "nobody" : me->name.empty() ? me->handle : me->name);
        key_value("When", long_date(context.zone().day(context.now())));
        if (!telling.record.query.empty()) key_value("Of", telling.record.query);
        end_key_values();
    }
    if (!telling.failure.empty()) paragraph(telling.failure, tone_style(Tone::Danger));
    if (end_dialog() != DialogResult::Confirmed) return;
    const rules::Verdict verdict = context.run(telling.record, Context::At::Caller);
    if (!verdict) {
        telling.failure = rules::to_text(verdict.error());
        keep_dialog_open("tell-forecast");
        return;
    }
    context.toast({.tone = ToastRequest::Tone::Success,
                   .text = "Kept as told. It is listed under \"Told\".",
                   .action = {},
                   .on_action = {}});
}

}  // namespace throughline::gui::outlook
