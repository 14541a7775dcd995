// A meeting that runs: its agenda with clocks, the present part, what was written down, the keys.
#include "app/gui/context/clock_model.h"
#include "app/gui/palette/key_line.h"
#include "app/gui/reviews/reviews_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "core/report/monthly.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::reviews {
namespace {

constexpr float kCourse = 250.0f;  // unscaled widths
constexpr float kEntries = 320.0f;
constexpr float kHead = 64.0f;  // unscaled height

constexpr std::array kKeys{"reviews.next",      "reviews.back",    "reviews.note",
                           "reviews.decision",  "reviews.action",  "reviews.commitment",
                           "reviews.line-open", "reviews.kept",    "reviews.missed",
                           "reviews.dropped",   "reviews.request", "reviews.full",
                           "reviews.end",       "reviews.leave"};

ImU32 ink_of(Pace pace) {
    switch (pace) {
        case Pace::Good: return theme().text_muted;
        case Pace::Amber: return theme().tone(Tone::Warning).ink;
        case Pace::Red: return theme().tone(Tone::Danger).ink;
    }
    return theme().text;
}

std::size_t count_lines(const std::vector<Section>& sections) {
    std::size_t count = 0;
    for (const Section& section : sections)
        count += section.lines.size();
    return count;
}

// What was spent in a part, the stop that is up included.
Duration spent_in(const Place& place, std::size_t part, Instant now) {
    Duration spent;
    for (const auto& [of, time] : place.spent) {
        if (of.first == place.course.parts[part].handle) spent += time;
    }
    if (place.at().part == part) spent += now - place.since;
    return spent;
}

}  // namespace

void ReviewsView::State::draw_clock(Context& context, const model::Meeting& held,
                                    ImVec2 right_top) {
    const Sizes& s = sizes();
    const Place& here = *place(context);
    const Clock clock =
        make_clock(context.now() - held.started_at, minutes(here.course.all_minutes));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const TextStyle large{.size = text_size::kDisplay,
                          .weight = Weight::Semibold,
                          .colour = clock.pace == Pace::Good ? theme().text : ink_of(clock.pace)};
    const float x = right_top.x - text_width(clock.elapsed, large);
    draw_text(list, {x, right_top.y}, clock.elapsed, large);
    const auto line = [&](float y, const std::string& words, Pace pace) {
        const TextStyle style{.size = text_size::kBody, .colour = ink_of(pace)};
        draw_text(list, {x - s.lg - text_width(words, style), y}, words, style);
    };
    const float row = line_height(body_style());
    line(right_top.y, "Whole meeting: " + clock.words, clock.pace);
    const Stop& stop = here.at();
    const bool is_own_round = stop.person && held.kind != model::MeetingKind::WeeklySync;
    const Duration spent =
        is_own_round
            ? [&] {
                  const auto found = here.spent.find({here.part().handle, stop.person});
                  const Duration before = found == here.spent.end() ? Duration{} : found->second;
                  return before + (context.now() - here.since);
              }()
            : spent_in(here, stop.part, context.now());
    const Clock own = make_clock(
        spent, minutes(is_own_round ? here.part().minutes : here.course.minutes[stop.part]));
    line(right_top.y + row, "This part: " + own.elapsed + ", " + own.words, own.pace);
    constexpr std::int64_t second = kMicrosPerSecond;
    context.redraw_at({(context.now().us / second + 1) * second});
}

void ReviewsView::State::draw_head(Context& context, const model::Meeting& held) {
    const Sizes& s = sizes();
    const float height = kHead * s.scale;
    const float width = width_left();
    const ImVec2 at = gui::place({width, height});
    const float right = at.x + width;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float room = (right - at.x) * 0.55f;
    const TextStyle large{.size = text_size::kTitle, .weight = Weight::Semibold};
    draw_text(list, at, report::title_of(held), large, room);
    std::string below =
        model::key_of(held) + ", led by " + person_name(context.workspace(), held.led_by);
    if (!held.present.empty()) below += ", " + std::to_string(held.present.size()) + " present";
    draw_text(list, {at.x, at.y + line_height(large) + s.xxs}, below, muted_style(), room);
    draw_clock(context, held, {right, at.y});
}

void ReviewsView::State::draw_course(Context& context, Place& here) {
    const Sizes& s = sizes();
    const Instant now = context.now();
    std::optional<std::size_t> wanted;
    for (std::size_t i = 0; i < here.course.parts.size(); ++i) {
        const model::AgendaPart& item = here.course.parts[i];
        const bool is_here = here.at().part == i;
        const Clock clock = make_clock(spent_in(here, i, now), minutes(here.course.minutes[i]));
        const float height = 2.0f * line_height(body_style()) + s.sm;
        const RowState row = list_row(("part:" + item.handle).c_str(), item.title, is_here, height);
        if (row.pressed) wanted = here.course.first_stop(i);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float inner = row.max.x - row.min.x - 2.0f * s.sm;
        const float y = row.min.y + s.xs;
        draw_text(list, {row.min.x + s.sm, y}, item.title,
                  {.weight = is_here ? Weight::Semibold : Weight::Regular}, inner);
        const std::string time = clock.elapsed + " of " + std::to_string(here.course.minutes[i]) +
                                 " min" + (clock.pace == Pace::Red ? ", over" : "");
        draw_text(list, {row.min.x + s.sm, y + line_height(body_style())}, time,
                  {.size = text_size::kSmall, .colour = ink_of(clock.pace)}, inner);
        if (!is_here || !here.course.is_round(i)) continue;
        for (std::size_t stop = here.course.first_stop(i);
             stop < here.course.stops.size() && here.course.stops[stop].part == i; ++stop) {
            const model::Person* person = context.workspace().find(here.course.stops[stop].person);
            if (person == nullptr) continue;
            const RowState one = list_row(("round:" + person->handle).c_str(), person->name,
                                          stop == here.stop, s.control_small);
            if (one.pressed) wanted = stop;
            const float middle = (one.min.y + one.max.y) * 0.5f;
            draw_text_middle(list, {one.min.x + s.lg, middle}, person->name,
                             {.size = text_size::kSmall,
                              .weight = stop == here.stop ? Weight::Semibold : Weight::Regular},
                             one.max.x - one.min.x - s.lg - s.sm);
            if (stop == here.stop) scroll_into_view(one.min, one.max);
        }
    }
    if (wanted) later.emplace_back([this, stop = *wanted](Context& c) { go_to(c, stop); });
}

void ReviewsView::State::draw_content(Context& context, const Place& here) {
    const Sizes& s = sizes();
    std::string title = here.part().title;
    if (const model::Person* person = context.workspace().find(here.at().person)) {
        title += ": " + person->name;
        const auto& present = opened(context)->present;
        if (std::ranges::find(present, person->id) == present.end()) title += " (not here)";
    }
    paragraph(title, title_style());
    if (!here.part().help.empty()) paragraph(here.part().help, muted_style());
    gap(s.md);
    if (content.empty())
        paragraph(
            "This part has no figures of its own. N writes down what is said, D what is "
            "decided.",
            muted_style());
    draw_sections(context, content, 0);
}

void ReviewsView::State::draw_entries(Context& context) {
    text("Written down", {.size = text_size::kHeading, .weight = Weight::Semibold});
    gap(sizes().sm);
    if (entries.empty())
        paragraph(
            "Nothing yet. N note, D decision, A action, C commitment: each is shown here at "
            "once, and Enter changes it.",
            muted_style());
    draw_sections(context, entries, count_lines(content));
}

void ReviewsView::State::draw_running(Context& context) {
    const Sizes& s = sizes();
    Place* here = place(context);
    draw_head(context, *opened(context));
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float foot = palette::key_line_height(*actions, kKeys) + s.md;
    const float height = std::max(160.0f * s.scale, room.y - foot);
    const float left = std::min(kCourse * s.scale, room.x * 0.22f);
    const float right = std::min(kEntries * s.scale, room.x * 0.28f);
    begin_panel("course", {left, height});
    draw_course(context, *here);
    end_panel();
    ImGui::SameLine(0, s.md);
    // A panel of its own for each stop, so that each begins at its top.
    ImGui::PushID(static_cast<int>(here->stop));
    begin_panel("content", {room.x - left - right - 2.0f * s.md, height});
    draw_content(context, *here);
    end_panel();
    ImGui::PopID();
    ImGui::SameLine(0, s.md);
    begin_panel("entries", {right, height});
    draw_entries(context);
    end_panel();
    gap(s.sm);
    palette::draw_key_line(context, *actions, kKeys, "reviews.next");
}

}  // namespace throughline::gui::reviews
