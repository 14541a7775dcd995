// Everything the workbench holds, and the Context it gives to the screens. Private to this room.
#pragma once

#include "app/gui/alerts/alerts_view.h"
#include "app/gui/alerts/watch_model.h"
#include "app/gui/board/board_view.h"
#include "app/gui/calendar/calendar_view.h"
#include "app/gui/card/card_panel.h"
#include "app/gui/context/background.h"
#include "app/gui/flow/flow_view.h"
#include "app/gui/history/history_view.h"
#include "app/gui/inbox/inbox_view.h"
#include "app/gui/intake/intake_view.h"
#include "app/gui/kpi/kpi_view.h"
#include "app/gui/learning/learning_view.h"
#include "app/gui/learning/schedule_watch_model.h"
#include "app/gui/monthly/monthly_view.h"
#include "app/gui/objectives/objectives_view.h"
#include "app/gui/outlook/outlook_view.h"
#include "app/gui/palette/palette_view.h"
#include "app/gui/plan/plan_view.h"
#include "app/gui/reviews/reviews_view.h"
#include "app/gui/settings/settings_view.h"
#include "app/gui/standup/standup_view.h"
#include "app/gui/travel/travel_view.h"
#include "app/gui/widgets/toast.h"
#include "app/gui/workbench/import_view.h"
#include "app/gui/workbench/notices_model.h"
#include "app/gui/workbench/welcome_view.h"
#include "app/gui/workbench/workbench.h"

#include <map>

namespace throughline::gui::workbench {

struct Screens {
    board::BoardView board;
    intake::IntakeView intake;
    objectives::ObjectivesView objectives;
    plan::PlanView plan;
    kpi::KpiView kpis;
    inbox::InboxView inbox;
    calendar::CalendarView calendar;
    reviews::ReviewsView reviews;
    monthly::MonthlyView monthly;
    learning::LearningView learning;
    flow_screen::FlowView flow;
    outlook::OutlookView outlook;
    alerts::AlertsView alerts;
    history::HistoryView history;
    settings::SettingsView settings;
    card::CardPanel card;
    standup::StandupView standup;
    travel::TravelView travel;

    // Null for the board, which is drawn in a size of its own.
    ScreenView* of(Screen screen);
    // Of the board, the card and every screen, from top to bottom of the navigation.
    void add_actions(palette::Actions& actions);
    bool is_busy();
};

struct Workbench::State final : Context {
    explicit State(WorkbenchSetup given);

    // --- Context (context.cpp) ----------------------------------------------------------------
    desk::LiveDesk& desk() override { return past ? *past : *live; }
    Instant now() const override { return frame_now; }
    const Zone& zone() override;
    FilterState& filter() override { return prefs.filter; }
    Appearance appearance() const override { return window.appearance; }
    void set_appearance(const Appearance& appearance) override;
    std::function<void()> waker() const override { return setup.wake; }
    rules::Verdict run(const rules::Command& command, At at) override;
    rules::Verdict run_with_undo(const rules::Command& command, const std::string& done) override;
    void go(Screen screen) override;
    void open_card(model::CardId card) override;
    void open_request(model::RequestId request) override;
    void open_brief(model::TemplateVersionId version) override;
    void open_draft(std::int64_t draft) override;
    void attach_brief(model::CardId card) override;
    bool has_brief_draft(model::CardId card) override;
    void open_settings(const std::string& section) override;
    void open_objective(model::ObjectiveId objective) override;
    void open_kpi(model::KpiId kpi) override;
    void open_chart(const std::string& name, Day until) override;
    void open_meeting(model::MeetingId meeting) override;
    void open_reviews(const std::string& part, std::int64_t record) override;
    void open_report(const std::string& month) override;
    void open_learning(const std::string& part, std::int64_t record) override;
    void travel_to(Instant at) override;
    void open_settings_history(Day day) override;
    void toast(ToastRequest toast) override;
    void copy_text(const std::string& text) override;
    void open_standup() override;
    void open_import() override;
    void redraw_at(Instant at) override;

    // --- life (workbench.cpp) -------------------------------------------------------------------
    void open_file();
    void take_board(std::unique_ptr<desk::LiveDesk> taken);
    bool take_opened();
    bool take_news();
    bool file_recurring();  // what is due; true when it has something to say
    void start_travel(std::optional<Instant> at = {});
    bool travel_on();  // shows the board of the moment asked for; true when it is another one
    void end_travel();
    bool refuse_in_past();  // with words; false in the present
    void remember();        // gathers what screens keep; writes it off the frame when it changed
    double clock_s() const;

    // --- drawing (frame.cpp)
    // ----------------------------------------------------------------------
    void draw();
    void draw_workbench();
    void draw_screen();
    void draw_standup();
    void draw_review();
    void show(Screen screen);
    void carry_out_wishes();
    void push(const Message& message, std::string action = {},
              std::function<void()> on_action = {});
    void draw_toasts();
    void add_actions();
    void set_zoom(double zoom);

    WorkbenchSetup setup;
    WindowPrefs window;
    BoardPrefs prefs;
    std::string saved_window;
    std::string saved_board;
    Background<bool> saving;

    std::unique_ptr<desk::LiveDesk> live;
    std::unique_ptr<desk::LiveDesk> past;                   // while the window shows a past moment
    std::uint64_t past_revision = std::uint64_t{1} << 62U;  // no live desk comes so far
    Background<Result<std::unique_ptr<desk::Desk>>> opening;
    bool import_after_opening = false;
    WelcomeView welcome;
    ImportView import;
    std::optional<Error> write_failure;

    alerts::AlertWatch alert_watch;
    learning::ScheduleWatch schedule_watch;
    std::unique_ptr<Screens> screens;  // with a board
    std::unique_ptr<palette::Palette> palette;
    Toasts toasts;
    std::map<std::string, std::function<void()>> toast_actions;
    int toast_number = 0;
    std::vector<std::function<void()>> wishes;  // carried out after the frame
    std::optional<Zone> board_zone;
    Instant frame_now;
    std::optional<Instant> redraw;  // the earliest moment somebody asked for
    bool unsettled = false;         // something changed while drawing: one more frame
};

}  // namespace throughline::gui::workbench
