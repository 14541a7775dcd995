#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/verbs.h"
#include "core/model/query.h"

#include <algorithm>

namespace throughline::cli {

namespace {

struct NoArgs {};
struct AddArgs {
    std::string name;
    std::string query;
    std::optional<std::string> lanes;
    bool shared = false;
};
struct NameArgs {
    std::string name;
};

Json view_json(const model::Workspace& workspace, const model::SavedView& view) {
    return {{"name", view.name},
            {"query", view.query},
            {"lanes", text_or_null(view.lanes)},
            {"owner", text_or_null(handle_of(workspace, view.owner))}};
}

Ending list(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<const model::SavedView*> rows;
    for (const model::SavedView& view : workspace.rows<model::SavedView>()) {
        if (!view.owner || view.owner == desk->actor()) {
            rows.push_back(&view);
        }
    }
    std::ranges::sort(rows, {}, &model::SavedView::name);
    print_list<model::SavedView>(session, rows,
                                 {{"view", "query", "lanes", ""},
                                  [](const auto& row) {
                                      return std::vector<std::string>{
                                          row.name, row.query, row.lanes,
                                          yes_or_empty(!row.owner, "shared")};
                                  },
                                  [&](const auto& row) { return view_json(workspace, row); },
                                  "No saved views."});
    return Done{};
}

Ending add(Session& session, const AddArgs& args) {
    TL_CHECK(session.acting_desk());
    if (const auto query = model::Query::parse(args.query); !query) {
        return bad_input(query.error().message, "QUERY, " + query.error().where);
    }
    const rules::SaveView command{args.name, args.query, args.lanes.value_or(""), args.shared};
    return carry_out(session, command, [&session](const journal::Entry& entry) {
        const auto* row = inserted<model::SavedView>(session.workspace(), entry);
        return Json{{"view", row != nullptr ? view_json(session.workspace(), *row) : Json()}};
    });
}

Ending remove(Session& session, const NameArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* view, find_view(desk->workspace(), desk->actor(), args.name));
    return carry_out(session, rules::RemoveView{view->id});
}

}  // namespace

void add_view(Verb& program) {
    Verb view = program.verb("view", "Saved filters with their swimlanes");
    auto none = std::make_shared<NoArgs>();
    view.verb("list", "Yours and those everybody sees")
        .example("throughline view list")
        .does(none, &list);
    auto added = std::make_shared<AddArgs>();
    view.verb("add", "Save a filter; one of the same name is replaced")
        .needs("NAME", added->name, "What it is called")
        .needs("QUERY", added->query, "As in the window: dri:me is:blocked")
        .option("--lanes", "LANES", added->lanes, "objective, dri, class, type or bet")
        .flag("--shared", added->shared, "For everybody")
        .example("throughline view add \"My blocked\" \"dri:me is:blocked\" --lanes objective")
        .does(added, &add);
    auto removed = std::make_shared<NameArgs>();
    view.verb("remove", "Remove a saved view")
        .needs("NAME", removed->name, "What it is called")
        .example("throughline view remove \"My blocked\"")
        .does(removed, &remove);
    view.example("throughline view list");
}

}  // namespace throughline::cli
