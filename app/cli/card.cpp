#include "app/cli/card.h"

#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "core/base/text.h"
#include "core/model/query.h"

#include <ostream>

namespace throughline::cli {

namespace {

struct ListArgs {
    std::vector<std::string> query;
    bool all = false;
};

Ending list_cards(Session& session, const ListArgs& args) {
    TL_TRY(auto* desk, session.desk());
    auto query = model::Query::parse(join(args.query, " "));
    if (!query) {
        return bad_input(query.error().message, "QUERY, " + query.error().where);
    }
    const model::Workspace& workspace = desk->workspace();
    const Look look = look_now(session);
    Json cards = Json::array();
    TextTable table;
    table.head({"key", "title", "column", "DRI", "age", "marks"}).align(4, TextTable::Align::Right);
    const bool every_state = args.all || query->asks(model::QueryField::State);
    for (const model::CardId id :
         model::find_cards(*query, {workspace, look.zone, look.as_of, desk->actor(), nullptr})) {
        const model::Card& card = *workspace.find(id);
        if (!every_state && !card.on_board()) continue;
        const std::string place = card.on_board() ? handle_of(workspace, card.column)
                                                  : std::string(model::name_of(card.state));
        if (session.json()) {
            Json json = card_row_json(look, card);
            json["state"] = model::name_of(card.state);
            json["column"] = text_or_null(handle_of(workspace, card.column));
            cards.push_back(std::move(json));
            continue;
        }
        const CardAges ages = ages_of(look, card);
        table.row({model::key_of(workspace, card), shortened(printable(card.title), 48), place,
                   dash(handle_of(workspace, card.dri)),
                   ages.total_days ? std::to_string(*ages.total_days) + " d" : "",
                   card_marks(look, card)});
    }
    if (session.json()) {
        session.print(cards);
    } else if (table.empty()) {
        session.out() << "No cards.\n";
    } else {
        table.print(session.out(), session.terminal());
    }
    return Done{};
}

}  // namespace

void add_card_list(Verb& card) {
    auto args = std::make_shared<ListArgs>();
    card.verb("list", "Cards on the board, or those that a query finds")
        .any("QUERY", args->query,
             "As in the window: dri:ana class:expedite due:<14d is:blocked words")
        .flag("--all", args->all, "Also cards that are discarded, archived, void or traded out")
        .example("throughline card list dri:ana is:blocked")
        .does(args, &list_cards);
}

Ending carry_out_on_card(Session& session, const rules::Command& command, model::CardId card) {
    return carry_out(session, command, [&session, card](const journal::Entry&) {
        const model::Card* held = session.workspace().find(card);
        return Json{{"card", held != nullptr ? card_json(look_now(session), *held) : Json()}};
    });
}

void add_card(Verb& program) {
    Verb card = program.verb("card", "Accepted work: look at it, move it, change it");
    for (const auto add : {add_card_list, add_card_show, add_card_moves, add_card_edit,
                           add_card_gates, add_card_blocks, add_card_links}) {
        add(card);
    }
    card.example("throughline card move MKT-12 review");
}

}  // namespace throughline::cli
