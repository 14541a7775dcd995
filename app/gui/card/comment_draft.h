// A comment that somebody began and did not send. Kept per person beside the board, never in it.
#pragma once

#include "core/model/ids.h"

#include <string>

namespace throughline::gui::card {

struct CommentDraft {
    model::PersonId author;
    model::CardId card;
    std::string text;

    friend bool operator==(const CommentDraft&, const CommentDraft&) = default;
};

}  // namespace throughline::gui::card
