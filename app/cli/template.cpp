#include "app/cli/brief_file.h"
#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/template_file.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"

#include <algorithm>

namespace throughline::cli {

namespace {

struct ListArgs {
    bool all = false;
};
struct NameArgs {
    std::string name;
};
struct AddArgs {
    std::string name;
    std::optional<std::string> copy_of;
};
struct ReviseArgs {
    std::string name;
    std::string file;
    std::optional<std::string> why;
};

Ending list(Session& session, const ListArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<const model::Template*> rows;
    for (const model::Template& form : workspace.rows<model::Template>()) {
        if (args.all || !form.retired) {
            rows.push_back(&form);
        }
    }
    std::ranges::sort(rows, {}, &model::Template::handle);
    print_list<model::Template>(
        session, rows,
        {{"template", "name", "version", "answer within", "class", ""},
         [&](const auto& row) {
             const auto* version = workspace.find(row.current);
             return std::vector<std::string>{
                 row.handle,
                 row.name,
                 version != nullptr ? std::to_string(version->number) : "-",
                 version != nullptr ? std::to_string(version->sla_hours) + " h" : "-",
                 version != nullptr ? std::string(model::name_of(version->service_class)) : "-",
                 yes_or_empty(row.retired, "retired")};
         },
         [&](const auto& row) { return template_json(workspace, row); },
         "No templates."});
    return Done{};
}

Ending show(Session& session, const NameArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const auto* form, find_template(desk->workspace(), args.name));
    print_one(session, template_json(desk->workspace(), *form));
    return Done{};
}

Ending finish(Session& session, const rules::Command& command, model::TemplateId id) {
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const auto* row = id ? session.workspace().find(id)
                             : inserted<model::Template>(session.workspace(), entry);
        return Json{
            {"template", row != nullptr ? template_json(session.workspace(), *row) : Json()}};
    });
}

Ending add(Session& session, const AddArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    rules::AddTemplate command;
    command.name = args.name;
    if (args.copy_of) {
        TL_TRY(const auto* original, find_template(desk->workspace(), *args.copy_of));
        command.copy_of = original->id;
    }
    return finish(session, command, {});
}

Ending revise(Session& session, const ReviseArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* form, find_template(desk->workspace(), args.name));
    TL_TRY(const Json file, read_json_file(session, args.file));
    TL_TRY(rules::ReviseTemplate command, revision_of(desk->workspace(), *form, file, args.file));
    if (args.why) {
        command.why = *args.why;
    }
    return finish(session, command, form->id);
}

Ending set_retired(Session& session, const NameArgs& args, bool retired) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* form, find_template(desk->workspace(), args.name));
    return finish(session, rules::RetireTemplate{form->id, retired}, form->id);
}
Ending retire(Session& session, const NameArgs& args) {
    return set_retired(session, args, true);
}
Ending restore(Session& session, const NameArgs& args) {
    return set_retired(session, args, false);
}

void add_named(Verb& form, const std::string& name, const std::string& help,
               Ending (*act)(Session&, const NameArgs&)) {
    auto args = std::make_shared<NameArgs>();
    form.verb(name, help)
        .needs("TEMPLATE", args->name, "Handle or name")
        .example("throughline template " + name + " campaign-launch")
        .does(args, act);
}

}  // namespace

void add_template(Verb& program) {
    Verb form = program.verb("template", "Request types: what a brief of each asks");
    auto listed = std::make_shared<ListArgs>();
    form.verb("list", "Templates in use")
        .flag("--all", listed->all, "Retired ones too")
        .example("throughline template list")
        .does(listed, &list);
    add_named(form, "show", "One template with its questions", &show);
    auto added = std::make_shared<AddArgs>();
    form.verb("add", "Add a template")
        .needs("NAME", added->name, "As shown: \"Partner webinar\"")
        .option("--copy-of", "TEMPLATE", added->copy_of, "Begin with the questions of this one")
        .example("throughline template add \"Partner webinar\" --copy-of event")
        .does(added, &add);
    auto revised = std::make_shared<ReviseArgs>();
    form.verb("revise", "Make a new version of a template; old briefs keep theirs")
        .needs("TEMPLATE", revised->name, "Handle or name")
        .needs("FILE", revised->file,
               "As template show --json prints it, changed; - is standard input")
        .option("--why", "TEXT", revised->why, "Why it changes")
        .example("throughline template revise event event.json --why \"legal asks for the venue\"")
        .does(revised, &revise);
    add_named(form, "retire", "Offer a template no more", &retire);
    add_named(form, "restore", "Offer a retired template again", &restore);
    form.example("throughline template list");
}

}  // namespace throughline::cli
