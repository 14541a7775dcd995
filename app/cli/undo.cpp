#include "app/cli/outcome.h"
#include "app/cli/verbs.h"

namespace throughline::cli {

namespace {

Ending step(Session& session, desk::Outcome (desk::Desk::*act)()) {
    TL_TRY(auto* desk, session.acting_desk());
    auto outcome = (desk->*act)();
    if (!outcome) {
        return failure_of(std::move(outcome).error());
    }
    print_done(session, *outcome);
    return Done{};
}

}  // namespace

void add_undo(Verb& program) {
    program.verb("undo", "Take your last change back; refused where others have built on it")
        .example("throughline undo --as ana")
        .does([](Session& session) { return step(session, &desk::Desk::undo); });
    program.verb("redo", "Repeat the change you took back, asked of the rules again")
        .example("throughline redo --as ana")
        .does([](Session& session) { return step(session, &desk::Desk::redo); });
}

}  // namespace throughline::cli
