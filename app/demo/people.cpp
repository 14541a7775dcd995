// What waits for single people at the end of the story: mentions, somebody to consult, an
// escalation, actions, launch dates and steps on the calendar.
#include "app/demo/studio.h"
#include "core/base/period.h"
#include "core/rules/workflow.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::demo {
namespace {

constexpr std::array kMentions{
    "@lena can this wait for the new price list, or do we launch without it?",
    "@mira the second headline reads like a promise. Could you soften it?",
    "@nina sales asks for two more industries. I would say no, do you agree?",
    "@lena @sofia the agency wants half of the money up front. May I sign that?",
    "@jonas tracking is in place; please look at the numbers on Friday.",
    "@yuki the thumbnails are too dark on phones, see the attachment."};
constexpr std::array kSteps{"Draft agreed with product", "Translations back", "Speakers confirmed"};

// The day, or the Monday after it.
Day working(Day day) {
    const int over = weekday(day) - 4;
    return over > 0 ? day + (3 - over) : day;
}

}  // namespace

// Cards in process, from left to right and from the top.
std::vector<model::CardId> Studio::in_process() const {
    const rules::Workflow workflow = rules::Workflow::of(ws());
    std::vector<model::CardId> cards;
    for (const model::Column* column : workflow.columns) {
        if (!workflow.in_process(*workflow.index(column->id))) {
            continue;
        }
        for (const model::CardId id : ws().cards_in(column->id)) {
            cards.push_back(id);
        }
    }
    return cards;
}

void Studio::leave_something_for_people() {
    const Day today = zone_.day(*clock_);
    const std::vector<model::CardId> cards = in_process();
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const model::CardId id = cards[i];
        const std::string dri = handle(ws().find(id)->dri);
        model::TextMap set{{"consulted", i % 2 == 0 ? "lena" : "nina"},
                           {"informed", i % 3 == 0 ? "sofia\nlena" : "sofia"}};
        if (!ws().find(id)->due && i % 4 != 3) {
            set["due"] = to_text(working(today + 3 + static_cast<int>(i) * 2));
            set["due_reason"] = "The page it belongs to goes live on that day.";
        }
        run(dri, rules::EditCard{id, std::move(set), ""});
        if (i < kMentions.size()) {
            run(dri, rules::AddComment{id, {}, kMentions[i]});
        }
        if (i < kSteps.size()) {
            run(dri, rules::AddChecklistItem{id, kSteps[i],
                                             working(today + 1 + static_cast<int>(i) * 3)});
        }
    }
    const auto blocked =
        std::ranges::find_if(cards, [this](model::CardId id) { return ws().is_blocked(id); });
    if (blocked != cards.end()) {
        run(handle(ws().find(*blocked)->dri),
            rules::Escalate{*blocked, {}, "It has been blocked for days, and nobody answers."});
    }
    const auto action = [&](const char* owner, const char* text, int in_days) {
        record(owner, "action_item",
               {{"text", text}, {"owner", owner}, {"due", to_text(today + in_days)}});
    };
    action("lena", "Agree with legal on one day a week for our claims", -2);
    action("lena", "Show the team the two columns where cards wait longest", 0);
    action("nina", "Ask sales which battle cards they used this month", 5);
    const std::string quarter = quarter_of(today);
    std::vector<std::string> objectives;
    for (const model::Objective& one : ws().rows<model::Objective>()) {
        if (one.quarter == quarter && !one.closed) {
            objectives.push_back(model::key_of(one));
        }
    }
    std::ranges::sort(objectives);
    for (const std::string& key : objectives) {
        record("nina", "milestone",
               {{"objective", key},
                {"title", "Results shown to sales and product"},
                {"due", to_text(parse_period(quarter)->last - 8)}});
    }
}

}  // namespace throughline::demo
