#include "app/gui/standup/standup_view.h"

#include "app/gui/palette/shortcut.h"
#include "app/gui/standup/state.h"
#include "app/gui/theme/scale_scope.h"
#include "app/gui/widgets/layout.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::standup {
StandupView::StandupView() : state_(std::make_unique<State>()) {}
StandupView::~StandupView() = default;

bool StandupView::is_open() const {
    return state_->open;
}
void StandupView::leave() {
    state_->open = false;
}

void StandupView::open(Context& context) {
    State& state = *state_;
    state.open = true;
    const model::Meeting* running = running_standup(context.workspace());
    if (running != nullptr && running->id == state.meeting && state.stage == Stage::Walk) return;
    state.begin(context);
}

void StandupView::State::begin(Context& context) {
    const model::Meeting* running = running_standup(context.workspace());
    meeting = running == nullptr ? model::MeetingId{} : running->id;
    stage = Stage::Overview;
    opened_at = running == nullptr ? context.now() : running->started_at;
    at = 0;
    promise_at = 0;
    walk = {};
    revision = 0;
    away.clear();
    comparing.reset();
    compare_with_last(context);
}

void StandupView::State::compare_with_last(Context& context) {
    const model::Meeting* earlier = standup_before(context.workspace(), find_meeting(context));
    if (earlier == nullptr) {
        comparing.reset();
        return;
    }
    // What is known stays in sight until the newer comparison is there.
    comparing = std::make_shared<Comparing>(comparing ? *comparing : Comparing{});
    const auto found = std::make_shared<Comparing>();
    context.desk().with_desk(
        [found, then = earlier->started_at](desk::Desk& desk) {
            const auto before = desk.at(then);
            if (before) {
                found->changes = changes_between(*before, desk.workspace());
            } else {
                found->failure = to_text(before.error());
            }
        },
        [found, shown = comparing] { *shown = std::move(*found); });
}

const model::Meeting* StandupView::State::find_meeting(Context& context) const {
    return meeting ? context.workspace().find(meeting) : nullptr;
}

// Undo, and others at the same board, may start, end or take back the meeting at any moment.
void StandupView::State::follow_meeting(Context& context) {
    const model::Meeting* held = find_meeting(context);
    if (meeting && held == nullptr) {
        begin(context);
    } else if (held != nullptr && held->ended_at && stage != Stage::Summary) {
        stage = Stage::Summary;
        compare_with_last(context);
    } else if (held != nullptr && !held->ended_at && stage == Stage::Summary) {
        stage = Stage::Walk;
    }
}

std::vector<model::PersonId> StandupView::State::present(Context& context) const {
    if (const model::Meeting* held = find_meeting(context)) return held->present;
    std::vector<model::PersonId> here;
    for (const LoadRow& row : loads(context.workspace())) {
        const model::Person* person = context.workspace().find(row.person);
        if (person->active && !away.contains(row.person)) here.push_back(row.person);
    }
    return here;
}

FaceInputs StandupView::State::inputs(Context& context) const {
    return {.workspace = context.workspace(),
            .workflow = workflow,
            .zone = context.zone(),
            .yardsticks = yardsticks,
            .now = context.now()};
}

// "Half by 12 May, 85% by 20 May" of the card in focus; "" while unknown. Made off the frame.
std::string StandupView::State::likely(Context& context) {
    done_by.refresh(context, card(), [id = card()] {
        return [id](const flow::Flow& flow) { return finish_words(flow, id); };
    });
    return done_by.is_current() ? *done_by.answer() : std::string();
}

void StandupView::State::refresh(Context& context) {
    follow_meeting(context);
    const bool judged_anew =
        yardsticks.refresh(context.workspace(), context.zone(), context.now(), context.waker());
    const Instant now{context.now().us / kMicrosPerMinute};
    if (!judged_anew && revision == context.desk().revision() && minute == now) return;
    revision = context.desk().revision();
    minute = now;
    workflow = flow::Workflow(context.workspace());
    const model::CardId held = card();
    walk = keep_order(walk, make_walk(inputs(context)));
    at = walk.stops.empty() ? 0 : std::min(at, walk.stops.size() - 1);
    if (const auto found = held ? walk.find(held) : std::nullopt) at = *found;
}

Summary StandupView::State::summary(Context& context) const {
    const model::Meeting& held = *find_meeting(context);
    return make_summary(context.workspace(), held, comparing ? comparing->changes : std::nullopt,
                        context.zone(), held.ended_at.value_or(context.now()));
}

TextStyle StandupView::State::styled(float size, Weight weight, ImU32 colour) const {
    return {.size = size, .weight = weight, .colour = colour};
}

bool StandupView::State::listens(Stage in) const {
    return open && stage == in && hears_keys && ImGui::GetFrameCount() - drawn_frame <= 1;
}

void StandupView::draw(Context& context, bool covered) {
    State& state = *state_;
    const Sizes& s = sizes();
    state.hears_keys = !covered && !palette::is_popup_open() && !palette::is_typing();
    state.drawn_frame = ImGui::GetFrameCount();
    if (state.hears_keys) {
        for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,
                                   ImGuiKey_DownArrow, ImGuiKey_Enter, ImGuiKey_Space})
            palette::own_key(key, ImGui::GetID("standup-keys"));
    }
    state.refresh(context);
    const ImVec2 window = ImGui::GetContentRegionAvail();
    const ScaleScope larger(across_a_room(window.x, window.y));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.xl, s.lg});
    ImGui::BeginChild("standup", window,
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    state.draw_head(context);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ImVec2 middle{room.x, std::max(120.0f * s.scale, room.y - state.keys_height() - s.md)};
    switch (state.stage) {
        case Stage::Overview: state.draw_overview(context, middle); break;
        case Stage::Walk: state.draw_walk(context, middle); break;
        case Stage::Summary: state.draw_summary(context, middle); break;
    }
    gap(s.md);
    state.draw_keys(context);
    ImGui::EndChild();
    state.draw_dialogs(context);
    state.acts.draw(context);
}

}  // namespace throughline::gui::standup
