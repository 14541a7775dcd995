#include "app/demo/studio.h"

#include "app/demo/briefs.h"
#include "core/base/period.h"
#include "core/rules/limits.h"
#include "core/rules/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace throughline::demo {
namespace {

using model::Card;
using model::Request;

constexpr std::array<const char*, 5> kMakers{"mira", "jonas", "amelie", "yuki", "diego"};

}  // namespace

Studio::Studio(desk::Desk& desk, std::shared_ptr<Instant> clock, std::uint64_t seed)
    : desk_(desk),
      clock_(std::move(clock)),
      random_(seed * 2654435761U + 17),
      plan_random_(seed * 2654435761U + 71),
      zone_(Zone::utc()) {
    if (auto zone = Zone::load("Europe/Berlin")) {
        zone_ = std::move(*zone);
    }
}

bool Studio::run(const std::string& who, const rules::Command& command) {
    if (!trouble_) {
        return false;
    }
    if (const model::Person* person = ws().person_by_handle(who)) {
        if (desk_.actor() != person->id) {
            desk_.set_actor(person->id);
        }
    }
    auto outcome = desk_.run(command);
    if (!outcome && outcome.error().error) {
        trouble_ = *outcome.error().error;
    }
    return outcome.ok();
}

std::string Studio::handle(model::PersonId person) const {
    const model::Person* found = ws().find(person);
    return found == nullptr ? "lena" : found->handle;
}

Status Studio::set_up(Instant begin) {
    *clock_ = begin;
    run("", rules::CreateBoard{"marketing", "Brightpath Marketing", zone_.name(), "lena",
                               "Lena Fischer"});
    const std::initializer_list<std::tuple<const char*, const char*, model::Role>> kPeople{
        {"sofia", "Sofia Marques", model::Role::Admin},
        {"mira", "Mira Patel", model::Role::Member},
        {"jonas", "Jonas Weber", model::Role::Member},
        {"amelie", "Am\u00e9lie Laurent", model::Role::Member},
        {"yuki", "Yuki Tanaka \u7530\u4e2d", model::Role::Member},
        {"diego", "Diego Alvarez", model::Role::Member},
        {"nina", "Nina Kowalski", model::Role::Lead},
        {"tom", "Tom Becker", model::Role::Requester},
        {"ingrid", "Ingrid Olsen", model::Role::Requester},
        {"raj", "Raj Mehta", model::Role::Requester},
        {"claire", "Claire Dubois", model::Role::Requester},
        {"henrik", "Henrik Brandt", model::Role::Viewer}};
    for (const auto& [who, name, role] : kPeople) {
        run("lena", rules::AddPerson{who, name, role});
    }
    const int year = civil(zone_.day(begin)).year;
    run("sofia", rules::AddBet{year, "From features to outcomes",
                               "Every message begins with what the customer achieves.", ""});
    run("sofia",
        rules::AddBet{year, "Win the mid-market",
                      "Companies of 50 to 500 people choose us without a sales call.", ""});
    const auto bet = [&](std::int64_t number) { return ws().bet_by_number(number)->id; };
    const auto person = [&](const char* who) { return ws().person_by_handle(who)->id; };
    // One set of objectives for each quarter that the history touches, and the next one.
    Day day = zone_.day(begin);
    for (int i = 0; i < 4; ++i) {
        const std::string quarter = quarter_of(day + i * 91);
        // Each begins where the quarter before was to end.
        const auto aim = [i](int baseline, int first, int step, const char* unit) {
            const int from = i == 0 ? baseline : first + step * (i - 1);
            return fmt::format("from {}{} to {}{}", from, unit, first + step * i, unit);
        };
        run("sofia", rules::AddObjective{"Demo requests " + aim(180, 220, 30, "") + " a month",
                                         quarter, bet(2), person("nina"), -1});
        run("sofia", rules::AddObjective{"Activation within 7 days " + aim(34, 38, 4, "%"), quarter,
                                         bet(1), person("mira"), -1});
        run("sofia",
            rules::AddObjective{"Win rate against the market leader " + aim(31, 33, 2, "%"),
                                quarter, bet(1), person("diego"), -1});
    }
    run("sofia", rules::AddObjective{
                     "Always-on channels stay above their targets", "", {}, person("jonas"), -1});
    run("lena", rules::SetServiceLevel{model::ServiceClass::Standard, 85, 18});
    run("lena", rules::SetServiceLevel{model::ServiceClass::FixedDate, 85, 20});
    run("lena", rules::SetServiceLevel{model::ServiceClass::Expedite, 85, 7});
    run("lena", rules::SetServiceLevel{model::ServiceClass::Intangible, 85, 30});
    run("lena", rules::SaveView{"Blocked", "is:blocked", "", true});
    run("lena", rules::SaveView{"By objective", "", "objective", true});
    set_up_plan(zone_.day(begin));
    return trouble_;
}

Status Studio::work(Instant begin, Instant now) {
    const model::Board board = *ws().board();
    const WorkingCalendar calendar = model::calendar_of(board);
    first_month_ = next_month(month_of(zone_.day(begin)));
    last_report_ = next_month(month_of(zone_.day(now)), -1);
    for (Day day = zone_.day(begin); day <= zone_.day(now) && trouble_; ++day) {
        if (!calendar.is_working(day)) {
            continue;
        }
        today_ = day;
        for (int hour_of_day = 9; hour_of_day < 17; ++hour_of_day) {
            const Instant at = zone_.at(day, hours(hour_of_day));
            if (at > now) {
                break;
            }
            // A meeting may have lasted into this hour.
            const Instant later = at + minutes(static_cast<std::int64_t>(random_.below(20)));
            *clock_ = std::min(std::max(*clock_, later), now);
            if (hour_of_day == 9) {
                morning(day);
            }
            if (*clock_ + hours(3) < now) {
                meet(day, hour_of_day);
            }
            hour(day);
        }
    }
    *clock_ = std::max(*clock_, now - minutes(45));
    leave_something_to_do(now);
    *clock_ = now;
    leave_something_for_people();
    raise_alerts();
    if (const model::Person* lena = ws().person_by_handle("lena")) {
        desk_.set_actor(lena->id);
    }
    return trouble_;
}

// The board at the end shows what a team looks at every day: briefs nobody has read yet, a blocker
// and a status at risk.
void Studio::leave_something_to_do(Instant now) {
    for (int i = 0; i < 3; ++i) {
        file_brief(today_);
        *clock_ = std::min(*clock_ + minutes(12), now);
    }
    const auto columns = ws().columns();
    bool blocked = false;
    model::CardId oldest;
    for (const model::ColumnId column : columns) {
        for (const model::CardId id : ws().cards_in(column)) {
            const Card& card = *ws().find(id);
            blocked = blocked || ws().is_blocked(id);
            const bool older = !oldest || card.entered_at < ws().find(oldest)->entered_at;
            oldest = rules::is_in_process(ws(), card) && older ? id : oldest;
        }
    }
    if (!blocked && oldest) {
        run("nina", rules::BlockCard{oldest,
                                     "waiting for legal",
                                     "The claim about savings needs a signature.",
                                     ws().person_by_handle("lena")->id,
                                     {}});
    }
    for (const model::Objective& objective : ws().rows<model::Objective>()) {
        if (objective.quarter == quarter_of(zone_.day(*clock_)) && !objective.closed) {
            const model::ObjectiveId id = objective.id;
            run("nina",
                rules::EditObjective{
                    id,
                    {{"status", "at-risk"},
                     {"status_reason", "Two launches moved into the last month of the quarter."}}});
            break;
        }
    }
}

// What the calendar asks for beside the daily work.
void Studio::around_the_board(Day day) {
    close_quarter(day);
    report_month(day);
    if (month_of(day) != month_) {
        const bool is_first = month_.empty();
        month_ = month_of(day);
        if (!is_first) {
            monthly(day);
        }
    }
    if (weekday(day) == 0) {
        weekly(day);
        raise_alerts();
    }
    if (weekday(day) == 2) {
        answer_alerts(day);
    }
    learning(day);
}

void Studio::file_brief(Day day) {
    const Ask ask = make_ask(asked_++, day, random_);
    run(ask.requester,
        rules::SubmitBrief{ws().template_by_handle(ask.form)->current,
                           ws().person_by_handle(ask.requester)->id, ask.title, ask.answers});
}

void Studio::morning(Day day) {
    for (std::size_t i = random_.below(3) + (random_.chance(0.25) ? 1 : 0); i > 0; --i) {
        file_brief(day);
        *clock_ = *clock_ + minutes(3);
    }
    tidy_ready();
    around_the_board(day);
    std::vector<Request> queue;
    for (const Request* request : rules::triage_queue(ws())) {
        queue.push_back(*request);
    }
    for (const Request& request : queue) {
        triage(request);
    }
}

// What nobody pulled for a month goes back to the queue.
void Studio::tidy_ready() {
    const auto ready = ws().cards_in(rules::ready_column(ws()));
    for (const model::CardId id : std::vector<model::CardId>(ready.begin(), ready.end())) {
        if (*clock_ - ws().find(id)->entered_at > days(30)) {
            run("lena", rules::TradeOutCard{id, "Waited a month without being pulled"});
        }
    }
}

void Studio::triage(const Request& request) {
    static constexpr std::array<int, 4> kSteps{2, 3, 5, 8};
    if (*clock_ - request.clock_from > days(12)) {
        run("lena",
            rules::DeclineRequest{
                request.id,
                "Other work has been worth more for two weeks; please ask again next quarter."});
        return;
    }
    if (request.state == model::RequestState::NeedsInfo) {
        if (random_.chance(0.5)) {
            run(handle(request.requester),
                rules::AnswerQuestion{request.id,
                                      "All of them, starting with the largest accounts."});
        }
        return;
    }
    if (!request.size) {
        const auto step = [&] { return kSteps[random_.below(kSteps.size())]; };
        run("lena",
            rules::ScoreRequest{request.id, step(), step(), kSteps[random_.below(2)], step()});
        if (random_.chance(0.12)) {
            run("lena", rules::AskRequester{request.id,
                                            "Which accounts exactly, and who gives the approval?"});
            return;
        }
        if (random_.chance(0.10)) {
            run("lena", rules::DeclineRequest{
                            request.id,
                            "Serves no objective of this quarter; the existing page answers it."});
            return;
        }
    }
    const rules::Fill ready = rules::governing_fill(ws(), rules::ready_column(ws()));
    if (ready.is_full() || random_.chance(0.25)) {
        return;  // another day
    }
    const model::TemplateVersion* version = ws().find(request.version);
    const std::string form = ws().find(version->form)->handle;
    auto service_class =
        request.needed_by ? model::ServiceClass::FixedDate : version->service_class;
    if (service_class == model::ServiceClass::FixedDate && !request.needed_by) {
        service_class = model::ServiceClass::Standard;
    }
    if (random_.chance(0.04)) {
        service_class = model::ServiceClass::Expedite;
    }
    run("lena", rules::AcceptRequest{request.id,
                                     ws().person_by_handle(dri_for())->id,
                                     objective_for(form, today_),
                                     service_class,
                                     {},
                                     "",
                                     ""});
    *clock_ = *clock_ + minutes(2);
}

model::ObjectiveId Studio::objective_for(std::string_view form, Day day) {
    const std::string quarter = quarter_of(day);
    std::vector<model::ObjectiveId> fitting;
    model::ObjectiveId standing;
    for (const model::Objective& objective : ws().rows<model::Objective>()) {
        if (objective.quarter == quarter) {
            fitting.push_back(objective.id);
        }
        standing = objective.is_standing() ? objective.id : standing;
    }
    if (fitting.empty() || form == "research") {
        return fitting.empty() ? standing : fitting.front();
    }
    return random_.chance(0.15) ? standing : fitting[random_.below(fitting.size())];
}

std::string Studio::dri_for() {
    std::string best = kMakers[random_.below(kMakers.size())];
    const std::string other = kMakers[random_.below(kMakers.size())];
    const auto load = [&](const std::string& who) {
        return rules::person_fill(ws(), ws().person_by_handle(who)->id).count;
    };
    return load(other) < load(best) ? other : best;
}

}  // namespace throughline::demo
