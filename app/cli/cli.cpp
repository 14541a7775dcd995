#include "app/cli/cli.h"

#include "app/cli/session.h"
#include "app/cli/syntax.h"
#include "core/base/text.h"

#include <ostream>

namespace throughline::cli {

namespace {

Ending open_window(Session& session, const Environment& environment) {
    if (!environment.window) {
        return store_failure(
            {ErrorCode::Unsupported,
             "this build has no window. Every verb works without one: throughline --help", ""});
    }
    TL_TRY(const std::string path, session.board_path());
    TL_CHECK(make_folder_of(path));
    TL_TRY(auto clock, session.clock());
    return lift(environment.window({path, session.actor_handle(), environment.user_name,
                                    session.actor_named(), std::move(clock)}));
}

}  // namespace

int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out,
        std::ostream& err, const Environment& environment) {
    const Parsed parsed = parse(args, out, err);
    if (parsed.finished) {
        return static_cast<int>(*parsed.finished);
    }
    Session session(environment, parsed.globals, in, out, err);
    Ending ending = parsed.action ? parsed.action(session) : open_window(session, environment);
    out.flush();
    if (ending && !out) {
        ending = store_failure(
            {ErrorCode::Io, "the answer could not be written to standard output", ""});
    }
    if (ending) {
        return static_cast<int>(Exit::Done);
    }
    session.fail(ending.error());
    return static_cast<int>(ending.error().exit);
}

}  // namespace throughline::cli
