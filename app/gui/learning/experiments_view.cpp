// Experiments: the list, and the figures of both paths of the chosen one beside each other.
#include "app/gui/learning/experiment_words.h"
#include "app/gui/learning/learning_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

namespace throughline::gui::learning {
namespace {

constexpr int kMostRows = 5;
constexpr float kLabelWidth = 260.0f;
constexpr float kValueWidth = 170.0f;

void draw_figures(const flow::ExperimentReading& reading) {
    const auto line = [](std::string_view label, const std::string& usual, const std::string& tried,
                         const TextStyle& style) {
        const float left = ImGui::GetCursorPosX();
        text(label, style.weight == Weight::Semibold ? style : muted_style());
        ImGui::SameLine(left + kLabelWidth * sizes().scale);
        text(usual, style);
        ImGui::SameLine(left + (kLabelWidth + kValueWidth) * sizes().scale);
        text(tried, style);
    };
    line("", "Usual path", "Path tried", {.weight = Weight::Semibold});
    for (const FigureLine& one : figure_lines(reading))
        line(one.label, one.usual, one.tried, {});
}

void draw_verdict(const char* id, std::string_view title, flow::Finding finding,
                  const std::string& words) {
    const Tone tone = finding == flow::Finding::Ahead    ? Tone::Success
                      : finding == flow::Finding::Behind ? Tone::Warning
                                                         : Tone::Info;
    (void)notice(id, {.tone = tone, .title = title, .text = words});
    gap(sizes().sm);
}

// A path leads to its cards on the board.
void draw_path(Context& context, const char* id, std::string_view label, const std::string& path) {
    text(label, caption_style());
    ImGui::SameLine(0.0f, sizes().sm);
    if (link(id, path, "Show its cards on the board")) {
        context.filter().query = path;
        context.go(Screen::Board);
    }
}

}  // namespace

void LearningView::State::draw_experiments(Context& context) {
    experiments.draw(context, editor,
                     {.most_rows = kMostRows,
                      .empty = "Say what you expect, name the cards of both paths by a filter, "
                               "and the figures come by themselves."});
    const model::Experiment* row =
        context.workspace().find(model::ExperimentId{experiments.selected()});
    if (row == nullptr && !experiments.list().rows().empty()) {
        experiments.select(experiments.list().rows().front().id);
        return;
    }
    if (row == nullptr) return;
    gap(sizes().lg);
    section_header(model::key_of(*row) + " " + row->title);
    paragraph(row->hypothesis);
    gap(sizes().xs);
    text("Measure: " + row->measure, muted_style());
    draw_path(context, "usual-path", "Usual path", row->usual_path);
    draw_path(context, "other-path", "Path tried", row->other_path);
    gap(sizes().md);
    const LearningFigures* now = figures.figures();
    if (now == nullptr || now->experiment != row->id || !now->reading) {
        skeleton_lines(5);
        return;
    }
    if (!now->problem.empty()) {
        (void)notice("path-problem", {.tone = Tone::Danger,
                                      .title = "A path's filter cannot be read: " + now->problem,
                                      .remedy = "Change the experiment."});
        return;
    }
    const flow::ExperimentReading& reading = *now->reading;
    text(period_words(reading), {.weight = Weight::Semibold});
    gap(sizes().sm);
    draw_figures(reading);
    gap(sizes().md);
    draw_verdict("cycle-verdict", cycle_title(reading.cycle_time.finding),
                 reading.cycle_time.finding, cycle_words(reading));
    draw_verdict("rework-verdict", rework_title(reading.rework.finding), reading.rework.finding,
                 rework_words(reading));
    paragraph(caveat_words(reading), muted_style());
    if (row->result.empty()) return;
    gap(sizes().md);
    text("Result: " + records::choice_words(model::name_of(row->state)), caption_style());
    paragraph(row->result);
}

}  // namespace throughline::gui::learning
