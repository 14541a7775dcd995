// The table of the screen's actions and keys. A key is listened to in its stage only.
#include "app/gui/palette/actions.h"
#include "app/gui/reviews/reviews_state.h"
#include "app/gui/theme/icons.h"
#include "core/base/week.h"
#include "core/report/monthly.h"

#include <array>
#include <utility>

namespace throughline::gui::reviews {
namespace {

using Kind = Target::Kind;
using Promised = model::CommitmentState;

using Run = std::function<void(Context&)>;
using May = std::function<bool(Context&)>;

// Adds the actions of one stage.
struct Table {
    palette::Actions& actions;
    ReviewsView::State* state;
    Stage stage;

    void add(const char* id, const char* title, std::vector<std::string> keys, Run run,
             May possible = {}, bool repeats = false) const {
        actions.add({.id = std::string("reviews.") + id,
                     .title = title,
                     .section = "Review",
                     .shortcuts = std::move(keys),
                     .keywords = "meeting review",
                     .enabled =
                         [state = state, stage = stage, possible](Context& c) {
                             return state->stage(c) == stage && (!possible || possible(c));
                         },
                     .keys_when = [state = state,
                                   stage = stage](Context& c) { return state->listens(c, stage); },
                     .repeats = repeats,
                     .in_palette = !repeats,
                     .run = std::move(run)});
    }
    // On the chosen line.
    May on(Kind kind) const {
        return [state = state, kind](Context&) {
            const Line* line = state->chosen();
            return line != nullptr && line->target.kind == kind;
        };
    }
    void add_cursor(const char* open, const char* down, const char* up) const {
        ReviewsView::State* s = state;
        add(
            open, "Open", {"Enter"},
            [s](Context& c) {
                if (const Line* line = s->chosen()) s->open_target(c, Target(line->target));
            },
            [s](Context&) { return s->chosen() != nullptr; });
        add(
            down, "Next line", {"Down"}, [s](Context&) { s->move_cursor(1); }, {}, true);
        add(
            up, "Line before", {"Up"}, [s](Context&) { s->move_cursor(-1); }, {}, true);
    }
};

void ask_request_of_line(ReviewsView::State& state) {
    state.request.ask({state.chosen()->target.id});
}

void add_running(palette::Actions& actions, ReviewsView::State* s) {
    const Table table{actions, s, Stage::Running};
    table.add("next", "Next", {"Space", "Right"},
              [s](Context& c) { s->go_to(c, s->place(c)->stop + 1); });
    table.add("back", "Back", {"Left"}, [s](Context& c) {
        const std::size_t stop = s->place(c)->stop;
        if (stop > 0) s->go_to(c, stop - 1);
    });
    table.add_cursor("line-open", "line-down", "line-up");
    table.add("note", "Note", {"N"}, [s](Context& c) { s->writing.ask_note(s->written_about(c)); });
    table.add("decision", "Decision", {"D"}, [s](Context& c) { s->add_decision(c); });
    table.add("action", "Action", {"A"}, [s](Context& c) { s->add_action(c); });
    table.add("commitment", "Commitment", {"C"},
              [s](Context& c) { s->writing.ask_commitment(s->written_about(c)); });
    table.add(
        "kept", "Kept", {"K"}, [s](Context& c) { s->answer(c, Promised::Kept); },
        table.on(Kind::Commitment));
    table.add(
        "missed", "Missed", {"M"}, [s](Context& c) { s->answer(c, Promised::Missed); },
        table.on(Kind::Commitment));
    table.add(
        "dropped", "Dropped", {"X"}, [s](Context& c) { s->answer(c, Promised::Dropped); },
        table.on(Kind::Commitment));
    table.add(
        "request", "Request", {"R"}, [s](Context&) { ask_request_of_line(*s); },
        table.on(Kind::Action));
    table.add(
        "remove-note", "Remove note", {"Delete"},
        [s](Context& c) {
            const model::NoteId note{s->chosen()->target.id};
            (void)c.run_with_undo(rules::RemoveNote{note}, "Note removed");
        },
        table.on(Kind::Note));
    table.add("full", "Full screen", {"F"}, [s](Context&) { s->full_screen = !s->full_screen; });
    table.add("end", "End", {"E"}, [s](Context& c) { s->end(c); });
    table.add("leave", "Leave", {"Esc"}, [s](Context& c) { s->leave_meeting(c); });
}

void add_ended(palette::Actions& actions, ReviewsView::State* s) {
    const Table table{actions, s, Stage::Ended};
    table.add("publish", "Publish", {"P"}, [s](Context&) {
        s->refusal.reset();
        s->wants_dialog = "review-publish";
    });
    table.add("copy", "Copy", {"C"}, [s](Context& c) {
        c.copy_text(s->markdown(c));
        c.toast({.tone = ToastRequest::Tone::Success, .text = "Copied as Markdown"});
    });
    table.add_cursor("open-line", "down-line", "up-line");
    table.add(
        "ask-request", "Request", {"R"}, [s](Context&) { ask_request_of_line(*s); },
        table.on(Kind::Action));
    table.add(
        "report", "Monthly report", {"G"}, [s](Context& c) { c.open_report(s->opened(c)->period); },
        [s](Context& c) { return is_month(s->opened(c)->period); });
    table.add("full-ended", "Full screen", {"F"},
              [s](Context&) { s->full_screen = !s->full_screen; });
    table.add("close", "Close", {"Esc"}, [s](Context& c) { s->leave_meeting(c); });
}

// Keys of the row chosen in the log of decisions or of actions.
void add_log(palette::Actions& actions, ReviewsView::State* s) {
    const auto chosen = [s]() -> Target {
        return s->part == Part::Decisions ? Target{Kind::Decision, s->decisions.selected()}
                                          : Target{Kind::Action, s->action_items.selected()};
    };
    const auto add = [&](const char* id, const char* title, const char* key, Run run) {
        actions.add(
            {.id = std::string("reviews.") + id,
             .title = title,
             .section = "Decisions and actions",
             .shortcuts = {key},
             .enabled = [s, chosen](Context& c) { return s->log_listens(c) && chosen().id != 0; },
             .keys_when = [s](Context& c) { return s->log_listens(c); },
             .run = std::move(run)});
    };
    add("log-done", "Executed or done", "E",
        [s, chosen](Context& c) { s->close_record(c, chosen()); });
    add("log-drop", "Drop with a reason", "X", [s, chosen](Context&) { s->ask_drop(chosen()); });
    add("log-then", "Board as it was at the decision", "T", [chosen](Context& c) {
        if (const auto* one = c.workspace().find(model::DecisionId{chosen().id}))
            c.travel_to(one->at);
    });
    add("log-meeting", "The meeting it comes from", "M", [chosen](Context& c) {
        const model::Workspace& workspace = c.workspace();
        const auto* decision = workspace.find(model::DecisionId{chosen().id});
        const auto* action = workspace.find(model::ActionItemId{chosen().id});
        for (const model::Meeting& one : workspace.rows<model::Meeting>()) {
            const bool is_it = (decision != nullptr && decision->meeting == one.id) ||
                               (action != nullptr && action->source == rules::source_of(one));
            if (is_it) return c.open_meeting(one.id);
        }
    });
    add("log-request", "Make a request of the action", "R",
        [s, chosen](Context&) { s->request.ask({chosen().id}); });
}

void add_everywhere(palette::Actions& actions, ReviewsView::State* s) {
    const auto add = [&](std::string id, std::string title, const char* icon, const char* keywords,
                         Run run) {
        actions.add({.id = std::move(id),
                     .title = std::move(title),
                     .section = "Reviews",
                     .icon = icon,
                     .keywords = keywords,
                     .run = std::move(run)});
    };
    for (const model::MeetingKind kind :
         {model::MeetingKind::Replenishment, model::MeetingKind::WeeklySync,
          model::MeetingKind::MonthlyReview, model::MeetingKind::QuarterlyPlanning,
          model::MeetingKind::AnnualStrategy}) {
        add("reviews.start." + std::string(model::name_of(kind)),
            "Start: " + std::string(report::title_of(kind)), icons::kPlay,
            "meeting review sync begin mbr", [s, kind](Context& context) {
                context.go(Screen::Reviews);
                s->ask_start(context, kind);
            });
    }
    add("reviews.add-decision", "Add a decision", icons::kBalance, "log decide",
        [s](Context& context) {
            context.go(Screen::Reviews);
            if (s->stage(context) == Stage::None) s->part = Part::Decisions;
            s->add_decision(context);
        });
    add("reviews.add-action", "Add an action", icons::kChecklist, "to do task follow up",
        [s](Context& context) {
            context.go(Screen::Reviews);
            if (s->stage(context) == Stage::None) s->part = Part::Actions;
            s->add_action(context);
        });
    static constexpr std::array kParts{std::pair{"decisions", "Decision log"},
                                       std::pair{"actions", "Action log"},
                                       std::pair{"agendas", "Agendas of the meetings"}};
    for (const auto& [id, title] : kParts) {
        add("reviews.show." + std::string(id), title, icons::kList, "review meeting",
            [part = std::string(id)](Context& context) { context.open_reviews(part); });
    }
}

}  // namespace

void ReviewsView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    state->actions = &actions;
    add_everywhere(actions, state);
    add_running(actions, state);
    add_ended(actions, state);
    add_log(actions, state);
}

}  // namespace throughline::gui::reviews
