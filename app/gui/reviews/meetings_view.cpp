// Meetings: what runs and is due, and those that were held.
#include "app/gui/reviews/reviews_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/table.h"
#include "core/base/text.h"
#include "core/report/monthly.h"
#include "imgui.h"

#include <array>

namespace throughline::gui::reviews {
namespace {

enum Column { kKey, kTitle, kWhen, kCounts, kPublished };

constexpr std::array kColumns{TableColumn{.title = "Key", .width = 64, .sortable = false},
                              TableColumn{.title = "Meeting", .weight = 1.5f, .sortable = false},
                              TableColumn{.title = "Held", .width = 210, .sortable = false},
                              TableColumn{.title = "What came out", .sortable = false},
                              TableColumn{.title = "Published", .width = 250, .sortable = false}};

// What each kind is for, in the words of somebody who has never held one.
std::string_view purpose_of(model::MeetingKind kind) {
    switch (kind) {
        case model::MeetingKind::Standup: return "";
        case model::MeetingKind::Replenishment:
            return "15 minutes: which requests enter ready, within its places.";
        case model::MeetingKind::WeeklySync:
            return "30 minutes: last week's commitments, blockers, decisions, this week's.";
        case model::MeetingKind::MonthlyReview:
            return "90 minutes: KPIs against target, a round of the DRIs, decisions.";
        case model::MeetingKind::QuarterlyPlanning:
            return "The quarter scored, new objectives, people and money.";
        case model::MeetingKind::AnnualStrategy:
            return "The one thing that must be true, the bets, what is not done.";
    }
    return "";
}

}  // namespace

void ReviewsView::State::draw_due(Context& context) {
    const Sizes& s = sizes();
    const Day today = context.zone().day(context.now());
    for (const rules::DueMeeting& one : due) {
        const std::string name(model::name_of(one.kind));
        begin_panel(("due:" + name).c_str(), {0, 0}, theme().card);
        ImGui::AlignTextToFramePadding();
        text(report::title_of(one.kind), {.weight = Weight::Semibold});
        ImGui::SameLine(0.0f, s.sm);
        text(report::period_words(one.period), muted_style());
        ImGui::SameLine(0.0f, s.sm);
        const DueWords words = due_words_of(one, today);
        chip(words.words, chip_of(words.mood));
        const std::string label = one.running ? "Go on" : "Start";
        const ButtonOptions options{
            .kind = one.running || one.is_due(today) ? ButtonKind::Primary : ButtonKind::Secondary,
            .icon = icons::kPlay};
        ImGui::SameLine(0.0f, s.md);
        text_ellipsis(purpose_of(one.kind), caption_style(),
                      width_left() - button_width(label, options) - s.md);
        align_right(button_width(label, options));
        if (button(("start:" + name).c_str(), label, options)) {
            if (one.running) {
                meeting = one.running;
                cursor = 0;
            } else {
                ask_start(context, one.kind, one.period);
            }
        }
        end_panel();
        gap(s.xs);
    }
}

void ReviewsView::State::draw_meetings(Context& context) {
    section_header("Running and due", {},
                   "Enter on a button starts it. Everything in it works by keys.");
    gap(sizes().sm);
    draw_due(context);
    gap(sizes().lg);
    section_header("Held", std::to_string(meetings.size()),
                   unpublished == 0 ? std::string_view()
                                    : std::string_view("Decisions are sent round within 24 hours: "
                                                       "open the meeting and press P."));
    gap(sizes().sm);
    TableSort sort;
    const auto cell = [&](int row, int column) {
        const MeetingLine& line = meetings[static_cast<std::size_t>(row)];
        switch (static_cast<Column>(column)) {
            case kKey: table_text(line.key, theme().text_muted); return;
            case kTitle: table_text(line.title); return;
            case kWhen: table_text(line.when); return;
            case kCounts: table_text(line.counts, theme().text_muted); return;
            case kPublished: table_chip(line.published, chip_of(line.mood)); return;
        }
    };
    const TableEvents events = table(
        "meetings", kColumns, static_cast<int>(meetings.size()), sort, cell,
        [&](int row) { return "meeting:" + meetings[static_cast<std::size_t>(row)].key; },
        {.height = -1.0f,
         .selected = meeting_row,
         .empty_text = "No meeting was held yet. Start one above: its agenda fills itself from the "
                       "board, and what is decided in it is kept here."});
    if (events.clicked >= 0) meeting_row = events.clicked;
    if (events.activated >= 0) {
        meeting = meetings[static_cast<std::size_t>(events.activated)].id;
        cursor = 0;
    }
}

}  // namespace throughline::gui::reviews
