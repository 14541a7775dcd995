// How cards move through the demo team's day.
#include "app/demo/studio.h"
#include "core/rules/gates.h"
#include "core/rules/limits.h"
#include "core/rules/score.h"

#include <algorithm>
#include <array>

namespace throughline::demo {
namespace {

using model::Card;
using model::CardId;

constexpr std::array<const char*, 6> kCauses{
    "waiting for legal",      "waiting for product",
    "waiting for the agency", "waiting for a customer's approval",
    "tracking does not work", ""};
constexpr std::array<const char*, 6> kReasons{"The claim about savings needs a signature.",
                                              "Screenshots of the new version are missing.",
                                              "Second round of the design is late.",
                                              "The customer's press office has not answered.",
                                              "Conversions are not counted since the last release.",
                                              "Nobody knows who decides."};
constexpr std::array<const char*, 6> kComments{
    "First draft is in the folder, have a look.", "The quote is approved by the customer.",
    "Numbers updated with last week's data.",     "Shorter headline, same promise.",
    "The agency delivers on Thursday.",           "Copy is final from my side."};

}  // namespace

double Studio::stage_days(const Card& card) {
    const model::Column* column = ws().find(card.column);
    const double size = static_cast<double>(card.size.value_or(3)) / 4.0;
    if (column->handle == "create") {
        return random_.lognormal(2.2 * size + 0.8, 0.5);
    }
    if (column->handle == "review") {
        const auto has = [&](const char* label) {
            return std::ranges::find(card.labels, std::string(label)) != card.labels.end();
        };
        const double path = has("lean-review") ? 0.3 : has("usual-review") ? 1.8 : 1.0;
        return random_.lognormal(1.4, 0.6) * path;
    }
    if (column->handle == "launch-prep") {
        return random_.lognormal(2.0, 0.5);
    }
    return column->handle == "live" ? random_.lognormal(12, 0.3) : 0.1;
}

void Studio::hour(Day) {
    const auto columns = ws().columns();
    std::vector<CardId> cards;
    for (auto column = columns.rbegin(); column != columns.rend(); ++column) {
        for (const CardId card : ws().cards_in(*column)) {
            cards.push_back(card);
        }
    }
    for (const CardId card : cards) {
        if (const Card* found = ws().find(card); found != nullptr && found->on_board()) {
            tend(card);
        }
    }
    pull();
}

void Studio::tend(CardId id) {
    const Card card = *ws().find(id);
    const auto at = rules::column_index(ws(), card.column);
    const auto points = rules::points_of(ws());
    if (!at || *at < points.commitment || *at + 1 >= ws().columns().size()) {
        return;
    }
    Plan& plan = plans_[id];
    if (plan.column != card.column) {
        plan = {card.column, *clock_ + Duration{static_cast<std::int64_t>(
                                           stage_days(card) * static_cast<double>(kMicrosPerDay))}};
    }
    life_around(id);
    if (ws().is_blocked(id)) {
        if (random_.chance(0.03)) {
            run(handle(card.dri), rules::UnblockCard{id, {}});
        }
        return;
    }
    if (*clock_ >= plan.ready_at && random_.chance(0.6)) {
        finish_stage(id);
    }
}

void Studio::finish_stage(CardId id) {
    const Card card = *ws().find(id);
    const auto at = *rules::column_index(ws(), card.column);
    const std::string column = ws().find(card.column)->handle;
    if (column == "review" && random_.chance(0.10)) {
        const auto gate = rules::gate_of(ws(), id, card.column);
        run("nina", rules::MarkGate{id, gate.front().item->id, model::Verdict::Rejected,
                                    "The promise is not the one we agreed on."});
        run("nina", rules::MoveCards{{id}, ws().column_by_handle("create")->id, {}, ""});
        return;
    }
    pass_gate(id);
    if (column == "live" && random_.chance(0.8)) {
        run(handle(card.dri),
            rules::EditCard{
                id,
                {{"result_actual", std::to_string(20 + random_.below(60)) + " after two weeks"},
                 {"result_note", "Close to the target; the second mail did most of it."}},
                ""});
    }
    rules::MoveCards move{{id}, ws().columns()[at + 1], {}, ""};
    if (!run(handle(card.dri), move) && random_.chance(0.05)) {
        move.override_reason = "The date is public, and the review is done by tonight";
        run("lena", move);
    }
}

void Studio::pass_gate(CardId id) {
    std::vector<std::pair<model::GateItemId, model::GateKind>> open;
    for (const rules::GateState& state : rules::gate_of(ws(), id, ws().find(id)->column)) {
        if (!state.passed()) {
            open.emplace_back(state.item->id, state.item->kind);
        }
    }
    const std::string dri = handle(ws().find(id)->dri);
    for (const auto& [item, kind] : open) {
        const bool approval = kind == model::GateKind::Approval;
        run(approval ? "nina" : dri,
            rules::MarkGate{id, item, approval ? model::Verdict::Approved : model::Verdict::Done,
                            ""});
    }
}

void Studio::pull() {
    const model::Column* create = ws().column_by_handle("create");
    for (const Card* candidate : rules::pull_order(ws(), rules::ready_column(ws()))) {
        if (rules::governing_fill(ws(), create->id).is_full() &&
            candidate->service_class != model::ServiceClass::Expedite) {
            break;
        }
        const rules::Fill load = rules::person_fill(ws(), candidate->dri);
        if (!load.is_full() && random_.chance(0.5)) {
            run(handle(candidate->dri), rules::MoveCards{{candidate->id}, create->id, {}, ""});
            break;  // the list is of the state before
        }
    }
    // A full column is tried now and then all the same: that is the pressure the figures show.
    const auto ready = ws().cards_in(rules::ready_column(ws()));
    if (!ready.empty() && random_.chance(0.02)) {
        const CardId first = ready.front();
        run(handle(ws().find(first)->dri), rules::MoveCards{{first}, create->id, {}, ""});
    }
}

void Studio::life_around(CardId id) {
    const Card card = *ws().find(id);
    const std::string column = ws().find(card.column)->handle;
    const bool working = column == "create" || column == "review" || column == "launch-prep";
    if (!working) {
        return;
    }
    if (random_.chance(0.007)) {
        const std::size_t which = random_.below(kCauses.size());
        run(handle(card.dri),
            rules::BlockCard{id,
                             kCauses[which],
                             kReasons[which],
                             ws().person_by_handle(random_.chance(0.5) ? "nina" : "lena")->id,
                             {}});
    }
    if (random_.chance(0.02)) {
        run(handle(card.dri),
            rules::AddComment{id, {}, kComments[random_.below(kComments.size())]});
    }
    if (random_.chance(0.08)) {
        for (const model::ChecklistItem* item : ws().of<model::ChecklistItem>(id)) {
            if (!item->done) {
                run(handle(card.dri), rules::TickChecklistItem{item->id, true});
                break;
            }
        }
    }
}

}  // namespace throughline::demo
