#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace throughline::cli {

namespace {

struct ListArgs {
    std::optional<std::string> kind;
};
struct TermArgs {
    std::string kind;
    std::string value;
    std::vector<std::string> pairs;
};

constexpr std::array kSettable{Settable{"value"}, Settable{"retired", Written::Flag}};

Json term_json(const model::Term& term) {
    return {{"kind", term.kind}, {"value", term.value}, {"retired", term.retired}};
}

Ending list(Session& session, const ListArgs& args) {
    TL_TRY(auto* desk, session.desk());
    std::vector<const model::Term*> rows;
    for (const model::Term& term : desk->workspace().rows<model::Term>()) {
        if (!args.kind || term.kind == *args.kind) {
            rows.push_back(&term);
        }
    }
    std::ranges::sort(rows, {}, [](const auto* row) { return std::tie(row->kind, row->value); });
    print_list<model::Term>(session, rows,
                            {{"kind", "value", ""},
                             [](const auto& row) {
                                 return std::vector<std::string>{
                                     row.kind, row.value, yes_or_empty(row.retired, "retired")};
                             },
                             &term_json,
                             "No taxonomy values."});
    return Done{};
}

Ending finish(Session& session, const rules::Command& command, model::TermId id) {
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const auto* row =
            id ? session.workspace().find(id) : inserted<model::Term>(session.workspace(), entry);
        return Json{{"term", row != nullptr ? term_json(*row) : Json()}};
    });
}

Ending add(Session& session, const TermArgs& args) {
    TL_CHECK(session.acting_desk());
    return finish(session, rules::AddTerm{args.kind, args.value}, {});
}

Ending set(Session& session, const TermArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* term, find_term(desk->workspace(), args.kind, args.value));
    TL_TRY(const model::TextMap fields, settings_value(args.pairs, kSettable));
    return finish(session, rules::EditTerm{term->id, fields}, term->id);
}

}  // namespace

void add_term(Verb& program) {
    Verb term = program.verb("term", "Taxonomy: values that are chosen, not typed");
    auto listed = std::make_shared<ListArgs>();
    term.verb("list", "Values by kind")
        .may("KIND", listed->kind, "channel, region, audience, product, or your own")
        .example("throughline term list channel")
        .does(listed, &list);
    auto added = std::make_shared<TermArgs>();
    term.verb("add", "Add a value")
        .needs("KIND", added->kind, "channel, region, audience, product, or your own")
        .needs("VALUE", added->value, "As shown")
        .example("throughline term add channel Podcast")
        .does(added, &add);
    auto changed = std::make_shared<TermArgs>();
    term.verb("set", "Rename or retire a value")
        .needs("KIND", changed->kind, "Its kind")
        .needs("VALUE", changed->value, "As it is now")
        .list("FIELD=VALUE", changed->pairs, "Of: " + field_names(kSettable))
        .example("throughline term set channel Podcast retired=yes")
        .does(changed, &set);
    term.example("throughline term list");
}

}  // namespace throughline::cli
