#include "app/gui/reviews/start_model.h"

#include "core/base/week.h"
#include "core/rules/due_meetings.h"
#include "core/rules/roles.h"

#include <algorithm>

namespace throughline::gui::reviews {
namespace {

std::string step_from(const std::string& period, int step) {
    if (is_week(period)) return next_week(period, step);
    if (is_month(period)) return next_month(period, step);
    if (is_quarter(period)) return next_quarter(period, step);
    const auto year = parse_period(period);
    return year ? std::to_string(civil(year->first).year + step) : period;
}

}  // namespace

rules::StartMeeting StartForm::command() const {
    rules::StartMeeting command{.kind = kind};
    if (!periods.empty()) command.period = periods[static_cast<std::size_t>(period)];
    for (const model::PersonId person : people) {
        if (!away.contains(person)) command.present.push_back(person);
    }
    return command;
}

StartForm start_form(const model::Workspace& workspace, model::MeetingKind kind,
                     const std::string& period, Day today) {
    constexpr int kEarlier = 2;
    constexpr int kLater = 1;
    StartForm form{.kind = kind};
    const std::string chosen = period.empty() ? rules::usual_period(kind, today) : period;
    if (!chosen.empty()) {
        for (int step = -kEarlier; step <= kLater; ++step)
            form.periods.push_back(step_from(chosen, step));
        form.period = kEarlier;
    }
    std::vector<const model::Person*> people;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (person.active && rules::may(person.role, rules::Right::Work)) people.push_back(&person);
    }
    std::ranges::sort(people, [](const auto* a, const auto* b) {
        return std::tie(a->name, a->id) < std::tie(b->name, b->id);
    });
    for (const model::Person* person : people)
        form.people.push_back(person->id);
    return form;
}

const model::Meeting* running_meeting(const model::Workspace& workspace, model::MeetingKind kind) {
    for (const model::Meeting& one : workspace.rows<model::Meeting>()) {
        if (one.kind == kind && !one.ended_at) return &one;
    }
    return nullptr;
}

}  // namespace throughline::gui::reviews
