// The head of the standup with its clock, and the line of keys at the foot.
#include "app/gui/palette/key_line.h"
#include "app/gui/standup/state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "imgui.h"

#include <array>
#include <span>

namespace throughline::gui::standup {
namespace {

constexpr float kHead = 72.0f;  // unscaled

constexpr std::array kOverviewKeys{
    "standup.start",   "standup.kept",         "standup.missed",        "standup.dropped",
    "standup.present", "standup.end-overview", "standup.leave-overview"};
constexpr std::array kWalkKeys{"standup.next",    "standup.back", "standup.block",
                               "standup.unblock", "standup.note", "standup.commitment",
                               "standup.card",    "standup.end",  "standup.leave"};
constexpr std::array kSummaryKeys{"standup.copy", "standup.save", "standup.close"};

std::span<const char* const> keys_of(Stage stage) {
    switch (stage) {
        case Stage::Overview: return kOverviewKeys;
        case Stage::Walk: return kWalkKeys;
        case Stage::Summary: return kSummaryKeys;
    }
    return {};
}

// The one most often pressed.
std::string_view first_of(Stage stage) {
    switch (stage) {
        case Stage::Overview: return "standup.start";
        case Stage::Walk: return "standup.next";
        case Stage::Summary: return "standup.copy";
    }
    return {};
}

ImU32 ink_of(Pace pace) {
    switch (pace) {
        case Pace::Good: return theme().text;
        case Pace::Amber: return theme().tone(Tone::Warning).ink;
        case Pace::Red: return theme().tone(Tone::Danger).ink;
    }
    return theme().text;
}

}  // namespace

void StandupView::State::draw_head(Context& context) {
    const Sizes& s = sizes();
    const float height = kHead * s.scale;
    const ImVec2 at_left = place({width_left(), height});
    const float right = at_left.x + width_left();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const model::Meeting* held = find_meeting(context);
    const std::string title = held == nullptr ? "Standup" : "Standup " + model::key_of(*held);
    const TextStyle large = styled(text_size::kDisplay, Weight::Semibold);
    draw_text(list, at_left, title, large, (right - at_left.x) * 0.5f);
    const Instant began = held == nullptr ? context.now() : held->started_at;
    std::string below =
        long_date(context.zone().day(began)) + ", " + clock_time(context.zone(), began);
    if (stage == Stage::Walk && !walk.stops.empty())
        below = std::to_string(at + 1) + " of " + std::to_string(walk.stops.size()) + ", column " +
                std::to_string(walk.stops[at].column + 1) + " of " +
                std::to_string(walk.columns.size());
    if (stage == Stage::Overview && held != nullptr) below = "Going on since " + below;
    draw_text(list, {at_left.x, at_left.y + line_height(large)}, below,
              styled(text_size::kHeading, Weight::Regular, theme().text_muted),
              (right - at_left.x) * 0.5f);
    if (held != nullptr && !held->ended_at) draw_timer(context, {right, at_left.y});
}

void StandupView::State::draw_timer(Context& context, ImVec2 right_top) {
    const model::Meeting& held = *find_meeting(context);
    const bool walking = stage == Stage::Walk && to_come > 0;
    const Timer timer =
        make_timer(held.started_at, context.now(), walking ? focus_since : context.now(),
                   walking ? to_come : 0, held.present.size());
    const Sizes& s = sizes();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const TextStyle clock = styled(text_size::kHuge, Weight::Semibold, ink_of(timer.pace));
    const float clock_x = right_top.x - text_width(timer.elapsed, clock);
    draw_text(list, {clock_x, right_top.y}, timer.elapsed, clock);
    const auto line = [&](float y, const std::string& words, Pace pace) {
        const TextStyle style = styled(text_size::kHeading, Weight::Regular,
                                       pace == Pace::Good ? theme().text_muted : ink_of(pace));
        draw_text(list, {clock_x - s.lg - text_width(words, style), y}, words, style);
    };
    const float row = line_height(styled(text_size::kHeading));
    line(right_top.y, timer.words, timer.pace);
    line(right_top.y + row,
         timer.card_words.empty() ? timer.person_words : "This card " + timer.card_words,
         timer.card_pace);
    if (!timer.card_words.empty()) line(right_top.y + 2 * row, timer.person_words, Pace::Good);
    constexpr std::int64_t second = kMicrosPerSecond;
    context.redraw_at({(context.now().us / second + 1) * second});
}

float StandupView::State::keys_height() const {
    return palette::key_line_height(*actions, keys_of(stage));
}

void StandupView::State::draw_keys(Context& context) {
    palette::draw_key_line(context, *actions, keys_of(stage), first_of(stage));
}

}  // namespace throughline::gui::standup
