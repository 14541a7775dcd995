#include "app/gui/reviews/agenda_model.h"

#include "core/base/text.h"
#include "core/rules/agendas.h"

#include <algorithm>
#include <set>
#include <utility>

namespace throughline::gui::reviews {

void AgendaDraft::take(const model::Workspace& workspace, model::MeetingKind kind) {
    kind_ = kind;
    base_ = rules::agenda_of(workspace, kind);
    parts_ = base_;
    overtaken_ = false;
}

void AgendaDraft::follow(const model::Workspace& workspace) {
    const auto now = rules::agenda_of(workspace, kind_);
    if (now == base_) return;
    if (is_changed() && parts_ != now) {
        overtaken_ = true;
        base_ = now;
    } else {
        take(workspace, kind_);
    }
}

int AgendaDraft::minutes() const {
    int all = 0;
    for (const model::AgendaPart& part : parts_)
        all += part.minutes;
    return all;
}

bool AgendaDraft::is_shipped() const {
    return base_ == rules::shipped_agenda(kind_);
}

void AgendaDraft::add() {
    parts_.push_back({.title = "", .minutes = 10});
}

void AgendaDraft::remove(std::size_t part) {
    parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(part));
}

void AgendaDraft::move(std::size_t part, int by) {
    const auto to = static_cast<std::ptrdiff_t>(part) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(parts_.size())) return;
    std::swap(parts_[part], parts_[static_cast<std::size_t>(to)]);
}

rules::Command AgendaDraft::command() {
    std::set<std::string> taken;
    for (const model::AgendaPart& part : parts_)
        taken.insert(part.handle);
    for (model::AgendaPart& part : parts_) {
        if (!part.handle.empty()) continue;
        const std::string wanted = slug(part.title).empty() ? "part" : slug(part.title);
        std::string handle = wanted;
        for (int i = 2; taken.contains(handle); ++i)
            handle = wanted + "-" + std::to_string(i);
        taken.insert(handle);
        part.handle = handle;
    }
    return rules::SetAgenda{kind_, parts_};
}

std::string_view title_of(model::AgendaContent content) {
    switch (content) {
        case model::AgendaContent::Words: return "Notes only";
        case model::AgendaContent::Context: return "Context: KPIs in one look, what changed";
        case model::AgendaContent::Scorecard: return "KPIs against target";
        case model::AgendaContent::Rounds: return "Rounds: each person in turn";
        case model::AgendaContent::Commitments: return "Commitments: last and new ones";
        case model::AgendaContent::Blockers: return "Blockers";
        case model::AgendaContent::Flow: return "Flow and free places";
        case model::AgendaContent::Risks: return "Risks";
        case model::AgendaContent::Decisions: return "Open decisions";
        case model::AgendaContent::Actions: return "Open actions";
        case model::AgendaContent::Requests: return "Requests by score";
        case model::AgendaContent::Retrospective: return "Objectives of the last quarter";
        case model::AgendaContent::Objectives: return "Objectives of the quarter";
        case model::AgendaContent::Capacity: return "Capacity and allocation";
        case model::AgendaContent::YearPlan: return "The year: priority, bets, not doing";
    }
    return {};
}

}  // namespace throughline::gui::reviews
