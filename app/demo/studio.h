// The demo team at work: one object that walks the calendar and runs commands as its people would.
#pragma once

#include "app/demo/random.h"
#include "core/desk/desk.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace throughline::demo {

class Studio {
public:
    // `clock` is the desk's clock: setting it sets the time of the next command.
    Studio(desk::Desk& desk, std::shared_ptr<Instant> clock, std::uint64_t seed);

    // People, objectives, bets, limits; at `begin`.
    Status set_up(Instant begin);
    // Working days from `begin` to `now`, hour by hour.
    Status work(Instant begin, Instant now);

private:
    const model::Workspace& ws() const { return desk_.workspace(); }
    // Runs as a person. A refusal is part of the story (it is recorded); a failing store ends it.
    bool run(const std::string& who, const rules::Command& command);
    std::string handle(model::PersonId person) const;

    void file_brief(Day day);
    void morning(Day day);  // requests come in, triage
    void triage(const model::Request& request);
    void tidy_ready();
    // system.cpp: what is around the board.
    void record(const std::string& who, const char* table, model::TextMap set);
    void set_up_plan(Day begin);
    void set_up_kpis(Day begin);
    void set_up_objective(const model::Objective& objective, std::size_t place, int quarter);
    void set_up_money(int year);
    void set_up_accountability();
    void measure_month(const std::string& month);
    void around_the_board(Day day);
    void monthly(Day day);
    void weekly(Day day);
    void execute_decisions(Day day);
    void change_a_limit(Day day, const Period& quarter);
    void spend(Day day);
    void close_quarter(Day day);
    // learning.cpp: called each working day.
    void learning(Day day);
    void begin_learning(Day day);
    void begin_schedules(Day day);
    void begin_experiments(Day day);
    void file_due(Day day);
    void label_paths(Day day);
    void look_at_risks(Day day);
    void finish_actions(Day day);
    void assess(Day day);
    void look_back(Day day);
    void write_retro(model::CardId card, model::ObjectiveId objective, Day day);
    void leave_something_to_do(Instant now);
    // reports.cpp: the report of the month before, once a month.
    void report_month(Day day);
    void issue_report(const std::string& month);
    // alerts.cpp: what the figures say somebody should look at.
    void set_up_alerts();
    void raise_alerts();
    void answer_alerts(Day day);
    // people.cpp: what waits for single people.
    void leave_something_for_people();
    std::vector<model::CardId> in_process() const;
    // meetings.cpp: the one call, and its parts.
    void meet(Day day, int hour_of_day);
    void standup(Day day);
    void weekly_meetings(Day day);
    void monthly_review(Day day);
    void quarterly_planning(Day day);
    model::MeetingId start_meeting(const std::string& who, model::MeetingKind kind,
                                   const std::string& period);
    void end_meeting(const std::string& who, model::MeetingId meeting, int lasts_minutes,
                     bool published);
    void answer_promises(model::MeetingKind kind);
    void promise(model::MeetingId meeting, const char* who, const char* text, Day due);
    model::ObjectiveId objective_for(std::string_view form, Day day);
    std::string dri_for();
    void hour(Day day);  // cards move, from right to left
    void tend(model::CardId card);
    void finish_stage(model::CardId card);
    void pass_gate(model::CardId card);
    void pull();
    void life_around(model::CardId card);  // comments, checklist, blockers
    double stage_days(const model::Card& card);

    desk::Desk& desk_;
    std::shared_ptr<Instant> clock_;
    Random random_;
    Random plan_random_;  // of its own, so that the plan does not change the work
    Zone zone_;
    Status trouble_ = Done{};
    std::size_t asked_ = 0;
    Day today_;
    std::string month_;        // the one that goes on
    int months_ = 0;           // measured so far
    std::string first_month_;  // with a whole month of work; earlier ones have no report
    std::string last_report_;  // the month that is over at the end
    int reports_ = 0;
    bool learning_begun_ = false;
    Day story_begin_;
    std::string planned_;   // the quarter of the last planning session
    std::string reviewed_;  // the month of the last review
    struct Plan {
        model::ColumnId column;
        Instant ready_at;  // when the work of this stage is done
    };
    std::map<model::CardId, Plan> plans_;
};

}  // namespace throughline::demo
