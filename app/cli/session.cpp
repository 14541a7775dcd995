#include "app/cli/session.h"

#include "app/cli/json.h"
#include "app/cli/values.h"
#include "core/base/text.h"

#include <algorithm>
#include <filesystem>
#include <istream>
#include <ostream>

namespace throughline::cli {

namespace {

using Mode = desk::OpenOptions::Mode;

std::string variable(const Environment& environment, const std::string& name) {
    const auto found = environment.variables.find(name);
    return found == environment.variables.end() ? std::string() : found->second;
}

// What helps against an error of opening, where the store cannot know it.
std::string remedy(ErrorCode code, Mode mode) {
    if (code == ErrorCode::NotFound && mode == Mode::MustExist) {
        return "; make one with: throughline new, or name another one with --board";
    }
    if (code == ErrorCode::Conflict && mode == Mode::MustNotExist) {
        return "; it is left as it is, name another file";
    }
    return {};
}

std::string known_people(const model::Workspace& workspace) {
    std::vector<std::string> handles;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (person.active) {
            handles.push_back(person.handle);
        }
    }
    std::sort(handles.begin(), handles.end());
    constexpr std::size_t kShown = 12;
    if (handles.size() > kShown) {
        handles.resize(kShown);
        handles.emplace_back("...");
    }
    return join(handles, ", ");
}

}  // namespace

Session::Session(const Environment& environment, Globals globals, std::istream& in,
                 std::ostream& out, std::ostream& err)
    : environment_(environment), globals_(std::move(globals)), in_(in), out_(out), err_(err) {}

Fallible<std::string> Session::board_path() const {
    std::string path = globals_.board.value_or(variable(environment_, "THROUGHLINE_BOARD"));
    if (path.find("://") != std::string::npos) {
        return store_failure(
            {ErrorCode::Unsupported, "this version keeps boards in files only", path});
    }
    if (!path.empty()) {
        return path;
    }
    if (const std::string data = variable(environment_, "XDG_DATA_HOME"); !data.empty()) {
        return data + "/throughline/board.throughline";
    }
    if (const std::string home = variable(environment_, "HOME"); !home.empty()) {
        return home + "/.local/share/throughline/board.throughline";
    }
    return bad_input("no board is named and there is no home folder; name one with --board",
                     "--board");
}

std::string Session::actor_handle() const {
    return globals_.as ? *globals_.as : slug(environment_.user);
}

Fallible<desk::Clock> Session::clock() const {
    if (!globals_.now) {
        return environment_.clock;
    }
    TL_TRY(const Instant fixed, instant_value(*globals_.now, "--now"));
    return desk::Clock([fixed] { return fixed; });
}

Ending Session::check_clock() {
    const Instant last = workspace().last_when();
    if (!globals_.now || workspace().seq() == 0 || desk_->now() >= last) {
        return Done{};
    }
    rules::Refusal refusal;
    refusal.rule = "clock";
    refusal.reason = "The moment given with --now, " + *globals_.now +
                     ", lies before the last entry of the journal, " + throughline::to_text(last) +
                     ".";
    refusal.remedy =
        "Give " + throughline::to_text(last) + " or later, or read the past with --at or --as-of.";
    refusal.subject = "journal";
    return refused(std::move(refusal));
}

Ending Session::find_actor(bool needed) {
    const std::string handle = actor_handle();
    if (const model::Person* person = workspace().person_by_handle(handle)) {
        desk_->set_actor(person->id);
        return Done{};
    }
    if (!needed && !globals_.as) {
        return Done{};
    }
    return bad_input("there is no person \"" + handle + "\" on this board. Name one with --as (" +
                         known_people(workspace()) +
                         "), or add the person: throughline person add " +
                         (handle.empty() ? "HANDLE" : handle) + " --as ADMIN",
                     "--as", ErrorCode::NotFound);
}

Fallible<desk::Desk*> Session::open(const std::string& where, Mode mode, desk::NonceSource nonces,
                                    bool reading) {
    TL_TRY(auto clock, this->clock());
    desk::OpenOptions options;
    options.mode = mode;
    options.clock = std::move(clock);
    options.nonces = std::move(nonces);
    options.automatic_backups = environment_.automatic_backups;
    options.reading = reading;
    auto opened = desk::Desk::open(where, options);
    if (!opened) {
        Error error = std::move(opened).error();
        error.message += remedy(error.code, mode);
        if (error.where.empty() && error.message.find(where) == std::string::npos) {
            error.where = where;
        }
        const bool ours = error.code == ErrorCode::Conflict && mode == Mode::MustNotExist;
        return Failure{ours ? Exit::BadInput : Exit::Store, std::move(error)};
    }
    desk_ = std::move(opened).value();
    TL_CHECK(check_clock());
    return desk_.get();
}

Fallible<desk::Desk*> Session::desk() {
    return present_desk(true);
}

Fallible<desk::Desk*> Session::present_desk(bool reading) {
    if (!desk_) {
        TL_TRY(const std::string path, board_path());
        TL_CHECK(open(path, Mode::MustExist, environment_.nonces, reading));
        if (workspace().board() == nullptr) {
            return store_failure({ErrorCode::NotFound, "this file holds no board yet", path});
        }
        TL_CHECK(find_actor(false));
    }
    return desk_.get();
}

Fallible<desk::Desk*> Session::acting_desk() {
    TL_CHECK(present_desk(false));
    TL_CHECK(find_actor(true));
    return desk_.get();
}

Fallible<desk::Desk*> Session::create_desk(const std::string& path, desk::NonceSource nonces) {
    TL_CHECK(make_folder_of(path));
    return open(path, Mode::MustNotExist, std::move(nonces));
}

Fallible<desk::Desk*> Session::empty_or_new_desk() {
    TL_TRY(const std::string path, board_path());
    TL_CHECK(make_folder_of(path));
    TL_CHECK(open(path, Mode::OpenOrCreate, environment_.nonces));
    if (workspace().seq() != 0) {
        return bad_input(
            "this board is not empty. A whole export goes into a new file: name one with --board",
            path, ErrorCode::Conflict);
    }
    return desk_.get();
}

const Zone& Session::zone() {
    if (!zone_) {
        const model::Board* board = desk_ ? workspace().board() : nullptr;
        auto loaded = Zone::load(board != nullptr ? board->zone : "UTC");
        zone_ = loaded ? std::move(loaded).value() : Zone::utc();
    }
    return *zone_;
}

Day Session::today() {
    return zone().day(desk_->now());
}

void Session::print(const Json& document) {
    out_ << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void Session::fail(const Failure& failure) {
    if (json() && !failure.answered) {
        print(to_json(failure));
    }
    err_ << to_text(failure);
}

Ending make_folder_of(const std::string& file) {
    const auto folder = std::filesystem::path(file).parent_path();
    std::error_code code;
    if (!folder.empty() && !std::filesystem::is_directory(folder, code)) {
        std::filesystem::create_directories(folder, code);
        if (code) {
            return store_failure(
                {ErrorCode::Io, "cannot make the folder: " + code.message(), folder.string()});
        }
    }
    return Done{};
}

}  // namespace throughline::cli
