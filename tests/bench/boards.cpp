#include "tests/bench/boards.h"

#include "core/base/period.h"
#include "core/base/zone.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace throughline::bench {
namespace {

constexpr std::array<const char*, 6> kWords{"Launch campaign for the reporting module",
                                            "Case study with a customer",
                                            "Webinar in thirty minutes",
                                            "Landing page for finance teams",
                                            "Battle card against the leader",
                                            "Onboarding mails"};

void must(const desk::Outcome& outcome) {
    if (!outcome) {
        const auto& stop = outcome.error();
        std::fprintf(stderr, "bench: %s\n",
                     (stop.refusal ? rules::to_text(*stop.refusal) : to_text(*stop.error)).c_str());
        std::exit(1);
    }
}

template <class T>
void insert(std::vector<journal::Change>& changes, const T& row) {
    changes.push_back(*journal::make_change(model::table_of<T>(), row.id.value, std::nullopt,
                                            model::to_row(row)));
}

// A hexadecimal id as Trello makes them: eight digits of time, then a number.
std::string trello_id(std::int64_t seconds, std::int64_t number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%08llx%016llx",
                  static_cast<unsigned long long>(seconds),
                  static_cast<unsigned long long>(number));
    return text.data();
}

}  // namespace

void fill(desk::Desk& desk, int cards, int moves) {
    must(desk.run(rules::CreateBoard{"marketing", "Bench", "Europe/Berlin", "ana", "Ana"}));
    desk.set_actor(desk.workspace().person_by_handle("ana")->id);
    must(
        desk.run(rules::AddObjective{"Something measurable by the end", "", {}, desk.actor(), -1}));
    must(desk.run(
        rules::EditBoard{{{"person_limit", ""}, {"wip_limit", ""}, {"expedite_limit", ""}}}));
    const std::vector<model::ColumnId> columns(desk.workspace().columns().begin(),
                                               desk.workspace().columns().end());
    for (const model::ColumnId column : columns) {
        const model::Column found = *desk.workspace().find(column);
        if (found.wip_limit) {
            must(desk.run(rules::EditColumn{column, {{"wip_limit", ""}}}));
        }
        if (found.group && desk.workspace().find(found.group)->wip_limit) {
            must(desk.run(rules::EditGroup{found.group, {{"wip_limit", ""}}}));
        }
    }
    std::vector<model::GateItemId> gates;
    for (const model::GateItem& item : desk.workspace().rows<model::GateItem>()) {
        gates.push_back(item.id);
    }
    for (const model::GateItemId item : gates) {
        must(desk.run(rules::EditGateItem{item, {{"removed", "true"}}}));
    }
    const model::ObjectiveId objective = desk.workspace().objective_by_number(1)->id;
    IdSource ids(42);
    constexpr int kBatch = 10000;
    for (int first = 0; first < cards; first += kBatch) {
        rules::Import import{"bench", "bench", "cards", {}};
        for (int i = first; i < std::min(cards, first + kBatch); ++i) {
            model::Card card;
            card.id = ids.next<model::CardId>();
            card.number = i + 1;
            card.title = std::string(kWords[static_cast<std::size_t>(i) % kWords.size()]) + " " +
                         std::to_string(i);
            card.type = "content-asset";
            card.dri = desk.actor();
            card.objective = objective;
            card.column = columns[static_cast<std::size_t>(i) % columns.size()];
            card.rank = i;
            card.created_at = desk.now() - days(200) + minutes(i);
            card.entered_at = desk.now() - days(i % 30);
            card.source = "bench";
            card.source_id = std::to_string(i);
            insert(import.changes, card);
            for (int move = 0; move < moves; ++move) {
                model::Transition row;
                row.id = {i * static_cast<std::int64_t>(moves) + move + 1};
                row.card = card.id;
                row.to = move + 1 == moves
                             ? card.column
                             : columns[static_cast<std::size_t>(move) % columns.size()];
                row.from = move == 0 ? model::ColumnId{}
                                     : columns[static_cast<std::size_t>(move - 1) % columns.size()];
                row.kind = move == 0 ? model::MoveKind::Created : model::MoveKind::Moved;
                row.at = card.created_at + hours(12 * move);
                row.known_at = row.at;
                row.by = desk.actor();
                insert(import.changes, row);
            }
        }
        must(desk.run(import));
    }
}

void fill_plan(desk::Desk& desk, int kpis, int weeks, int objectives) {
    IdSource ids(43);
    const Zone zone = *Zone::load(desk.workspace().board()->zone);
    const Day today = zone.day(desk.now());
    const Day last_sunday = model::period_of(model::Cadence::Weekly, today).first - 1;
    rules::Import plan{"bench", "bench", "plan", {}};
    for (int i = 0; i < objectives; ++i) {
        model::Objective objective;
        objective.id = ids.next<model::ObjectiveId>();
        objective.number = i + 2;
        objective.title = "Something measurable, number " + std::to_string(i);
        objective.quarter = next_quarter(quarter_of(today), -(i % 8));
        objective.dri = desk.actor();
        insert(plan.changes, objective);
        for (int k = 0; k < 2; ++k) {
            model::KeyResult result;
            result.id = ids.next<model::KeyResultId>();
            result.number = 2 * i + k + 1;
            result.objective = objective.id;
            result.title = "A result";
            result.baseline = 10;
            result.target = 50 + k;
            result.owner = desk.actor();
            insert(plan.changes, result);
        }
    }
    must(desk.run(plan));
    constexpr int kBatch = 50;
    for (int first = 0; first < kpis; first += kBatch) {
        rules::Import import{"bench", "bench", "kpis", {}};
        for (int i = first; i < std::min(kpis, first + kBatch); ++i) {
            model::Kpi kpi;
            kpi.id = ids.next<model::KpiId>();
            kpi.number = i + 1;
            kpi.name = "Qualified leads of region " + std::to_string(i);
            kpi.category = static_cast<model::KpiCategory>(i % 6);
            kpi.unit = "leads";
            kpi.cadence = model::Cadence::Weekly;
            kpi.owner = desk.actor();
            insert(import.changes, kpi);
            model::KpiTarget target;
            target.id = ids.next<model::KpiTargetId>();
            target.kpi = kpi.id;
            target.from = last_sunday - 7 * weeks;
            target.value = 60;
            insert(import.changes, target);
            for (int week = 0; week < weeks; ++week) {
                model::Measurement value;
                value.id = ids.next<model::MeasurementId>();
                value.kpi = kpi.id;
                value.day = last_sunday - 7 * (weeks - 1 - week);
                value.value = 50 + (i * 7 + week * 13) % 23;
                value.known_at = zone.start_of(value.day + 1);
                value.by = desk.actor();
                insert(import.changes, value);
            }
        }
        must(desk.run(import));
    }
}

std::string trello_export(int megabytes) {
    const std::size_t wanted = static_cast<std::size_t>(megabytes) * 1000 * 1000;
    std::string cards;
    std::string actions;
    const std::array<std::string, 4> lists{trello_id(1600000000, 1), trello_id(1600000000, 2),
                                           trello_id(1600000000, 3), trello_id(1600000000, 4)};
    const std::array<const char*, 4> names{"Ideas", "Doing", "Review", "Done"};
    const std::string member = trello_id(1500000000, 7);
    const std::string description(600, 'x');
    const auto list = [&](std::size_t n) {
        return R"({"id":")" + lists[n] + R"(","name":")" + names[n] + "\"}";
    };
    for (std::int64_t i = 0; cards.size() + actions.size() < wanted; ++i) {
        const std::string id = trello_id(1600000000 + i * 60, 1000 + i);
        const std::string card = R"({"id":")" + id + R"(","name":"Card )" + std::to_string(i) +
                                 R"(","idShort":)" + std::to_string(i + 1) + "}";
        cards += (i == 0 ? "" : ",") + (R"({"id":")" + id) + R"(","name":"Card )" +
                 std::to_string(i) + R"(","desc":")" + description +
                 R"(","closed":false,"idList":")" + lists[3] + R"(","idMembers":[")" + member +
                 R"("],"idLabels":[],"labels":[],"pos":)" + std::to_string(i * 1024) +
                 R"(,"due":null,"idChecklists":[],"attachments":[],"idShort":)" +
                 std::to_string(i + 1) + "}";
        for (int step = 0; step < 4; ++step) {
            std::array<char, 40> date{};
            const std::string at =
                to_text(Instant{(1600000000 + i * 60 + step * 86400) * kMicrosPerSecond});
            std::snprintf(date.data(), date.size(), "%s", at.c_str());
            actions += std::string(actions.empty() ? "" : ",") + R"({"id":")" +
                       trello_id(1600000000 + i * 60, 900000000 + i * 4 + step) +
                       R"(","idMemberCreator":")" + member + R"(","type":")" +
                       (step == 0 ? "createCard" : "updateCard") + R"(","date":")" + date.data() +
                       R"(","data":{"card":)" + card +
                       (step == 0 ? R"(,"list":)" + list(0)
                                  : R"(,"listBefore":)" + list(static_cast<std::size_t>(step - 1)) +
                                        R"(,"listAfter":)" + list(static_cast<std::size_t>(step)) +
                                        R"(,"old":{"idList":")" +
                                        lists[static_cast<std::size_t>(step - 1)] + "\"}") +
                       "}}";
        }
    }
    std::string all_lists;
    for (std::size_t n = 0; n < lists.size(); ++n) {
        all_lists += (n == 0 ? "" : ",") + (R"({"id":")" + lists[n]) + R"(","name":")" + names[n] +
                     R"(","closed":false,"pos":)" + std::to_string(n + 1) + "}";
    }
    return R"({"id":")" + trello_id(1500000000, 99) +
           R"(","name":"Large board","closed":false,"lists":[)" + all_lists +
           R"(],"members":[{"id":")" + member +
           R"(","fullName":"Ana","username":"ana"}],"labels":[],"checklists":[],"cards":[)" +
           cards + R"(],"actions":[)" + actions + "]}";
}

}  // namespace throughline::bench
