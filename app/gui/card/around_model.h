// What stands around a card outside of it: its money, its escalations, the milestones of what it
// serves, its retro. Made when the card, the revision or the minute changes. No drawing.
#pragma once

#include "app/gui/card/detail_model.h"

#include <string>
#include <vector>

namespace throughline::gui::card {

struct EscalationRow {
    model::EscalationId id;
    std::string words;  // "Step 1: to Bob Stone, by Cem, 4 May 09:00"
    std::string reason;
    std::string answer;  // "" while it waits
    std::string when;    // of the answer
    bool asks_me = false;
};
struct MilestoneRow {
    model::MilestoneId id;
    std::string title;
    std::string due;  // "" without a date
    bool late = false;
    bool done = false;
};

struct CardAround {
    double committed = 0;
    double spent = 0;
    std::string money;                       // "Committed 1,200 EUR, spent 300 EUR"; "" for none
    std::string by_channel;                  // "Events 1,000 EUR, Email 500 EUR"; "" for none
    std::vector<EscalationRow> escalations;  // the latest first
    int waiting = 0;                         // of them not answered
    std::string objective;                   // "O-3"; "" for none
    std::vector<MilestoneRow> milestones;    // of the objective, by date
    model::RetroId retro;                    // 0 for none
    std::string retro_key;
    std::string target;  // of the success measure: "45 a month"; "" when the brief has none
};
CardAround make_around(const DetailInputs& inputs, model::CardId card);

}  // namespace throughline::gui::card
