#include "app/gui/reviews/content_model.h"

#include "core/rules/roles.h"

#include <algorithm>
#include <set>

namespace throughline::gui::reviews {
namespace {

using model::AgendaContent;
using model::MeetingKind;

std::vector<Section> promises(const ReadingInputs& in) {
    return {promise_section(in, {}), new_promise_section(in, {})};
}

}  // namespace

std::string person_name(const model::Workspace& workspace, model::PersonId person) {
    const model::Person* found = workspace.find(person);
    return found == nullptr ? "nobody" : found->name;
}

void keep_most(Section& section, std::size_t most) {
    if (section.lines.size() <= most) return;
    section.more = section.lines.size() - most;
    section.lines.resize(most);
}

std::vector<model::PersonId> in_rounds(const model::Workspace& workspace,
                                       const model::Meeting& meeting) {
    std::set<model::PersonId> chosen;
    const bool is_weekly =
        meeting.kind == MeetingKind::WeeklySync || meeting.kind == MeetingKind::Replenishment;
    if (is_weekly) {
        chosen.insert(meeting.present.begin(), meeting.present.end());
    } else {
        for (const model::Objective& one : workspace.rows<model::Objective>()) {
            if (!one.closed) chosen.insert(one.dri);
        }
        if (chosen.empty()) {
            for (const model::Kpi& one : workspace.rows<model::Kpi>()) {
                if (!one.retired) chosen.insert(one.owner);
            }
        }
    }
    std::vector<const model::Person*> people;
    for (const model::PersonId id : chosen) {
        const model::Person* person = workspace.find(id);
        if (person != nullptr && person->active && rules::may(person->role, rules::Right::Work))
            people.push_back(person);
    }
    std::ranges::sort(people, [](const auto* a, const auto* b) {
        return std::tie(a->name, a->id) < std::tie(b->name, b->id);
    });
    std::vector<model::PersonId> ids;
    for (const model::Person* person : people)
        ids.push_back(person->id);
    return ids;
}

std::vector<Section> read_part(const ReadingInputs& in, AgendaContent content,
                               model::PersonId person) {
    switch (content) {
        case AgendaContent::Words: return {};
        case AgendaContent::Context: return context_sections(in);
        case AgendaContent::Scorecard: return scorecard_sections(in);
        case AgendaContent::Rounds: return round_sections(in, person);
        case AgendaContent::Commitments: return promises(in);
        case AgendaContent::Blockers: return {blocker_section(in, {})};
        case AgendaContent::Flow: return flow_sections(in);
        case AgendaContent::Risks: return {risk_section(in, {})};
        case AgendaContent::Decisions: return {decision_section(in, {})};
        case AgendaContent::Actions: return {action_section(in, {})};
        case AgendaContent::Requests: return {request_section(in)};
        case AgendaContent::Retrospective: return retrospective_sections(in);
        case AgendaContent::Objectives: return objective_sections(in);
        case AgendaContent::Capacity: return capacity_sections(in);
        case AgendaContent::YearPlan: return year_sections(in);
    }
    return {};
}

}  // namespace throughline::gui::reviews
