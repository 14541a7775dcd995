#include "app/gui/card/around_model.h"

#include "app/gui/context/plan_figures_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/rules/brief.h"

#include <algorithm>
#include <map>

namespace throughline::gui::card {
namespace {

using model::Workspace;

std::string name_of(const Workspace& ws, model::PersonId id) {
    const model::Person* person = ws.find(id);
    return person == nullptr ? "nobody" : person->name;
}

void read_money(const Workspace& ws, model::CardId card, CardAround& around) {
    const model::Board* board = ws.board();
    const std::string currency = board == nullptr ? "" : board->currency;
    std::map<std::string, double> channels;
    bool has_any = false;
    for (const model::Spend& one : ws.rows<model::Spend>()) {
        if (one.card != card) continue;
        has_any = true;
        (one.kind == model::SpendKind::Committed ? around.committed : around.spent) += one.amount;
        channels[one.channel.empty() ? "No channel" : one.channel] += one.amount;
    }
    if (!has_any) return;
    around.money = "Committed " + number_words(around.committed, currency) + ", spent " +
                   number_words(around.spent, currency) + ", together " +
                   number_words(around.committed + around.spent, currency) + ".";
    std::vector<std::pair<std::string, double>> sorted(channels.begin(), channels.end());
    std::ranges::stable_sort(sorted, std::greater(), &std::pair<std::string, double>::second);
    std::vector<std::string> parts;
    for (const auto& [channel, amount] : sorted)
        parts.push_back(channel + " " + number_words(amount, currency));
    around.by_channel = join(parts, "  \u00b7  ");
}

void read_escalations(const DetailInputs& inputs, model::CardId card, CardAround& around) {
    const Workspace& ws = inputs.workspace;
    std::vector<const model::Escalation*> rows;
    for (const model::Escalation& one : ws.rows<model::Escalation>()) {
        if (one.card == card) rows.push_back(&one);
    }
    std::ranges::sort(rows, std::greater(), &model::Escalation::step);
    for (const model::Escalation* one : rows) {
        EscalationRow row{.id = one->id, .reason = one->reason, .answer = one->answer};
        row.words = "Step " + std::to_string(one->step) + ": to " + name_of(ws, one->to) + ", by " +
                    name_of(ws, one->by) + ", " + when_words(inputs.zone, one->at, inputs.now);
        if (one->answered_at) row.when = when_words(inputs.zone, *one->answered_at, inputs.now);
        row.asks_me = !one->answered_at && one->to == inputs.me;
        around.waiting += one->answered_at ? 0 : 1;
        around.escalations.push_back(std::move(row));
    }
}

void read_milestones(const DetailInputs& inputs, model::ObjectiveId objective, CardAround& around) {
    const Workspace& ws = inputs.workspace;
    const model::Objective* serves = ws.find(objective);
    if (serves == nullptr) return;
    around.objective = model::key_of(*serves);
    const Day today = inputs.zone.day(inputs.now);
    std::vector<const model::Milestone*> rows;
    for (const model::Milestone& one : ws.rows<model::Milestone>()) {
        if (one.objective == objective) rows.push_back(&one);
    }
    std::ranges::sort(rows, {}, [](const model::Milestone* one) {
        return std::pair(one->due.value_or(Day{INT32_MAX}), one->id);
    });
    for (const model::Milestone* one : rows) {
        around.milestones.push_back({.id = one->id,
                                     .title = one->title,
                                     .due = one->due ? short_date(*one->due, today) : "",
                                     .late = !one->done && one->due && *one->due < today,
                                     .done = one->done});
    }
}

}  // namespace

CardAround make_around(const DetailInputs& inputs, model::CardId id) {
    CardAround around;
    const Workspace& ws = inputs.workspace;
    const model::Card* card = ws.find(id);
    if (card == nullptr) return around;
    read_money(ws, id, around);
    read_escalations(inputs, id, around);
    read_milestones(inputs, card->objective, around);
    for (const model::Retro& one : ws.rows<model::Retro>()) {
        if (one.card != id) continue;
        around.retro = one.id;
        around.retro_key = model::key_of(one);
    }
    if (const model::Request* request = ws.find(card->request)) {
        const auto target = request->answers.find(std::string(rules::kTarget));
        if (target != request->answers.end()) around.target = target->second;
    }
    return around;
}

}  // namespace throughline::gui::card
