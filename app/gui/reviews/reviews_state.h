// What the reviews screen remembers, and its parts. Private to this room.
#pragma once

#include "app/gui/palette/action_request.h"
#include "app/gui/palette/actions.h"
#include "app/gui/palette/meeting_acts.h"
#include "app/gui/records/record_table.h"
#include "app/gui/reviews/agenda_model.h"
#include "app/gui/reviews/entries_model.h"
#include "app/gui/reviews/reviews_view.h"
#include "app/gui/reviews/run_model.h"
#include "app/gui/reviews/start_model.h"
#include "app/gui/widgets/mood.h"
#include "app/gui/widgets/text.h"

#include <functional>
#include <map>
#include <optional>

namespace throughline::gui::reviews {

enum class Part { Meetings, Decisions, Actions, Agendas };
enum class Stage { None, Running, Ended };  // of the opened meeting

// Where this window is in a running meeting. Part and clocks of parts are not in the journal.
struct Place {
    Course course;
    std::uint64_t revision = ~std::uint64_t{0};  // of the board that the course was made from
    std::size_t stop = 0;
    Instant since;                                                      // when the stop came up
    std::map<std::pair<std::string, model::PersonId>, Duration> spent;  // by part and person

    const Stop& at() const { return course.stops[stop]; }
    const model::AgendaPart& part() const { return course.parts[at().part]; }
};

struct ReviewsView::State {
    Part part = Part::Meetings;
    model::MeetingId meeting;  // the opened one; 0 shows the parts
    bool full_screen = false;
    const palette::Actions* actions = nullptr;
    int drawn_frame = -10;
    bool hears_keys = false;

    records::RecordEditor editor;
    palette::MeetingActs writing{"review"};
    palette::ActionRequest request{"review"};
    std::vector<std::function<void(Context&)>> later;  // carried out after drawing

    // --- the four parts (meetings_view.cpp, log_view.cpp, agendas_view.cpp) ----------------------
    struct Listed {
        std::uint64_t revision = ~std::uint64_t{0};
        std::int64_t minute = -1;
        friend bool operator==(const Listed&, const Listed&) = default;
    };
    Listed listed;
    std::vector<MeetingLine> meetings;
    int meeting_row = -1;  // the chosen one of the list
    std::vector<rules::DueMeeting> due;
    std::vector<model::DecisionId> overdue_decisions;  // open after their day, oldest due first
    std::vector<model::ActionItemId> overdue_actions;
    std::int64_t unpublished = 0;
    records::RecordTable decisions{
        "decision", {"text", "rationale", "decider", "executor", "due", "state", "meeting"}};
    records::RecordTable action_items{"action_item", {"text", "owner", "due", "state", "source"}};
    AgendaDraft agenda;
    std::uint64_t agenda_revision = ~std::uint64_t{0};
    std::optional<rules::Refusal> agenda_refusal;

    // --- dialogs (dialogs.cpp) -------------------------------------------------------------------
    const char* wants_dialog = nullptr;
    StartForm start;
    std::optional<rules::Refusal> refusal;
    std::string reason;  // of dropping
    std::string folder;  // to publish into; "" only copies
    Target subject;      // of dropping

    // --- the opened meeting ----------------------------------------------------------------------
    std::map<model::MeetingId, Place> places;
    ReviewFiguresModel figures;
    struct Made {  // what the lines were made from
        std::uint64_t revision = ~std::uint64_t{0};
        std::int64_t seq = -1;
        std::int64_t minute = -1;
        model::MeetingId meeting;
        std::string part;
        model::PersonId person;
        friend bool operator==(const Made&, const Made&) = default;
    };
    Made made;
    std::vector<Section> content;  // of the present part
    std::vector<Section> entries;  // written down in the meeting
    bool is_late = false;          // it ended and what was decided was not sent round
    std::size_t cursor = 0;        // in the lines of both, content first
    bool reveal = false;           // the chosen line is to be scrolled to

    // reviews_view.cpp
    void refresh_lists(Context& context);
    void refresh_meeting(Context& context);
    void draw_parts(Context& context);
    const model::Meeting* opened(Context& context) const;
    Stage stage(Context& context) const;
    bool listens(Context& context, Stage in) const;
    bool log_listens(Context& context) const;
    void leave_meeting(Context& context);

    // meetings_view.cpp, log_view.cpp, agendas_view.cpp
    void draw_meetings(Context& context);
    void draw_due(Context& context);
    void draw_decisions(Context& context);
    void draw_actions(Context& context);
    void draw_decision_acts(Context& context, const model::Decision& one);
    void draw_action_acts(Context& context, const model::ActionItem& one);
    void draw_agendas(Context& context);
    bool draw_agenda_part(std::size_t at, bool may);

    // dialogs.cpp
    void draw_dialogs(Context& context);
    void draw_start(Context& context);
    void draw_drop(Context& context);
    void draw_publish(Context& context);
    void ask_start(Context& context, model::MeetingKind kind, const std::string& period = {});
    void ask_drop(Target target);

    // run_view.cpp, content_view.cpp, summary_view.cpp
    void draw_running(Context& context);
    void draw_head(Context& context, const model::Meeting& meeting);
    void draw_clock(Context& context, const model::Meeting& meeting, ImVec2 right_top);
    void draw_course(Context& context, Place& place);
    void draw_content(Context& context, const Place& place);
    void draw_entries(Context& context);
    void draw_ended(Context& context);
    // Lines with the cursor; `first` is the place of the first of them among all lines.
    void draw_sections(Context& context, const std::vector<Section>& sections, std::size_t first);
    void draw_line(const Line& line, std::size_t place);

    // acts.cpp
    Place* place(Context& context);
    void go_to(Context& context, std::size_t stop);
    void move_cursor(int by);
    const Line* chosen() const;
    void open_target(Context& context, const Target& target);
    void add_decision(Context& context);
    void add_action(Context& context);
    palette::MeetingSubject written_about(Context& context);
    void answer(Context& context, model::CommitmentState state);
    void close_record(Context& context, Target target);
    void end(Context& context);
    std::string markdown(Context& context) const;
};

}  // namespace throughline::gui::reviews
