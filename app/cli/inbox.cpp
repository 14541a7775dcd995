#include "core/flow/inbox.h"
#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/verbs.h"

#include <algorithm>

namespace throughline::cli {

namespace {

using flow::InboxItem;

struct InboxArgs {
    bool all = false;
    std::optional<std::string> seen;
    std::optional<std::string> unseen;
};

std::vector<InboxItem> items_of(Session& session, model::PersonId person) {
    return flow::inbox_of(flow::inbox_rows_of(session.workspace(), session.zone()), person,
                          session.now());
}

Json item_json(const model::Workspace& workspace, const InboxItem& item) {
    const model::Kpi* kpi = workspace.find(item.kpi);
    return {{"item", item.id},
            {"kind", flow::to_text(item.kind)},
            {"group", flow::to_text(item.group)},
            {"text", item.text},
            {"about", text_or_null(item.about)},
            {"from", text_or_null(handle_of(workspace, item.from))},
            {"at", item.at == Instant{} ? Json() : Json(throughline::to_text(item.at))},
            {"due", item.due ? Json(throughline::to_text(*item.due)) : Json()},
            {"seen", item.seen},
            {"task", flow::is_task(item.kind)},
            {"card", text_or_null(key_of(workspace, item.card))},
            {"request", text_or_null(key_of(workspace, item.request))},
            {"kpi", kpi == nullptr ? Json() : Json(model::key_of(*kpi))}};
}

// One item marked as seen, or as new again.
Ending mark(Session& session, const std::string& id, bool seen) {
    TL_TRY(auto* desk, session.acting_desk());
    const std::vector<InboxItem> items = items_of(session, desk->actor());
    const auto found = std::ranges::find(items, id, &InboxItem::id);
    if (found == items.end()) {
        return bad_input("there is no item \"" + id + "\" in this inbox; see: throughline inbox",
                         seen ? "--seen" : "--new");
    }
    return carry_out(session, rules::MarkSeen{id, seen});
}

Ending inbox(Session& session, const InboxArgs& args) {
    if (args.seen && args.unseen) {
        return bad_input("--seen and --new cannot both be", "--seen");
    }
    if (args.seen || args.unseen) {
        return mark(session, args.seen ? *args.seen : *args.unseen, args.seen.has_value());
    }
    TL_TRY(auto* desk, session.acting_desk());
    const std::vector<InboxItem> items = items_of(session, desk->actor());
    std::vector<const InboxItem*> shown;
    for (const InboxItem& item : items) {
        if (args.all || item.is_open()) {
            shown.push_back(&item);
        }
    }
    const model::Workspace& workspace = session.workspace();
    if (session.json()) {
        Json list = Json::array();
        for (const InboxItem* item : shown) {
            list.push_back(item_json(workspace, *item));
        }
        session.print(list);
        return Done{};
    }
    if (shown.empty()) {
        session.out() << "Nothing waits for you.\n";
        return Done{};
    }
    TextTable table;
    table.head({"", "item", "due", "what", "about", "from"});
    std::string_view group;
    for (const InboxItem* item : shown) {
        if (group != flow::to_text(item->group)) {
            group = flow::to_text(item->group);
            table.line(std::string(group));
        }
        table.row({item->seen ? "" : "new", item->id,
                   item->due ? throughline::to_text(*item->due) : "", shortened(item->text, 60),
                   shortened(item->about, 40), handle_of(workspace, item->from)});
    }
    table.print(session.out(), session.terminal());
    return Done{};
}

}  // namespace

void add_inbox(Verb& program) {
    auto args = std::make_shared<InboxArgs>();
    program.verb("inbox", "What concerns the acting person: tasks, questions, mentions, news")
        .flag("--all", args->all, "News that you have seen, too")
        .option("--seen", "ITEM", args->seen, "Mark one as seen: comment:17")
        .option("--new", "ITEM", args->unseen, "Mark one as new again")
        .example("throughline inbox --as mira --json")
        .does(args, &inbox);
}

}  // namespace throughline::cli
