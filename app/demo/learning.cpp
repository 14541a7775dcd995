// What the demo team learns and how it is governed: risks looked at again, retros with their
// actions, an experiment with a lean review, process maps, words, registers, training, assessments,
// and requests that file themselves.
#include "app/demo/studio.h"
#include "core/base/period.h"
#include "core/rules/limits.h"
#include "core/rules/recurrence.h"
#include "core/rules/workflow.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace throughline::demo {
namespace {

constexpr int kExperimentBegins = 70;  // days after the story does
constexpr std::int64_t kForgottenRisk = 14;

struct Step {
    const char* form;
    const char* title;
    const char* role;
    const char* inputs;
    const char* outputs;
    const char* hours;
    const char* rule;
};
constexpr std::array kSteps{
    Step{"campaign-launch", "Agree the message", "DRI with product", "Brief, customer quotes",
         "Message house", "8", "Product and sales both say yes, else the VP decides in a day"},
    Step{"campaign-launch", "Build the audience", "Marketing operations", "Segment of the brief",
         "Audience list, checked", "6", "Below 500 contacts the channel is changed"},
    Step{"campaign-launch", "Make the creative", "Designer", "Message house",
         "Creative per channel", "24", ""},
    Step{"campaign-launch", "Review", "Marketing lead", "Creative, copy, claims",
         "Approval or one list of changes", "4", "One round; a second one needs the DRI's reason"},
    Step{"campaign-launch", "Tracking and landing page", "Marketing operations",
         "Approved creative", "Tagged links, page live in test", "8",
         "No launch without a test conversion"},
    Step{"campaign-launch", "Launch", "DRI", "Everything above", "Campaign live, sales briefed",
         "3", ""},
    Step{"campaign-launch", "Measure", "DRI", "Two weeks of data", "Result beside its target", "4",
         "Below half of the target it stops after two weeks"},
    Step{"content-asset", "Outline", "Writer", "Brief, source material", "Outline of one page", "4",
         "The requester agrees to the outline, not to the draft"},
    Step{"content-asset", "Draft", "Writer", "Outline", "Draft with sources", "16", ""},
    Step{"content-asset", "Check the facts", "Product marketing", "Draft", "Claims with evidence",
         "4", "A claim without evidence is taken out"},
    Step{"content-asset", "Design", "Designer", "Checked draft", "Asset in the brand", "12", ""},
    Step{"content-asset", "Publish and link", "Web", "Asset, address", "Live page, linked twice",
         "2", ""}};

struct Word {
    const char* word;
    const char* meaning;
};
constexpr std::array kWords{
    Word{"Activation", "A new account with three active users within 7 days."},
    Word{"Battle card", "One page that answers the objections of one competitor."},
    Word{"DRI", "The one person who answers for an outcome."},
    Word{"ICP", "Companies of 50 to 500 people with an operations lead."},
    Word{"Lean review", "One reviewer, one list of changes, one round."},
    Word{"Message house", "One promise, three reasons, the proof for each."},
    Word{"Mid-market", "Companies of 50 to 500 people."},
    Word{"Opportunity", "A lead that sales accepted after a first call."},
    Word{"Service level", "The days within which 85% of cards of a class are done."},
    Word{"Signal", "A value outside of the limits of its own history; not noise."},
    Word{"Tier 1 launch", "All channels, one date, agreed with sales and product."},
    Word{"Win-back", "A mail to accounts without a login for 60 days."}};

struct Register {
    const char* table;
    model::TextMap set;
    int review;  // days after the story begins
};

std::vector<Register> registers() {
    return {{"tool",
             {{"name", "CRM"},
              {"owner", "lena"},
              {"yearly_cost", "38000"},
              {"data_flows", "Leads and deals, both ways with the mail tool, every hour"}},
             200},
            {"tool",
             {{"name", "Mail and automation"},
              {"owner", "jonas"},
              {"yearly_cost", "21600"},
              {"data_flows", "Segments from the CRM; clicks and consent back to it"}},
             210},
            {"tool",
             {{"name", "Web analytics"},
              {"owner", "yuki"},
              {"yearly_cost", "9400"},
              {"data_flows", "Visits and conversions, without names, to the warehouse"}},
             150},
            {"tool",
             {{"name", "Webinar platform"},
              {"owner", "nina"},
              {"yearly_cost", "5200"},
              {"data_flows", "Attendance to the CRM, by file after each webinar"}},
             230},
            {"data_domain",
             {{"name", "Leads"},
              {"owner", "lena"},
              {"contract", "One record a person; source and consent are always filled in"},
              {"refresh", "every hour"}},
             220},
            {"data_domain",
             {{"name", "Campaign costs"},
              {"owner", "jonas"},
              {"contract", "Committed and spent by channel, in EUR, without tax"},
              {"refresh", "weekly, on Monday"}},
             225},
            {"data_domain",
             {{"name", "Product use"},
              {"owner", "mira"},
              {"contract", "Active users by account and day; no names"},
              {"refresh", "daily"}},
             215},
            {"training",
             {{"name", "Writing claims that hold"},
              {"role", "Writers and designers"},
              {"owner", "nina"},
              {"people", "mira\namelie\nyuki"},
              {"done_people", "mira\namelie"}},
             205},
            {"training",
             {{"name", "Consent and privacy"},
              {"role", "Everybody who sends mail"},
              {"owner", "lena"},
              {"people", "jonas\nmira\ndiego\nnina"},
              {"done_people", "jonas\nmira\ndiego\nnina"}},
             240},
            {"training",
             {{"name", "Reading a process behaviour chart"},
              {"role", "Leads"},
              {"owner", "sofia"},
              {"people", "nina\nlena\nsofia"},
              {"done_people", "lena"}},
             235}};
}

}  // namespace

void Studio::learning(Day day) {
    if (!learning_begun_) {
        learning_begun_ = true;
        begin_learning(day);
    }
    file_due(day);
    label_paths(day);
    if (weekday(day) == 0) {
        look_at_risks(day);
        finish_actions(day);
    }
    if (day - story_begin_ > kExperimentBegins && ws().rows<model::Experiment>().size() == 0) {
        begin_experiments(day);
    }
    assess(day);
    look_back(day);
}

void Studio::begin_learning(Day day) {
    story_begin_ = day;
    std::map<std::string, int> steps;
    for (const Step& one : kSteps) {
        record("lena", "process_step",
               {{"template", one.form},
                {"position", std::to_string(++steps[one.form])},
                {"title", one.title},
                {"role", one.role},
                {"inputs", one.inputs},
                {"outputs", one.outputs},
                {"hours", one.hours},
                {"decision_rule", one.rule}});
    }
    for (const Word& one : kWords) {
        record("nina", "glossary_word", {{"word", one.word}, {"meaning", one.meaning}});
    }
    for (Register& one : registers()) {
        one.set["review_on"] = to_text(day + one.review);
        record("lena", one.table, std::move(one.set));
    }
    record("lena", "risk",
           {{"title", "New consent rules halve the mail list"},
            {"owner", "jonas"},
            {"probability", "3"},
            {"impact", "5"},
            {"mitigation", "Consent is asked again in every form from now on"},
            {"trigger_sign", "The regulator publishes the final text"},
            {"review_on", to_text(day + 30)}});
    record("lena", "risk",
           {{"title", "One person alone knows the tracking set-up"},
            {"owner", "lena"},
            {"probability", "4"},
            {"impact", "3"},
            {"mitigation", "Two days of pairing a month, and a page that describes it"},
            {"review_on", to_text(day + 30)}});
    begin_schedules(day);
}

void Studio::begin_schedules(Day day) {
    record("lena", "schedule",
           {{"template", "email"},
            {"title", "Monthly newsletter"},
            {"answers",
             "what: Readers learn three things they can use on the same day.\n"
             "audience: Newsletter readers\nwhy_now: It comes out on the same day each month.\n"
             "success_measure: Click rate\nsuccess_baseline: 2.1%\nsuccess_target: 3%\n"
             "objective: triage\nsegment: Newsletter readers in all regions\nsequence: One mail"},
            {"every", "monthly"},
            {"on_day", "3"},
            {"lead_days", "18"},
            {"requester", "nina"},
            {"starts", to_text(day)}});
    record("lena", "schedule",
           {{"template", "research"},
            {"title", "Quarterly win and loss interviews"},
            {"answers",
             "what: We know why deals are won and lost.\naudience: Sales and product\n"
             "why_now: The quarter before is over and people still remember.\n"
             "success_measure: Reasons with evidence\nobjective: triage\n"
             "decision: Which objection the next battle cards answer.\nmethod: Interviews"},
            {"every", "quarterly"},
            {"on_day", "8"},
            {"lead_days", "30"},
            {"requester", "raj"},
            {"starts", to_text(day)}});
    record("lena", "schedule",
           {{"template", "web-page"},
            {"title", "Customer logos on the home page"},
            {"answers",
             "what: The logos are those of customers of today.\naudience: Visitors\n"
             "why_now: Sales was asked about a customer who left.\n"
             "success_measure: Logos with consent\nobjective: triage\n"
             "page_kind: Change of layout"},
            {"every", "quarterly"},
            {"on_day", "20"},
            {"lead_days", "21"},
            {"requester", "claire"},
            {"starts", to_text(day)},
            {"paused", "true"}});
}

void Studio::file_due(Day day) {
    std::vector<model::ScheduleId> due;
    for (const model::Schedule& one : ws().rows<model::Schedule>()) {
        if (rules::due_now(one, day)) {
            due.push_back(one.id);
        }
    }
    for (const model::ScheduleId id : due) {
        run("lena", rules::FileSchedule{id});
    }
}

void Studio::begin_experiments(Day day) {
    record("amelie", "experiment",
           {{"title", "Case studies written by the customer"},
            {"hypothesis", "If the customer writes the first draft, the approval is a formality."},
            {"measure", "Cycle time of case studies"},
            {"usual_path", "label:our-draft"},
            {"other_path", "label:customer-draft"},
            {"from_day", to_text(day)},
            {"owner", "amelie"}});
    record("nina", "experiment",
           {{"title", "Lean review"},
            {"hypothesis",
             "If one person reviews once, with one list of changes, cards are done sooner and are "
             "sent back no more often."},
            {"measure", "Cycle time, half of the cards; rework beside it"},
            {"usual_path", "label:usual-review"},
            {"other_path", "label:lean-review"},
            {"from_day", to_text(day)},
            {"owner", "nina"}});
}

// From the experiment on, each new card goes one of the two ways: those with an odd number lean.
void Studio::label_paths(Day) {
    if (ws().rows<model::Experiment>().size() == 0) {
        return;
    }
    std::vector<std::pair<model::CardId, std::string>> labels;
    for (const model::CardId id : ws().cards_in(rules::ready_column(ws()))) {
        const model::Card& card = *ws().find(id);
        if (!card.labels.empty()) {
            continue;
        }
        std::string label = card.number % 2 == 1 ? "lean-review" : "usual-review";
        if (card.title.starts_with("Case study")) {
            label += card.number % 3 == 0 ? "\ncustomer-draft" : "\nour-draft";
        }
        labels.emplace_back(id, label);
    }
    for (const auto& [id, label] : labels) {
        run(handle(ws().find(id)->dri), rules::EditCard{id, {{"labels", label}}, ""});
    }
}

// On Mondays each risk whose day has come is looked at; one is forgotten, as one always is.
void Studio::look_at_risks(Day day) {
    std::vector<model::Risk> due;
    for (const model::Risk& one : ws().rows<model::Risk>()) {
        if (one.state == model::RiskState::Open && one.review_on && *one.review_on <= day &&
            one.number != kForgottenRisk) {
            due.push_back(one);
        }
    }
    for (const model::Risk& one : due) {
        const model::Objective* objective = ws().find(one.objective);
        const bool is_over = objective != nullptr && objective->closed;
        if (is_over && one.title.starts_with("Legal")) {
            run(handle(one.owner),
                rules::EditRecord{"risk",
                                  one.id.value,
                                  {{"state", "happened"},
                                   {"outcome", "Two launches waited nine days for a signature."}}});
        } else if (is_over) {
            run(handle(one.owner),
                rules::EditRecord{
                    "risk",
                    one.id.value,
                    {{"state", "closed"}, {"outcome", "The quarter is over; it did not happen."}}});
        } else {
            const int step = plan_random_.chance(0.5) ? -1 : 1;
            const int probability = std::clamp(one.probability + step, 1, 5);
            run(handle(one.owner), rules::EditRecord{"risk",
                                                     one.id.value,
                                                     {{"probability", std::to_string(probability)},
                                                      {"review_on", to_text(day + 35)}}});
        }
    }
}

void Studio::finish_actions(Day day) {
    std::vector<std::pair<model::ActionItemId, std::string>> done;
    for (const model::ActionItem& one : ws().rows<model::ActionItem>()) {
        const bool is_slow = one.number % 4 == 0;  // these are done weeks late
        if (one.state == model::ActionState::Open && one.due < day + (is_slow ? -14 : 7)) {
            done.emplace_back(one.id, handle(one.owner));
        }
    }
    for (const auto& [id, who] : done) {
        run(who, rules::EditRecord{"action_item", id.value, {{"state", "done"}}});
    }
}

// Twice: after the first quarter, and at the beginning of the last month.
void Studio::assess(Day day) {
    const std::size_t given = ws().rows<model::Assessment>().size();
    constexpr std::size_t kAreas = 5;
    const int gone = day - story_begin_;
    constexpr int kFirst = 80;
    constexpr int kSecond = 165;
    const bool is_first = given == 0 && gone >= kFirst;
    const bool is_second = given == kAreas && gone >= kSecond;
    if (!is_first && !is_second) {
        return;
    }
    struct Given {
        const char* area;
        const char* stage[2];
        const char* note[2];
    };
    static constexpr std::array<Given, kAreas> kGiven{
        {{"measurement",
          {"1", "2"},
          {"Half of the KPIs had no owner.",
           "Every KPI has an owner; targets are set by quarter."}},
         {"work-management",
          {"2", "3"},
          {"Limits are there, and passed when it hurts.", "Limits hold; the queue is short."}},
         {"standards",
          {"1", "2"},
          {"Briefs came as mails.", "No brief, no work; two process maps are written."}},
         {"governance",
          {"1", "2"},
          {"Decisions were remembered by whoever was there.", "Decisions have a day and a name."}},
         {"cadence",
          {"2", "2"},
          {"The weekly sync is held.", "The monthly review is held; retros come late."}}}};
    for (const Given& one : kGiven) {
        const std::size_t which = is_second ? 1 : 0;
        record("sofia", "assessment",
               {{"area", one.area}, {"stage", one.stage[which]}, {"note", one.note[which]}});
    }
}

// Every third Friday: a retro of what was delivered lately, late cards first; and of each closed
// objective but one.
void Studio::look_back(Day day) {
    constexpr int kFriday = 4;
    if (weekday(day) != kFriday || (day.number / 7) % 3 != 0) {
        return;
    }
    const rules::Workflow workflow = rules::Workflow::of(ws());
    std::vector<model::CardId> cards;
    std::vector<model::ObjectiveId> objectives;
    for (const model::Card& card : ws().rows<model::Card>()) {
        if (workflow.delivered(card) && !card.result_actual.empty() &&
            *clock_ - card.entered_at < days(21)) {
            cards.push_back(card.id);
        }
    }
    for (const model::Objective& one : ws().rows<model::Objective>()) {
        if (one.closed && one.number % 3 != 0) {
            objectives.push_back(one.id);
        }
    }
    for (const model::Retro& one : ws().rows<model::Retro>()) {
        std::erase(cards, one.card);
        std::erase(objectives, one.objective);
    }
    std::ranges::sort(cards);
    if (!objectives.empty()) {
        write_retro({}, objectives.front(), day);
    }
    if (!cards.empty()) {
        write_retro(cards.front(), {}, day);
    }
}

void Studio::write_retro(model::CardId card_id, model::ObjectiveId objective_id, Day day) {
    struct Text {
        const char* drove;
        const char* changes;
        const char* whys;
        const char* action;
        const char* form;  // that the action changes; "" for none
    };
    static constexpr std::array kTexts{
        Text{
            "The approval came nine days late.",
            "Claims are agreed with legal before the brief is accepted.",
            "The launch was late\nThe approval was late\nLegal saw the claim at the end\nThe brief "
            "does not ask for claims\nNobody owns the claims",
            "Ask for claims and their evidence in the brief", "content-asset"},
        Text{"Sales saw the draft first when it was done.", "Two sellers see the outline.",
             "Sales does not use it\nIt answers questions nobody asks\nWe guessed the questions",
             "Name two sellers as reviewers of every asset", ""},
        Text{"The second mail brought most of it.", "Every campaign plans a second mail.", "",
             "Write the second mail together with the first", ""},
        Text{"The audience list was half as long as assumed.",
             "The list is built before the creative.", "The list was short\nNobody had counted it",
             "Count the audience before a campaign is accepted", "campaign-launch"}};
    const std::size_t which = ws().rows<model::Retro>().size();
    const Text& text = kTexts[which % kTexts.size()];
    const model::Card* card = ws().find(card_id);
    const model::Objective* objective = ws().find(objective_id);
    const std::string who = handle(card != nullptr ? card->dri : objective->dri);
    const std::string happened =
        card != nullptr ? card->result_actual
                        : fmt::format("Closed at {:.0f}%.", objective->score.value_or(0) * 100);
    record(
        who, "retro",
        {{card != nullptr ? "card" : "objective",
          card != nullptr ? model::key_of(ws(), *card) : model::key_of(*objective)},
         {"expected", card != nullptr ? "The target of the brief, on its date." : objective->title},
         {"happened", happened},
         {"drove", text.drove},
         {"changes", text.changes},
         {"whys", text.whys}});
    record(who, "action_item",
           {{"text", text.action},
            {"owner", who},
            {"due", to_text(day + 14)},
            {"source", fmt::format("retro:RT-{}", ws().last_number("retro"))},
            {"template", text.form}});
}

}  // namespace throughline::demo
