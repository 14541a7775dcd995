#include "app/demo/demo.h"
#include "app/cli/json.h"
#include "app/cli/session.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"

#include <ostream>

namespace throughline::cli {

namespace {

struct DemoArgs {
    std::optional<std::string> file;
    std::optional<std::string> seed;
};

// The same numbers for the same seed, so that the same demo has the same hashes everywhere.
desk::NonceSource nonces_of(std::uint64_t seed) {
    return [ids = IdSource(seed)]() mutable { return static_cast<std::uint64_t>(ids.next_raw()); };
}

// Who makes the demo can act in it at once: as an admin, like with `new`.
Ending add_yourself(Session& session, desk::Desk& desk) {
    const std::string handle = session.actor_handle();
    const model::Workspace& workspace = desk.workspace();
    if (handle.empty() || workspace.person_by_handle(handle) != nullptr) {
        return Done{};
    }
    const std::string& name = session.environment().user_name;
    const rules::AddPerson command{handle, name.empty() || session.actor_named() ? handle : name,
                                   model::Role::Admin};
    auto outcome = desk.run(command);
    if (!outcome) {
        return failure_of(std::move(outcome).error());
    }
    return Done{};
}

Ending make_demo(Session& session, const DemoArgs& args) {
    constexpr std::int64_t kMost = std::int64_t{1} << 53;
    std::int64_t seed = 1;
    if (args.seed) {
        TL_TRY(seed, number_value(*args.seed, "--seed", 0, kMost));
    }
    TL_TRY(const std::string path,
           args.file ? Fallible<std::string>(*args.file) : session.board_path());
    TL_TRY(auto* desk, session.create_desk(path, nonces_of(static_cast<std::uint64_t>(seed))));
    TL_CHECK(lift(demo::make_demo(*desk, static_cast<std::uint64_t>(seed), desk->now())));
    TL_CHECK(add_yourself(session, *desk));
    const model::Workspace& workspace = session.workspace();
    if (session.json()) {
        session.print({{"board", path},
                       {"seed", seed},
                       {"seq", workspace.seq()},
                       {"cards", workspace.rows<model::Card>().size()},
                       {"requests", workspace.rows<model::Request>().size()}});
    } else {
        session.out() << "A marketing team with two quarters of history: " << path << "\n"
                      << "Look at it with: throughline board --board " << path << "\n";
    }
    return Done{};
}

}  // namespace

void add_demo(Verb& program) {
    auto args = std::make_shared<DemoArgs>();
    program.verb("demo", "Make a board of a believable marketing team, the same for the same seed")
        .may("FILE", args->file, "Where to (default: --board); it must not be there yet")
        .option("--seed", "N", args->seed, "Another team (default 1)")
        .example("throughline demo demo.throughline --seed 7 --now 2026-05-04T09:00:00Z")
        .does(args, &make_demo);
}

}  // namespace throughline::cli
