// What verbs there are and what each takes: a thin layer over the parsing library, which no verb
// file includes. Values arrive as text; values.h turns them into numbers and days, so that a wrong
// value is bad input with its option named, and only a wrong form is wrong usage.
//
//     void add_undo(Verb& program) {
//         auto args = std::make_shared<Args>();
//         program.verb("undo", "Take back your last change")
//             .example("throughline undo")
//             .does(args, &undo);
//     }
#pragma once

#include "app/cli/failure.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace throughline::cli {

class Session;
using Action = std::function<Ending(Session&)>;

// A verb, or a word below it ("card", "card move"). Refers to the parser, which outlives it.
class Verb {
public:
    Verb(CLI::App& app, Action& chosen) : app_(&app), chosen_(&chosen) {}

    Verb verb(const std::string& name, const std::string& help);

    // Shown by --help and after wrong usage; every verb that does something has one.
    Verb& example(const std::string& line);
    // More to say below the options.
    Verb& note(const std::string& text);

    // In their place: needed, optional, or one and more.
    Verb& needs(const std::string& name, std::string& to, const std::string& help);
    Verb& may(const std::string& name, std::optional<std::string>& to, const std::string& help);
    Verb& list(const std::string& name, std::vector<std::string>& to, const std::string& help);
    // As list, but none is right too.
    Verb& any(const std::string& name, std::vector<std::string>& to, const std::string& help);

    // By name: "--at", with the word that stands for its value.
    Verb& option(const std::string& name, const std::string& value, std::optional<std::string>& to,
                 const std::string& help);
    Verb& must(const std::string& name, const std::string& value, std::string& to,
               const std::string& help);
    Verb& repeated(const std::string& name, const std::string& value, std::vector<std::string>& to,
                   const std::string& help);
    Verb& flag(const std::string& name, bool& to, const std::string& help);

    void does(Action action);
    template <class Args>
    void does(std::shared_ptr<Args> args, Ending (*act)(Session&, const Args&)) {
        does([args, act](Session& session) { return act(session, *args); });
    }

private:
    CLI::App* app_;
    Action* chosen_;
};

// The options every verb takes.
struct Globals {
    std::optional<std::string> board;
    std::optional<std::string> as;
    std::optional<std::string> now;
    bool json = false;
};

// Done with an action to carry out (none: the window was asked for), or finished already: help was
// printed, or what is wrong with the usage.
struct Parsed {
    std::optional<Exit> finished;
    Action action;
    Globals globals;
};
Parsed parse(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

}  // namespace throughline::cli
