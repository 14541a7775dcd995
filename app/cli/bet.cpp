#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"

#include <algorithm>
#include <array>

namespace throughline::cli {

namespace {

struct NoArgs {};
struct ShowArgs {
    std::string key;
};
struct AddArgs {
    std::string title;
    std::string year;
    std::string sentence;
    std::optional<std::string> reason;
};
struct SetArgs {
    std::string key;
    std::vector<std::string> pairs;
};

constexpr std::array kSettable{Settable{"title"},
                               Settable{"sentence"},
                               Settable{"reason"},
                               Settable{"year"},
                               Settable{"closed", Written::Flag},
                               Settable{"budget_share"},
                               Settable{"time_share"}};

Json bet_json(const model::Workspace& workspace, const model::Bet& bet) {
    Json objectives = Json::array();
    for (const model::Objective& objective : workspace.rows<model::Objective>()) {
        if (objective.bet == bet.id) {
            objectives.push_back(model::key_of(objective));
        }
    }
    return {{"key", model::key_of(bet)},
            {"year", bet.year},
            {"title", bet.title},
            {"sentence", text_or_null(bet.sentence)},
            {"reason", text_or_null(bet.reason)},
            {"closed", bet.closed},
            {"objectives", std::move(objectives)}};
}

Ending list(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<const model::Bet*> rows;
    for (const model::Bet& bet : workspace.rows<model::Bet>()) {
        rows.push_back(&bet);
    }
    std::ranges::sort(rows, {}, [](const auto* row) { return std::pair(row->year, row->number); });
    print_list<model::Bet>(session, rows,
                           {{"key", "year", "title", "sentence", ""},
                            [](const auto& row) {
                                return std::vector<std::string>{
                                    model::key_of(row), std::to_string(row.year), row.title,
                                    row.sentence, yes_or_empty(row.closed, "closed")};
                            },
                            [&](const auto& row) { return bet_json(workspace, row); },
                            "No big bets."});
    return Done{};
}

Ending show(Session& session, const ShowArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const auto* bet, find_bet(desk->workspace(), args.key));
    print_one(session, bet_json(desk->workspace(), *bet));
    return Done{};
}

Ending finish(Session& session, const rules::Command& command, model::BetId id) {
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const auto* row =
            id ? session.workspace().find(id) : inserted<model::Bet>(session.workspace(), entry);
        return Json{{"bet", row != nullptr ? bet_json(session.workspace(), *row) : Json()}};
    });
}

Ending add(Session& session, const AddArgs& args) {
    TL_CHECK(session.acting_desk());
    TL_TRY(const std::int64_t year, number_value(args.year, "--year", 1900, 9999));
    return finish(
        session,
        rules::AddBet{static_cast<int>(year), args.title, args.sentence, args.reason.value_or("")},
        {});
}

Ending set(Session& session, const SetArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* bet, find_bet(desk->workspace(), args.key));
    TL_TRY(const model::TextMap fields, settings_value(args.pairs, kSettable));
    return finish(session, rules::EditBet{bet->id, fields}, bet->id);
}

}  // namespace

void add_bet(Verb& program) {
    Verb bet = program.verb("bet", "Big bets: at most three strategic shifts of a year");
    auto none = std::make_shared<NoArgs>();
    bet.verb("list", "Big bets by year").example("throughline bet list").does(none, &list);
    auto shown = std::make_shared<ShowArgs>();
    bet.verb("show", "One big bet with its objectives")
        .needs("KEY", shown->key, "B-1")
        .example("throughline bet show B-1")
        .does(shown, &show);
    auto added = std::make_shared<AddArgs>();
    bet.verb("add", "Add a big bet; a third of a year needs a reason")
        .needs("TITLE", added->title, "In a few words")
        .must("--year", "YEAR", added->year, "2026")
        .must("--sentence", "TEXT", added->sentence, "The bet in one sentence")
        .option("--reason", "TEXT", added->reason, "Why a third one")
        .example(
            "throughline bet add \"Customers first\" --year 2026 --sentence \"Growth comes from "
            "customers\"")
        .does(added, &add);
    auto changed = std::make_shared<SetArgs>();
    bet.verb("set", "Change a big bet")
        .needs("KEY", changed->key, "B-1")
        .list("FIELD=VALUE", changed->pairs, "Of: " + field_names(kSettable))
        .example("throughline bet set B-1 closed=yes")
        .does(changed, &set);
    bet.example("throughline bet list");
}

}  // namespace throughline::cli
