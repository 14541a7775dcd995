#include "tests/app/cli/runner.h"

#include "app/cli/cli.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <atomic>
#include <fstream>
#include <sstream>

namespace throughline::test {

namespace fs = std::filesystem;

namespace {

std::string line_of(const std::vector<std::string>& args) {
    std::string line = "throughline";
    for (const std::string& arg : args) {
        line += " " + arg;
    }
    return line;
}

bool same_type(const Json& a, const Json& b) {
    return a.type() == b.type() || (a.is_number() && b.is_number());
}

}  // namespace

Json Ran::json() const {
    Json document = Json::parse(out, nullptr, false);
    REQUIRE_MESSAGE(!document.is_discarded(), "not one JSON document:\n" << out << err);
    return document;
}

CommandLine::CommandLine() {
    static std::atomic<int> number{0};
    folder_ = fs::temp_directory_path() /
              ("throughline-cli-" + std::to_string(getpid()) + "-" + std::to_string(++number));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    now_us_ = parse_instant("2026-05-04T09:00:00Z")->us;
}

CommandLine::~CommandLine() {
    fs::remove_all(folder_);
}

Ran CommandLine::run(std::vector<std::string> args) {
    std::istringstream in(input_);
    std::ostringstream out;
    std::ostringstream err;
    cli::Environment environment;
    environment.variables = {{"THROUGHLINE_BOARD", board()}, {"XDG_DATA_HOME", path("data")}};
    environment.user = user_;
    environment.terminal = terminal_;
    environment.clock = [this] { return Instant{now_us_}; };
    environment.nonces = [this] { return nonce_++; };
    environment.automatic_backups = false;
    environment.screenshot = [](desk::Desk&, const cli::ScreenshotRequest& request) -> Status {
        if (request.view != "board") {
            return Error{ErrorCode::NotFound, "there is no view \"" + request.view + "\"", ""};
        }
        std::ofstream(request.file) << request.width << "x" << request.height
                                    << (request.high_contrast ? " high contrast" : "");
        return Done{};
    };
    now_us_ += kMicrosPerSecond;
    Ran ran;
    ran.status = cli::run(args, in, out, err, environment);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

Ran CommandLine::expect(int status, std::vector<std::string> args) {
    const std::string line = line_of(args);
    Ran ran = run(std::move(args));
    REQUIRE_MESSAGE(ran.status == status, line << "\nended in " << ran.status << "\n"
                                               << ran.out << ran.err);
    return ran;
}

Json CommandLine::json(std::vector<std::string> args) {
    args.emplace_back("--json");
    return ok(std::move(args)).json();
}

void CommandLine::pass_minutes(int minutes) {
    now_us_ += minutes * kMicrosPerMinute;
}

std::string CommandLine::file(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
}

std::string CommandLine::brief(const std::string& title, const Json& more) const {
    Json brief{{"template", "content-asset"},
               {"title", title},
               {"fields",
                {{"what", "Customers learn about the reporting module."},
                 {"audience", "Operations leads"},
                 {"why_now", "It ships on 1 June."},
                 {"success_measure", "Demo bookings"},
                 {"format", "Article"},
                 {"objective", "triage"},
                 {"needed_by", "none"}}}};
    brief.merge_patch(more);
    return file("brief.json", brief.dump());
}

void CommandLine::make_board() {
    ok({"new", "--zone", "Europe/Berlin"});
    ok({"person", "add", "ben", "--name", "Ben Ode", "--role", "lead"});
    ok({"person", "add", "cem"});
    ok({"objective", "add", "Demo bookings from 12 to 30 a month", "--quarter", "2026-Q2", "--dri",
        "ben"});
}

std::string CommandLine::submit(const std::string& title) {
    return json({"request", "submit", brief(title)})["request"]["key"];
}

std::string CommandLine::card(const std::string& title) {
    return json(
        {"request", "accept", submit(title), "--dri", "cem", "--objective", "O-1"})["card"]["key"];
}

std::string shape_difference(const Json& shape, const Json& document, const std::string& at) {
    if (shape.is_null()) {
        return "";
    }
    if (!same_type(shape, document)) {
        return at + " is " + document.type_name() + ", not " + shape.type_name();
    }
    if (shape.is_array() && !shape.empty() && !document.empty()) {
        return shape_difference(shape.front(), document.front(), at + "[0]");
    }
    if (shape.is_object()) {
        for (const auto& [name, value] : shape.items()) {
            if (!document.contains(name)) {
                return at + "." + name + " is missing";
            }
            if (std::string found = shape_difference(value, document[name], at + "." + name);
                !found.empty()) {
                return found;
            }
        }
    }
    return "";
}

}  // namespace throughline::test
