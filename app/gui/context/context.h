// What every screen is given each frame, and what it may ask of the rest of the window. Screens
// know no other screen: they ask by these calls, and the workbench carries it out.
#pragma once

#include "core/desk/live_desk.h"

#include <functional>
#include <optional>
#include <string>

namespace throughline::gui {

enum class Screen {
    Board,
    Intake,
    Objectives,
    Flow,
    Forecast,
    Alerts,
    History,
    Settings,
    Plan,
    Kpis,
    Inbox,
    Calendar,
    Reviews,
    Report,
    Learning
};

// What the board, the flow screen and search share. Kept per user beside the board, not in it.
struct FilterState {
    std::string query;  // in the words of core/model/query.h: "dri:ana class:expedite launch"
    std::string lanes;  // "", "objective", "dri", "class", "type", "bet"

    friend bool operator==(const FilterState&, const FilterState&) = default;
};

// How the window looks for this person; kept per user, not in the board.
struct Appearance {
    bool dark = false;
    bool high_contrast = false;
    double zoom = 1.0;  // 0.75 to 2, times the screen's own scale

    friend bool operator==(const Appearance&, const Appearance&) = default;
};

// A short message at the edge of the window; goes by itself.
struct ToastRequest {
    enum class Tone { Info, Success, Warning, Danger };
    Tone tone = Tone::Info;
    std::string text;
    std::string action;  // label of its button; "" for none
    std::function<void()> on_action;
};

class Context {
public:
    virtual ~Context() = default;

    virtual desk::LiveDesk& desk() = 0;
    const model::Workspace& workspace() { return desk().workspace(); }
    // The time of this frame; the minute it changes is a redraw.
    virtual Instant now() const = 0;
    virtual const Zone& zone() = 0;  // of the board

    virtual FilterState& filter() = 0;

    // A change shows with the next frame.
    virtual Appearance appearance() const { return {}; }
    virtual void set_appearance(const Appearance&) {}
    // Asks for a frame; to be called on any thread when work off the frame is done. May be empty.
    virtual std::function<void()> waker() const { return {}; }

    // Runs a command. On a refusal, shows it as a toast with the remedy unless `At::Caller`, who
    // then shows it at the place; either way it is returned.
    enum class At { Toast, Caller };
    virtual rules::Verdict run(const rules::Command& command, At at = At::Toast) = 0;
    // As run, and on success a toast "<done>" with an Undo button.
    virtual rules::Verdict run_with_undo(const rules::Command& command,
                                         const std::string& done) = 0;

    // Navigation; carried out after this frame.
    virtual void go(Screen screen) = 0;
    virtual void open_card(model::CardId card) = 0;           // card panel over the present screen
    virtual void open_request(model::RequestId request) = 0;  // intake, with this request chosen
    virtual void open_brief(
        model::TemplateVersionId version) = 0;  // the form; 0 asks for the template
    virtual void open_draft(std::int64_t draft) = 0;
    virtual void attach_brief(model::CardId card) = 0;  // the form for an imported card
    // A brief for this card was begun and not submitted; attach_brief goes on with it.
    virtual bool has_brief_draft(model::CardId) { return false; }
    virtual void open_settings(const std::string& section) = 0;  // "columns", "templates" ...
    virtual void open_objective(model::ObjectiveId objective) = 0;
    virtual void open_kpi(model::KpiId) {}
    // A chart of the flow (report::find_chart) over the 12 weeks until that day.
    virtual void open_chart(const std::string& name, Day until) { (void)name, (void)until; }
    // A meeting; a part of the reviews ("decisions", "actions" ...) with one record chosen.
    virtual void open_meeting(model::MeetingId) {}
    virtual void open_reviews(const std::string& part, std::int64_t record = 0) {
        (void)part, (void)record;
    }
    // The monthly report of "2026-10"; "" for the one that is due.
    virtual void open_report(const std::string& month) { (void)month; }
    // Risks, retros, registers ("risks", "retros" ...) with one record chosen.
    virtual void open_learning(const std::string& part, std::int64_t record = 0) {
        (void)part, (void)record;
    }
    // The board as it was at a moment, over every screen, until it is left.
    virtual void travel_to(Instant at) { (void)at; }
    // The journal at a day of the board's zone; changes of columns, limits and policies only.
    virtual void open_settings_history(Day) {}
    virtual void toast(ToastRequest toast) = 0;
    virtual void copy_text(const std::string& text) = 0;
    virtual void open_standup() {}  // over everything, until it is left
    virtual void open_import() {}   // the dialog that brings a board of another program in

    // Draws again at this moment even if nothing happens.
    virtual void redraw_at(Instant at) = 0;
};

}  // namespace throughline::gui
