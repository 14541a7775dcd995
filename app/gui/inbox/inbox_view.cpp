#include "app/gui/inbox/inbox_view.h"

#include "app/gui/inbox/inbox_state.h"
#include "app/gui/palette/actions.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::gui::inbox {
namespace {

constexpr float kRow = 60.0f;  // unscaled
constexpr float kHeading = 40.0f;

ImU32 due_ink(DueState state) {
    switch (state) {
        case DueState::Late: return theme().tone(Tone::Danger).ink;
        case DueState::Today:
        case DueState::Soon: return theme().tone(Tone::Warning).ink;
        case DueState::Later:
        case DueState::None: break;
    }
    return theme().text_muted;
}

bool in_sight(float y, float height) {
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    return y + height >= clip.Min.y && y <= clip.Max.y;
}

}  // namespace

const char* icon_of(flow::InboxKind kind) {
    using flow::InboxKind;
    switch (kind) {
        case InboxKind::Question: return icons::kHelp;
        case InboxKind::Approval: return icons::kShield;
        case InboxKind::Escalation: return icons::kArrowUp;
        case InboxKind::Blocker: return icons::kBlocked;
        case InboxKind::Commitment: return icons::kFlag;
        case InboxKind::Action: return icons::kChecklist;
        case InboxKind::Decision: return icons::kBalance;
        case InboxKind::Measurement: return icons::kGauge;
        case InboxKind::Risk: return icons::kAlert;
        case InboxKind::Register: return icons::kBriefcase;
        case InboxKind::Result: return icons::kTrophy;
        case InboxKind::Mention: return icons::kComment;
        case InboxKind::Answer: return icons::kCheckCircle;
        case InboxKind::Move: return icons::kArrowRight;
    }
    return icons::kInbox;
}

InboxView::InboxView() : state_(std::make_unique<State>()) {}
InboxView::~InboxView() = default;

bool InboxView::is_busy() const {
    return state_->model.is_busy();
}
void InboxView::refresh(Context& context) {
    state_->model.refresh(context);
}
int InboxView::unseen() const {
    return state_->model.unseen();
}

void InboxView::State::draw_head(Context& context) {
    const std::string count = model.unseen() == 0 ? "" : std::to_string(model.unseen()) + " new";
    screen_header("Inbox", count);
    const bool has_news = std::ranges::any_of(model.rows(), [](const InboxRow& row) {
        return !flow::is_task(row.item.kind) && !row.item.seen;
    });
    const ButtonOptions all{.kind = ButtonKind::Secondary,
                            .icon = icons::kEye,
                            .shortcut = "Shift+E",
                            .disabled = !has_news,
                            .disabled_why = "There is no news that you have not seen."};
    const std::array<ChoiceItem, 2> choices{{{.label = "Open"}, {.label = "Seen too"}}};
    const float width = 200.0f * sizes().scale;
    int shown = seen_too ? 1 : 0;
    if (segmented("shown", shown, choices, {.name = "Shown", .width = width}))
        seen_too = shown == 1;
    ImGui::SameLine(0.0f, sizes().md);
    align_right(button_width("Mark news as seen", all));
    if (button("mark-news", "Mark news as seen", all))
        later.emplace_back([this](Context& c) { mark_news(c); });
    (void)context;
}

void InboxView::State::draw_row(const InboxRow& row) {
    const Sizes& s = sizes();
    const RowState at = list_row(("item:" + row.item.id).c_str(), row.item.text,
                                 row.item.id == selected, kRow * s.scale);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = (at.min.y + at.max.y) * 0.5f;
    const float half = line_height(body_style()) * 0.62f;
    const float icon_x = at.min.x + s.md + text_px(text_size::kIcon) * 0.5f;
    const bool is_new = !row.item.seen;
    draw_icon(list, {icon_x, middle}, icon_of(row.item.kind),
              is_new ? theme().tone(Tone::Accent).ink : theme().text_muted);
    float right = at.max.x - s.md;
    if (!row.due.empty()) {
        const TextStyle due{.size = text_size::kSmall,
                            .weight = Weight::Semibold,
                            .colour = due_ink(row.due_state)};
        right -= text_width(row.due, due);
        draw_text_middle(list, {right, middle - half}, row.due, due);
        right -= s.md;
    }
    const float left = icon_x + text_px(text_size::kIcon) * 0.5f + s.md;
    // New is said by weight and by a word, not by colour alone.
    draw_text_middle(list, {left, middle - half}, row.item.text,
                     {.weight = is_new ? Weight::Semibold : Weight::Regular}, right - left);
    const std::string meta = (is_new ? "New  \u00b7  " : "") + row.meta;
    draw_text_middle(list, {left, middle + half}, meta,
                     {.size = text_size::kSmall, .colour = theme().text_muted},
                     at.max.x - s.md - left);
    if (!at.pressed) return;
    const bool again = row.item.id == selected && at.double_clicked;
    later.emplace_back([this, id = row.item.id, again](Context& context) {
        choose(id);
        const InboxRow* chosen_row = chosen();
        if (again && chosen_row != nullptr) open(context, *chosen_row);
    });
}

void InboxView::State::draw_list(const std::vector<std::size_t>& shown) {
    const Sizes& s = sizes();
    const float row_height = kRow * s.scale;
    const float heading_height = kHeading * s.scale;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.xs, 0.0f});
    std::optional<flow::InboxGroup> group;
    const bool shows_chosen = std::exchange(reveal, false);
    for (const std::size_t i : shown) {
        const InboxRow& row = model.rows()[i];
        if (group != row.item.group) {
            group = row.item.group;
            const ImVec2 at = ::throughline::gui::place({width_left(), heading_height});
            draw_text_middle(
                *ImGui::GetWindowDrawList(), {at.x + s.xs, at.y + heading_height * 0.6f},
                flow::to_text(*group),
                {.size = text_size::kSmall,
                 .weight = Weight::Bold,
                 .colour = *group == flow::InboxGroup::Overdue ? theme().tone(Tone::Danger).ink
                                                               : theme().text_muted});
        }
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (shows_chosen && row.item.id == selected)
            scroll_into_view({at.x, at.y - heading_height}, {at.x, at.y + row_height}, s.sm);
        if (in_sight(at.y, row_height)) {
            draw_row(row);
        } else {
            ImGui::Dummy({1.0f, row_height});
        }
    }
    ImGui::PopStyleVar();
}

void InboxView::draw(Context& context) {
    State& state = *state_;
    refresh(context);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().xl, sizes().md});
    ImGui::BeginChild("inbox", {0, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    state.keys.take();
    const std::vector<std::size_t> shown = state.model.shown(state.seen_too);
    state.draw_head(context);
    gap(sizes().md);
    if (!state.model.is_ready()) {
        skeleton_lines(8);
    } else if (shown.empty()) {
        const EmptyState empty{icons::kCheckCircle,
                               "Nothing waits for you",
                               "Questions about your requests, approvals, blockers that you clear, "
                               "what you promised in meetings, mentions in comments and moves of "
                               "cards that you follow come here by themselves.",
                               {}};
        (void)empty_state("inbox-empty", empty);
    } else {
        state.settle_choice(shown);
        begin_split("inbox-split", state.list_width, {.min_first = 320.0f, .min_second = 300.0f});
        begin_panel("inbox-list", {width_left() - sizes().sm, ImGui::GetContentRegionAvail().y});
        state.draw_list(shown);
        end_panel();
        split_second();
        ImGui::Indent(sizes().sm);
        begin_panel("inbox-item", {width_left(), ImGui::GetContentRegionAvail().y});
        if (const InboxRow* row = state.chosen()) state.draw_chosen(context, *row);
        end_panel();
        end_split();
    }
    ImGui::EndChild();
    state.editor.draw(context);
    state.measure.carry_out(context);
    for (const auto& act : std::exchange(state.later, {}))
        act(context);
}

void InboxView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    const auto visible = [state](Context&) { return state->keys.is_here(); };
    const auto add = [&](const char* id, const char* title, const char* icon,
                         std::vector<std::string> keys, bool repeats, auto run) {
        actions.add({.id = id,
                     .title = title,
                     .section = "Inbox",
                     .icon = icon,
                     .shortcuts = std::move(keys),
                     .enabled = visible,
                     .keys_when = visible,
                     .repeats = repeats,
                     .in_palette = !repeats,
                     .run = run});
    };
    const auto chosen = [state](auto act) {
        return [state, act](Context& context) {
            if (const InboxRow* row = state->chosen()) act(context, InboxRow(*row));
        };
    };
    add("inbox.next", "Next item", icons::kChevronDown, {"J", "Down"}, true,
        [state](Context&) { state->move(1); });
    add("inbox.previous", "Previous item", icons::kChevronUp, {"K", "Up"}, true,
        [state](Context&) { state->move(-1); });
    add("inbox.open", "Open what the item is about", icons::kOpen, {"Enter"}, false,
        chosen([state](Context& context, const InboxRow& row) { state->open(context, row); }));
    add("inbox.act", "Do what the item asks", icons::kCheck, {"D"}, false,
        chosen([state](Context& context, const InboxRow& row) { state->act(context, row); }));
    add("inbox.seen", "Mark as seen, or as new again", icons::kEye, {"E"}, false,
        chosen([state](Context& context, const InboxRow& row) {
            state->mark(context, {row.item.id});
        }));
    add("inbox.seen-news", "Mark all news as seen", icons::kEye, {"Shift+E"}, false,
        [state](Context& context) { state->mark_news(context); });
    add("inbox.undo", "Take back what was done in the inbox", icons::kUndo, {"U"}, false,
        [state](Context& context) { state->undo(context); });
}

}  // namespace throughline::gui::inbox
