#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/moment.h"
#include "app/cli/outcome.h"
#include "app/cli/text_table.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/desk/describe.h"

#include <algorithm>
#include <ostream>

namespace throughline::cli {

namespace {

struct HistoryArgs {
    std::optional<std::string> card;
    std::optional<std::string> since;
    std::optional<std::string> limit;
};

// Does the row hang on the card? By the change itself, or by the row as it is now.
bool hangs_on(const model::Workspace& workspace, const journal::Change& change,
              model::CardId card) {
    const auto index = change.table->field_index("card");
    if (!index) {
        return false;
    }
    for (const journal::FieldChange& one : change.fields) {
        if (one.field == *index &&
            (one.before == model::Value(card.value) || one.after == model::Value(card.value))) {
            return true;
        }
    }
    const auto row = change.table->row(workspace, change.id);
    return row && (*row)[*index] == model::Value(card.value);
}

bool concerns(const model::Workspace& workspace, const journal::Entry& entry,
              const model::Card& card) {
    return std::ranges::any_of(entry.draft.changes, [&](const journal::Change& change) {
        const bool own =
            change.table == &model::table_of<model::Card>() && change.id == card.id.value;
        const bool brief = change.table == &model::table_of<model::Request>() && card.request &&
                           change.id == card.request.value;
        return own || brief || hangs_on(workspace, change, card.id);
    });
}

struct Wanted {
    const model::Card* card = nullptr;
    std::optional<Instant> since;
    std::optional<int> limit;  // the newest so many
};

// Newest first, page by page, until enough.
Fallible<std::vector<journal::Entry>> chosen(desk::Desk& desk, const Wanted& wanted) {
    constexpr std::size_t kPage = 500;
    std::vector<journal::Entry> entries;
    const auto enough = [&] {
        return wanted.limit && entries.size() >= static_cast<std::size_t>(*wanted.limit);
    };
    for (std::int64_t seq = desk.workspace().seq() + 1; !enough();) {
        TL_TRY(auto page, lift(desk.before(seq, kPage)));
        for (journal::Entry& entry : page) {
            seq = entry.seq;
            if (enough() || (wanted.since && entry.draft.when < *wanted.since)) {
                std::ranges::reverse(entries);
                return entries;
            }
            if (wanted.card == nullptr || concerns(desk.workspace(), entry, *wanted.card)) {
                entries.push_back(std::move(entry));
            }
        }
        if (page.size() < kPage) {
            break;
        }
    }
    std::ranges::reverse(entries);
    return entries;
}

Ending show_history(Session& session, const HistoryArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    Wanted wanted;
    if (args.card) {
        TL_TRY(wanted.card, find_card(workspace, *args.card));
    }
    if (args.since) {
        TL_TRY(wanted.since, instant_or_day(session, *args.since, "--since", DayEdge::Begin));
    }
    TL_TRY(wanted.limit, count_value(args.limit, "--limit", 1));
    TL_TRY(const auto entries, chosen(*desk, wanted));
    if (session.json()) {
        Json list = Json::array();
        for (const journal::Entry& entry : entries) {
            list.push_back(entry_json(entry, workspace));
        }
        session.print(list);
        return Done{};
    }
    TextTable table;
    table.align(0, TextTable::Align::Right);
    for (const journal::Entry& entry : entries) {
        table.row({std::to_string(entry.seq), session.zone().local_text(entry.draft.when),
                   desk::describe(entry, workspace)});
    }
    table.print(session.out(), session.terminal());
    return Done{};
}

}  // namespace

void add_history(Verb& program) {
    auto args = std::make_shared<HistoryArgs>();
    program.verb("history", "The journal in words, oldest first")
        .option("--card", "KEY", args->card, "Only what concerns this card and its brief")
        .option("--since", kMoment, args->since,
                "From then on: 2026-05-04, or 2026-05-04T09:00:00Z")
        .option("--limit", "N", args->limit, "Only the newest so many")
        .example("throughline history --card MKT-12 --since 2026-05-01T00:00:00Z")
        .does(args, &show_history);
}

}  // namespace throughline::cli
