// The way through the board at a standup: columns from right to left, in each what is blocked
// first, then what is beyond its SLE, then the oldest. No drawing.
#pragma once

#include "app/gui/context/face_model.h"
#include "core/flow/flow.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::standup {

struct WalkColumn {
    model::ColumnId id;
    std::string handle;
    std::string name;        // "Create (Doing)" for one half of a split column
    bool in_process = true;  // false: options that may be pulled
    std::string fill;        // "3 of 4", "3" without a limit; of its group where that holds it
    std::string room_words;  // "room for 1", "full", "over by 1"; "" without a limit
    bool is_full = false;    // at its limit or over it
    model::CardId next;      // should be pulled into it; 0: no room, or nothing to pull
    std::string next_words;  // "MKT-5 Webinar"
};

// One stop of the walk: a card, or an empty column that something can be pulled into (card 0).
struct WalkStop {
    model::CardId card;
    std::size_t column = 0;  // index in Walk::columns
    bool blocked = false;
    bool beyond_sle = false;
    int age_days = 0;  // in process; of an option: since it was accepted

    friend bool operator==(const WalkStop&, const WalkStop&) = default;
};

struct Walk {
    std::vector<WalkColumn> columns;  // in the order of the walk
    std::vector<WalkStop> stops;
    bool is_set_up = false;  // the board has its two points

    // Index of the card's stop; absent when it is not in the walk.
    std::optional<std::size_t> find(model::CardId card) const;
};

// Options come last, in pull order: as many as the commitment column has room for; one when it has
// no limit.
Walk make_walk(const FaceInputs& inputs);

// The fresh walk with the cards of each column in the order they had in `old`, and those that are
// new there after them: what is done at a standup must not shuffle what is still to come.
Walk keep_order(const Walk& old, Walk fresh);

// What is said about the card in focus.
struct CardFacts {
    CardFace face;
    std::string objective;              // "O-3 Demo bookings from 12 to 30 a month"; "" for none
    std::vector<std::string> blockers;  // "Legal has the claim, for 3 d, Bob clears it"
    std::string next_step;              // the first open item of gate or checklist; "" for none
    std::vector<std::string> written;   // notes and commitments of this standup about the card
    std::string due;                    // "12 May, in 3 d: the fair opens"; "" without a date
    std::string last_move;  // "Ready to Create (Doing), 2 d ago, by Ana Lima"; "" for none
    std::vector<std::string> comments;  // the last two, newest first: "Ana Lima, 2 h ago: ..."
};
CardFacts make_facts(const FaceInputs& inputs, const model::Card& card, model::MeetingId meeting);

// "Half of such cards by 12 May, 85% by 20 May"; "" for a card that is not in process, or when no
// past card got as old.
std::string finish_words(const flow::Flow& flow, model::CardId card);

}  // namespace throughline::gui::standup
