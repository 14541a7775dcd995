// Closing a quarter: each open objective with its computed score, or the reason why it is
// cancelled, and each open card with the objective it serves from now on. No drawing.
#pragma once

#include "app/gui/context/plan_figures_model.h"
#include "core/rules/command.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::plan {

struct Into {
    std::string key;
    std::string label;  // "O-7 Activation ..."
    std::string note;   // "Q1 2027"
};

struct ClosingObjective {
    model::ObjectiveId id;
    std::string key;
    std::string title;
    std::optional<double> computed;  // 0 .. 1
    std::optional<double> score;     // as it will be stored
    bool cancel = false;
    std::string reason;
};

struct ClosingCard {
    std::string key;
    std::string title;
    std::string from;  // key of the objective that is closed
    std::string into;  // key; "" for not chosen yet
};

struct Closing {
    std::string quarter;
    std::vector<ClosingObjective> objectives;
    std::vector<ClosingCard> cards;
    std::vector<Into> into;  // open objectives of this and later quarters, and standing ones

    void carry_all(const std::string& key);
    // What it still needs, in words; "" when it may be carried out.
    std::string missing() const;
};

Closing closing_of(const model::Workspace& workspace, const PlanFigures& figures,
                   const std::string& quarter);
rules::Command command_of(const Closing& closing);

}  // namespace throughline::gui::plan
