// What the keys of the standup do, and the table of them.
#include "app/gui/standup/state.h"
#include "app/gui/theme/icons.h"
#include "core/rules/board_commands.h"

#include <algorithm>

namespace throughline::gui::standup {

void StandupView::State::start(Context& context) {
    if (meeting) {
        stage = Stage::Walk;
    } else if (context.run(rules::StartMeeting{model::MeetingKind::Standup, present(context)})) {
        meeting = running_standup(context.workspace())->id;
        stage = Stage::Walk;
    } else {
        return;
    }
    focus(context, at);
}

void StandupView::State::finish(Context& context) {
    if (!meeting || !context.run(rules::EndMeeting{meeting})) return;
    stage = Stage::Summary;
    compare_with_last(context);
}

void StandupView::State::focus(Context& context, std::size_t stop) {
    at = stop;
    focus_since = context.now();
    to_come = walk.stops.size() - std::min(stop, walk.stops.size());
}

void StandupView::State::next(Context& context) {
    if (at + 1 < walk.stops.size()) focus(context, at + 1);
}

void StandupView::State::back(Context& context) {
    if (at > 0) {
        focus(context, at - 1);
    } else {
        stage = Stage::Overview;
    }
}

void StandupView::State::ask(const char* dialog) {
    save_failure.clear();
    wants_dialog = dialog;
}

std::vector<Promise> StandupView::State::promises(Context& context) const {
    return promises_due(context.workspace(), find_meeting(context), context.zone(), context.now(),
                        opened_at);
}

void StandupView::State::move_promise(Context& context, int by) {
    const std::size_t count = promises(context).size();
    if (count == 0) return;
    const std::size_t here = std::min(promise_at, count - 1);
    promise_at = (by > 0 ? here + 1 : here + count - 1) % count;
}

void StandupView::State::keep_promise(Context& context) {
    const auto list = promises(context);
    if (promise_at >= list.size()) return;
    const bool kept = list[promise_at].state == model::CommitmentState::Kept;
    (void)context.run(rules::CloseCommitment{
        list[promise_at].id, kept ? model::CommitmentState::Open : model::CommitmentState::Kept,
        ""});
}

void StandupView::State::ask_promise(Context& context, model::CommitmentState answer) {
    const auto list = promises(context);
    if (promise_at >= list.size()) return;
    writing.ask_answer(list[promise_at].id, answer);
}

// What was begun goes on for everybody; who leaves it is told how to come back.
void StandupView::State::step_out(Context& context) {
    open = false;
    const model::Meeting* held = find_meeting(context);
    if (held == nullptr || held->ended_at) return;
    context.toast({.tone = ToastRequest::Tone::Info,
                   .text = "Standup " + model::key_of(*held) + " goes on. It ends with E.",
                   .action = "Back to it",
                   .on_action = [&context] { context.open_standup(); }});
}

void StandupView::State::copy_summary(Context& context) {
    context.copy_text(to_text(summary(context), SummaryForm::Text));
}

void StandupView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    state->actions = &actions;
    actions.add({.id = "standup.open",
                 .title = "Standup",
                 .section = "Board",
                 .icon = icons::kMonitor,
                 .shortcuts = {"Ctrl+Shift+S"},
                 .keywords = "daily meeting walk the board full screen",
                 .run = [](Context& context) { context.open_standup(); }});
    const auto add = [&](const char* id, const char* title, std::vector<std::string> keys,
                         Stage stage, std::function<void(Context&)> run,
                         std::function<bool()> possible = {}) {
        actions.add({.id = std::string("standup.") + id,
                     .title = title,
                     .section = "Standup",
                     .shortcuts = std::move(keys),
                     .keywords = "standup",
                     .enabled =
                         [state, stage, possible](Context&) {
                             return state->open && state->stage == stage &&
                                    (!possible || possible());
                         },
                     .keys_when = [state, stage](Context&) { return state->listens(stage); },
                     .run = std::move(run)});
    };
    const auto on_card = [state] { return static_cast<bool>(state->card()); };
    const auto act = [state](palette::CardAct what) {
        return [state, what](Context&) { state->acts.ask(what, {state->card()}); };
    };
    using Promised = model::CommitmentState;
    add("start", "Start", {"Space", "Right"}, Stage::Overview,
        [state](Context& c) { state->start(c); });
    add(
        "present", "Who is here", {"P"}, Stage::Overview,
        [state](Context&) { state->ask("standup-present"); }, [state] { return !state->meeting; });
    add("promise-down", "Next commitment", {"Down"}, Stage::Overview,
        [state](Context& c) { state->move_promise(c, 1); });
    add("promise-up", "Commitment before", {"Up"}, Stage::Overview,
        [state](Context& c) { state->move_promise(c, -1); });
    add("kept", "Kept", {"K"}, Stage::Overview, [state](Context& c) { state->keep_promise(c); });
    add("missed", "Missed", {"M"}, Stage::Overview,
        [state](Context& c) { state->ask_promise(c, Promised::Missed); });
    add("dropped", "Dropped", {"D"}, Stage::Overview,
        [state](Context& c) { state->ask_promise(c, Promised::Dropped); });
    add("next", "Next", {"Space", "Right"}, Stage::Walk, [state](Context& c) { state->next(c); });
    add("back", "Back", {"Left"}, Stage::Walk, [state](Context& c) { state->back(c); });
    add("block", "Blocker", {"B"}, Stage::Walk, act(palette::CardAct::Block), on_card);
    add("unblock", "Unblock", {"U"}, Stage::Walk, act(palette::CardAct::Unblock),
        [state] { return state->stop() != nullptr && state->stop()->blocked; });
    add("note", "Note", {"N"}, Stage::Walk,
        [state](Context& c) { state->writing.ask_note(state->subject(c)); });
    add("commitment", "Commitment", {"C"}, Stage::Walk,
        [state](Context& c) { state->writing.ask_commitment(state->subject(c)); });
    add(
        "card", "Open card", {"Enter"}, Stage::Walk,
        [state](Context& c) { c.open_card(state->card()); }, on_card);
    add("end", "End", {"E"}, Stage::Walk, [state](Context& c) { state->finish(c); });
    add("copy", "Copy", {"C"}, Stage::Summary, [state](Context& c) { state->copy_summary(c); });
    add("save", "Save", {"S"}, Stage::Summary, [state](Context&) { state->ask("standup-save"); });
    for (const auto& [id, stage] :
         {std::pair{"leave-overview", Stage::Overview}, std::pair{"leave", Stage::Walk},
          std::pair{"close", Stage::Summary}}) {
        add(id, stage == Stage::Summary ? "Close" : "Leave", {"Esc"}, stage,
            [state](Context& c) { state->step_out(c); });
    }
    add(
        "end-overview", "End", {"E"}, Stage::Overview, [state](Context& c) { state->finish(c); },
        [state] { return static_cast<bool>(state->meeting); });
}

}  // namespace throughline::gui::standup
