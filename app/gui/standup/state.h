// Everything the standup holds between frames. Private to this room; standup_view.h is the door.
#pragma once

#include "app/gui/context/flow_answer.h"
#include "app/gui/palette/card_acts.h"
#include "app/gui/palette/meeting_acts.h"
#include "app/gui/standup/standup_view.h"
#include "app/gui/standup/summary_model.h"
#include "app/gui/standup/timer_model.h"
#include "app/gui/standup/walk_model.h"
#include "app/gui/widgets/text.h"

#include <set>

namespace throughline::gui::standup {

enum class Stage { Overview, Walk, Summary };

// The comparison with the last standup, made off the frame. Empty until it is there.
struct Comparing {
    std::optional<std::vector<Change>> changes;
    std::string failure;
};

struct StandupView::State {
    bool open = false;
    bool hears_keys = false;  // nothing lay over it when the frame began
    int drawn_frame = -10;
    Stage stage = Stage::Overview;
    const palette::Actions* actions = nullptr;
    model::MeetingId meeting;  // 0 before the start
    Instant opened_at;
    std::set<model::PersonId> away;  // of those who work, not here today

    Walk walk;
    std::size_t at = 0;       // index of the stop in focus
    Instant focus_since;      // when it came up
    std::size_t to_come = 0;  // stops left then
    Yardsticks yardsticks;
    flow::Workflow workflow;
    std::uint64_t revision = 0;
    Instant minute;
    FlowAnswer<model::CardId, std::string> done_by;  // when the card in focus will be done

    std::shared_ptr<Comparing> comparing;  // null: there was no standup before
    std::size_t promise_at = 0;

    palette::CardActs acts{"standup"};
    palette::MeetingActs writing{"standup"};
    std::string save_failure;
    const char* wants_dialog = nullptr;
    std::string save_path;

    // standup_view.cpp
    void begin(Context& context);
    void refresh(Context& context);
    void follow_meeting(Context& context);
    void compare_with_last(Context& context);
    bool listens(Stage in) const;
    const model::Meeting* find_meeting(Context& context) const;
    std::vector<model::PersonId> present(Context& context) const;
    const WalkStop* stop() const { return at < walk.stops.size() ? &walk.stops[at] : nullptr; }
    model::CardId card() const { return stop() == nullptr ? model::CardId{} : stop()->card; }
    FaceInputs inputs(Context& context) const;
    std::string likely(Context& context);
    Summary summary(Context& context) const;
    TextStyle styled(float size, Weight weight = Weight::Regular, ImU32 colour = 0) const;

    // acts.cpp
    void start(Context& context);
    void finish(Context& context);
    void next(Context& context);
    void back(Context& context);
    void focus(Context& context, std::size_t stop);
    void ask(const char* dialog);
    void keep_promise(Context& context);
    void move_promise(Context& context, int by);
    void ask_promise(Context& context, model::CommitmentState answer);
    std::vector<Promise> promises(Context& context) const;
    void copy_summary(Context& context);
    void step_out(Context& context);

    // frame_view.cpp
    void draw_head(Context& context);
    void draw_timer(Context& context, ImVec2 right_top);
    void draw_keys(Context& context);
    float keys_height() const;

    // overview_view.cpp, walk_view.cpp, summary_view.cpp
    void draw_overview(Context& context, ImVec2 size);
    void draw_changes();
    void draw_promises(Context& context);
    void draw_loads(Context& context);
    void draw_walk(Context& context, ImVec2 size);
    void draw_card(Context& context);
    void draw_column(Context& context);
    void draw_summary(Context& context, ImVec2 size);

    // dialogs.cpp
    void draw_dialogs(Context& context);
    void draw_present(Context& context);
    void draw_save(Context& context);
    palette::MeetingSubject subject(Context& context) const;
};

}  // namespace throughline::gui::standup
