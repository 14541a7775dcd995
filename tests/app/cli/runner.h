// Runs the command line inside the test, on a board file of its own: what it prints and its status.
// Knows nothing of the rooms below, so that test files compile fast.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace throughline::test {

using Json = nlohmann::ordered_json;

struct Ran {
    int status = 0;
    std::string out;
    std::string err;

    // The one document of standard output. Fails the test when it is not one.
    Json json() const;
};

class CommandLine {
public:
    // An empty folder, the user ana, Monday 2026-05-04 09:00 UTC; no board yet.
    CommandLine();
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    Ran run(std::vector<std::string> args);
    // Fails the test unless it ends in this status; `ok` with --json gives the document.
    Ran expect(int status, std::vector<std::string> args);
    Ran ok(std::vector<std::string> args) { return expect(0, std::move(args)); }
    Json json(std::vector<std::string> args);

    // Each with one second more on the clock, so that entries differ in time.
    void pass_minutes(int minutes);
    void set_user(const std::string& name) { user_ = name; }
    void set_input(const std::string& text) { input_ = text; }
    void set_terminal(bool terminal) { terminal_ = terminal; }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    std::string board() const { return path("board.throughline"); }
    // Writes a file of the folder; its path.
    std::string file(const std::string& name, const std::string& text) const;
    std::string brief(const std::string& title, const Json& more = Json::object()) const;

    // --- a board with something on it: each fails the test when it does not work -----------------
    void make_board();                             // marketing, with ben (lead), cem (member), O-1
    std::string submit(const std::string& title);  // "R-1"
    std::string card(const std::string& title);    // submitted and accepted: "MKT-1"

private:
    std::filesystem::path folder_;
    std::string user_ = "ana";
    std::string input_;
    bool terminal_ = false;
    std::int64_t now_us_ = 0;
    std::uint64_t nonce_ = 1;
};

// Every name in `shape` is in `document`, with a value of the same JSON type (null in the shape:
// any); lists are compared by their first element. The path of the first difference, or "".
std::string shape_difference(const Json& shape, const Json& document, const std::string& at = "$");

}  // namespace throughline::test
