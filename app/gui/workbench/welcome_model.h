// First start: what is asked before there is a board, and the work that makes one. No drawing.
#pragma once

#include "app/gui/workbench/workbench.h"

#include <string>

namespace throughline::gui::workbench {

enum class Start { Demo, Marketing, Import };

struct WelcomeForm {
    std::string where;  // the board's file
    Start start = Start::Marketing;
    std::string board = "Marketing";
    std::string name;  // of the person
    std::string handle;
    std::string zone = "UTC";
    std::string import_file;
    bool has_demo = false;
    bool handle_typed = false;  // else it follows the name
};

// "Ana Lima" -> "ana"; "" when the name has no letters to make one of.
std::string handle_of(const std::string& name);

// What is wrong with the answers; "" where nothing is.
struct WelcomeProblems {
    std::string board;
    std::string handle;
    std::string zone;

    bool none() const { return board.empty() && handle.empty() && zone.empty(); }
};
WelcomeProblems check(const WelcomeForm& form);

// Runs off the frame; gives the open desk with its board.
struct WelcomeJob {
    std::function<Result<std::unique_ptr<desk::Desk>>()> make;
    bool then_import = false;
    std::string handle;  // who then acts; "" leaves it open
};
WelcomeJob make_job(const WelcomeForm& form, const WorkbenchSetup& setup);

}  // namespace throughline::gui::workbench
