// The track record: how often forecasts would have been right, and how good those were that people
// were told.
#include "app/gui/outlook/outlook_state.h"
#include "app/gui/palette/chart_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::outlook {
namespace {

constexpr float kPicture = 300.0f;  // unscaled

Tone tone_of(flow::Calibration calibration) {
    switch (calibration) {
        case flow::Calibration::NotEnough: return Tone::Neutral;
        case flow::Calibration::Fine: return Tone::Success;
        case flow::Calibration::Overconfident: return Tone::Danger;
        case flow::Calibration::Cautious: return Tone::Warning;
    }
    return Tone::Neutral;
}

const char* icon_of(flow::Calibration calibration) {
    switch (calibration) {
        case flow::Calibration::NotEnough: return icons::kHelp;
        case flow::Calibration::Fine: return icons::kCheckCircle;
        case flow::Calibration::Overconfident: return icons::kAlertCircle;
        case flow::Calibration::Cautious: return icons::kAlert;
    }
    return nullptr;
}

constexpr std::array kBacktestColumns{
    TableColumn{.title = "Forecast", .weight = 1.4f, .sortable = false},
    TableColumn{.title = "Level", .width = 64.0f, .align = Align::Right, .sortable = false},
    TableColumn{.title = "Right", .width = 92.0f, .align = Align::Right, .sortable = false},
    TableColumn{.title = "Fine would be",
                .width = 120.0f,
                .align = Align::Right,
                .sortable = false,
                .help = "The hits that a forecast which means what it says gets in 90% of cases"},
    TableColumn{.title = "In practice", .width = 100.0f, .align = Align::Right, .sortable = false},
    TableColumn{.title = "Verdict", .weight = 1.2f, .sortable = false},
    TableColumn{.title = "Skill",
                .width = 72.0f,
                .align = Align::Right,
                .sortable = false,
                .help = "Above 0: better than \"as in the last 4 weeks\""}};

void backtest_cell(const BacktestAnswer& answer, int i, int column) {
    const auto at = static_cast<std::size_t>(i);
    const BacktestRow& row = answer.rows[at];
    switch (column) {
        case 0:
            table_text(at > 0 && answer.rows[at - 1].forecast == row.forecast ? "" : row.forecast);
            break;
        case 1: table_text(row.level); break;
        case 2: table_text(row.hits); break;
        case 3: table_text(row.fine); break;
        case 4: table_text(row.practice); break;
        case 5:
            centre_in_row(sizes().chip);
            chip(flow::to_text(row.calibration),
                 {.tone = tone_of(row.calibration), .icon = icon_of(row.calibration)});
            break;
        default: table_text(row.skill); break;
    }
}

void draw_verdict(const BacktestAnswer& answer) {
    std::vector<std::string> rest(answer.verdict.begin() + 1, answer.verdict.end());
    const std::string words = join(rest, "\n");
    (void)notice("verdict", {.tone = !answer.is_enough ? Tone::Info
                                     : answer.is_kept  ? Tone::Success
                                                       : Tone::Warning,
                             .title = answer.verdict.front(),
                             .text = words});
}

Tone tone_of(ToldRow::State state) {
    switch (state) {
        case ToldRow::State::Open: return Tone::Neutral;
        case ToldRow::State::Right: return Tone::Success;
        case ToldRow::State::Wrong: return Tone::Danger;
    }
    return Tone::Neutral;
}

const char* icon_of(ToldRow::State state) {
    switch (state) {
        case ToldRow::State::Open: return icons::kHourglass;
        case ToldRow::State::Right: return icons::kCheckCircle;
        case ToldRow::State::Wrong: return icons::kAlertCircle;
    }
    return nullptr;
}

constexpr std::array kToldColumns{
    TableColumn{.title = "Told on", .width = 110.0f, .sortable = false},
    TableColumn{.title = "Who", .width = 140.0f, .sortable = false},
    TableColumn{.title = "What", .weight = 1.3f, .sortable = false},
    TableColumn{.title = "Promise", .weight = 1.3f, .sortable = false},
    TableColumn{.title = "How it went", .weight = 1.3f, .sortable = false}};

void told_cell(const ToldRow& row, int column) {
    switch (column) {
        case 0: table_text(row.when); break;
        case 1: table_text(row.who); break;
        case 2: table_text(row.what); break;
        case 3: table_text(row.promise); break;
        default:
            centre_in_row(sizes().chip);
            chip(row.outcome, {.tone = tone_of(row.state),
                               .icon = icon_of(row.state),
                               .max_width = width_left()});
            break;
    }
}

}  // namespace

void OutlookView::State::draw_backtest(Context& context) {
    const BacktestAsked question = backtest_asked();
    backtest.refresh(context, question, [&] {
        Passing passing = passing_cards(context, question.query);
        filter_error = passing.error;
        return [question, filter = passing.filter()](const flow::Flow& flow) {
            return make_backtest(flow, question, filter);
        };
    });
    paragraph(
        "Every past week is forecast anew, with only what was known then, and compared with "
        "what came true. A level means what it says when it was right about as often.",
        muted_style());
    const BacktestAnswer* answer = backtest.answer();
    if (answer == nullptr) {
        skeleton_lines(5);
        return;
    }
    if (draw_missing("no-backtest", answer->missing)) return;
    ImGui::BeginChild("backtest", {0, 0}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    draw_verdict(*answer);
    if (answer->best_window != asked.weeks) {
        const std::string words =
            "Use " + plural(answer->best_window, "week", "weeks") + ", which would have lost least";
        if (button("best-window", words, {.size = ButtonSize::Small, .icon = icons::kHistory}))
            later.emplace_back(
                [this, weeks = answer->best_window](Context&) { asked.weeks = weeks; });
    }
    if (answer->chart) {
        begin_panel("calibration", {0, (kPicture + 40.0f) * sizes().scale});
        palette::draw_live(context, *answer->chart, kPicture);
        end_panel();
    }
    TableSort none;
    (void)table(
        "backtest-rows", kBacktestColumns, static_cast<int>(answer->rows.size()), none,
        [&](int row, int column) { backtest_cell(*answer, row, column); },
        [&](int row) {
            const BacktestRow& one = answer->rows[static_cast<std::size_t>(row)];
            return one.forecast + " " + one.level;
        },
        {.height = -1.0f});
    ImGui::EndChild();
}

void OutlookView::State::draw_told(Context& context) {
    told.refresh(context, 0, [&] {
        return [inputs = told_inputs(context)](const flow::Flow& flow) {
            return make_told(flow, inputs);
        };
    });
    paragraph("Forecasts that somebody was told, each scored when its day has come.",
              muted_style());
    const ToldAnswer* answer = told.answer();
    if (answer == nullptr) {
        skeleton_lines(3);
        return;
    }
    if (answer->rows.empty()) {
        const std::array<NoticeAction, 1> actions{
            {{.id = "ask", .label = "Make a forecast", .kind = ButtonKind::Primary}}};
        if (empty_state("none-told",
                        {.icon = icons::kComment,
                         .title = "No forecast was told yet",
                         .text = "\"Tell this forecast\" keeps what you say to people, and scores "
                                 "it when its day has come.",
                         .actions = actions}) == 0)
            part = Part::Forecast;
        return;
    }
    if (answer->hits.empty()) {
        text("None is due yet; " + std::to_string(answer->open) + " open.", body_style());
    } else {
        for (const std::string& words : answer->hits) {
            chip(words, {.outlined = true});
            ImGui::SameLine(0, sizes().sm);
        }
        text(std::to_string(answer->open) + " open", muted_style());
    }
    TableSort none;
    (void)table(
        "told-rows", kToldColumns, static_cast<int>(answer->rows.size()), none,
        [&](int row, int column) {
            told_cell(answer->rows[static_cast<std::size_t>(row)], column);
        },
        [&](int row) {
            return "told:" + std::to_string(answer->rows[static_cast<std::size_t>(row)].id.value);
        });
}

}  // namespace throughline::gui::outlook
