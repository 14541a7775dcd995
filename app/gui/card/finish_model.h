// When a card in process will be finished, by its age: core/flow/finish.h in words, made off the
// frame. No drawing.
#pragma once

#include "app/gui/context/flow_answer.h"
#include "core/flow/age.h"
#include "core/rules/signal_commands.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::card {

struct Finish {
    model::CardId card;
    bool in_process = false;
    flow::AgeState state = flow::AgeState::Unknown;
    std::string age;                  // "9 days old"
    std::string says;                 // "Half of such cards are done by ..., 85% by ..."
    std::vector<std::string> levels;  // "85%: by Tue 12 May 2026, cycle time 12 days"
    std::string basis;                // how many cards it is read from; few, if so
    std::optional<rules::RecordForecast> record;  // to keep it as told; absent without levels
};
Finish make_finish(const flow::Flow& flow, model::CardId card);

class FinishModel {
public:
    // Each frame in which it is wanted.
    void refresh(Context& context, model::CardId card);
    // Of this card; null while it is not there yet.
    const Finish* of(model::CardId card) const;
    bool is_busy() const { return answer_.is_busy(); }

private:
    FlowAnswer<model::CardId, Finish> answer_;
};

}  // namespace throughline::gui::card
