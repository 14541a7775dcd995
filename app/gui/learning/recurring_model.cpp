#include "app/gui/learning/recurring_model.h"

#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "core/rules/recurrence.h"

#include <algorithm>
#include <array>

namespace throughline::gui::learning {
namespace {

ScheduleRow row_of(const model::Workspace& workspace, const model::Schedule& schedule, Day today) {
    ScheduleRow row{.id = schedule.id,
                    .key = model::key_of(schedule),
                    .title = schedule.title,
                    .rhythm = rhythm_words(schedule.every, schedule.on_day),
                    .is_paused = schedule.paused};
    if (const model::Template* form = workspace.find(schedule.form)) {
        row.form = form->name;
    }
    if (const model::Person* person = workspace.find(schedule.requester)) {
        row.requester = person->name;
    }
    const auto due = rules::due_now(schedule, today);
    const auto next = rules::next_due(schedule, today);
    row.is_due = due.has_value();
    row.next = schedule.paused ? "paused"
               : due           ? short_date(*due)
               : next          ? short_date(*next)
                               : "never";
    row.last = schedule.last_filed ? short_date(*schedule.last_filed) : "never";
    row.needed_after = std::to_string(schedule.lead_days) + " days after";
    return row;
}

// An answer as people read it.
std::string answer_words(std::string_view handle, const std::string& answer) {
    if (handle == rules::kObjective && rules::is_left_to_triage(answer)) {
        return "triage decides";
    }
    if (handle == rules::kNeededBy) {
        const auto day = parse_day(answer);
        return day ? short_date(*day) : answer;
    }
    return answer;
}

}  // namespace

std::string rhythm_words(model::Cadence every, int on_day) {
    static constexpr std::array kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
    switch (every) {
        case model::Cadence::Weekly:
            return "Every week, " +
                   std::string(kDays[static_cast<std::size_t>(std::clamp(on_day, 1, 7) - 1)]);
        case model::Cadence::Monthly: return "Every month, day " + std::to_string(on_day);
        case model::Cadence::Quarterly: return "Every quarter, day " + std::to_string(on_day);
    }
    return "";
}

BriefPreview brief_preview(const model::Workspace& workspace, const model::Schedule& schedule,
                           Day today) {
    BriefPreview preview;
    const auto due = rules::due_now(schedule, today);
    const auto next = rules::next_due(schedule, today);
    const Day on = due ? today : next.value_or(std::max(today, schedule.starts));
    const rules::BriefText brief =
        rules::scheduled_brief(schedule, due.value_or(next.value_or(on)));
    preview.title = brief.title;
    preview.filed_on = short_date(on);
    const model::Template* form = workspace.find(schedule.form);
    const model::TemplateVersion* version =
        form == nullptr ? nullptr : workspace.find(form->current);
    if (version == nullptr || form->retired) {
        preview.problems.emplace_back("Its template is gone. Choose another one.");
        return preview;
    }
    for (const model::BriefField& field : rules::fields_of(*version)) {
        const auto answer = brief.answers.find(field.handle);
        if (answer != brief.answers.end() && !answer->second.empty()) {
            preview.answers.emplace_back(field.label, answer_words(field.handle, answer->second));
        }
    }
    for (const rules::FieldProblem& problem : rules::check_brief(workspace, *version, brief, on)) {
        preview.problems.push_back(problem.label + " " + problem.problem + ".");
    }
    const model::Person* requester = workspace.find(schedule.requester);
    if (requester == nullptr || !requester->active) {
        preview.problems.emplace_back("Its requester is not active any more. Choose another one.");
    }
    return preview;
}

const ScheduleRow* RecurringModel::find(model::ScheduleId id) const {
    const auto found = std::ranges::find(rows_, id, &ScheduleRow::id);
    return found == rows_.end() ? nullptr : &*found;
}

void RecurringModel::refresh(const model::Workspace& workspace, std::uint64_t revision, Day today,
                             model::ScheduleId chosen) {
    if (revision == revision_ && today == today_ && chosen == chosen_) {
        return;
    }
    chosen_ = chosen;
    revision_ = revision;
    today_ = today;
    std::vector<const model::Schedule*> schedules;
    for (const model::Schedule& one : workspace.rows<model::Schedule>()) {
        schedules.push_back(&one);
    }
    std::ranges::sort(schedules, {}, &model::Schedule::number);
    rows_.clear();
    for (const model::Schedule* one : schedules) {
        rows_.push_back(row_of(workspace, *one, today));
    }
    const model::Schedule* shown = workspace.find(chosen);
    preview_ = shown == nullptr ? BriefPreview{} : brief_preview(workspace, *shown, today);
}

}  // namespace throughline::gui::learning
