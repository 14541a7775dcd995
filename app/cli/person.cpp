#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/rules/limits.h"

#include <algorithm>
#include <array>

namespace throughline::cli {

namespace {

struct NoArgs {};
struct ShowArgs {
    std::string name;
};
struct AddArgs {
    std::string handle;
    std::optional<std::string> name;
    std::optional<std::string> role;
};
struct SetArgs {
    std::string name;
    std::vector<std::string> pairs;
};

constexpr std::array kSettable{Settable{"handle"},
                               Settable{"name"},
                               Settable{"role"},
                               Settable{"limit", Written::Plain, "wip_limit"},
                               Settable{"active", Written::Flag},
                               Settable{"days_per_week"},
                               Settable{"vendor", Written::Flag},
                               Settable{"skills", Written::List}};

Json person_json(const model::Workspace& workspace, const model::Person& person) {
    const rules::Fill fill = rules::person_fill(workspace, person.id);
    return {{"handle", person.handle},
            {"name", person.name},
            {"role", model::name_of(person.role)},
            {"limit", or_null(fill.limit)},
            {"count", fill.count},
            {"active", person.active},
            {"days_per_week", person.days_per_week},
            {"vendor", person.vendor},
            {"skills", person.skills}};
}

Ending list(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<const model::Person*> rows;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        rows.push_back(&person);
    }
    std::ranges::sort(rows, {}, &model::Person::handle);
    print_list<model::Person>(session, rows,
                              {{"handle", "name", "role", "cards", "limit", ""},
                               [&](const auto& row) {
                                   const rules::Fill fill = rules::person_fill(workspace, row.id);
                                   return std::vector<std::string>{
                                       row.handle,
                                       row.name,
                                       std::string(model::name_of(row.role)),
                                       std::to_string(fill.count),
                                       number_or_dash(fill.limit),
                                       yes_or_empty(!row.active, "inactive")};
                               },
                               [&](const auto& row) { return person_json(workspace, row); },
                               "No people."});
    return Done{};
}

Ending show(Session& session, const ShowArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const auto* person, find_person(desk->workspace(), args.name));
    print_one(session, person_json(desk->workspace(), *person));
    return Done{};
}

Ending finish(Session& session, const rules::Command& command, model::PersonId id) {
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const auto* row =
            id ? session.workspace().find(id) : inserted<model::Person>(session.workspace(), entry);
        return Json{{"person", row != nullptr ? person_json(session.workspace(), *row) : Json()}};
    });
}

Ending add(Session& session, const AddArgs& args) {
    TL_CHECK(session.acting_desk());
    rules::AddPerson command;
    command.handle = args.handle;
    command.name = args.name.value_or(args.handle);
    if (args.role) {
        TL_TRY(command.role, choice_value<model::Role>(*args.role, "--role"));
    }
    return finish(session, command, {});
}

Ending set(Session& session, const SetArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* person, find_person(desk->workspace(), args.name));
    TL_TRY(const model::TextMap fields, settings_value(args.pairs, kSettable));
    return finish(session, rules::EditPerson{person->id, fields}, person->id);
}

}  // namespace

void add_person(Verb& program) {
    Verb person =
        program.verb("person", "Who works with the board, in which role, with how many cards");
    auto none = std::make_shared<NoArgs>();
    person.verb("list", "Everybody, with their load")
        .example("throughline person list")
        .does(none, &list);
    auto shown = std::make_shared<ShowArgs>();
    person.verb("show", "One person")
        .needs("PERSON", shown->name, "Handle or name")
        .example("throughline person show ana")
        .does(shown, &show);
    auto added = std::make_shared<AddArgs>();
    person.verb("add", "Add a person")
        .needs("HANDLE", added->handle, "Short, in small letters: ana")
        .option("--name", "NAME", added->name, "In full")
        .option("--role", "ROLE", added->role, "viewer, requester, member (default), lead or admin")
        .example("throughline person add ana --name \"Ana Lima\" --role lead")
        .does(added, &add);
    auto changed = std::make_shared<SetArgs>();
    person.verb("set", "Change a person; nobody is deleted, only made inactive")
        .needs("PERSON", changed->name, "Handle or name")
        .list("FIELD=VALUE", changed->pairs, "Of: " + field_names(kSettable))
        .example("throughline person set ana role=lead limit=3")
        .does(changed, &set);
    person.example("throughline person list");
}

}  // namespace throughline::cli
