// The plan and the figures around the board: the year's frame, key results, KPIs with their months,
// risks, decisions, money, absences, who answers for what; and quarters that are closed.
#include "app/demo/studio.h"
#include "core/base/period.h"
#include "core/base/text.h"
#include "core/flow/plan.h"
#include "core/rules/workflow.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::demo {
namespace {

using model::Objective;

// A measured KPI of the team: where it stood half a year before the story, and how it moves.
struct Measured {
    const char* name;
    const char* category;
    const char* unit;
    const char* better;
    const char* owner;
    double start;
    double monthly;  // usual change
    double noise;    // either way, part of the value
    double target;
    const char* counts;
    bool leading;
};
constexpr std::array kMeasured{
    Measured{"Demo requests", "pipeline", "requests", "higher", "nina", 174, 9, 0.04, 250,
             "Requests of a demo by companies of 50 to 500 people", true},
    Measured{"Qualified opportunities", "pipeline", "opportunities", "higher", "sofia", 41, 1.5,
             0.08, 60, "Opportunities that sales accepted", false},
    Measured{"Win rate against the market leader", "account", "%", "higher", "diego", 27, 0.7, 0.04,
             37, "Won of all decided deals in which they took part", false},
    Measured{"Activation within 7 days", "account", "%", "higher", "mira", 33.2, 0.8, 0.02, 44,
             "New accounts with three active users within 7 days", true},
    Measured{"Returning readers", "content", "readers", "higher", "amelie", 5200, 180, 0.06, 7500,
             "Readers who came twice or more in the month", true},
    Measured{"Share of branded search", "brand", "%", "higher", "yuki", 12.5, 0.25, 0.05, 18,
             "Searches with our name of all searches of the category", true},
    Measured{"Cost per opportunity", "efficiency", "EUR", "lower", "jonas", 910, -14, 0.05, 700,
             "Money spent in the month by qualified opportunities", false},
};

// What each of a quarter's three objectives is measured by: the KPI (its place in kMeasured), and
// what is made for it.
struct Measures {
    std::size_t kpi;
    const char* result;
    double baseline;
    double first_target;  // of the first quarter
    double step;          // more in each quarter
    const char* unit;
    const char* made;
    double made_target;
    const char* owner;
    double pace;  // part of the usual advance
};
constexpr std::array kMeasures{
    Measures{0, "Demo requests a month", 180, 220, 30, "requests",
             "Campaigns for the mid-market live", 8, "nina", 1.2},
    Measures{3, "Activation within 7 days", 34, 38, 4, "%", "Guides for new accounts published", 12,
             "mira", 1.25},
    Measures{2, "Win rate", 31, 33, 2, "%", "Battle cards in use by sales", 10, "diego", 0.7},
};

// Three for each quarter's objective, and how each is met. None is open twice at a time.
constexpr std::size_t kRisksEach = 3;
using Risk = std::pair<const char*, const char*>;
constexpr std::array kRisks{
    std::array{
        Risk{"The designers are booked by two launches at once",
             "One launch moves when both need the same week"},
        Risk{"Paid search becomes dearer than its place in the budget",
             "The daily cap is looked at every Monday"},
        Risk{"Demo requests wait longer than a day for sales",
             "Sales names a deputy for every week"},
        Risk{"The summer weeks bring half of the usual visits", "The large campaign ends in June"},
        Risk{"The list of mid-market accounts is out of date",
             "Sales goes through a fifth of it every week"},
        Risk{"Two campaigns ask the same people in one week",
             "One calendar of mailings, looked at on Thursday"},
        Risk{"The trade fair takes the team for two weeks", "Nothing else is launched around it"},
        Risk{"Partners announce the webinar too late", "A date and a text four weeks before"},
        Risk{"Many demo requests come from too small companies",
             "The form asks for the size, and the ads name it"}},
    std::array{
        Risk{"The new onboarding is late by a release",
             "Guides are written against the old one first"},
        Risk{"Guides are read but not followed", "Five customers test each before it goes live"},
        Risk{"Support answers the same questions in other words",
             "One page of answers, owned by us and support"},
        Risk{"Trial accounts end before the first guide arrives",
             "The first mail leaves within the hour"},
        Risk{"The product team renames what the guides show",
             "Names are frozen two weeks before a guide is filmed"},
        Risk{"Mails to new accounts land in spam", "A test with four providers before each change"},
        Risk{"Seven days are too short over the holidays",
             "Accounts opened in the holidays are read apart"},
        Risk{"The one who films the guides is away in November", "Two are filmed ahead in October"},
        Risk{"Customers in Japan get the guides in English",
             "A partner translates the first three"}},
    std::array{Risk{"Legal takes longer than two weeks for claims",
                    "Claims are agreed before the brief is accepted"},
               Risk{"Sales does not use the battle cards", "Two sellers review every draft"},
               Risk{"The market leader changes its prices",
                    "A page of answers is kept ready, dated monthly"},
               Risk{"Too few lost deals are written up to learn from",
                    "Sales closes no lost deal without a reason"},
               Risk{"Customers do not want to be named against the leader",
                    "Three stories without names are prepared as well"},
               Risk{"Analysts publish before our new release",
                    "They get a demo under embargo three weeks ahead"},
               Risk{"The leader buys our name as a search word",
                    "Branded search is watched daily, with a reserve for it"},
               Risk{"A reference customer is bought by the leader",
                    "No campaign rests on one customer alone"},
               Risk{"The comparison page is true only until their next release",
                    "It carries its date and is checked monthly"}}};

std::string text_of(double number) {
    return fmt::format("{}", std::round(number * 10) / 10);
}

}  // namespace

void Studio::record(const std::string& who, const char* table, model::TextMap set) {
    run(who, rules::AddRecord{table, std::move(set)});
}

void Studio::set_up_plan(Day begin) {
    const int year = civil(begin).year;
    for (const int one : {year, year + 1}) {
        record("sofia", "annual_frame",
               {{"year", std::to_string(one)},
                {"priority", one == year ? "The mid-market chooses us without a sales call"
                                         : "Half of new revenue comes from the mid-market"}});
    }
    record("sofia", "not_doing",
           {{"year", std::to_string(year)},
            {"title", "A trade fair of our own"},
            {"why", "It takes three people for a quarter; we go to the fairs of others."}});
    record("sofia", "not_doing",
           {{"year", std::to_string(year)},
            {"title", "A podcast of our own"},
            {"why", "Nobody could give it a day a week; we are guests instead."}});
    run("sofia",
        rules::EditBet{ws().bet_by_number(1)->id, {{"budget_share", "35"}, {"time_share", "45"}}});
    run("sofia",
        rules::EditBet{ws().bet_by_number(2)->id, {{"budget_share", "50"}, {"time_share", "40"}}});
    set_up_kpis(begin);
    std::map<std::string, std::size_t> quarters;
    std::vector<Objective> objectives;
    for (const Objective& one : ws().rows<Objective>()) {
        objectives.push_back(one);
    }
    for (const Objective& one : objectives) {
        if (one.is_standing()) {
            run("sofia", rules::EditObjective{one.id, {{"kpis", "K-5\nK-7"}}});
            continue;
        }
        const std::size_t place = quarters[one.quarter]++;
        set_up_objective(one, place % kMeasures.size(), static_cast<int>(quarters.size()) - 1);
    }
    set_up_money(year);
    set_up_accountability();
    set_up_alerts();
}

void Studio::set_up_kpis(Day begin) {
    for (const Measured& one : kMeasured) {
        record("sofia", "kpi",
               {{"name", one.name},
                {"category", one.category},
                {"unit", one.unit},
                {"better", one.better},
                {"owner", one.owner},
                {"source", "CRM, monthly report"},
                {"leading", one.leading ? "true" : "false"}});
    }
    record("sofia", "kpi",
           {{"name", "Cycle time, 85% of cards"},
            {"category", "efficiency"},
            {"unit", "days"},
            {"better", "lower"},
            {"owner", "lena"},
            {"figure", "cycle-time-p85"}});
    record("sofia", "kpi",
           {{"name", "Requests answered in time"},
            {"category", "team"},
            {"unit", "%"},
            {"owner", "lena"},
            {"figure", "requests-on-time"}});
    const Day from = begin - 365;
    for (std::size_t i = 0; i < kMeasured.size(); ++i) {
        const std::string key = fmt::format("K-{}", i + 1);
        const Measured& one = kMeasured[i];
        record("sofia", "kpi_definition",
               {{"kpi", key}, {"from_day", to_text(from)}, {"counts", one.counts}});
        const double before = one.start + (one.target - one.start) * 0.5;
        record("sofia", "kpi_target",
               {{"kpi", key}, {"from_day", to_text(from)}, {"value", text_of(before)}});
        // What objectives are measured by gets their targets, quarter by quarter.
        if (std::ranges::find(kMeasures, i, &Measures::kpi) == kMeasures.end()) {
            record("sofia", "kpi_target",
                   {{"kpi", key}, {"from_day", to_text(begin)}, {"value", text_of(one.target)}});
        }
    }
    record("sofia", "kpi_target", {{"kpi", "K-8"}, {"from_day", to_text(from)}, {"value", "18"}});
    record("sofia", "kpi_target", {{"kpi", "K-9"}, {"from_day", to_text(from)}, {"value", "90"}});
    constexpr int kMonthsBefore = 7;
    std::string month = next_month(month_of(begin), -kMonthsBefore);
    for (int i = 0; i < kMonthsBefore; ++i, month = next_month(month)) {
        measure_month(month);
    }
}

// The value of each measured KPI for a month that is over.
void Studio::measure_month(const std::string& month) {
    const Day last = parse_period(month)->last;
    for (std::size_t i = 0; i < kMeasured.size(); ++i) {
        const Measured& one = kMeasured[i];
        const double usual = one.start + one.monthly * months_;
        const double measured = usual * (1 + one.noise * (plan_random_.unit() * 2 - 1));
        // What is counted comes in wholes.
        const double value = std::string_view(one.unit) == "%" ? measured : std::round(measured);
        record(one.owner, "measurement",
               {{"kpi", fmt::format("K-{}", i + 1)},
                {"day", to_text(last)},
                {"value", text_of(value)}});
    }
    ++months_;
}

void Studio::set_up_objective(const Objective& objective, std::size_t place, int quarter) {
    const Measures& by = kMeasures[place];
    const std::string key = model::key_of(objective);
    const double target = by.first_target + by.step * quarter;
    record("sofia", "key_result",
           {{"objective", key},
            {"title", by.result},
            // Where the quarter before was to end.
            {"baseline", text_of(quarter == 0 ? by.baseline : target - by.step)},
            {"target", text_of(target)},
            {"unit", by.unit},
            {"owner", by.owner},
            {"weight", "2"},
            {"kpi", fmt::format("K-{}", by.kpi + 1)}});
    record("sofia", "key_result",
           {{"objective", key},
            {"title", by.made},
            {"baseline", "0"},
            {"target", text_of(by.made_target)},
            {"owner", by.owner}});
    const Period period = *parse_period(objective.quarter);
    record("sofia", "kpi_target",
           {{"kpi", fmt::format("K-{}", by.kpi + 1)},
            {"from_day", to_text(period.first)},
            {"value", text_of(target)}});
    record(by.owner, "milestone",
           {{"objective", key},
            {"title", "Message agreed with sales and product"},
            {"due", to_text(period.first + 20)}});
    record(by.owner, "milestone",
           {{"objective", key},
            {"title", "First results reviewed"},
            {"due", to_text(period.first + 55)}});
    static constexpr std::array kNeeds{
        std::pair{"Sales", "Follow-up of demo requests within a day"},
        std::pair{"Product", "The new onboarding in every account"},
        std::pair{"Finance", "Approval of the price page"}};
    record(by.owner, "dependency",
           {{"objective", key},
            {"team", kNeeds[place].first},
            {"title", kNeeds[place].second},
            {"needed_by", to_text(period.first + 35)},
            {"agreed_for", to_text(period.first + 40)},
            {"state", "agreed"}});
    for (std::size_t i = 0; i < kRisksEach; ++i) {
        const auto& [title, mitigation] =
            kRisks[place]
                  [(static_cast<std::size_t>(quarter) * kRisksEach + i) % kRisks[place].size()];
        record(by.owner, "risk",
               {{"title", title},
                {"objective", key},
                {"owner", by.owner},
                {"probability", std::to_string(2 + plan_random_.below(3))},
                {"impact", std::to_string(2 + (i + place) % 4)},
                {"mitigation", mitigation},
                {"review_on", to_text(period.first + 45)}});
    }
}

void Studio::set_up_money(int year) {
    const auto standing = std::ranges::find_if(ws().rows<Objective>(),
                                               [](const auto& one) { return one.is_standing(); });
    const std::array lines{
        std::tuple{"Mid-market campaigns", "bet", std::string("B-2"), 85000},
        std::tuple{"Customer stories", "bet", std::string("B-1"), 60000},
        std::tuple{"Always-on channels", "objective", model::key_of(*standing), 30000},
        std::tuple{"Events", "channel", std::string("Events"), 15000},
        std::tuple{"Reserve", "", std::string(), 10000}};
    for (const int one : {year, year + 1}) {
        for (const auto& [title, field, what, planned] : lines) {
            model::TextMap set{{"year", std::to_string(one)},
                               {"title", title},
                               {"planned", std::to_string(planned)}};
            // The bets of the next year are set in its strategy session.
            if (!what.empty() && (one == year || std::string_view(field) != "bet")) {
                set[field] = what;
            }
            record("sofia", "budget_line", std::move(set));
        }
    }
}

void Studio::set_up_accountability() {
    static constexpr std::array kLines{
        std::tuple{"Demo requests from the mid-market", "nina", "K-1"},
        std::tuple{"Opportunities that sales accepts", "sofia", "K-2"},
        std::tuple{"Deals won against the market leader", "diego", "K-3"},
        std::tuple{"New accounts that become active", "mira", "K-4"},
        std::tuple{"Readers who come back", "amelie", "K-5"},
        std::tuple{"Being known in the category", "yuki", "K-6"},
        std::tuple{"Money well spent", "jonas", "K-7"}};
    for (const auto& [outcome, dri, kpi] : kLines) {
        record("sofia", "accountability",
               {{"outcome", outcome},
                {"dri", dri},
                {"decision_rights", "Channel and message within the budget line"},
                {"cadence", "monthly review"},
                {"escalation", "lena\nsofia"},
                {"kpi", kpi}});
    }
}

// On the first working day of a month: figures of the last one, a decision, an absence.
void Studio::monthly(Day day) {
    measure_month(next_month(month_of(day), -1));
    static constexpr std::array kDecisions{
        std::tuple{"Two launches of the same week are spread over two",
                   "The designers cannot serve both", "nina"},
        std::tuple{"Paid search budget moves by 4,000 EUR to webinars",
                   "Webinars bring opportunities at half of the cost", "jonas"},
        std::tuple{"Battle cards are reviewed by two sellers before they are published",
                   "Half of the last ones were not used", "diego"},
        std::tuple{"Claims are agreed with legal before a brief is accepted",
                   "Waiting for legal was the longest blocker of the quarter", "mira"}};
    const auto& [text, why, who] =
        kDecisions[static_cast<std::size_t>(months_) % kDecisions.size()];
    record("sofia", "decision",
           {{"text", text},
            {"rationale", why},
            {"decider", "sofia"},
            {"executor", who},
            {"due", to_text(day + 21)}});
    static constexpr std::array kAway{"mira", "jonas", "amelie", "yuki", "diego"};
    record("lena", "absence",
           {{"person", kAway[plan_random_.below(kAway.size())]},
            {"from_day", to_text(day + 24)},
            {"to_day", to_text(day + 28)},
            {"why", "Holiday"}});
}

// On Mondays: what was made is counted, steps are ticked, money is promised and paid.
void Studio::weekly(Day day) {
    const std::string quarter = quarter_of(day);
    const Period period = *parse_period(quarter);
    const double gone = static_cast<double>(day - period.first) / period.days();
    for (const model::KeyResult& one : std::vector<model::KeyResult>(
             ws().rows<model::KeyResult>().begin(), ws().rows<model::KeyResult>().end())) {
        const Objective& objective = *ws().find(one.objective);
        if (objective.quarter != quarter || one.kpi || day == period.first) {
            continue;
        }
        const auto by = std::ranges::find(kMeasures, one.title, &Measures::made);
        const double made = std::min(*one.target + 1, std::floor(*one.target * gone * by->pace));
        record(handle(one.owner), "measurement",
               {{"key_result", model::key_of(one)},
                {"day", to_text(day - 1)},
                {"value", text_of(made)}});
    }
    for (const model::Milestone& one : std::vector<model::Milestone>(
             ws().rows<model::Milestone>().begin(), ws().rows<model::Milestone>().end())) {
        if (!one.done && one.due && *one.due < day && plan_random_.chance(0.8)) {
            run("nina", rules::EditRecord{"milestone", one.id.value, {{"done", "true"}}});
        }
    }
    execute_decisions(day);
    change_a_limit(day, period);
    spend(day);
}

// Most decisions are carried out in the week they are due, some later.
void Studio::execute_decisions(Day day) {
    for (const model::Decision& one : std::vector<model::Decision>(
             ws().rows<model::Decision>().begin(), ws().rows<model::Decision>().end())) {
        if (one.state == model::DecisionState::Open && one.due < day + 7 &&
            plan_random_.chance(0.8)) {
            run(handle(one.executor),
                rules::EditRecord{"decision", one.id.value, {{"state", "executed"}}});
        }
    }
}

// In the seventh week of a quarter the team tries another limit.
void Studio::change_a_limit(Day day, const Period& quarter) {
    const int gone = day - quarter.first;
    const model::Column* review = ws().column_by_handle("review");
    if (review != nullptr && gone >= 42 && gone < 49) {
        run("lena",
            rules::EditColumn{review->id, {{"wip_limit", review->wip_limit == 4 ? "3" : "4"}}});
    }
}

void Studio::spend(Day day) {
    for (const model::Spend& one : std::vector<model::Spend>(ws().rows<model::Spend>().begin(),
                                                             ws().rows<model::Spend>().end())) {
        if (one.kind == model::SpendKind::Committed && day - one.day > 28) {
            run("jonas", rules::EditRecord{"spend", one.id.value, {{"kind", "spent"}}});
        }
    }
    std::vector<std::string> channels;
    for (const model::Term& term : ws().rows<model::Term>()) {
        if (term.kind == "channel" && !term.retired) {
            channels.push_back(term.value);
        }
    }
    const rules::Workflow workflow = rules::Workflow::of(ws());
    std::vector<std::string> cards;
    for (const model::Column* column : workflow.columns) {
        for (const model::CardId id : ws().cards_in(column->id)) {
            if (workflow.in_process(*workflow.index(column->id))) {
                cards.push_back(model::key_of(ws(), *ws().find(id)));
            }
        }
    }
    if (cards.empty() || channels.empty()) {
        return;
    }
    for (int i = 0; i < 2; ++i) {
        record("jonas", "spend",
               {{"card", cards[plan_random_.below(cards.size())]},
                {"amount", std::to_string(400 + 100 * plan_random_.below(45))},
                {"channel", channels[plan_random_.below(channels.size())]},
                {"day", to_text(day)},
                {"note", "Agency and media"}});
    }
}

// In the second week after a quarter: its objectives are scored by their key results, and their
// cards go on for the same objective of this quarter.
void Studio::close_quarter(Day day) {
    std::vector<const Objective*> over;
    std::vector<const Objective*> present;
    for (const Objective& one : ws().rows<Objective>()) {
        if (!one.closed && !one.is_standing() && one.quarter < quarter_of(day - 9)) {
            over.push_back(&one);
        }
        if (one.quarter == quarter_of(day)) {
            present.push_back(&one);
        }
    }
    if (over.empty() || present.empty()) {
        return;
    }
    std::ranges::sort(over, {}, &Objective::number);
    std::ranges::sort(present, {}, &Objective::number);
    const flow::Flow flow(flow::rows_of(ws(), zone_), *clock_);
    const flow::PlanRows rows = flow::plan_rows_of(ws());
    const auto scorecard = flow::scorecard(rows, flow);
    const flow::Plan plan(rows, flow, scorecard);
    const rules::Workflow workflow = rules::Workflow::of(ws());
    rules::CloseObjectives command;
    for (std::size_t i = 0; i < over.size(); ++i) {
        const Objective& one = *over[i];
        command.objectives.push_back(one.id);
        const flow::ObjectiveReading* reading = plan.find(one.id);
        command.scores[model::key_of(one)] =
            fmt::format("{}", reading == nullptr ? 0 : reading->score.score.value_or(0));
        for (const model::Column* column : workflow.columns) {
            for (const model::CardId id : ws().cards_in(column->id)) {
                const model::Card& card = *ws().find(id);
                if (card.objective == one.id && !workflow.delivered(card)) {
                    command.carry[model::key_of(ws(), card)] =
                        model::key_of(*present[i % present.size()]);
                }
            }
        }
    }
    run("sofia", command);
}

}  // namespace throughline::demo
