#pragma once
// Dialogs for the named acts on cards (move to, block, return, discard ...) and for passing a limit
// with a reason; the board and the card panel share them. Each owns one and draws it every frame.

#include "app/gui/context/context.h"
#include "app/gui/palette/card_acts_model.h"

#include <string>
#include <vector>

namespace throughline::gui::palette {

class CardActs {
public:
    // `scope` keeps the dialogs of two owners apart.
    explicit CardActs(std::string scope) : scope_(std::move(scope)) {}

    // Opens the act's dialog with the next draw; an act that needs no answer is done then.
    void ask(CardAct act, std::vector<model::CardId> cards);
    // Asks why the limit should be passed, then runs the command on these cards with that reason.
    void ask_override(rules::Command command, std::vector<model::CardId> cards,
                      const rules::Refusal& refusal);

    void draw(Context& context);

    // The cards of an act that went through since the last call; empty for none.
    std::vector<model::CardId> take_done() { return std::exchange(done_, {}); }

private:
    void draw_reason(Context& context);
    void draw_block(Context& context);
    void draw_targets(Context& context);
    void draw_override(Context& context);
    // True when all commands went through; else the refusal is shown in the dialog.
    bool carry_out(Context& context);
    bool run_all(Context& context, const std::vector<rules::Command>& commands);
    std::string id(const char* name) const { return scope_ + "-" + name; }

    std::string scope_;
    CardAct act_ = CardAct::Move;
    std::vector<model::CardId> cards_;
    std::vector<model::CardId> done_;
    bool wants_open_ = false;
    bool wants_override_ = false;
    ActAnswers answers_;
    std::optional<rules::Refusal> refusal_;
    std::optional<rules::Command> overridden_;
    std::string target_query_;
    std::size_t target_ = 0;
    std::vector<TargetRow> targets_;
    std::vector<std::string> causes_;
};

}  // namespace throughline::gui::palette
