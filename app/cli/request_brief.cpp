#include "app/cli/brief_file.h"
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/request.h"
#include "app/cli/text_table.h"
#include "app/cli/values.h"
#include "app/cli/views.h"
#include "core/rules/action_brief.h"

#include <algorithm>
#include <ostream>

namespace throughline::cli {

namespace {

struct NewArgs {
    std::string form;
};

struct FileArgs {
    std::string file;
};

struct EditArgs {
    std::string key;
    std::vector<std::string> pairs;
};

// The brief to fill in: as JSON, or as questions to read.
Ending new_brief(Session& session, const NewArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const auto* form, find_template(desk->workspace(), args.form));
    TL_TRY(const auto* version, current_version(desk->workspace(), *form));
    if (session.json()) {
        session.print(empty_brief(session, *form, *version));
        return Done{};
    }
    session.out() << form->name << ": " << printable(version->description) << "\n\n";
    TextTable table;
    table.head({"field", "", "what it asks", "kind"});
    table.row({"title", "needed", "Title", "short-text"});
    for (const model::BriefField& field : rules::fields_of(*version)) {
        table.row({field.handle, field.required ? "needed" : "",
                   field.label + (field.help.empty() ? "" : ": " + field.help),
                   std::string(model::name_of(field.kind))});
    }
    table.print(session.out(), session.terminal());
    session.out() << "\nThe file to fill in: throughline request new --template " << form->handle
                  << " --json >brief.json\n";
    return Done{};
}

// A number of a draft, rather than a file of that name.
std::optional<std::int64_t> draft_number(const std::string& text) {
    const auto number = number_value(text, "", 1, std::int64_t{1} << 53);
    return number ? std::optional(*number) : std::nullopt;
}

Fallible<rules::SubmitBrief> brief_of_draft(Session& session, desk::Desk& desk, std::int64_t id) {
    TL_TRY(const auto drafts, lift(desk.drafts()));
    const auto draft = std::ranges::find(drafts, id, &model::BriefDraft::id);
    if (draft == drafts.end()) {
        return bad_input(
            "you have no draft " + std::to_string(id) + "; throughline request drafts lists yours",
            "FILE", ErrorCode::NotFound);
    }
    return rules::SubmitBrief{draft->version, session.workspace().find(draft->owner)->id,
                              draft->title, draft->answers};
}

Fallible<rules::SubmitBrief> brief_of_file(Session& session, const std::string& path) {
    TL_TRY(BriefFile brief, read_brief(session, path));
    return rules::SubmitBrief{brief.version->id, brief.requester, std::move(brief.title),
                              std::move(brief.answers)};
}

Json similar_json(const std::vector<rules::Similar>& similar) {
    Json list = Json::array();
    for (const rules::Similar& one : similar) {
        list.push_back({{"key", one.key}, {"title", one.title}, {"likeness", one.likeness}});
    }
    return list;
}

Ending submit(Session& session, const FileArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const auto draft = draft_number(args.file);
    TL_TRY(rules::SubmitBrief command,
           draft ? brief_of_draft(session, *desk, *draft) : brief_of_file(session, args.file));
    const model::ActionItemId action = rules::take_action(command.answers);
    const auto similar = rules::similar_work(desk->workspace(), {command.title, command.answers});
    // A draft may be of an action, which then becomes this request.
    TL_TRY(const journal::Entry entry,
           commit(session, rules::file_brief(command.version, command.requester,
                                             {command.title, command.answers}, action)));
    print_done(session, entry, [&](const journal::Entry& done) {
        const auto* request = inserted<model::Request>(session.workspace(), done);
        return Json{{"request", request != nullptr ? request_json(session, *request) : Json()},
                    {"similar", similar_json(similar)}};
    });
    if (draft) {
        TL_CHECK(lift(desk->remove_draft(*draft)));
    }
    for (const rules::Similar& one : similar) {
        session.err() << "Much like it: " << one.key << " " << printable(one.title) << "\n";
    }
    return Done{};
}

Ending save_draft(Session& session, const FileArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(BriefFile brief, read_brief(session, args.file));
    model::BriefDraft draft;
    draft.id = IdSource(session.environment().nonces()).next_raw();
    draft.owner = desk->actor();
    draft.version = brief.version->id;
    draft.title = std::move(brief.title);
    draft.answers = std::move(brief.answers);
    draft.changed_at = desk->now();
    const auto problems = rules::check_brief(desk->workspace(), *brief.version,
                                             {draft.title, draft.answers}, session.today());
    TL_CHECK(lift(desk->save_draft(draft)));
    if (session.json()) {
        Json missing = Json::array();
        for (const rules::FieldProblem& problem : problems) {
            missing.push_back(
                {{"field", problem.field}, {"label", problem.label}, {"problem", problem.problem}});
        }
        session.print({{"draft", draft.id}, {"problems", std::move(missing)}});
        return Done{};
    }
    session.out() << "Saved as draft " << draft.id << "\n";
    for (const rules::FieldProblem& problem : problems) {
        session.out() << "  " << problem.field << ": " << problem.label << " " << problem.problem
                      << "\n";
    }
    return Done{};
}

Ending edit_request(Session& session, const EditArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto* request, find_request(workspace, args.key));
    const model::TemplateVersion* version = rules::version_of(workspace, *request);
    std::vector<Settable> settable{{"title"}};
    const auto questions =
        version != nullptr ? rules::fields_of(*version) : std::vector<model::BriefField>();
    for (const model::BriefField& field : questions) {
        settable.push_back({field.handle, field.kind == model::AnswerKind::MultiChoice
                                              ? Written::List
                                              : Written::Plain});
    }
    TL_TRY(const model::TextMap set, settings_value(args.pairs, settable));
    rules::BriefText text = rules::brief_text(workspace, *request);
    for (const auto& [field, value] : set) {
        (field == "title" ? text.title : text.answers[field]) = value;
    }
    std::erase_if(text.answers, [](const auto& answer) { return answer.second.empty(); });
    return carry_out_on_request(session, rules::EditRequest{request->id, text.title, text.answers},
                                request->id);
}

}  // namespace

void add_request_brief(Verb& request) {
    auto fresh = std::make_shared<NewArgs>();
    request.verb("new", "An empty brief of a template, to fill in and submit")
        .must("--template", "TEMPLATE", fresh->form,
              "campaign-launch, event ... (throughline template list)")
        .example("throughline request new --template campaign-launch --json >brief.json")
        .does(fresh, &new_brief);

    auto submitted = std::make_shared<FileArgs>();
    request.verb("submit", "Submit a brief; refused while something is missing")
        .needs("FILE", submitted->file,
               "A brief as JSON, - for standard input, or the number of a draft")
        .example("throughline request submit brief.json")
        .does(submitted, &submit);

    auto saved = std::make_shared<FileArgs>();
    request.verb("save", "Keep an unfinished brief as a draft of yours")
        .needs("FILE", saved->file, "A brief as JSON; - is standard input")
        .example("throughline request save brief.json")
        .does(saved, &save_draft);

    auto edited = std::make_shared<EditArgs>();
    request.verb("edit", "Change answers of an open request")
        .needs("REQUEST", edited->key, "R-7")
        .list("FIELD=VALUE", edited->pairs,
              "title or a field of its template; an empty value clears")
        .example("throughline request edit R-7 audience=\"Existing customers in France\"")
        .does(edited, &edit_request);
}

}  // namespace throughline::cli
