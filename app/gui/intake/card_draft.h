// A brief begun for an imported card and not given to it yet. Kept per person beside the board: a
// draft in the store would be submitted as a request of its own.
#pragma once

#include "core/model/brief.h"

namespace throughline::gui::intake {

struct CardDraft {
    model::CardId card;
    model::BriefDraft draft;

    friend bool operator==(const CardDraft&, const CardDraft&) = default;
};

}  // namespace throughline::gui::intake
