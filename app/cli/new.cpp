#include "app/cli/json.h"
#include "app/cli/outcome.h"
#include "app/cli/session.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"

#include <ostream>

namespace throughline::cli {

namespace {

struct NewArgs {
    std::optional<std::string> kind;
    std::optional<std::string> name;
    std::optional<std::string> zone;
};

Ending make_new(Session& session, const NewArgs& args) {
    const std::string kind = args.kind.value_or("marketing");
    if (kind != "marketing" && kind != "empty") {
        return bad_input("\"" + kind + "\" is none of: marketing, empty", "--template");
    }
    rules::CreateBoard create;
    create.kind = kind;
    create.name = args.name.value_or(kind == "marketing" ? "Marketing" : "Board");
    create.zone = args.zone.value_or(session.environment().zone);
    create.handle = session.actor_handle();
    create.person_name = session.environment().user_name;
    if (create.handle.empty()) {
        return bad_input("who are you? The first person of the board is named with --as", "--as");
    }
    if (create.person_name.empty() || session.actor_named()) {
        create.person_name = create.handle;
    }
    if (const auto zone = Zone::load(create.zone); !zone) {
        return bad_input(zone.error().message, "--zone", zone.error().code);
    }
    // Asked in memory first: a refused board leaves no empty file behind.
    const Environment& environment = session.environment();
    if (auto verdict =
            desk::Desk::in_memory(environment.clock, environment.nonces)->preview(create);
        !verdict) {
        return bad_input(rules::to_text(verdict.error()));
    }
    TL_TRY(const std::string path, session.board_path());
    TL_TRY(auto* desk, session.create_desk(path, environment.nonces));
    auto outcome = desk->run(create);
    if (!outcome) {
        return failure_of(std::move(outcome).error());
    }
    print_done(session, *outcome, [&](const journal::Entry&) { return Json{{"board", path}}; });
    if (!session.json()) {
        session.out() << "The board is " << path << "\n";
    }
    return Done{};
}

}  // namespace

void add_new(Verb& program) {
    auto args = std::make_shared<NewArgs>();
    program.verb("new", "Make a fresh board, with you as its first admin")
        .option("--template", "KIND", args->kind,
                "marketing (columns, limits, request templates) or empty")
        .option("--name", "NAME", args->name, "Of the board")
        .option("--zone", "ZONE", args->zone, "Time zone that days are counted in: Europe/Berlin")
        .example("throughline new --template marketing --board team.throughline")
        .does(args, &make_new);
}

}  // namespace throughline::cli
