// One run of one verb: the streams, the global options, and the board, opened when it is first
// asked for. The one place that opens a desk, finds the acting person and prints.
#pragma once

#include "app/cli/failure.h"
#include "app/cli/json_fwd.h"
#include "app/cli/syntax.h"
#include "core/base/zone.h"

#include <iosfwd>
#include <memory>
#include <string>

namespace throughline::cli {

class Session {
public:
    Session(const Environment& environment, Globals globals, std::istream& in, std::ostream& out,
            std::ostream& err);

    // --- the board --------------------------------------------------------------------------
    // For reading: the board must be there. Opened once; --as, if given, must be a person.
    Fallible<desk::Desk*> desk();
    // For writing: the acting person must be a person of the board.
    Fallible<desk::Desk*> acting_desk();
    // A board file that must not be there yet; its folder is made.
    Fallible<desk::Desk*> create_desk(const std::string& path, desk::NonceSource nonces);
    // As desk(), but the file may be missing or empty: a whole export goes into it.
    Fallible<desk::Desk*> empty_or_new_desk();
    const model::Workspace& workspace() const { return desk_->workspace(); }

    // The board's file: --board, THROUGHLINE_BOARD, or the one in the user's data folder.
    Fallible<std::string> board_path() const;
    // The acting person's handle: --as, or the operating system's user.
    std::string actor_handle() const;
    bool actor_named() const { return globals_.as.has_value(); }
    // The machine's clock, or the moment given with --now.
    Fallible<desk::Clock> clock() const;
    // The board's zone; UTC while there is no board.
    const Zone& zone();
    Instant now() const { return desk_->now(); }
    Day today();

    const Environment& environment() const { return environment_; }

    // --- printing ---------------------------------------------------------------------------
    bool json() const { return globals_.json; }
    bool terminal() const {
        return environment_.terminal && !environment_.variables.contains("NO_COLOR");
    }
    std::istream& in() { return in_; }
    std::ostream& out() { return out_; }
    std::ostream& err() { return err_; }
    // The one document of this run.
    void print(const Json& document);
    void fail(const Failure& failure);

private:
    Fallible<desk::Desk*> open(const std::string& where, desk::OpenOptions::Mode mode,
                               desk::NonceSource nonces, bool reading = false);
    Fallible<desk::Desk*> present_desk(bool reading);
    Ending check_clock();
    Ending find_actor(bool needed);

    const Environment& environment_;
    Globals globals_;
    std::istream& in_;
    std::ostream& out_;
    std::ostream& err_;
    std::unique_ptr<desk::Desk> desk_;
    std::optional<Zone> zone_;
};

// Makes the folder of a file, with those above it.
Ending make_folder_of(const std::string& file);

}  // namespace throughline::cli
