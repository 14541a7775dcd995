// Adds records from the templates that ship: chosen from a list, with one person who owns or
// answers for them. One dialog for every kind that has templates.
#pragma once

#include "app/gui/context/context.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace throughline::gui::records {

class ShippedDialog {
public:
    // Shown at the next draw; of "kpi" or "accountability".
    void open(std::string_view table);
    // Each frame, after everything that reads the workspace: it runs the command.
    void draw(Context& context);

private:
    void begin(Context& context);
    void draw_person(Context& context);
    void add(Context& context);

    std::optional<std::string> wanted_;
    std::string table_;
    std::set<std::string, std::less<>> chosen_;  // handles
    model::PersonId person_;
    std::optional<rules::Refusal> refusal_;
};

// Templates of this kind that the board does not have yet.
bool has_templates(const model::Workspace& workspace, std::string_view table);

}  // namespace throughline::gui::records
