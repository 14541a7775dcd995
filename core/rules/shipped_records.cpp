#include "core/rules/shipped_records.h"

#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/decide.h"
#include "core/rules/records.h"

#include <algorithm>

namespace throughline::rules {
namespace {

using model::TextMap;

const std::vector<ShippedRecord>& kpis() {
    static const std::vector<ShippedRecord> kAll{
        {"kpi", "pipeline-created", "Pipeline created",
         "Value of the opportunities that sales accepted in the month and that began with us",
         TextMap{{"category", "pipeline"}, {"unit", "EUR"}, {"better", "higher"}}},
        {"kpi", "qualified-opportunities", "Qualified opportunities",
         "Opportunities that sales accepted in the month",
         TextMap{{"category", "pipeline"}, {"unit", "opportunities"}, {"better", "higher"}}},
        {"kpi", "engaged-accounts", "Engaged target accounts",
         "Target accounts with at least two people active in the month",
         TextMap{{"category", "account"},
                 {"unit", "accounts"},
                 {"better", "higher"},
                 {"leading", "true"}}},
        {"kpi", "win-rate", "Win rate", "Won of all opportunities that were decided in the month",
         TextMap{{"category", "account"}, {"unit", "%"}, {"better", "higher"}}},
        {"kpi", "returning-readers", "Returning readers",
         "People who read two pieces or more in the month",
         TextMap{{"category", "content"},
                 {"unit", "readers"},
                 {"better", "higher"},
                 {"leading", "true"}}},
        {"kpi", "branded-search", "Share of branded search",
         "Searches with our name of all searches of the category",
         TextMap{{"category", "brand"}, {"unit", "%"}, {"better", "higher"}, {"leading", "true"}}},
        {"kpi", "cost-per-opportunity", "Cost per opportunity",
         "Money spent in the month by qualified opportunities",
         TextMap{{"category", "efficiency"}, {"unit", "EUR"}, {"better", "lower"}}},
        {"kpi", "cycle-time", "Cycle time, 85% of cards",
         "Days from the commitment to the delivery point that 85% of the cards stay within",
         TextMap{{"category", "efficiency"},
                 {"unit", "days"},
                 {"better", "lower"},
                 {"figure", "cycle-time-p85"}}},
        {"kpi", "answered-in-time", "Requests answered in time",
         "Requests answered within the promised working time, of all that were decided",
         TextMap{{"category", "team"},
                 {"unit", "%"},
                 {"better", "higher"},
                 {"figure", "requests-on-time"}}}};
    return kAll;
}

const std::vector<ShippedRecord>& outcomes() {
    static const std::vector<ShippedRecord> kAll{
        {"accountability", "pipeline", "Pipeline that sales accepts",
         "Channel and message within the budget line", TextMap{{"cadence", "monthly review"}}},
        {"accountability", "accounts", "Target accounts that engage",
         "Which accounts are worked on, with sales", TextMap{{"cadence", "monthly review"}}},
        {"accountability", "content", "Content that is used", "What is made, changed and withdrawn",
         TextMap{{"cadence", "monthly review"}}},
        {"accountability", "brand", "Being known in the category",
         "Tone, look and claims; sponsorships within the budget line",
         TextMap{{"cadence", "quarterly planning"}}},
        {"accountability", "launches", "Launches on their day",
         "Scope of a launch, and what moves when two need the same week",
         TextMap{{"cadence", "weekly sync"}}},
        {"accountability", "money", "Money well spent",
         "Shifts between budget lines up to a tenth of each",
         TextMap{{"cadence", "monthly review"}}},
        {"accountability", "flow", "Work that flows",
         "WIP limits, policies and templates of the board", TextMap{{"cadence", "weekly sync"}}}};
    return kAll;
}

std::string_view name_field(std::string_view table) {
    return table == "kpi" ? "name" : "outcome";
}

bool is_here(const model::Workspace& workspace, const ShippedRecord& shipped) {
    const std::string name = fold(shipped.name);
    if (shipped.table == "kpi") {
        const auto& rows = workspace.rows<model::Kpi>();
        return std::ranges::any_of(
            rows, [&](const model::Kpi& one) { return !one.retired && fold(one.name) == name; });
    }
    const auto& rows = workspace.rows<model::Accountability>();
    return std::ranges::any_of(
        rows, [&](const model::Accountability& one) { return fold(one.outcome) == name; });
}

// The definition counts from the day on which the KPI was added.
void define(const ShippedRecord& shipped, Edit& edit, const Context& context) {
    for (const auto& [id, kpi] : edit.touched<model::Kpi>()) {
        if (kpi && kpi->name == shipped.name) {
            edit.put(model::KpiDefinition{.id = edit.new_id<model::KpiDefinitionId>(),
                                          .kpi = kpi->id,
                                          .from = local_day(edit, context.now),
                                          .counts = std::string(shipped.note),
                                          .by = context.actor});
        }
    }
}

std::string handle_of(const Edit& edit, model::PersonId id) {
    const model::Person* person = edit.get(id);
    return person == nullptr ? "" : person->handle;
}

}  // namespace

std::span<const ShippedRecord> shipped_records(std::string_view table) {
    if (table == "kpi") {
        return kpis();
    }
    return table == "accountability" ? std::span<const ShippedRecord>(outcomes())
                                     : std::span<const ShippedRecord>();
}

const ShippedRecord* shipped_record(std::string_view table, std::string_view handle) {
    const auto all = shipped_records(table);
    const auto found = std::ranges::find(all, handle, &ShippedRecord::handle);
    return found == all.end() ? nullptr : &*found;
}

std::vector<const ShippedRecord*> missing_records(const model::Workspace& workspace,
                                                  std::string_view table) {
    std::vector<const ShippedRecord*> missing;
    for (const ShippedRecord& one : shipped_records(table)) {
        if (!is_here(workspace, one)) {
            missing.push_back(&one);
        }
    }
    return missing;
}

Verdict decide(const AddShipped& command, Edit& edit, const Context& context) {
    if (command.handles.empty()) {
        return refusal("nothing_to_do", "No template was chosen.", "Choose at least one.");
    }
    for (const std::string& handle : command.handles) {
        const ShippedRecord* shipped = shipped_record(command.table, handle);
        if (shipped == nullptr) {
            return refusal("not_found", "There is no template '" + handle + "'.",
                           "See the list of templates.");
        }
        if (is_here(edit.before(), *shipped)) {
            return refusal("name_taken", "'" + std::string(shipped->name) + "' is here already.",
                           "Change that one.");
        }
        TextMap set = shipped->set;
        set[std::string(name_field(command.table))] = shipped->name;
        if (command.table == "kpi") {
            set["owner"] = handle_of(edit, command.person);
        } else {
            set["dri"] = handle_of(edit, command.person);
            set["decision_rights"] = shipped->note;
            set["escalation"] = handle_of(edit, context.actor);
        }
        TL_CHECK(decide(AddRecord{command.table, std::move(set)}, edit, context));
        if (command.table == "kpi") {
            define(*shipped, edit, context);
        }
    }
    return Done{};
}

}  // namespace throughline::rules
