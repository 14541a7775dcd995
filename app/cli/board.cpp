#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/moment.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/model/column_name.h"
#include "core/rules/limits.h"

#include <algorithm>
#include <ostream>
#include <span>

namespace throughline::cli {

namespace {

struct BoardArgs {
    std::optional<std::string> at;
};

Json fill_json(const rules::Fill& fill) {
    return {{"limit", or_null(fill.limit)}, {"count", fill.count}};
}

Json column_json(const Look& look, const model::Column& column) {
    const rules::Fill fill = rules::column_fill(look.workspace, column.id);
    const rules::Fill group =
        column.group ? rules::group_fill(look.workspace, column.group) : rules::Fill{};
    Json cards = Json::array();
    for (const model::CardId id : look.workspace.cards_in(column.id)) {
        cards.push_back(card_row_json(look, *look.workspace.find(id)));
    }
    return {{"id", column.handle},
            {"name", model::column_name(look.workspace, column)},
            {"kind", model::name_of(column.kind)},
            {"limit", or_null(column.wip_limit)},
            {"count", fill.count},
            {"expedites", look.workspace.count(column.id, true)},
            {"cards_total", look.workspace.cards_in(column.id).size()},
            {"group", text_or_null(handle_of(look.workspace, column.group))},
            {"group_limit", column.group ? or_null(group.limit) : Json()},
            {"group_count", column.group ? Json(group.count) : Json()},
            {"cards", std::move(cards)}};
}

Json board_json(const Look& look) {
    const model::Workspace& workspace = look.workspace;
    const model::Board& board = *workspace.board();
    Json columns = Json::array();
    for (const model::ColumnId id : workspace.columns()) {
        columns.push_back(column_json(look, *workspace.find(id)));
    }
    Json groups = Json::array();
    for (const model::ColumnGroup& group : workspace.rows<model::ColumnGroup>()) {
        if (!group.removed) {
            Json json{{"id", group.handle}, {"name", group.name}, {"split", group.split}};
            json.update(fill_json(rules::group_fill(workspace, group.id)));
            groups.push_back(std::move(json));
        }
    }
    return {{"seq", workspace.seq()},
            {"as_of", throughline::to_text(look.as_of)},
            {"name", board.name},
            {"zone", board.zone},
            {"commitment", text_or_null(handle_of(workspace, board.commitment))},
            {"delivery", text_or_null(handle_of(workspace, board.delivery))},
            {"wip", fill_json(rules::board_fill(workspace))},
            {"expedite_lane", fill_json(rules::expedite_fill(workspace))},
            {"groups", std::move(groups)},
            {"columns", std::move(columns)}};
}

// "3/4 + 1 expedite", with FULL or OVER beside it. Expedites count in their lane only.
std::string fill_text(const rules::Fill& fill, int expedites) {
    std::string text = std::to_string(fill.count);
    if (fill.limit) {
        text += "/" + std::to_string(*fill.limit);
    }
    if (expedites > 0) {
        text += " + " + plural(expedites, "expedite", "expedites");
    }
    return text + (fill.is_over() ? "  OVER ITS LIMIT" : fill.is_full() ? "  full" : "");
}

int expedites_of_group(const model::Workspace& workspace, model::ColumnGroupId group) {
    int count = 0;
    for (const model::ColumnId id : workspace.columns()) {
        count += workspace.find(id)->group == group ? workspace.count(id, true) : 0;
    }
    return count;
}

std::string column_heading(const Look& look, const model::Column& column, bool terminal) {
    const rules::Fill own = rules::column_fill(look.workspace, column.id);
    const rules::Fill governing = rules::governing_fill(look.workspace, column.id);
    std::string text = model::column_name(look.workspace, column) + "  " +
                       fill_text(own, look.workspace.count(column.id, true));
    if (governing.scope != own.scope) {
        text += "  (" + governing.name + " together " +
                fill_text(governing, expedites_of_group(look.workspace, column.group)) + ")";
    }
    const model::Board& board = *look.workspace.board();
    text += column.id == board.commitment ? "  - from here on committed" : "";
    text += column.id == board.delivery ? "  - from here on delivered" : "";
    return painted(printable(text), own.is_over() || governing.is_over() ? Paint::Red : Paint::Bold,
                   terminal);
}

// Days of a card in process; else the days it has spent in its column, in brackets.
std::string age_text(const CardAges& ages) {
    if (ages.total_days) {
        return std::to_string(*ages.total_days) + " d";
    }
    return ages.column_days ? "(" + decimal(ages.column_days) + " d)" : "";
}

// Cards of a column to show. What is done grows for ever: only the newest of it.
std::span<const model::CardId> shown_cards(const model::Workspace& workspace,
                                           const model::Column& column) {
    constexpr std::size_t kDoneShown = 8;
    const auto cards = workspace.cards_in(column.id);
    return column.kind == model::ColumnKind::Done && cards.size() > kDoneShown
               ? cards.first(kDoneShown)
               : cards;
}

int expedites_in_process(const model::Workspace& workspace) {
    const auto columns = workspace.columns();
    const rules::Points points = rules::points_of(workspace);
    int count = 0;
    for (std::size_t i = points.commitment; i < std::min(points.delivery, columns.size()); ++i) {
        count += workspace.count(columns[i], true);
    }
    return count;
}

void print_board(Session& session, const Look& look) {
    constexpr std::size_t kTitleWidth = 48;
    const model::Workspace& workspace = look.workspace;
    session.out() << printable(workspace.board()->name) << ", " << look.zone.local_text(look.as_of)
                  << " (" << look.zone.name() << "), in process "
                  << fill_text(rules::board_fill(workspace), expedites_in_process(workspace))
                  << "\n"
                  << "Days in process, in brackets in the column where a card waits or is done.\n";
    TextTable table("  ");
    table.align(3, TextTable::Align::Right);
    for (const model::ColumnId id : workspace.columns()) {
        table.line("");
        table.line(column_heading(look, *workspace.find(id), session.terminal()));
        const auto cards = shown_cards(workspace, *workspace.find(id));
        for (const model::CardId card_id : cards) {
            const model::Card& card = *workspace.find(card_id);
            table.row({model::key_of(workspace, card),
                       shortened(printable(card.title), kTitleWidth),
                       dash(handle_of(workspace, card.dri)), age_text(ages_of(look, card)),
                       card_marks(look, card)});
        }
        if (const std::size_t more = workspace.cards_in(id).size() - cards.size(); more > 0) {
            table.line("  ... and " + std::to_string(more) +
                       " more: throughline card list column:" + workspace.find(id)->handle);
        }
    }
    table.print(session.out(), session.terminal());
}

Ending show_board(Session& session, const BoardArgs& args) {
    TL_TRY(auto* desk, session.desk());
    if (!args.at) {
        const Look look = look_now(session);
        session.json() ? session.print(board_json(look)) : print_board(session, look);
        return Done{};
    }
    TL_TRY(const Instant at, past_moment(session, *args.at, "--at"));
    TL_TRY(const model::Workspace past, lift(desk->at(at)));
    const Look look(past, session.zone(), at);
    session.json() ? session.print(board_json(look)) : print_board(session, look);
    return Done{};
}

}  // namespace

void add_board(Verb& program) {
    auto args = std::make_shared<BoardArgs>();
    program.verb("board", "Columns with limits and cards, as they are or as they were")
        .option("--at", kMoment, args->at, "As it was then: 2026-05-04, or 2026-05-04T09:00:00Z")
        .example("throughline board --at 2026-05-04T09:00:00Z --json")
        .does(args, &show_board);
}

}  // namespace throughline::cli
