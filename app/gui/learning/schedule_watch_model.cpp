#include "app/gui/learning/schedule_watch_model.h"

#include "core/rules/recurrence.h"
#include "core/rules/roles.h"

namespace throughline::gui::learning {
namespace {

struct Due {
    model::Schedule schedule;
    Day day;
};

std::vector<Due> due_schedules(const model::Workspace& workspace, Day today) {
    std::vector<Due> due;
    for (const model::Schedule& one : workspace.rows<model::Schedule>()) {
        if (const auto day = rules::due_now(one, today)) {
            due.push_back({one, *day});
        }
    }
    return due;
}

FiledNews filed(const model::Workspace& workspace, const model::Schedule& schedule) {
    const model::Request* request = workspace.request_by_number(workspace.last_number("request"));
    FiledNews news{.schedule = schedule.id};
    news.text = model::key_of(schedule) + " filed its request: " + schedule.title;
    if (request != nullptr) {
        news.request = request->id;
    }
    return news;
}

}  // namespace

std::vector<FiledNews> ScheduleWatch::look(desk::LiveDesk& desk, const Zone& zone) {
    const Seen now{desk.workspace().seq(), desk.now().us / kMicrosPerMinute, desk.actor()};
    if (now == seen_) {
        return {};
    }
    seen_ = now;
    const model::Person* actor = desk.workspace().find(desk.actor());
    if (actor == nullptr || !actor->active || !rules::may(actor->role, rules::Right::Request)) {
        return {};
    }
    std::vector<FiledNews> news;
    for (const Due& due : due_schedules(desk.workspace(), zone.day(desk.now()))) {
        const auto told = told_.find(due.schedule.id);
        if (told != told_.end() && told->second.due == due.day &&
            told->second.schedule == due.schedule) {
            continue;
        }
        const rules::FileSchedule command{due.schedule.id};
        const rules::Verdict verdict = desk.preview(command);
        if (verdict && desk.run(command)) {
            told_.erase(due.schedule.id);
            news.push_back(filed(desk.workspace(), due.schedule));
        } else if (!verdict && verdict.error().rule != kFiledBefore) {
            told_[due.schedule.id] = {due.day, due.schedule};
            news.push_back({due.schedule.id,
                            model::key_of(due.schedule) + " could not file its request. " +
                                verdict.error().reason,
                            verdict.error().remedy,
                            {}});
        }
    }
    return news;
}

}  // namespace throughline::gui::learning
