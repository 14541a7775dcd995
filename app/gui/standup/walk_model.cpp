#include "app/gui/standup/walk_model.h"

#include "app/gui/context/length_words.h"
#include "core/base/words.h"
#include "core/flow/card_figures.h"
#include "core/flow/finish.h"
#include "core/model/column_name.h"
#include "core/rules/gates.h"
#include "core/rules/limits.h"
#include "core/rules/score.h"

#include <algorithm>
#include <unordered_map>

namespace throughline::gui::standup {
namespace {

std::string room_words(const rules::Fill& fill) {
    if (!fill.limit) return {};
    if (fill.is_over()) return "over by " + std::to_string(fill.count - *fill.limit);
    if (fill.is_full()) return "full";
    return "room for " + std::to_string(*fill.limit - fill.count);
}

// Cards come into the later halves of a group by being worked on, not by being pulled.
bool is_later_half(const model::Workspace& workspace, const model::Column& column) {
    for (const model::ColumnId id : workspace.columns()) {
        if (id == column.id) return false;
        if (column.group && workspace.find(id)->group == column.group) return true;
    }
    return false;
}

WalkColumn make_column(const model::Workspace& workspace, model::ColumnId id, bool in_process) {
    const model::Column& column = *workspace.find(id);
    const rules::Fill fill = rules::governing_fill(workspace, id);
    WalkColumn made{.id = id,
                    .handle = column.handle,
                    .name = model::column_name(workspace, column),
                    .in_process = in_process,
                    .fill = std::to_string(fill.count),
                    .room_words = room_words(fill),
                    .is_full = fill.is_full()};
    if (fill.limit) made.fill += " of " + std::to_string(*fill.limit);
    if (!in_process || is_later_half(workspace, column)) return made;
    if (const model::Card* next = rules::next_pull(workspace, id)) {
        made.next = next->id;
        made.next_words = model::key_of(workspace, *next) + " " + next->title;
    }
    return made;
}

int days_since(const FaceInputs& in, Instant then) {
    return std::max(0, in.zone.day(in.now) - in.zone.day(then)) + 1;
}

WalkStop make_stop(const FaceInputs& in, const model::Card& card, std::size_t column) {
    WalkStop stop{.card = card.id, .column = column};
    stop.blocked = in.workspace.is_blocked(card.id);
    const auto figures = flow::card_figures(in.workspace, in.workflow, in.zone, card.id, in.now);
    if (figures && figures->age_days) {
        stop.age_days = *figures->age_days;
        stop.beyond_sle =
            flow::age_state(stop.age_days, figures->journey.column,
                            in.yardsticks.of(card.service_class)) == flow::AgeState::BeyondSle;
    } else {
        stop.age_days = days_since(in, card.created_at);
    }
    return stop;
}

void add_column(const FaceInputs& in, model::ColumnId id, Walk& walk) {
    const std::size_t at = walk.columns.size();
    walk.columns.push_back(make_column(in.workspace, id, true));
    std::vector<WalkStop> stops;
    for (const model::CardId card : in.workspace.cards_in(id))
        stops.push_back(make_stop(in, *in.workspace.find(card), at));
    if (stops.empty() && walk.columns.back().next) stops.push_back({.column = at});
    std::stable_sort(stops.begin(), stops.end(), [](const WalkStop& a, const WalkStop& b) {
        if (a.blocked != b.blocked) return a.blocked;
        if (a.beyond_sle != b.beyond_sle) return a.beyond_sle;
        return a.age_days > b.age_days;
    });
    walk.stops.insert(walk.stops.end(), stops.begin(), stops.end());
}

void add_options(const FaceInputs& in, const rules::Points& points, Walk& walk) {
    const auto columns = in.workspace.columns();
    int room = rules::governing_fill(in.workspace, columns[points.commitment]).room().value_or(1);
    for (std::size_t i = points.commitment; i-- > 0 && room > 0;) {
        const auto order = rules::pull_order(in.workspace, columns[i]);
        if (order.empty()) continue;
        walk.columns.push_back(make_column(in.workspace, columns[i], false));
        for (const model::Card* card : order) {
            if (room-- <= 0) break;
            walk.stops.push_back(make_stop(in, *card, walk.columns.size() - 1));
        }
    }
}

std::string block_words(const FaceInputs& in, const model::Block& block) {
    std::string words = !block.reason.empty()  ? block.reason
                        : !block.cause.empty() ? block.cause
                                               : "No reason given";
    if (const model::Card* other = in.workspace.find(block.waits_for))
        words += ", waits for " + model::key_of(in.workspace, *other);
    words += ", for " + length_words(in.now - block.since);
    const model::Person* clearer = in.workspace.find(block.clearer);
    return words +
           (clearer == nullptr ? ", nobody clears it yet" : ", " + clearer->name + " clears it");
}

std::string first_open_item(const model::Workspace& workspace, const model::Card& card) {
    const model::ChecklistItem* first = nullptr;
    for (const model::ChecklistItem* item : workspace.of<model::ChecklistItem>(card.id)) {
        if (!item->done && (first == nullptr || item->rank < first->rank)) first = item;
    }
    if (first != nullptr) return first->title;
    for (const rules::GateState& gate : rules::gate_of(workspace, card.id, card.column)) {
        if (!gate.passed()) return gate.item->title;
    }
    return {};
}

std::string ago(const FaceInputs& in, Instant then) {
    return length_words(in.now - then) + " ago";
}

std::string due_line(const FaceInputs& in, const model::Card& card, const CardFace& face) {
    if (!card.due) return {};
    const std::string date = short_date(*card.due, in.zone.day(in.now));
    std::string words = face.due == date ? date : date + ", " + face.due;
    return card.due_reason.empty() ? words : words + ": " + card.due_reason;
}

std::string column_words(const model::Workspace& workspace, model::ColumnId id) {
    const model::Column* column = workspace.find(id);
    return column == nullptr ? "" : model::column_name(workspace, *column);
}

std::string name_of(const model::Workspace& workspace, model::PersonId id) {
    const model::Person* person = workspace.find(id);
    return person == nullptr ? "Somebody" : person->name;
}

std::string last_move(const FaceInputs& in, const model::Card& card) {
    const model::Transition* last = nullptr;
    for (const model::Transition* move : in.workspace.of<model::Transition>(card.id)) {
        if (!move->voided_at && (last == nullptr || move->at >= last->at)) last = move;
    }
    if (last == nullptr || !last->from || !last->to) return {};
    return column_words(in.workspace, last->from) + " to " + column_words(in.workspace, last->to) +
           ", " + ago(in, last->at) +
           (last->by ? ", by " + name_of(in.workspace, last->by) : std::string());
}

std::vector<std::string> last_comments(const FaceInputs& in, model::CardId card) {
    constexpr std::size_t kShown = 2;
    auto comments = in.workspace.of<model::Comment>(card);
    std::stable_sort(comments.begin(), comments.end(),
                     [](const auto* a, const auto* b) { return a->at > b->at; });
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < std::min(kShown, comments.size()); ++i) {
        const model::Comment& one = *comments[i];
        lines.push_back(name_of(in.workspace, one.by) + ", " + ago(in, one.at) + ": " + one.text);
    }
    return lines;
}

}  // namespace

std::optional<std::size_t> Walk::find(model::CardId card) const {
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (stops[i].card == card) return i;
    }
    return std::nullopt;
}

Walk make_walk(const FaceInputs& in) {
    Walk walk;
    const rules::Points points = rules::points_of(in.workspace);
    const auto columns = in.workspace.columns();
    walk.is_set_up = in.workflow.is_set_up() && points.commitment < columns.size();
    if (!walk.is_set_up) return walk;
    for (std::size_t i = std::min(points.delivery, columns.size()); i-- > points.commitment;)
        add_column(in, columns[i], walk);
    add_options(in, points, walk);
    return walk;
}

Walk keep_order(const Walk& old, Walk fresh) {
    std::unordered_map<std::int64_t, std::size_t> before;
    for (std::size_t i = 0; i < old.stops.size(); ++i) {
        const WalkStop& stop = old.stops[i];
        const bool stayed =
            std::any_of(fresh.stops.begin(), fresh.stops.end(), [&](const WalkStop& now) {
                return now.card == stop.card &&
                       fresh.columns[now.column].id == old.columns[stop.column].id;
            });
        if (stop.card && stayed) before.emplace(stop.card.value, i);
    }
    const auto place = [&](const WalkStop& stop) {
        const auto found = before.find(stop.card.value);
        return found == before.end() ? old.stops.size() : found->second;
    };
    std::stable_sort(fresh.stops.begin(), fresh.stops.end(),
                     [&](const WalkStop& a, const WalkStop& b) {
                         return a.column != b.column ? a.column < b.column : place(a) < place(b);
                     });
    return fresh;
}

CardFacts make_facts(const FaceInputs& in, const model::Card& card, model::MeetingId meeting) {
    CardFacts facts{.face = make_face(in, card)};
    if (const model::Objective* objective = in.workspace.find(card.objective))
        facts.objective = model::key_of(*objective) + " " + objective->title;
    for (const model::Block* block : in.workspace.of<model::Block>(card.id)) {
        if (block->is_open()) facts.blockers.push_back(block_words(in, *block));
    }
    facts.next_step = first_open_item(in.workspace, card);
    facts.due = due_line(in, card, facts.face);
    facts.last_move = last_move(in, card);
    facts.comments = last_comments(in, card.id);
    if (!meeting) return facts;
    for (const model::Note& note : in.workspace.rows<model::Note>()) {
        if (note.meeting == meeting && note.card == card.id) facts.written.push_back(note.text);
    }
    for (const model::Commitment& one : in.workspace.rows<model::Commitment>()) {
        if (one.meeting != meeting || one.card != card.id) continue;
        facts.written.push_back(name_of(in.workspace, one.person) + ": " + one.text + ", by " +
                                short_date(one.due, in.zone.day(in.now)));
    }
    return facts;
}

std::string finish_words(const flow::Flow& flow, model::CardId card) {
    constexpr int kPlanned = 85;  // the level that people plan by
    const auto index = flow.index_of(card);
    if (!index || !flow.workflow().is_set_up()) return {};
    const flow::Slice slice(flow, flow::last_weeks(flow.zone(), flow.as_of()));
    const auto range = flow::finish_range(slice, *index);
    if (!range || range->levels.empty()) return {};
    const auto at = std::ranges::find(range->levels, kPlanned, &flow::FinishRange::At::percent);
    return "Half of such cards by " + short_date(range->levels.front().day, flow.today()) + ", " +
           std::to_string(kPlanned) + "% by " + short_date(at->day, flow.today());
}

}  // namespace throughline::gui::standup
