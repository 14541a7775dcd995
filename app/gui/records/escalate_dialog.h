// Hands a card or a KPI to the next person of its escalation path, with the reason. Whoever shows
// one of the two has this dialog.
#pragma once

#include "app/gui/context/context.h"

#include <optional>
#include <string>

namespace throughline::gui::records {

class EscalateDialog {
public:
    // Opens with the next draw().
    void ask(model::CardId card) { begin(card, {}); }
    void ask(model::KpiId kpi) { begin({}, kpi); }
    // Each frame, after everything that reads the workspace: it runs the command.
    void draw(Context& context);

private:
    void begin(model::CardId card, model::KpiId kpi);
    rules::Escalate command(std::string reason) const;

    model::CardId card_;
    model::KpiId kpi_;
    bool wants_open_ = false;
    std::string reason_;
    std::optional<rules::Refusal> refusal_;
};

}  // namespace throughline::gui::records
