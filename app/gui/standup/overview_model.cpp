#include "app/gui/standup/overview_model.h"

#include "app/gui/context/face_model.h"
#include "core/base/words.h"
#include "core/desk/compare.h"
#include "core/flow/workflow.h"
#include "core/rules/limits.h"
#include "core/rules/roles.h"

#include <algorithm>
#include <set>

namespace throughline::gui::standup {
namespace {

Change change_of(ChangeKind kind, const desk::CardDifference& card, std::string detail) {
    return {.kind = kind,
            .card = card.card,
            .key = card.key,
            .title = card.title,
            .detail = std::move(detail)};
}

void add_move(const flow::Workflow& workflow, const desk::CardDifference& card,
              std::vector<Change>& changes) {
    const flow::Region from = workflow.region(workflow.position(card.from));
    const flow::Region to = workflow.region(workflow.position(card.to));
    const std::string where = "to " + card.to_name;
    if (card.backward) {
        changes.push_back(change_of(ChangeKind::MovedBack, card, where));
    } else if (to == flow::Region::Done && from != flow::Region::Done) {
        changes.push_back(change_of(ChangeKind::Delivered, card, where));
    } else if (to == flow::Region::InProcess && from == flow::Region::Options) {
        changes.push_back(change_of(ChangeKind::Started, card, where));
    } else {
        changes.push_back(change_of(ChangeKind::MovedOn, card, where));
    }
}

void add_moves(const model::Workspace& before, const model::Workspace& now,
               std::vector<Change>& changes) {
    const flow::Workflow workflow(now);
    for (const desk::CardDifference& card : desk::compare(before, now).cards) {
        switch (card.fate) {
            case desk::CardFate::Came:
                changes.push_back(change_of(ChangeKind::New, card, "in " + card.to_name));
                break;
            case desk::CardFate::Left:
                changes.push_back(change_of(ChangeKind::Left, card, card.how));
                break;
            case desk::CardFate::Moved: add_move(workflow, card, changes); break;
            case desk::CardFate::Changed: break;
        }
    }
}

std::set<model::CardId> blocked_cards(const model::Workspace& workspace) {
    std::set<model::CardId> cards;
    for (const model::Block& block : workspace.rows<model::Block>()) {
        const model::Card* card = workspace.find(block.card);
        if (block.is_open() && card != nullptr && card->on_board()) cards.insert(card->id);
    }
    return cards;
}

std::string why_blocked(const model::Workspace& workspace, model::CardId card) {
    for (const model::Block* block : workspace.of<model::Block>(card)) {
        if (!block->is_open()) continue;
        if (!block->reason.empty()) return block->reason;
        if (const model::Card* other = workspace.find(block->waits_for))
            return "waits for " + model::key_of(workspace, *other);
        return block->cause;
    }
    return {};
}

void add_blocks(const model::Workspace& before, const model::Workspace& now,
                std::vector<Change>& changes) {
    const std::set<model::CardId> then = blocked_cards(before);
    const std::set<model::CardId> today = blocked_cards(now);
    const auto add = [&](ChangeKind kind, model::CardId id, std::string detail) {
        const model::Card& card = *now.find(id);
        changes.push_back({.kind = kind,
                           .card = id,
                           .key = model::key_of(now, card),
                           .title = card.title,
                           .detail = std::move(detail)});
    };
    for (const model::CardId id : today) {
        if (!then.contains(id)) add(ChangeKind::Blocked, id, why_blocked(now, id));
    }
    for (const model::CardId id : then) {
        const model::Card* card = now.find(id);
        if (!today.contains(id) && card != nullptr && card->on_board())
            add(ChangeKind::Unblocked, id, "");
    }
}

}  // namespace

std::string_view title_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::Delivered: return "Delivered";
        case ChangeKind::Started: return "Started";
        case ChangeKind::MovedOn: return "Moved on";
        case ChangeKind::MovedBack: return "Moved back";
        case ChangeKind::Blocked: return "Blocked";
        case ChangeKind::Unblocked: return "Unblocked";
        case ChangeKind::New: return "New";
        case ChangeKind::Left: return "Left the board";
    }
    return "";
}

std::vector<Change> changes_between(const model::Workspace& before, const model::Workspace& now) {
    std::vector<Change> changes;
    add_moves(before, now, changes);
    add_blocks(before, now, changes);
    const auto number = [&](const Change& change) {
        const model::Card* card = now.find(change.card);
        return card == nullptr ? 0 : card->number;
    };
    std::stable_sort(changes.begin(), changes.end(), [&](const Change& a, const Change& b) {
        return a.kind != b.kind ? a.kind < b.kind : number(a) < number(b);
    });
    return changes;
}

const model::Meeting* running_standup(const model::Workspace& workspace) {
    for (const model::Meeting& meeting : workspace.rows<model::Meeting>()) {
        if (meeting.kind == model::MeetingKind::Standup && !meeting.ended_at) return &meeting;
    }
    return nullptr;
}

const model::Meeting* standup_before(const model::Workspace& workspace,
                                     const model::Meeting* present) {
    const model::Meeting* last = nullptr;
    for (const model::Meeting& meeting : workspace.rows<model::Meeting>()) {
        if (meeting.kind != model::MeetingKind::Standup) continue;
        if (present != nullptr && meeting.number >= present->number) continue;
        if (last == nullptr || meeting.number > last->number) last = &meeting;
    }
    return last;
}

std::vector<Promise> promises_due(const model::Workspace& workspace, const model::Meeting* present,
                                  const Zone& zone, Instant now, Instant since) {
    using State = model::CommitmentState;
    const Day today = zone.day(now);
    std::vector<std::pair<Day, Promise>> found;
    for (const model::Commitment& one : workspace.rows<model::Commitment>()) {
        if (present != nullptr && one.meeting == present->id) continue;
        const bool answered = one.state != State::Open && one.closed_at && *one.closed_at >= since;
        if (!answered && (one.state != State::Open || one.due > today)) continue;
        const model::Person* person = workspace.find(one.person);
        const model::Card* card = workspace.find(one.card);
        found.emplace_back(
            one.due, Promise{.id = one.id,
                             .person = one.person,
                             .who = person == nullptr ? "" : person->name,
                             .text = one.text,
                             .card_key = card == nullptr ? "" : model::key_of(workspace, *card),
                             .due = short_date(one.due, today),
                             .state = one.state,
                             .reason = one.reason});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.second.who, a.first, a.second.id) <
               std::tie(b.second.who, b.first, b.second.id);
    });
    std::vector<Promise> promises;
    for (auto& one : found)
        promises.push_back(std::move(one.second));
    return promises;
}

std::vector<LoadRow> loads(const model::Workspace& workspace) {
    std::vector<LoadRow> rows;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        const rules::Fill fill = rules::person_fill(workspace, person.id);
        const bool works = person.active && rules::may(person.role, rules::Right::Work);
        if (!works && fill.count == 0) continue;
        rows.push_back({.person = person.id,
                        .name = person.name.empty() ? person.handle : person.name,
                        .cards = fill.count,
                        .limit = fill.limit});
    }
    for (const model::CardId id : blocked_cards(workspace)) {
        const model::Card& card = *workspace.find(id);
        const model::Column* column = workspace.find(card.column);
        if (column == nullptr || column->kind != model::ColumnKind::Active ||
            card.service_class == model::ServiceClass::Expedite)
            continue;
        for (LoadRow& row : rows)
            row.blocked += row.person == card.dri ? 1 : 0;
    }
    std::sort(rows.begin(), rows.end(), [](const LoadRow& a, const LoadRow& b) {
        return std::tuple(!a.is_over(), !a.is_full(), -a.cards, a.name) <
               std::tuple(!b.is_over(), !b.is_full(), -b.cards, b.name);
    });
    return rows;
}

Day next_working_day(const WorkingCalendar& calendar, Day today) {
    constexpr int kFar = 366;  // holidays may fill weeks
    for (int i = 1; i <= kFar; ++i) {
        if (calendar.is_working(today + i)) return today + i;
    }
    return today + 1;
}

}  // namespace throughline::gui::standup
