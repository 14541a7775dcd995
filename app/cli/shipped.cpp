#include "app/cli/shipped.h"

#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "core/rules/shipped_records.h"

#include <memory>

namespace throughline::cli {

namespace {

struct ShippedArgs {
    std::string table;
    std::vector<std::string> handles;
    std::optional<std::string> person;
};

Ending list(Session& session, const ShippedArgs& args) {
    TL_CHECK(session.desk());
    print_list<rules::ShippedRecord>(
        session, rules::missing_records(session.workspace(), args.table),
        {{"template", "name", "what"},
         [](const rules::ShippedRecord& one) {
             return std::vector<std::string>{std::string(one.handle), std::string(one.name),
                                             std::string(one.note)};
         },
         [](const rules::ShippedRecord& one) {
             Json json{{"template", one.handle}, {"name", one.name}, {"what", one.note}};
             for (const auto& [field, value] : one.set) {
                 json[field] = value;
             }
             return json;
         },
         "The board has all of them."});
    return Done{};
}

Ending add(Session& session, const ShippedArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    model::PersonId person = desk->actor();
    if (args.person) {
        TL_TRY(const auto* named, find_person(desk->workspace(), *args.person));
        person = named->id;
    }
    return carry_out(session, rules::AddShipped{args.table, args.handles, person});
}

}  // namespace

void add_shipped_verbs(Verb& verb, std::string_view table, const std::string& call) {
    const auto all = rules::shipped_records(table);
    if (all.empty()) {
        return;
    }
    const auto args = [&] {
        auto made = std::make_shared<ShippedArgs>();
        made->table = table;
        return made;
    };
    verb.verb("templates", "The usual ones that the board does not have yet")
        .example(call + " templates")
        .does(args(), &list);
    auto added = args();
    verb.verb("add-templates", "Add some of them, in one step")
        .list("TEMPLATE", added->handles, "As templates names them; one or more")
        .option("--person", "NAME", added->person, "Who owns or answers for them; else you")
        .example(call + " add-templates " + std::string(all.front().handle) + " --person ana")
        .does(added, &add);
}

}  // namespace throughline::cli
