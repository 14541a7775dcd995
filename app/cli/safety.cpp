#include "app/cli/care.h"
#include "app/cli/json.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"

#include <filesystem>
#include <ostream>

namespace throughline::cli {

namespace {

struct FileArgs {
    std::string file;
};

// Also of a board that does not open because its tables cannot be read: then more than ever.
Fallible<std::int64_t> rebuilt_to(Session& session) {
    auto opened = session.desk();
    if (opened) {
        TL_CHECK(lift((*opened)->rebuild()));
        return session.workspace().seq();
    }
    if (opened.error().error.code != ErrorCode::Corrupt) {
        return std::move(opened).error();
    }
    TL_TRY(const std::string where, session.board_path());
    TL_TRY(const auto desk,
           lift(desk::rebuild_closed(where, care_options(session.environment(), false))));
    return desk->workspace().seq();
}

Ending rebuild(Session& session) {
    TL_TRY(const std::int64_t seq, rebuilt_to(session));
    if (session.json()) {
        session.print({{"rebuilt", true}, {"seq", seq}});
    } else {
        session.out() << "The tables are made anew from the journal.\n";
    }
    return Done{};
}

Ending backup(Session& session, const FileArgs& args) {
    TL_TRY(auto* desk, session.desk());
    auto done = desk->backup(args.file);
    if (!done) {
        const bool there =
            done.error().code == ErrorCode::Invalid || done.error().code == ErrorCode::Conflict;
        return lift(std::move(done), there ? Exit::BadInput : Exit::Store);
    }
    if (session.json()) {
        session.print({{"backup", args.file}, {"seq", desk->workspace().seq()}});
    } else {
        session.out() << "Backup of entry " << desk->workspace().seq() << ": " << args.file << "\n";
    }
    return Done{};
}

Ending restore(Session& session, const FileArgs& args) {
    TL_TRY(const std::string where, session.board_path());
    std::error_code code;
    if (!std::filesystem::is_regular_file(args.file, code)) {
        return bad_input("there is no such backup file", args.file, ErrorCode::NotFound);
    }
    TL_CHECK(make_folder_of(where));
    TL_TRY(const std::string aside,
           lift(desk::restore(where, args.file, session.environment().clock())));
    if (session.json()) {
        session.print({{"restored", where}, {"moved_aside", text_or_null(aside)}});
        return Done{};
    }
    session.out() << where << " is restored from " << args.file << "\n";
    if (!aside.empty()) {
        session.out() << "What was there is now " << aside << "\n";
    }
    return Done{};
}

}  // namespace

void add_safety(Verb& program) {
    program.verb("rebuild", "Make the tables anew from the journal, which is not touched")
        .example("throughline rebuild")
        .does(&rebuild);
    auto copied = std::make_shared<FileArgs>();
    program.verb("backup", "A consistent copy into a new file, while others go on writing")
        .needs("FILE", copied->file, "A file that is not there yet")
        .example("throughline backup monday.throughline")
        .does(copied, &backup);
    auto restored = std::make_shared<FileArgs>();
    program
        .verb("restore",
              "Put a backup in the place of the board, which is moved aside, never deleted")
        .needs("FILE", restored->file, "The backup; it is checked first")
        .example("throughline restore monday.throughline")
        .does(restored, &restore);
}

}  // namespace throughline::cli
