#include "app/gui/calendar/calendar_view.h"

#include "app/gui/calendar/calendar_state.h"
#include "app/gui/palette/actions.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/base/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::gui::calendar {
namespace {

constexpr float kSide = 270.0f;    // unscaled
constexpr float kNarrow = 800.0f;  // below it the list at the side is left out
constexpr float kFilter = 200.0f;

std::string page_title(bool is_month, Day cursor) {
    if (!is_month) return "Week of " + short_date(week_page(cursor).first);
    const CivilDate date = civil(cursor);
    return std::string(month_name(date.month)) + " " + std::to_string(date.year);
}

}  // namespace

CalendarView::CalendarView() : state_(std::make_unique<State>()) {}
CalendarView::~CalendarView() = default;

bool CalendarView::is_busy() const {
    return false;
}

void CalendarView::State::refresh(Context& context) {
    model.refresh(context);
    if (cursor == Day{}) cursor = today(context);
    cells.clear();
    drag.over.reset();
    drag.over_undated = false;
}

void CalendarView::State::draw_head(Context& context) {
    const Sizes& s = sizes();
    const ImVec2 top = ImGui::GetCursorScreenPos();
    text(page_title(is_month, cursor), title_style());
    const std::array<ChoiceItem, 2> spans{{{.label = "Month"}, {.label = "Week"}}};
    const float span_width = 170.0f * s.scale;
    const ButtonOptions channels{.icon = icons::kLayers, .shortcut = "C", .selected = by_channel};
    const std::string none = "No date " + std::to_string(model.undated().size());
    const ButtonOptions side{
        .icon = icons::kCalendarBlank, .shortcut = "B", .selected = shows_undated};
    const float room = 2.0f * s.control + 5.0f * s.sm + button_width("Today") + span_width +
                       button_width("By channel", channels) + button_width(none, side);
    ImGui::SetCursorScreenPos({top.x + std::max(width_left() - room, 200.0f * s.scale), top.y});
    if (icon_button("previous", icons::kChevronLeft, is_month ? "Month before" : "Week before",
                    {.kind = ButtonKind::Ghost, .shortcut = "Page up"}))
        turn(-1);
    ImGui::SameLine(0.0f, s.xs);
    if (button("today", "Today", {.shortcut = "T"})) {
        cursor = today(context);
        move_day(0);
    }
    ImGui::SameLine(0.0f, s.xs);
    if (icon_button("next", icons::kChevronRight, is_month ? "Month after" : "Week after",
                    {.kind = ButtonKind::Ghost, .shortcut = "Page down"}))
        turn(1);
    ImGui::SameLine(0.0f, s.sm);
    int span = is_month ? 0 : 1;
    if (segmented("span", span, spans, {.name = "Shown", .width = span_width}))
        is_month = span == 0;
    ImGui::SameLine(0.0f, s.sm);
    if (button("by-channel", "By channel", channels)) by_channel = !by_channel;
    ImGui::SameLine(0.0f, s.sm);
    if (button("show-undated", none, side)) shows_undated = !shows_undated;
    gap(s.sm);
    search_box("filter", context.filter().query, "Filter, as on the board", "/", kFilter * s.scale,
               std::exchange(focus_filter, false));
    ImGui::SameLine(0.0f, s.md);
    if (!model.query_error().empty()) {
        ImGui::AlignTextToFramePadding();
        text_ellipsis(model.query_error(), tone_style(Tone::Danger));
    } else {
        draw_legend();
    }
}

// What the shapes mean.
void CalendarView::State::draw_legend() {
    const Sizes& s = sizes();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = at.y + s.control * 0.5f;
    const float end = at.x + width_left();
    float x = at.x;
    const auto entry = [&](const char* glyph, std::string_view words) {
        const float wide =
            text_px(text_size::kIconSmall) + s.xs + text_width(words, caption_style());
        if (x + wide > end) return;
        const float half = text_px(text_size::kIconSmall) * 0.5f;
        draw_icon(list, {x + half, y}, glyph, theme().text_muted, text_size::kIconSmall);
        draw_text_middle(list, {x + 2.0f * half + s.xs, y}, words, caption_style());
        x += wide + s.md;
    };
    for (int i = 0; i <= static_cast<int>(EntryState::Milestone); ++i)
        entry(icon_of(static_cast<EntryState>(i)), words_of(static_cast<EntryState>(i)));
    entry(icons::kFixedDate, "Fixed date");
    entry(icons::kAlertCircle, "Late");
    place({std::max(1.0f, x - at.x), s.control});
}

void CalendarView::draw(Context& context) {
    State& state = *state_;
    state.refresh(context);
    const Sizes& s = sizes();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.xl, s.md});
    ImGui::BeginChild("calendar", {0, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar |
                          ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    state.keys.take();
    state.draw_head(context);
    gap(s.sm);
    const bool has_side = state.shows_undated && width_left() > kNarrow * s.scale;
    const float side = has_side ? std::min(kSide * s.scale, width_left() * 0.21f) : 0.0f;
    const float grid = width_left() - side - (has_side ? s.md : 0.0f);
    ImGui::BeginChild("days", {grid, 0}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar);
    state.draw_grid(context, state.page());
    ImGui::EndChild();
    if (has_side) {
        ImGui::SameLine(0.0f, s.md);
        state.draw_undated(context, side);
    }
    state.draw_opened_day(context);
    state.finish_drag(context);
    state.draw_ghost(context);
    state.draw_refused(context);
    ImGui::EndChild();
    state.draw_asking(context);
    for (const auto& act : std::exchange(state.later, {}))
        act(context);
}

void CalendarView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    const auto here = [state](Context&) { return state->keys.is_here(); };
    const auto add = [&](const char* id, const char* title, const char* icon,
                         std::vector<std::string> keys, bool repeats, auto run) {
        actions.add({.id = id,
                     .title = title,
                     .section = "Calendar",
                     .icon = icon,
                     .shortcuts = std::move(keys),
                     .enabled = here,
                     .keys_when = here,
                     .repeats = repeats,
                     .in_palette = !repeats,
                     .run = run});
    };
    const auto step = [state](int by) { return [state, by](Context&) { state->move_day(by); }; };
    const auto entry = [state](int by) {
        return [state, by](Context& context) { state->move_entry(context, by); };
    };
    const auto shift = [state](int by) {
        return [state, by](Context& context) {
            const auto from = date_of(context.workspace(), state->selected);
            if (state->selected && from) state->redate_to(context, state->selected, *from + by);
        };
    };
    add("calendar.left", "Day before", nullptr, {"Left"}, true, step(-1));
    add("calendar.right", "Day after", nullptr, {"Right"}, true, step(1));
    add("calendar.up", "Entry above, or the week before", nullptr, {"Up"}, true, entry(-1));
    add("calendar.down", "Entry below, or the week after", nullptr, {"Down"}, true, entry(1));
    add("calendar.earlier", "Date a day earlier", icons::kArrowLeft, {"Alt+Left"}, true, shift(-1));
    add("calendar.later", "Date a day later", icons::kArrowRight, {"Alt+Right"}, true, shift(1));
    add("calendar.week-earlier", "Date a week earlier", icons::kArrowUp, {"Alt+Up"}, true,
        shift(-7));
    add("calendar.week-later", "Date a week later", icons::kArrowDown, {"Alt+Down"}, true,
        shift(7));
    add("calendar.before", "Month or week before", nullptr, {"Page up"}, true,
        [state](Context&) { state->turn(-1); });
    add("calendar.after", "Month or week after", nullptr, {"Page down"}, true,
        [state](Context&) { state->turn(1); });
    add("calendar.open", "Open what is chosen", icons::kOpen, {"Enter"}, false,
        [state](Context& context) {
            if (state->selected) state->open(context, state->selected);
        });
    add("calendar.today", "Today", icons::kCalendar, {"T"}, false, [state](Context& context) {
        state->cursor = state->today(context);
        state->in_undated = false;
        state->move_day(0);
    });
    add("calendar.month", "Month", icons::kCalendar, {"M"}, false,
        [state](Context&) { state->is_month = true; });
    add("calendar.channels", "By channel, or all together", icons::kLayers, {"C"}, false,
        [state](Context&) { state->by_channel = !state->by_channel; });
    add("calendar.side", "Show or hide what has no date", icons::kCalendarBlank, {"B"}, false,
        [state](Context&) { state->shows_undated = !state->shows_undated; });
    add("calendar.undated", "To the list without a date, and back", icons::kCalendarBlank, {"L"},
        false, [state](Context&) {
            state->in_undated = !state->in_undated && !state->model.undated().empty();
            state->shows_undated = state->shows_undated || state->in_undated;
            state->selected = state->in_undated ? state->model.undated().front() : EntryRef{};
            if (!state->in_undated) state->move_day(0);
        });
    add("calendar.schedule", "Put it on the chosen day", icons::kCalendar, {"S"}, false,
        [state](Context& context) {
            if (state->selected) state->redate_to(context, state->selected, state->cursor);
        });
    add("calendar.clear", "Take its date away", icons::kDelete, {"Delete"}, false,
        [state](Context& context) {
            if (state->selected) state->redate_to(context, state->selected, std::nullopt);
        });
    add("calendar.filter", "Filter", icons::kFilter, {"/"}, false,
        [state](Context&) { state->focus_filter = true; });
    // Also how pictures of the week are taken, so it is possible from any screen.
    actions.add({.id = "calendar.week",
                 .title = "Week of the calendar",
                 .section = "Calendar",
                 .icon = icons::kCalendar,
                 .shortcuts = {"W"},
                 .keys_when = here,
                 .run = [state](Context& context) {
                     state->is_month = false;
                     context.go(Screen::Calendar);
                 }});
}

}  // namespace throughline::gui::calendar
