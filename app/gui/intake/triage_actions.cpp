// The keys of triage, as rows of the table of actions.
#include "app/gui/intake/triage_view.h"
#include "app/gui/palette/actions.h"
#include "app/gui/theme/icons.h"

#include "imgui.h"

namespace throughline::gui::intake {
namespace {

constexpr const char* kSection = "Triage";

class Table {
public:
    Table(TriageScreen& screen, palette::Actions& actions) : screen_(screen), actions_(actions) {}

    void decision(const char* id, const char* title, const char* icon, const char* key,
                  Decision decision) {
        add({.id = id, .title = title, .section = kSection, .icon = icon, .shortcuts = {key}}, true,
            [decision](TriageScreen& screen, Context& context) {
                screen.begin(decision, context);
            });
    }
    void step(const char* id, const char* title, const char* key, const char* arrow, int by) {
        add({.id = id,
             .title = title,
             .section = kSection,
             .shortcuts = {key, arrow},
             .repeats = true,
             .in_palette = false},
            false, [by](TriageScreen& screen, Context&) { screen.model.select_next(by); });
    }
    void part(ScorePart part) {
        const ScorePartWords& words = words_of(part);
        add({.id = "triage.part-" + std::string(words.handle),
             .title = "Score " + std::string(words.name),
             .section = kSection,
             .shortcuts = {std::string(words.key)},
             .in_palette = false},
            true, [part](TriageScreen& screen, Context&) { screen.score.activate(part); });
    }
    void digit(int step) {
        const std::string number = std::to_string(step);
        add({.id = "triage.step-" + number,
             .title = "Give " + number,
             .section = kSection,
             .shortcuts = {std::string(digit_of_step(step))},
             .in_palette = false},
            true, [step](TriageScreen& screen, Context& context) {
                screen.score.set(screen.score.active(), step, context.now());
            });
    }
    void clear_part() {
        add({.id = "triage.clear-part",
             .title = "Empty this part of the score",
             .section = kSection,
             .shortcuts = {"Backspace"},
             .in_palette = false},
            true, [](TriageScreen& screen, Context& context) {
                screen.score.set(screen.score.active(), std::nullopt, context.now());
            });
    }

private:
    template <class Run>
    void add(palette::Action action, bool needs_right, Run run) {
        TriageScreen* screen = &screen_;
        // Drawn in this frame (the table is asked after drawing) or the one before it.
        const auto visible = [screen](Context&) {
            return screen->drawn_in >= 0 && ImGui::GetFrameCount() - screen->drawn_in <= 1;
        };
        action.keys_when = visible;
        action.enabled = [screen, visible, needs_right](Context& context) {
            return visible(context) && screen->model.selected_index() &&
                   (!needs_right || screen->why_not_triage(context).empty());
        };
        action.run = [screen, run](Context& context) { run(*screen, context); };
        actions_.add(std::move(action));
    }

    TriageScreen& screen_;
    palette::Actions& actions_;
};

}  // namespace

void add_triage_actions(TriageScreen& screen, palette::Actions& actions) {
    Table table(screen, actions);
    table.decision("triage.accept", "Accept request", icons::kCheck, "A", Decision::Accept);
    table.decision("triage.ask", "Ask the requester", icons::kHelp, "Q", Decision::Ask);
    table.decision("triage.decline", "Decline request", icons::kClose, "D", Decision::Decline);
    table.decision("triage.merge", "Merge request", icons::kBranch, "M", Decision::Merge);
    table.step("triage.next", "Next request", "J", "Down", 1);
    table.step("triage.previous", "Previous request", "K", "Up", -1);
    for (std::size_t i = 0; i < kScoreParts; ++i)
        table.part(static_cast<ScorePart>(i));
    for (const int step : kScoreSteps)
        table.digit(step);
    table.clear_part();
}

}  // namespace throughline::gui::intake
