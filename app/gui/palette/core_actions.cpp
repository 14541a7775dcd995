#include "app/gui/palette/core_actions.h"

#include "app/gui/theme/icons.h"

namespace throughline::gui::palette {
namespace {

void tell(Context& context, const rules::Verdict& verdict, const std::string& done) {
    if (verdict) {
        context.toast({.tone = ToastRequest::Tone::Success, .text = done});
    } else {
        context.toast(
            {.tone = ToastRequest::Tone::Warning, .text = rules::to_text(verdict.error())});
    }
}

void undo(Context& context) {
    const std::string title = context.desk().undo_title();
    tell(context, context.desk().undo(), "Undone: " + title);
}

void redo(Context& context) {
    const std::string title = context.desk().redo_title();
    tell(context, context.desk().redo(), "Done again: " + title);
}

Action go_to(const char* id, const char* title, const char* icon, const char* keys, Screen screen) {
    return {.id = id,
            .title = title,
            .section = "Go to",
            .icon = icon,
            .shortcuts = {keys},
            .keywords = "screen open show",
            .run = [screen](Context& context) { context.go(screen); }};
}

}  // namespace

void add_core_actions(Actions& actions) {
    actions.add({.id = "app.new-brief",
                 .title = "New brief",
                 .section = "Everywhere",
                 .icon = icons::kPlus,
                 .shortcuts = {"N", "Ctrl+N"},
                 .keywords = "request create quick capture card task",
                 .run = [](Context& context) { context.open_brief({}); }});
    actions.add({.id = "app.undo",
                 .title = "Undo",
                 .section = "Everywhere",
                 .icon = icons::kUndo,
                 .shortcuts = {"Ctrl+Z"},
                 .enabled = [](Context& context) { return !context.desk().undo_title().empty(); },
                 .run = undo});
    actions.add({.id = "app.redo",
                 .title = "Redo",
                 .section = "Everywhere",
                 .icon = icons::kRedo,
                 .shortcuts = {"Ctrl+Y", "Ctrl+Shift+Z"},
                 .enabled = [](Context& context) { return !context.desk().redo_title().empty(); },
                 .run = redo});
    actions.add(go_to("go.board", "Board", icons::kBoard, "Ctrl+1", Screen::Board));
    actions.add(go_to("go.intake", "Intake and triage", icons::kInbox, "Ctrl+2", Screen::Intake));
    actions.add(go_to("go.objectives", "Objectives", icons::kTarget, "Ctrl+3", Screen::Objectives));
    actions.add(go_to("go.flow", "Flow", icons::kChart, "Ctrl+4", Screen::Flow));
    actions.add(
        go_to("go.forecast", "Forecast and what-if", icons::kGauge, "Ctrl+5", Screen::Forecast));
    actions.add(go_to("go.alerts", "Alerts", icons::kBell, "Ctrl+6", Screen::Alerts));
    actions.add(go_to("go.history", "History", icons::kHistory, "Ctrl+7", Screen::History));
    actions.add(go_to("go.settings", "Settings", icons::kSettings, "Ctrl+,", Screen::Settings));
}

}  // namespace throughline::gui::palette
