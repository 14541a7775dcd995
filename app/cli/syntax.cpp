#include "app/cli/syntax.h"

#include "app/cli/verbs.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <ostream>

namespace throughline::cli {

namespace {

constexpr const char* kVersion = "0.1.0";

CLI::App& innermost(CLI::App& app) {
    CLI::App* at = &app;
    for (auto below = at->get_subcommands(); !below.empty(); below = at->get_subcommands()) {
        at = below.front();
    }
    return *at;
}

std::string full_name(const CLI::App& app) {
    const CLI::App* above = app.get_parent();
    return above == nullptr ? app.get_name() : full_name(*above) + " " + app.get_name();
}

void add_globals(CLI::App& app, Globals& globals) {
    const auto text = [&app](const char* name, const char* value, std::optional<std::string>& to,
                             const char* help) {
        app.add_option_function<std::string>(
               name, [&to](const std::string& given) { to = given; }, help)
            ->type_name(value);
    };
    text("--board", "WHERE", globals.board,
         "The board's file (default: THROUGHLINE_BOARD, else your data folder)");
    text("--as", "HANDLE", globals.as, "Who acts (default: your user name on this computer)");
    text("--now", "INSTANT", globals.now, "The present moment, for scripts: 2026-05-04T09:00:00Z");
    app.add_flag("--json", globals.json, "One JSON document on standard output");
}

Exit explain(CLI::App& app, const CLI::ParseError& error, std::ostream& err) {
    CLI::App& verb = innermost(app);
    // The parser names them backwards.
    const bool extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
    err << full_name(verb) << ": "
        << (extra ? "not understood: " + join(app.remaining(true), " ") : error.what()) << "\n";
    if (const std::string shown = verb.get_footer(); !shown.empty()) {
        err << shown << "\n";
    }
    err << "How it is used: " << full_name(verb) << " --help\n";
    return Exit::Usage;
}

CLI::Option* name_value(CLI::Option* option, const std::string& value) {
    return option->type_name(value);
}

}  // namespace

Verb Verb::verb(const std::string& name, const std::string& help) {
    CLI::App* below = app_->add_subcommand(name, help);
    below->footer("");  // not its parent's examples
    if (app_->get_parent() != nullptr) {
        app_->require_subcommand(1);
    }
    return {*below, *chosen_};
}

Verb& Verb::example(const std::string& line) {
    const std::string before = app_->get_footer();
    app_->footer(before.empty() ? "Example:\n  " + line : before + "\n  " + line);
    return *this;
}

Verb& Verb::note(const std::string& text) {
    app_->description(app_->get_description() + "\n" + text);
    return *this;
}

Verb& Verb::needs(const std::string& name, std::string& to, const std::string& help) {
    app_->add_option_function<std::string>(
            name, [&to](const std::string& given) { to = given; }, help)
        ->required()
        ->type_name("");
    return *this;
}

Verb& Verb::may(const std::string& name, std::optional<std::string>& to, const std::string& help) {
    app_->add_option_function<std::string>(
            name, [&to](const std::string& given) { to = given; }, help)
        ->type_name("");
    return *this;
}

Verb& Verb::list(const std::string& name, std::vector<std::string>& to, const std::string& help) {
    app_->add_option(name, to, help)->required()->type_name("");
    return *this;
}

Verb& Verb::any(const std::string& name, std::vector<std::string>& to, const std::string& help) {
    app_->add_option(name, to, help)->type_name("");
    return *this;
}

Verb& Verb::option(const std::string& name, const std::string& value,
                   std::optional<std::string>& to, const std::string& help) {
    name_value(app_->add_option_function<std::string>(
                   name, [&to](const std::string& given) { to = given; }, help),
               value);
    return *this;
}

Verb& Verb::must(const std::string& name, const std::string& value, std::string& to,
                 const std::string& help) {
    name_value(app_->add_option_function<std::string>(
                   name, [&to](const std::string& given) { to = given; }, help),
               value)
        ->required();
    return *this;
}

Verb& Verb::repeated(const std::string& name, const std::string& value,
                     std::vector<std::string>& to, const std::string& help) {
    // One value each time, so that a value in brackets stays one value.
    name_value(app_->add_option(name, to, help), value)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
    return *this;
}

Verb& Verb::flag(const std::string& name, bool& to, const std::string& help) {
    app_->add_flag(name, to, help);
    return *this;
}

void Verb::does(Action action) {
    app_->callback([chosen = chosen_, action = std::move(action)] { *chosen = action; });
}

Parsed parse(const std::vector<std::string>& args, std::ostream& out, std::ostream& err) {
    Parsed parsed;
    CLI::App app("A kanban board for marketing teams. Without a verb it opens the window.",
                 "throughline");
    app.set_help_flag("-h,--help", "What this verb does and takes, with an example");
    app.set_version_flag("--version", std::string("throughline ") + kVersion,
                         "The version of this program");
    app.fallthrough();
    add_globals(app, parsed.globals);
    Verb program(app, parsed.action);
    add_verbs(program);
    app.require_subcommand(0, 1);
    program.example("throughline new --template marketing")
        .example("throughline card move MKT-12 review")
        .example("throughline board --json");

    try {
        app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
    } catch (const CLI::CallForVersion& version) {
        out << version.what() << "\n";
        parsed.finished = Exit::Done;
    } catch (const CLI::CallForHelp&) {
        out << app.help();
        parsed.finished = Exit::Done;
    } catch (const CLI::CallForAllHelp&) {
        out << app.help("", CLI::AppFormatMode::All);
        parsed.finished = Exit::Done;
    } catch (const CLI::ParseError& error) {
        parsed.finished = explain(app, error, err);
    }
    return parsed;
}

}  // namespace throughline::cli
