// Rows that flow figures are read from: transitions, blocks, overrides, refusals. Numbered 1, 2, 3
// in the order in which the journal learnt them.
#pragma once

#include "core/model/card.h"
#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

// Why a card changed its place. Whether it is an arrival or a departure follows from the columns.
enum class MoveKind {
    Created,
    Moved,
    Returned,
    TradedOut,
    Discarded,
    Archived,
    Restored,
    Transferred
};
template <>
struct Names<MoveKind> {
    static constexpr std::array<std::string_view, 8> kAll{"created",    "moved",      "returned",
                                                          "traded-out", "discarded",  "archived",
                                                          "restored",   "transferred"};
};

// A card left `from` (0: was not on the board) and entered `to` (0: left the board).
struct Transition {
    TransitionId id;
    CardId card;
    ColumnId from;
    ColumnId to;
    MoveKind kind = MoveKind::Moved;
    Instant at;
    Instant known_at;  // when the journal learnt it; equal to `at` for imported history
    PersonId by;
    std::optional<Instant> voided_at;  // undone within ten minutes: it never happened
    bool day_precision = false;        // only the date is known

    friend bool operator==(const Transition&, const Transition&) = default;
};

template <>
struct Fields<Transition> {
    static constexpr std::string_view kName = "transition";
    static constexpr auto kList = std::tuple{
        field("id", &Transition::id),
        field("card", &Transition::card),
        field("from_column", &Transition::from),
        field("to_column", &Transition::to),
        field("kind", &Transition::kind),
        field("at", &Transition::at),
        field("known_at", &Transition::known_at),
        field("by_person", &Transition::by),
        field("voided_at", &Transition::voided_at),
        field("day_precision", &Transition::day_precision),
    };
};

// Why a card cannot move, since when, who clears it. Several may be open at once.
struct Block {
    BlockId id;
    CardId card;
    std::string cause;   // the cluster it counts in: "waiting for legal"; "" is unknown
    std::string reason;  // in words
    PersonId clearer;    // who clears it; 0 for none named
    CardId waits_for;    // depends-on: the card it waits for
    Instant since;
    Instant known_at;
    PersonId by;
    std::optional<Instant> ended_at;
    std::optional<Instant> ended_known_at;
    PersonId ended_by;

    bool is_open() const { return !ended_at.has_value(); }

    friend bool operator==(const Block&, const Block&) = default;
};

template <>
struct Fields<Block> {
    static constexpr std::string_view kName = "block";
    static constexpr auto kList = std::tuple{
        field("id", &Block::id),
        field("card", &Block::card),
        field("cause", &Block::cause),
        field("reason", &Block::reason),
        field("clearer", &Block::clearer),
        field("waits_for", &Block::waits_for),
        field("since", &Block::since),
        field("known_at", &Block::known_at),
        field("by_person", &Block::by),
        field("ended_at", &Block::ended_at),
        field("ended_known_at", &Block::ended_known_at),
        field("ended_by", &Block::ended_by),
    };
};

// A limit passed by someone with the right, with the reason.
struct Override {
    OverrideId id;
    Instant at;
    PersonId by;
    CardId card;
    std::string rule;     // the rule that was overridden: "wip_limit" ...
    std::string subject;  // as in Refusal: "column:create"
    int limit = 0;
    int before = 0;
    int after = 0;
    std::string reason;

    friend bool operator==(const Override&, const Override&) = default;
};

template <>
struct Fields<Override> {
    static constexpr std::string_view kName = "limit_override";
    static constexpr auto kList = std::tuple{
        field("id", &Override::id),
        field("at", &Override::at),
        field("by_person", &Override::by),
        field("card", &Override::card),
        field("rule", &Override::rule),
        field("subject", &Override::subject),
        field("wip_limit", &Override::limit),
        field("count_before", &Override::before),
        field("count_after", &Override::after),
        field("reason", &Override::reason),
    };
};

// A command that a person tried and a rule refused: the pressure on a limit.
struct RefusedTry {
    RefusalId id;
    Instant at;
    PersonId by;
    std::string command;
    std::string rule;
    std::string subject;
    CardId card;
    std::optional<int> limit;
    std::optional<int> count;

    friend bool operator==(const RefusedTry&, const RefusedTry&) = default;
};

template <>
struct Fields<RefusedTry> {
    static constexpr std::string_view kName = "refusal";
    static constexpr auto kList = std::tuple{
        field("id", &RefusedTry::id),        field("at", &RefusedTry::at),
        field("by_person", &RefusedTry::by), field("command", &RefusedTry::command),
        field("rule", &RefusedTry::rule),    field("subject", &RefusedTry::subject),
        field("card", &RefusedTry::card),    field("wip_limit", &RefusedTry::limit),
        field("count", &RefusedTry::count),
    };
};

// A verdict on one gate item for one card. Only active ones count; entering the column again
// (a backward move) makes the old ones inactive.
enum class Verdict { Done, Approved, Rejected };
template <>
struct Names<Verdict> {
    static constexpr std::array<std::string_view, 3> kAll{"done", "approved", "rejected"};
};

struct GateMark {
    GateMarkId id;
    CardId card;
    GateItemId item;
    Verdict verdict = Verdict::Done;
    PersonId by;
    Instant at;
    std::string note;  // why, for a rejection
    bool active = true;

    friend bool operator==(const GateMark&, const GateMark&) = default;
};

template <>
struct Fields<GateMark> {
    static constexpr std::string_view kName = "gate_mark";
    static constexpr auto kList = std::tuple{
        field("id", &GateMark::id),          field("card", &GateMark::card),
        field("gate_item", &GateMark::item), field("verdict", &GateMark::verdict),
        field("by_person", &GateMark::by),   field("at", &GateMark::at),
        field("note", &GateMark::note),      field("active", &GateMark::active),
    };
};

}  // namespace throughline::model
