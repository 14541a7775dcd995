// Swimlanes: the rows of the board by objective, DRI, class of service, request type or big bet.
// No drawing.
#pragma once

#include "core/model/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::board {

enum class LaneKind { None, Objective, Dri, Class, Type, Bet };
// As FilterState::lanes names them; an unknown word is None.
LaneKind lane_kind(std::string_view word);

// Cards of one column in one lane.
struct Cell {
    std::vector<model::CardId> cards;
    std::uint64_t version = 0;  // grows when the cards, their order or one of them changed
    // The WIP line is drawn before this index (== cards.size(): after the last); absent without a
    // limit.
    std::optional<std::size_t> line_at;
};

struct Lane {
    std::string key;    // "objective:O-3", "dri:ana", "class:expedite"; "" when there are no lanes
    std::string title;  // "Own the category", "Ana Lima"
    std::string note;   // "O-3, 2026-Q4"
    int category = -1;  // colour of an objective or person
    bool person = false;
    std::int64_t value = 0;  // what lane_value gives for its cards
    int count = 0;           // cards shown in it
    bool only_done =
        false;  // nothing of it is open: shown after the others, folded until asked for
    std::vector<Cell> cells;  // by index of column
};

// Every lane there can be, in the order shown, without cells. One without a key for None.
std::vector<Lane> make_lanes(const model::Workspace& workspace, LaneKind kind);
// Which lane a card belongs to. Never negative.
std::int64_t lane_value(const model::Workspace& workspace, LaneKind kind, const model::Card& card);
// What a card must become to stand in the lane: fields for EditCard; absent when no edit can do it
// (type, big bet), empty when there are no lanes.
std::optional<model::TextMap> lane_edit(const model::Workspace& workspace, LaneKind kind,
                                        const Lane& lane);

}  // namespace throughline::gui::board
