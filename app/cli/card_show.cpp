#include "app/cli/card.h"
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/text_table.h"
#include "app/cli/views.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/model/column_name.h"
#include "core/rules/brief.h"
#include "core/rules/gates.h"
#include "core/rules/score.h"

#include <algorithm>
#include <ostream>

namespace throughline::cli {

namespace {

struct ShowArgs {
    std::string key;
};

std::string handles(const model::Workspace& workspace, const std::vector<model::PersonId>& people) {
    std::vector<std::string> list;
    for (const model::PersonId person : people) {
        list.push_back(handle_of(workspace, person));
    }
    return join(list, ", ");
}

void facts(Session& session, const Look& look, const model::Card& card) {
    const model::Workspace& workspace = look.workspace;
    const CardAges ages = ages_of(look, card);
    TextTable table;
    const auto fact = [&table](const char* name, const std::string& value) {
        if (!value.empty()) {
            table.row({name, value});
        }
    };
    const model::Column* column = workspace.find(card.column);
    fact("column", column != nullptr ? model::column_name(workspace, *column)
                                     : std::string(model::name_of(card.state)));
    fact("age", ages.total_days ? plural(*ages.total_days, "day", "days") : "");
    fact("in column", ages.column_days ? decimal(ages.column_days) + " days" : "");
    fact("marks", card_marks(look, card));
    fact("type", card.type);
    fact("DRI", dash(handle_of(workspace, card.dri)));
    fact("objective", dash(key_of(workspace, card.objective)));
    fact("request", key_of(workspace, card.request));
    fact("due because", card.due_reason);
    fact("score", card.value || card.urgency || card.enablement || card.size
                      ? rules::score_words(*workspace.board(), card.value, card.urgency,
                                           card.enablement, card.size)
                      : "");
    fact("labels", join(card.labels, ", "));
    fact("responsible", handles(workspace, card.responsible));
    fact("consulted", handles(workspace, card.consulted));
    fact("informed", handles(workspace, card.informed));
    fact("parent", key_of(workspace, card.parent));
    fact("result", card.result_actual);
    fact("description", card.description);
    table.print(session.out(), session.terminal());
}

void heading(Session& session, const std::string& words) {
    session.out() << "\n" << painted(words, Paint::Bold, session.terminal()) << "\n";
}

void lists(Session& session, const model::Workspace& workspace, const model::Card& card) {
    const auto section = [&session](const std::string& words,
                                    const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        heading(session, words);
        for (const std::string& line : lines) {
            session.out() << "  " << printable(line) << "\n";
        }
    };
    std::vector<std::string> gate;
    for (const rules::GateState& state : rules::gate_of(workspace, card.id, card.column)) {
        const std::string verdict = state.mark == nullptr
                                        ? "open"
                                        : std::string(model::name_of(state.mark->verdict)) +
                                              " by " + handle_of(workspace, state.mark->by);
        gate.push_back(state.item->title + ": " + verdict);
    }
    section("To leave this column", gate);

    auto items = workspace.of<model::ChecklistItem>(card.id);
    std::ranges::stable_sort(items, {}, &model::ChecklistItem::rank);
    std::vector<std::string> checklist;
    for (const model::ChecklistItem* item : items) {
        checklist.push_back((item->done ? "[x] " : "[ ] ") + item->title +
                            (item->due ? "  (due " + throughline::to_text(*item->due) + ")" : ""));
    }
    section("Checklist", checklist);

    std::vector<std::string> links;
    for (const model::Link* link : workspace.of<model::Link>(card.id)) {
        links.push_back(std::string(model::name_of(link->kind)) + " " +
                        (link->other ? key_of(workspace, link->other) : link->target));
    }
    section("Links", links);
}

void brief_and_talk(Session& session, const Look& look, const model::Card& card) {
    const model::Workspace& workspace = look.workspace;
    if (const model::Request* request = workspace.find(card.request)) {
        heading(session,
                "Brief " + model::key_of(*request) + " (" + template_of(workspace, *request) + ")");
        TextTable table("  ");
        for (const auto& [field, answer] : rules::brief_text(workspace, *request).answers) {
            table.row({field, answer});
        }
        table.print(session.out(), session.terminal());
    }
    TextTable moves("  ");
    for (const model::Transition* move : workspace.of<model::Transition>(card.id)) {
        const std::string way =
            dash(handle_of(workspace, move->from)) + " -> " + dash(handle_of(workspace, move->to));
        moves.row({look.zone.local_text(move->at), std::string(model::name_of(move->kind)), way,
                   handle_of(workspace, move->by), move->voided_at ? "(void)" : ""});
    }
    if (!moves.empty()) {
        heading(session, "Moves");
        moves.print(session.out(), session.terminal());
    }
    for (const model::Comment* comment : workspace.of<model::Comment>(card.id)) {
        heading(session,
                handle_of(workspace, comment->by) + ", " + look.zone.local_text(comment->at));
        session.out() << "  " << printable(comment->text) << "\n";
    }
}

Ending show_card(Session& session, const ShowArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const auto* card, find_card(desk->workspace(), args.key));
    const Look look = look_now(session);
    if (session.json()) {
        session.print(card_json(look, *card));
        return Done{};
    }
    session.out() << painted(model::key_of(look.workspace, *card) + "  " + printable(card->title),
                             Paint::Bold, session.terminal())
                  << "\n";
    facts(session, look, *card);
    lists(session, look.workspace, *card);
    brief_and_talk(session, look, *card);
    return Done{};
}

}  // namespace

void add_card_show(Verb& card) {
    auto args = std::make_shared<ShowArgs>();
    card.verb("show", "Everything about a card: brief, gate, checklist, moves, comments")
        .needs("KEY", args->key, "MKT-12")
        .example("throughline card show MKT-12")
        .does(args, &show_card);
}

}  // namespace throughline::cli
