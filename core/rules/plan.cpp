#include "core/base/period.h"
#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/decide.h"
#include "core/rules/set_fields.h"

#include <algorithm>
#include <array>

namespace throughline::rules {
namespace {

using model::Bet;
using model::Objective;
using model::Person;

constexpr int kPalette = 12;  // colours a theme offers for objectives

Verdict check_objective(const Edit& edit, const Objective& objective) {
    if (utf8_length(objective.title) < 5) {
        return refusal("title_missing", "An objective is one measurable sentence.",
                       "Write what will be true at the end of the quarter, with a number.");
    }
    if (!objective.quarter.empty() && !is_quarter(objective.quarter)) {
        return refusal("bad_value", "'" + objective.quarter + "' is not a quarter.",
                       "Write it as 2026-Q4, or leave it empty for a standing objective.");
    }
    TL_CHECK(need_dri(edit, objective.dri));
    if (objective.bet && edit.get(objective.bet) == nullptr) {
        return not_found("big bet");
    }
    if (!(objective.complete_at > 0 && objective.complete_at <= 1)) {
        return refusal("bad_value", "An objective is complete at a score above 0, up to 1.",
                       "0.7 is usual where results are set high; 1 asks for all of it.",
                       "objective:" + key_of(objective));
    }
    bool has_results = false;
    edit.each<model::KeyResult>(
        [&](const model::KeyResult& one) { has_results |= one.objective == objective.id; });
    if (objective.is_standing() && has_results) {
        return refusal("standing_objective",
                       key_of(objective) + " has key results: they are of a quarter.",
                       "Remove them first; standing work has KPIs in their place.",
                       "objective:" + key_of(objective));
    }
    return Done{};
}

// At most three bets a year; the third only with a reason.
Verdict check_bets(const Edit& edit, const Bet& bet) {
    if (trim(bet.title).empty() || trim(bet.sentence).empty()) {
        return refusal("title_missing", "A big bet needs a title and one sentence.",
                       "Say in a sentence what shifts.");
    }
    if (bet.year < 2000 || bet.year > 2200) {
        return refusal("bad_value", std::to_string(bet.year) + " is not a year for a big bet.",
                       "Give the fiscal year, for example 2026.");
    }
    int others = 0;
    bool reasoned = !trim(bet.reason).empty();
    edit.each<Bet>([&](const Bet& one) {
        if (one.id != bet.id && one.year == bet.year && !one.closed) {
            ++others;
            reasoned = reasoned || !trim(one.reason).empty();
        }
    });
    if (bet.closed) {
        return Done{};
    }
    if (others >= 3) {
        Refusal no =
            refusal("too_many_bets", std::to_string(bet.year) + " has three big bets already.",
                    "Close one of them first: three is the most a year can carry.");
        no.limit = 3;
        no.count = others;
        return no;
    }
    if (others == 2 && !reasoned) {
        Refusal no = refusal("reason_missing", "A third big bet needs a reason.",
                             "Say why two are not enough.");
        no.limit = 2;
        no.count = others;
        return no;
    }
    return Done{};
}

// Stated shares of one year: each 0 to 100 percent, together not above 100.
Verdict check_shares(const Edit& edit, const Bet& bet) {
    const auto check = [&](std::optional<double> Bet::*share, const char* of) -> Verdict {
        double sum = (bet.*share).value_or(0);
        if (sum < 0 || sum > 100) {
            return refusal("bad_value", std::string("A share of ") + of + " is 0 to 100 percent.",
                           "");
        }
        edit.each<Bet>([&](const Bet& one) {
            sum += one.id != bet.id && one.year == bet.year && !one.closed
                       ? (one.*share).value_or(0)
                       : 0;
        });
        if (sum > 100) {
            return refusal("shares_over",
                           std::string("The bets would state more than 100% of the ") + of + ".",
                           "Lower another bet's share first.");
        }
        return Done{};
    };
    TL_CHECK(check(&Bet::budget_share, "budget"));
    return check(&Bet::time_share, "time");
}

// Opening again forgets how it ended.
void follow_closing(Objective& objective, const Objective& before, const Context& context) {
    if (objective.closed && !before.closed) {
        objective.closed_at = context.now;
    } else if (!objective.closed) {
        objective.closed_at.reset();
        objective.score.reset();
        objective.cancelled = false;
        objective.close_reason.clear();
    }
}

bool is_own_status(const EditObjective& command, const Objective& objective,
                   const Context& context) {
    return objective.dri == context.actor && std::ranges::all_of(command.set, [](const auto& one) {
               return one.first == "status" || one.first == "status_reason";
           });
}

// What has key results is closed with a score. Cards that a plain closing leaves are flagged, and a
// defect of the plan, until they serve another.
Verdict may_close_plainly(const Edit& edit, const Objective& objective) {
    bool has_results = false;
    edit.each<model::KeyResult>(
        [&](const auto& one) { has_results = has_results || one.objective == objective.id; });
    if (!has_results) {
        return Done{};
    }
    const std::string key = key_of(objective);
    return refusal("score_missing", key + " has key results, and no score yet.",
                   "Close it under Plan, Quarters, or by: throughline close " + key +
                       ". It is scored there, and its cards get another objective.",
                   "objective:" + key);
}

bool is_handle(std::string_view text) {
    return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

Verdict check_person(const Person& person) {
    if (!is_handle(person.handle)) {
        return refusal(
            "bad_value", "'" + person.handle + "' is not a handle.",
            "Use small letters, digits, '-', '_' and '.', at most 40: for example ana or j.smith.");
    }
    if (trim(person.name).empty()) {
        return refusal("title_missing", "The person has no name.",
                       "Write the name as colleagues know it.");
    }
    if (!(person.days_per_week >= 0 && person.days_per_week <= 7)) {
        return refusal("bad_value", "A week has 0 to 7 working days.",
                       "5 is full time; 0 takes the person out of the capacity.");
    }
    if (person.wip_limit && *person.wip_limit < 0) {
        return refusal("bad_value", "A limit cannot be below 0.",
                       "Give 0 or more, or leave it empty for none.");
    }
    return Done{};
}

// Somebody must be able to manage people.
Verdict need_admin(const Edit& edit) {
    bool any = false;
    edit.each<Person>([&](const Person& one) {
        any = any || (one.active && may(one.role, Right::ManagePeople));
    });
    if (!any) {
        return refusal("last_admin", "Nobody would be left who may manage people.",
                       "Make somebody else an admin first.");
    }
    return Done{};
}

int free_colour(const Edit& edit) {
    std::array<int, kPalette> uses{};
    edit.each<Objective>([&](const Objective& one) {
        if (!one.closed) {
            ++uses[static_cast<std::size_t>(((one.colour % kPalette) + kPalette) % kPalette)];
        }
    });
    return static_cast<int>(std::min_element(uses.begin(), uses.end()) - uses.begin());
}

}  // namespace

Verdict decide(const AddObjective& command, Edit& edit, const Context&) {
    Objective objective;
    objective.id = edit.new_id<model::ObjectiveId>();
    objective.title = trim(command.title);
    objective.quarter = trim(command.quarter);
    objective.bet = command.bet;
    objective.dri = command.dri;
    objective.colour = command.colour >= 0 ? command.colour : free_colour(edit);
    TL_CHECK(check_objective(edit, objective));
    objective.number = edit.next_number("objective");
    edit.put(std::move(objective));
    return Done{};
}

Verdict decide(const EditObjective& command, Edit& edit, const Context& context) {
    const Objective* found = edit.get(command.objective);
    if (found == nullptr) {
        return not_found("objective");
    }
    if (!is_own_status(command, *found, context)) {
        TL_CHECK(need_right(edit, context, Right::Plan));
    }
    Objective objective = *found;
    TL_CHECK(set_fields(
        edit, objective, command.set,
        {"title", "quarter", "bet", "dri", "status", "status_reason", "colour", "closed",
         "complete_at", "kpis", "responsible", "consulted", "informed", "stakeholders"}));
    TL_CHECK(check_objective(edit, objective));
    if (objective.closed && !found->closed) {
        TL_CHECK(may_close_plainly(edit, objective));
    }
    follow_closing(objective, *found, context);
    if (objective.status != model::ObjectiveStatus::OnTrack &&
        trim(objective.status_reason).empty()) {
        return refusal("reason_missing", "A status other than on track needs a reason.",
                       "Say in a sentence what is at risk.", "objective:" + key_of(objective));
    }
    edit.put(std::move(objective));
    return Done{};
}

Verdict decide(const AddBet& command, Edit& edit, const Context&) {
    Bet bet;
    bet.id = edit.new_id<model::BetId>();
    bet.year = command.year;
    bet.title = trim(command.title);
    bet.sentence = trim(command.sentence);
    bet.reason = trim(command.reason);
    TL_CHECK(check_bets(edit, bet));
    bet.number = edit.next_number("bet");
    edit.put(std::move(bet));
    return Done{};
}

Verdict decide(const EditBet& command, Edit& edit, const Context&) {
    const Bet* found = edit.get(command.bet);
    if (found == nullptr) {
        return not_found("big bet");
    }
    Bet bet = *found;
    TL_CHECK(set_fields(
        edit, bet, command.set,
        {"title", "sentence", "reason", "closed", "year", "budget_share", "time_share"}));
    TL_CHECK(check_bets(edit, bet));
    TL_CHECK(check_shares(edit, bet));
    edit.put(std::move(bet));
    return Done{};
}

Verdict decide(const AddPerson& command, Edit& edit, const Context&) {
    Person person;
    person.id = edit.new_id<model::PersonId>();
    person.handle = trim(command.handle);
    person.name = trim(command.name);
    person.role = command.role;
    TL_CHECK(check_person(person));
    edit.put(std::move(person));
    return Done{};
}

Verdict decide(const EditPerson& command, Edit& edit, const Context&) {
    const Person* found = edit.get(command.person);
    if (found == nullptr) {
        return not_found("person");
    }
    Person person = *found;
    TL_CHECK(set_fields(
        edit, person, command.set,
        {"handle", "name", "role", "wip_limit", "active", "days_per_week", "vendor", "skills"}));
    TL_CHECK(check_person(person));
    edit.put(std::move(person));
    return need_admin(edit);
}

}  // namespace throughline::rules
