#include "app/cli/request.h"

#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/text_table.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "core/base/words.h"
#include "core/rules/brief.h"
#include "core/rules/score.h"

#include <algorithm>
#include <ostream>

namespace throughline::cli {

namespace {

struct ListArgs {
    std::optional<std::string> state;
    bool all = false;
};

struct ShowArgs {
    std::string key;
};

struct NoArgs {};

Fallible<std::vector<const model::Request*>> chosen(Session& session, const ListArgs& args) {
    const model::Workspace& workspace = session.workspace();
    if (!args.all && !args.state) {
        return rules::triage_queue(workspace);
    }
    std::optional<model::RequestState> state;
    if (args.state) {
        TL_TRY(state, choice_value<model::RequestState>(*args.state, "--state"));
    }
    std::vector<const model::Request*> requests;
    for (const model::Request& request : workspace.rows<model::Request>()) {
        if (!state || request.state == *state) {
            requests.push_back(&request);
        }
    }
    std::ranges::sort(requests, {}, &model::Request::number);
    return requests;
}

Ending list_requests(Session& session, const ListArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto requests, chosen(session, args));
    if (session.json()) {
        Json list = Json::array();
        for (const model::Request* request : requests) {
            list.push_back(request_row_json(session, *request));
        }
        session.print(list);
        return Done{};
    }
    TextTable table;
    table.head({"request", "title", "template", "from", "score", "needed by", "state"})
        .align(4, TextTable::Align::Right);
    for (const model::Request* request : requests) {
        table.row({model::key_of(*request), shortened(printable(request->title), 48),
                   template_of(workspace, *request), dash(handle_of(workspace, request->requester)),
                   decimal(rules::score(workspace, *request)),
                   request->needed_by ? throughline::to_text(*request->needed_by) : "-",
                   std::string(model::name_of(request->state))});
    }
    if (table.empty()) {
        session.out() << (args.all || args.state ? "No requests.\n" : "No open requests.\n");
    } else {
        table.print(session.out(), session.terminal());
    }
    return Done{};
}

Ending show_request(Session& session, const ShowArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto* request, find_request(workspace, args.key));
    if (session.json()) {
        session.print(request_json(session, *request));
        return Done{};
    }
    session.out() << painted(model::key_of(*request) + "  " + printable(request->title),
                             Paint::Bold, session.terminal())
                  << "\n";
    TextTable table;
    table.row({"state", std::string(model::name_of(request->state))});
    table.row({"template", template_of(workspace, *request)});
    table.row({"from", dash(handle_of(workspace, request->requester))});
    table.row({"submitted", session.zone().local_text(request->submitted_at)});
    table.row({"score", rules::score_words(*workspace.board(), request->value, request->urgency,
                                           request->enablement, request->size)});
    for (const auto& [field, answer] : rules::brief_text(workspace, *request).answers) {
        table.row({field, answer});
    }
    if (!request->reason.empty()) {
        table.row({request->state == model::RequestState::NeedsInfo ? "question" : "reason",
                   request->reason});
    }
    if (request->card) {
        table.row({"card", key_of(workspace, request->card)});
    }
    table.print(session.out(), session.terminal());
    return Done{};
}

Ending list_drafts(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto drafts, lift(desk->drafts()));
    Json list = Json::array();
    TextTable table;
    table.head({"draft", "title", "template", "changed"});
    for (const model::BriefDraft& draft : drafts) {
        const model::TemplateVersion* version = desk->workspace().find(draft.version);
        const model::Template* form =
            version != nullptr ? desk->workspace().find(version->form) : nullptr;
        const std::string handle = form != nullptr ? form->handle : "";
        list.push_back({{"id", draft.id},
                        {"title", draft.title},
                        {"template", text_or_null(handle)},
                        {"fields", draft.answers},
                        {"changed_at", throughline::to_text(draft.changed_at)}});
        table.row({std::to_string(draft.id), draft.title, handle,
                   session.zone().local_text(draft.changed_at)});
    }
    if (session.json()) {
        session.print(list);
    } else if (table.empty()) {
        session.out() << "No drafts.\n";
    } else {
        table.print(session.out(), session.terminal());
    }
    return Done{};
}

}  // namespace

void add_request_list(Verb& request) {
    auto listed = std::make_shared<ListArgs>();
    request.verb("list", "Open requests in triage order")
        .option("--state", "STATE", listed->state,
                "submitted, needs-information, accepted, declined or merged")
        .flag("--all", listed->all, "Of every state, by number")
        .example("throughline request list")
        .does(listed, &list_requests);

    auto shown = std::make_shared<ShowArgs>();
    request.verb("show", "A request with its brief")
        .needs("REQUEST", shown->key, "R-7")
        .example("throughline request show R-7 --json")
        .does(shown, &show_request);

    auto none = std::make_shared<NoArgs>();
    request.verb("drafts", "Your briefs that are not submitted yet")
        .example("throughline request drafts")
        .does(none, &list_drafts);
}

Ending carry_out_on_request(Session& session, const rules::Command& command,
                            model::RequestId request) {
    return carry_out(session, command, [&session, request](const journal::Entry&) {
        const model::Request* held = session.workspace().find(request);
        return Json{{"request", held != nullptr ? request_json(session, *held) : Json()}};
    });
}

void add_request(Verb& program) {
    Verb request = program.verb("request", "Briefs on their way in: write, submit, triage");
    add_request_list(request);
    add_request_brief(request);
    add_request_triage(request);
    request.example("throughline request submit brief.json");
}

}  // namespace throughline::cli
