#include "core/base/period.h"
#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/brief.h"
#include "core/rules/decide.h"
#include "core/rules/recurrence.h"

#include <algorithm>
#include <set>

namespace throughline::rules {
namespace {

using model::Accountability;
using model::Agenda;
using model::Escalation;
using model::Report;

// Submits a brief and gives the request that it makes.
Result<model::RequestId, Refusal> submit(Edit& edit, const Context& context,
                                         const SubmitBrief& brief) {
    TL_CHECK(decide(brief, edit, context));
    for (const auto& [id, request] : edit.touched<model::Request>()) {
        if (request && edit.before().find(model::RequestId{id}) == nullptr) {
            return request->id;
        }
    }
    return not_found("request");
}

// The line of the accountability matrix that a card or KPI falls under: the one that names its
// objective or itself, else the one of the person who answers for it.
const Accountability* path_of(const Edit& edit, model::ObjectiveId objective, model::KpiId kpi,
                              model::PersonId answers) {
    const Accountability* named = nullptr;
    const Accountability* by_person = nullptr;
    for (const Accountability& one : edit.before().rows<Accountability>()) {
        if ((objective && one.objective == objective) || (kpi && one.kpi == kpi)) {
            named = named == nullptr ? &one : named;
        } else if (answers && one.dri == answers) {
            by_person = by_person == nullptr ? &one : by_person;
        }
    }
    return named != nullptr ? named : by_person;
}

Report report_of(Edit& edit, const std::string& period) {
    for (const Report& one : edit.before().rows<Report>()) {
        if (one.period == period) {
            return one;
        }
    }
    Report fresh;
    fresh.id = edit.new_id<model::ReportId>();
    fresh.period = period;
    return fresh;
}

Verdict need_draft(const Report& report) {
    if (!is_month(report.period)) {
        return refusal("bad_value", "'" + report.period + "' is not a month.",
                       "Write it as 2026-10.");
    }
    if (report.issued_at) {
        return refusal("report_issued", "The report of " + report.period + " is issued.",
                       "It stays as it was sent; a correction is listed in the next one.",
                       "report:" + report.period);
    }
    return Done{};
}

}  // namespace

Verdict decide(const SetAgenda& command, Edit& edit, const Context&) {
    std::set<std::string> handles;
    for (const model::AgendaPart& part : command.parts) {
        if (trim(part.title).empty() || !handles.insert(part.handle).second) {
            return refusal("bad_value", "Every part of an agenda needs a title of its own.",
                           "Name each part once.");
        }
        if (part.minutes < 1 || part.minutes > 480) {
            return refusal("bad_value",
                           "'" + part.title + "' has " + std::to_string(part.minutes) + " minutes.",
                           "Give 1 to 480.");
        }
    }
    Agenda agenda;
    for (const Agenda& one : edit.before().rows<Agenda>()) {
        if (one.kind == command.kind) {
            agenda = one;
        }
    }
    if (command.parts.empty()) {
        if (agenda.id) {
            edit.remove(agenda.id);
        }
        return Done{};
    }
    if (!agenda.id) {
        agenda.id = edit.new_id<model::AgendaId>();
    }
    agenda.kind = command.kind;
    agenda.parts = command.parts;
    edit.put(std::move(agenda));
    return Done{};
}

Verdict decide(const PublishMeeting& command, Edit& edit, const Context& context) {
    const model::Meeting* meeting = edit.get(command.meeting);
    if (meeting == nullptr) {
        return not_found("meeting");
    }
    if (!meeting->ended_at) {
        return refusal("meeting_running", key_of(*meeting) + " is still going on.", "End it first.",
                       "meeting:" + key_of(*meeting));
    }
    if (meeting->published_at) {
        return refusal("published", key_of(*meeting) + " is published already.",
                       "It counts when it was sent round first.", "meeting:" + key_of(*meeting));
    }
    edit.change(command.meeting, [&](model::Meeting& one) { one.published_at = context.now; });
    return Done{};
}

Verdict decide(const FileSchedule& command, Edit& edit, const Context& context) {
    const model::Schedule* schedule = edit.get(command.schedule);
    if (schedule == nullptr) {
        return not_found("schedule");
    }
    const auto due = due_now(*schedule, local_day(edit, context.now));
    if (!due) {
        return refusal("not_due", key_of(*schedule) + " is not due.",
                       "It files itself once in each period.", "schedule:" + key_of(*schedule));
    }
    const BriefText brief = scheduled_brief(*schedule, *due);
    const model::Template* form = edit.get(schedule->form);
    if (form == nullptr) {
        return not_found("template");
    }
    TL_CHECK(need_offered(*form));
    TL_CHECK(
        submit(edit, context, {form->current, schedule->requester, brief.title, brief.answers}));
    edit.change(command.schedule, [&](model::Schedule& one) { one.last_filed = *due; });
    return Done{};
}

Verdict decide(const FileAction& command, Edit& edit, const Context& context) {
    const model::ActionItem* action = edit.get(command.action);
    if (action == nullptr) {
        return not_found("action");
    }
    if (action->request) {
        return refusal("name_taken", key_of(*action) + " is a request already.", "Open that one.");
    }
    TL_TRY(const model::RequestId request,
           submit(edit, context, {command.version, context.actor, command.title, command.answers}));
    edit.change(command.action, [&](model::ActionItem& one) { one.request = request; });
    return Done{};
}

Verdict decide(const Escalate& command, Edit& edit, const Context& context) {
    const model::Card* card = edit.get(command.card);
    const model::Kpi* kpi = edit.get(command.kpi);
    if ((card == nullptr) == (kpi == nullptr)) {
        return not_found("card or KPI");
    }
    TL_CHECK(need_reason(command.reason, "escalate"));
    if (card != nullptr && (!card->on_board() || is_delivered(edit.before(), *card))) {
        return refusal("card_closed", key_of(edit.before(), *card) + " is not worked on any more.",
                       "Escalate what still waits for an answer.",
                       "card:" + key_of(edit.before(), *card));
    }
    const std::string key = card != nullptr ? key_of(edit.before(), *card) : key_of(*kpi);
    const Accountability* path = card != nullptr ? path_of(edit, card->objective, {}, card->dri)
                                                 : path_of(edit, {}, kpi->id, kpi->owner);
    const Refusal no_path =
        refusal("no_path", "Nobody is named to escalate " + key + " to.",
                "Add its outcome with an escalation path to the accountability matrix.");
    if (path == nullptr) {
        return no_path;
    }
    // Whoever answers for it, was asked already or is not there any more is passed over. Once all
    // that was asked is answered, a new matter begins at the first step.
    std::vector<Escalation> asked;
    for (const Escalation& one : edit.before().rows<Escalation>()) {
        if (one.card == command.card && one.kpi == command.kpi) {
            asked.push_back(one);
        }
    }
    std::ranges::sort(asked, {}, [](const Escalation& one) { return std::pair(one.at, one.id); });
    const auto is_answered_by = [](const std::vector<Escalation>& all, Instant at) {
        return std::ranges::all_of(
            all, [at](const Escalation& one) { return one.answered_at && *one.answered_at <= at; });
    };
    std::vector<Escalation> matter;
    for (const Escalation& one : asked) {
        if (is_answered_by(matter, one.at)) {
            matter.clear();
        }
        matter.push_back(one);
    }
    if (is_answered_by(matter, context.now)) {
        matter.clear();
    }
    std::vector<model::PersonId> passed{card != nullptr ? card->dri : kpi->owner};
    for (const Escalation& one : matter) {
        passed.push_back(one.to);
    }
    const auto next = std::ranges::find_if(path->escalation, [&](model::PersonId person) {
        const model::Person* found = edit.get(person);
        return found != nullptr && found->active &&
               std::ranges::find(passed, person) == passed.end();
    });
    if (next == path->escalation.end() && passed.size() == 1) {
        return no_path;
    }
    if (next == path->escalation.end()) {
        return refusal("path_end", key + " was escalated to the end of its path.",
                       "Take it to the next review as a decision.");
    }
    edit.put(Escalation{edit.new_id<model::EscalationId>(), command.card, command.kpi, *next,
                        static_cast<int>(passed.size()), std::string(trim(command.reason)),
                        context.actor, context.now, "", std::nullopt});
    return Done{};
}

Verdict decide(const SaveReport& command, Edit& edit, const Context&) {
    Report report = report_of(edit, command.period);
    TL_CHECK(need_draft(report));
    report.texts = command.texts;
    edit.put(std::move(report));
    return Done{};
}

Verdict decide(const IssueReport& command, Edit& edit, const Context& context) {
    Report report = report_of(edit, command.period);
    TL_CHECK(need_draft(report));
    if (parse_period(command.period)->last >= local_day(edit, context.now)) {
        return refusal("month_open", command.period + " is not over.",
                       "Issue its report from the first of the next month on.",
                       "report:" + command.period);
    }
    report.issued_at = context.now;
    report.issued_by = context.actor;
    report.on_seq = edit.before().seq();
    report.head = command.head;
    report.figures = command.figures;
    report.markdown = command.markdown;
    report.html = command.html;
    edit.put(std::move(report));
    return Done{};
}

Verdict decide(const MarkSeen& command, Edit& edit, const Context& context) {
    if (trim(command.item).empty()) {
        return refusal("bad_value", "No item is named.", "Name one as the inbox lists it.");
    }
    const auto& marks = edit.before().rows<model::InboxMark>();
    const auto mark = std::ranges::find_if(marks, [&](const model::InboxMark& one) {
        return one.person == context.actor && one.item == command.item;
    });
    if ((mark != marks.end()) == command.seen) {
        return refusal("nothing_to_do",
                       command.seen ? "It is marked as seen already." : "It is new already.", "");
    }
    if (!command.seen) {
        edit.remove(mark->id);
        return Done{};
    }
    edit.put(model::InboxMark{edit.new_id<model::InboxMarkId>(), context.actor, command.item,
                              context.now});
    return Done{};
}

}  // namespace throughline::rules
