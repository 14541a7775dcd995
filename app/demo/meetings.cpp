// The meetings of the demo team: replenishment and sync every Monday, a review in the first days of
// a month, planning at the begin of a quarter; with what people said, decided, promised and kept.
#include "app/demo/studio.h"
#include "core/base/period.h"
#include "core/rules/due_meetings.h"

#include <algorithm>
#include <array>

namespace throughline::demo {
namespace {

using model::MeetingKind;

struct Promise {
    const char* who;
    const char* text;
};
constexpr std::array kWeekly{
    Promise{"mira", "Guide for new accounts out to two customers for comment"},
    Promise{"jonas", "Media plan of the mid-market campaign agreed with the agency"},
    Promise{"amelie", "First draft of the logistics customer story"},
    Promise{"yuki", "Three ideas for the category page, one of them risky"},
    Promise{"diego", "Battle card tested in two sales calls"},
    Promise{"mira", "Onboarding mails two and three rewritten"},
    Promise{"jonas", "Search terms without a single demo switched off"},
    Promise{"amelie", "Interview with the customer in Lyon booked"},
    Promise{"yuki", "Launch pictures chosen with product"},
    Promise{"diego", "Win and loss calls of last month summed up on a page"},
};
constexpr std::array kReasons{
    "The customer moved the call to next week.", "Legal had the text until Friday.",
    "Two days were lost to the launch page.", "Was ill from Wednesday on."};
constexpr std::array kNotes{
    "Sales asks for fewer, better battle cards. Diego takes the list with him.",
    "Two launches want the same designer in one week. Nina decides which one moves.",
    "The pilot customers read the guide on their phones: check the tables there.",
    "Webinar sign-ups came from the newsletter, not from paid search.",
    "Legal is quicker when the claim comes with its source."};

struct Talk {
    const char* part;
    const char* who;  // whose round; "" outside of rounds
    const char* text;
};
constexpr std::array kReviewTalks{
    Talk{"context", "", "Two competitors cut their prices. Nobody has lost a deal over it yet."},
    Talk{"context", "",
         "The trade press wrote about mid-market buyers twice; we were quoted once."},
    Talk{"scorecard", "",
         "Cost per opportunity fell because webinars grew, not because search did."},
    Talk{"scorecard", "",
         "Returning readers: one good month is noise, we look again in four weeks."},
    Talk{"rounds", "nina", "Demo requests depend on two campaigns; the second one starts late."},
    Talk{"rounds", "mira", "Activation rises where the first mail names the use case."},
    Talk{"rounds", "diego", "Sellers use four of ten battle cards. The other six are retired."},
    Talk{"rounds", "nina", "Without a second designer the June launch and the fair collide."}};

struct Decided {
    const char* text;
    const char* why;
    const char* executor;
};
constexpr std::array kReviewDecisions{
    Decided{"Webinars get a fixed slot every second Thursday",
            "Planned ones brought twice the sign-ups of the others", "jonas"},
    Decided{"No new battle card without two sellers who ask for it", "Six of ten were never opened",
            "diego"},
    Decided{"The price page is rewritten before the next campaign starts",
            "A third of the visitors leave there", "mira"},
    Decided{"One freelance designer for eight weeks, from the campaign budget",
            "Design was the longest queue of the month", "nina"}};

struct Agreed {
    const char* text;
    const char* owner;
};
constexpr std::array kReviewActions{
    Agreed{"Ask finance for the freelance contract", "nina"},
    Agreed{"Write down how a claim is agreed with legal", "mira"},
    Agreed{"Show the sales leads how to ask for a battle card", "diego"},
    Agreed{"Move the media plan into the shared calendar", "jonas"}};

constexpr std::array kTopOfMonth{
    Promise{"nina", "Second mid-market campaign live, with its landing page measured"},
    Promise{"mira", "Activation mails tested against each other on all new accounts"},
    Promise{"diego", "Win rate looked at by segment, with one proposal to sales"},
    Promise{"jonas", "Search budget moved where demos come from"}};

}  // namespace

model::MeetingId Studio::start_meeting(const std::string& who, MeetingKind kind,
                                       const std::string& period) {
    std::vector<model::PersonId> present;
    for (const char* one : {"lena", "nina", "mira", "jonas", "amelie", "yuki", "diego"}) {
        if (!plan_random_.chance(0.08)) {
            present.push_back(ws().person_by_handle(one)->id);
        }
    }
    if (!run(who, rules::StartMeeting{kind, std::move(present), period})) {
        return {};
    }
    for (const model::Meeting& one : ws().rows<model::Meeting>()) {
        if (one.kind == kind && !one.ended_at) {
            return one.id;
        }
    }
    return {};
}

void Studio::end_meeting(const std::string& who, model::MeetingId meeting, int lasts_minutes,
                         bool published) {
    const Instant started = ws().find(meeting)->started_at;
    *clock_ = std::max(*clock_, started + minutes(lasts_minutes));
    run(who, rules::EndMeeting{meeting});
    if (published) {
        *clock_ = *clock_ + minutes(12);
        run(who, rules::PublishMeeting{meeting});
    }
}

// Most promises are kept; the others say why.
void Studio::answer_promises(MeetingKind kind) {
    std::vector<std::pair<model::CommitmentId, std::string>> open;
    for (const model::Commitment& one : ws().rows<model::Commitment>()) {
        const model::Meeting* made = ws().find(one.meeting);
        if (one.state == model::CommitmentState::Open && made != nullptr && made->kind == kind) {
            open.emplace_back(one.id, handle(one.person));
        }
    }
    std::ranges::sort(open);
    for (const auto& [id, who] : open) {
        const bool kept = plan_random_.chance(0.78);
        run(who, rules::CloseCommitment{
                     id, kept ? model::CommitmentState::Kept : model::CommitmentState::Missed,
                     kept ? "" : kReasons[plan_random_.below(kReasons.size())]});
    }
}

void Studio::promise(model::MeetingId meeting, const char* who, const char* text, Day due) {
    run("lena", rules::AddCommitment{meeting, ws().person_by_handle(who)->id, {}, {}, text, due});
}

// Every morning; now and then somebody writes down what blocks.
void Studio::standup(Day day) {
    const model::MeetingId standup = start_meeting("lena", MeetingKind::Standup, "");
    if (!standup) {
        return;
    }
    answer_promises(MeetingKind::Standup);
    if (plan_random_.chance(0.3)) {
        run("nina",
            rules::AddNote{standup, "review", {}, {}, kNotes[plan_random_.below(kNotes.size())]});
    }
    if (plan_random_.chance(0.2)) {
        const Promise& one = kWeekly[plan_random_.below(kWeekly.size())];
        promise(standup, one.who, one.text, day + 1);
    }
    end_meeting("lena", standup, 9 + static_cast<int>(plan_random_.below(6)), false);
}

// Mondays: what enters ready, and the sync.
void Studio::weekly_meetings(Day day) {
    const std::string week = rules::usual_period(MeetingKind::WeeklySync, day);
    if (const auto replenishment = start_meeting("lena", MeetingKind::Replenishment, week)) {
        end_meeting("lena", replenishment, 11 + static_cast<int>(plan_random_.below(6)), false);
    }
    const model::MeetingId sync = start_meeting("lena", MeetingKind::WeeklySync, week);
    if (!sync) {
        return;
    }
    answer_promises(MeetingKind::WeeklySync);
    run("nina",
        rules::AddNote{sync, "blockers", {}, {}, kNotes[plan_random_.below(kNotes.size())]});
    const std::size_t first = plan_random_.below(kWeekly.size());
    const Day due = rules::usual_due(MeetingKind::WeeklySync, week, day);
    for (std::size_t i = 0; i < 4; ++i) {
        const Promise& one = kWeekly[(first + i) % kWeekly.size()];
        promise(sync, one.who, one.text, due);
    }
    end_meeting("lena", sync, 24 + static_cast<int>(plan_random_.below(10)), false);
}

// The review of the month that is over.
void Studio::monthly_review(Day day) {
    const model::MeetingId review =
        start_meeting("sofia", MeetingKind::MonthlyReview, next_month(month_of(day), -1));
    if (!review) {
        return;
    }
    answer_promises(MeetingKind::MonthlyReview);
    const auto turn = static_cast<std::size_t>(months_);
    for (std::size_t i = turn % 2; i < kReviewTalks.size(); i += 2) {
        const Talk& one = kReviewTalks[i];
        const model::Person* person = ws().person_by_handle(one.who);
        run("lena", rules::AddNote{review,
                                   one.part,
                                   {},
                                   person == nullptr ? model::PersonId{} : person->id,
                                   one.text});
    }
    const std::string key = model::key_of(*ws().find(review));
    const Decided& decided = kReviewDecisions[turn % kReviewDecisions.size()];
    record("sofia", "decision",
           {{"text", decided.text},
            {"rationale", decided.why},
            {"decider", "sofia"},
            {"executor", decided.executor},
            {"due", to_text(day + 18)},
            {"meeting", key}});
    const Agreed& agreed = kReviewActions[turn % kReviewActions.size()];
    record("lena", "action_item",
           {{"text", agreed.text},
            {"owner", agreed.owner},
            {"due", to_text(day + 12)},
            {"source", "meeting:" + key}});
    const Day due = rules::usual_due(MeetingKind::MonthlyReview, month_of(day), day);
    for (const Promise& one : kTopOfMonth) {
        promise(review, one.who, one.text, due);
    }
    end_meeting("sofia", review, 84 + static_cast<int>(plan_random_.below(14)), turn % 4 != 1);
}

// In the first week of a quarter: the last one in retrospect, this one planned.
void Studio::quarterly_planning(Day day) {
    const model::MeetingId session =
        start_meeting("sofia", MeetingKind::QuarterlyPlanning, quarter_of(day));
    if (!session) {
        return;
    }
    run("sofia", rules::AddNote{session,
                                "retro",
                                {},
                                {},
                                "What was measured weekly moved; what was measured at the end of "
                                "the quarter did not."});
    run("nina", rules::AddNote{session,
                               "capacity",
                               {},
                               {},
                               "Two people are away in the last three weeks: nothing large is "
                               "due then."});
    record("sofia", "decision",
           {{"text", "Each objective keeps its DRI for this quarter"},
            {"rationale", "Changing them last time cost three weeks"},
            {"decider", "sofia"},
            {"executor", "lena"},
            {"due", to_text(day + 7)},
            {"meeting", model::key_of(*ws().find(session))}});
    end_meeting("sofia", session, 138, true);
}

// What the calendar asks for at this hour of a working day.
void Studio::meet(Day day, int hour_of_day) {
    constexpr int kMorning = 9;
    constexpr int kStandup = 10;
    constexpr int kAfternoon = 14;
    constexpr int kReviewDay = 4;  // of the month, or the first working day after it
    if (weekday(day) == 0 && hour_of_day == kMorning) {
        weekly_meetings(day);
    }
    if (hour_of_day == kStandup) {
        standup(day);
    }
    if (hour_of_day != kAfternoon) {
        return;
    }
    // The story begins within a month and a quarter: those are not looked back at.
    if (reviewed_.empty()) {
        reviewed_ = month_of(day);
        planned_ = quarter_of(day);
    }
    if (civil(day).day >= kReviewDay && reviewed_ != month_of(day)) {
        reviewed_ = month_of(day);
        monthly_review(day);
    } else if (civil(day).day > kReviewDay && planned_ != quarter_of(day)) {
        planned_ = quarter_of(day);
        quarterly_planning(day);
    }
}

}  // namespace throughline::demo
