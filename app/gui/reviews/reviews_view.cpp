#include "app/gui/reviews/reviews_view.h"

#include "app/gui/palette/shortcut.h"
#include "app/gui/reviews/reviews_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/theme/scale_scope.h"
#include "app/gui/widgets/layout.h"
#include "imgui.h"
#include "imgui_internal.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::gui::reviews {
namespace {

std::string badge_of(std::size_t count) {
    return count == 0 ? "" : std::to_string(count);
}

// Rows in this state after their day, the oldest due first.
template <class Id>
std::vector<Id> overdue(const model::Workspace& workspace, auto open, Day today) {
    std::vector<std::pair<Day, Id>> late;
    for (const auto& one : workspace.rows<model::Stored<Id>>()) {
        if (one.state == open && one.due < today) late.emplace_back(one.due, one.id);
    }
    std::ranges::sort(late);
    std::vector<Id> ids;
    for (const auto& [due, id] : late)
        ids.push_back(id);
    return ids;
}

// Nothing lies over the screen: no popup, no card panel.
bool is_in_front() {
    const ImGuiWindow* focused = ImGui::GetCurrentContext()->NavWindow;
    return focused == nullptr || focused->RootWindow == ImGui::GetCurrentWindow()->RootWindow;
}

}  // namespace

ReviewsView::ReviewsView() : state_(std::make_unique<State>()) {}
ReviewsView::~ReviewsView() = default;

bool ReviewsView::is_busy() const {
    return state_->figures.is_busy();
}

void ReviewsView::open(model::MeetingId meeting) {
    state_->meeting = meeting;
    state_->cursor = 0;
}

void ReviewsView::show(const std::string& part, std::int64_t record) {
    State& state = *state_;
    if (part.empty() && record == 0) return;  // as it was
    state.meeting = {};
    state.part = part == "decisions" ? Part::Decisions
                 : part == "actions" ? Part::Actions
                 : part == "agendas" ? Part::Agendas
                                     : Part::Meetings;
    if (record == 0) return;
    if (state.part == Part::Decisions) state.decisions.select(record);
    if (state.part == Part::Actions) state.action_items.select(record);
}

bool ReviewsView::takes_letters() const {
    return state_->meeting && ImGui::GetFrameCount() - state_->drawn_frame <= 1;
}

bool ReviewsView::is_full_screen() const {
    return state_->full_screen && state_->meeting;
}

const model::Meeting* ReviewsView::State::opened(Context& context) const {
    return meeting ? context.workspace().find(meeting) : nullptr;
}

Stage ReviewsView::State::stage(Context& context) const {
    const model::Meeting* held = opened(context);
    return held == nullptr ? Stage::None : held->ended_at ? Stage::Ended : Stage::Running;
}

bool ReviewsView::State::listens(Context& context, Stage in) const {
    return stage(context) == in && hears_keys && ImGui::GetFrameCount() - drawn_frame <= 1;
}

bool ReviewsView::State::log_listens(Context& context) const {
    return listens(context, Stage::None) && (part == Part::Decisions || part == Part::Actions);
}

void ReviewsView::State::leave_meeting(Context& context) {
    const model::Meeting* held = opened(context);
    if (full_screen) {
        full_screen = false;
        return;
    }
    meeting = {};
    part = Part::Meetings;
    if (held == nullptr || held->ended_at) return;
    context.toast({.tone = ToastRequest::Tone::Info,
                   .text = model::key_of(*held) + " goes on. It ends with E.",
                   .action = "Back to it",
                   .on_action = [&context, id = held->id] { context.open_meeting(id); }});
}

void ReviewsView::State::refresh_lists(Context& context) {
    const Listed wanted{context.desk().revision(), context.now().us / kMicrosPerMinute};
    if (wanted == listed) return;
    listed = wanted;
    const model::Workspace& workspace = context.workspace();
    const Day today = context.zone().day(context.now());
    meetings = meeting_lines(workspace, context.zone(), context.now());
    due = rules::due_meetings(workspace, context.zone(), today);
    unpublished = 0;
    for (const model::Meeting& one : workspace.rows<model::Meeting>())
        unpublished +=
            !one.published_at && rules::is_publishing_late(workspace, one, context.now()) ? 1 : 0;
    overdue_decisions = overdue<model::DecisionId>(workspace, model::DecisionState::Open, today);
    overdue_actions = overdue<model::ActionItemId>(workspace, model::ActionState::Open, today);
}

void ReviewsView::State::refresh_meeting(Context& context) {
    const model::Meeting& held = *opened(context);
    const Day today = context.zone().day(context.now());
    if (!held.ended_at) figures.refresh(context, looked_back_at(held.kind, held.period, today));
    Place* here = place(context);
    const ReviewFigures* now = held.ended_at ? nullptr : figures.figures();
    const Made wanted{context.desk().revision(),
                      now == nullptr ? -1 : now->plan.as_of.us + now->plan.seq,
                      context.now().us / kMicrosPerMinute,
                      meeting,
                      here == nullptr ? "" : here->part().handle,
                      here == nullptr ? model::PersonId{} : here->at().person};
    if (wanted == made) return;
    made = wanted;
    const ReadingInputs inputs{context.workspace(), context.zone(), context.now(), held, now};
    content = here == nullptr ? std::vector<Section>{}
                              : read_part(inputs, here->part().content, here->at().person);
    entries = entry_sections(context.workspace(), held, today);
    is_late =
        !held.published_at && rules::is_publishing_late(context.workspace(), held, context.now());
    move_cursor(0);
}

void ReviewsView::State::draw_parts(Context& context) {
    refresh_lists(context);
    const std::string late_meetings = badge_of(static_cast<std::size_t>(unpublished));
    const std::string late_decisions = badge_of(overdue_decisions.size());
    const std::string late_actions = badge_of(overdue_actions.size());
    const std::array items{
        TabItem{.id = "tab:meetings",
                .label = "Meetings",
                .icon = icons::kPeople,
                .badge = late_meetings,
                .badge_tone = Tone::Warning},
        TabItem{.id = "tab:decisions",
                .label = "Decisions",
                .icon = icons::kBalance,
                .badge = late_decisions,
                .badge_tone = Tone::Warning},
        TabItem{.id = "tab:actions",
                .label = "Actions",
                .icon = icons::kChecklist,
                .badge = late_actions,
                .badge_tone = Tone::Warning},
        TabItem{.id = "tab:agendas", .label = "Agendas", .icon = icons::kList},
    };
    int selected = static_cast<int>(part);
    if (tabs("review-tabs", selected, items)) part = static_cast<Part>(selected);
    gap(sizes().lg);
    ImGui::PushID(static_cast<int>(part));
    ImGui::BeginChild("part", {0, 0}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    switch (part) {
        case Part::Meetings: draw_meetings(context); break;
        case Part::Decisions: draw_decisions(context); break;
        case Part::Actions: draw_actions(context); break;
        case Part::Agendas: draw_agendas(context); break;
    }
    ImGui::EndChild();
    ImGui::PopID();
}

void ReviewsView::draw(Context& context) {
    State& state = *state_;
    if (state.opened(context) == nullptr) state.meeting = {};  // undone by somebody
    state.hears_keys = is_in_front() && !palette::is_popup_open() && !palette::is_typing();
    state.drawn_frame = ImGui::GetFrameCount();
    const Stage stage = state.stage(context);
    if (stage != Stage::None && state.hears_keys) {
        for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,
                                   ImGuiKey_DownArrow, ImGuiKey_Enter, ImGuiKey_Space})
            palette::own_key(key, ImGui::GetID("review-keys"));
    }
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const bool is_large = state.full_screen && stage != Stage::None;
    const ScaleScope larger(is_large ? across_a_room(room.x, room.y) : 1.0f);
    begin_page(stage == Stage::None ? "reviews" : "review", stage != Stage::None);
    if (stage != Stage::None) state.refresh_meeting(context);
    switch (stage) {
        case Stage::None: state.draw_parts(context); break;
        case Stage::Running: state.draw_running(context); break;
        case Stage::Ended: state.draw_ended(context); break;
    }
    end_page();
    state.draw_dialogs(context);
    state.writing.draw(context);
    state.request.draw(context);
    state.editor.draw(context);
    for (const auto& act : std::exchange(state.later, {}))
        act(context);
}

}  // namespace throughline::gui::reviews
