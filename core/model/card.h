// A card: accepted work on the board.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

enum class ServiceClass { Standard, FixedDate, Expedite, Intangible };
template <>
struct Names<ServiceClass> {
    static constexpr std::array<std::string_view, 4> kAll{"standard", "fixed-date", "expedite",
                                                          "intangible"};
};

// Only a card on the board stands in a column.
enum class CardState { OnBoard, TradedOut, Discarded, Archived, Void };
template <>
struct Names<CardState> {
    static constexpr std::array<std::string_view, 5> kAll{"on-board", "traded-out", "discarded",
                                                          "archived", "void"};
};

struct Card {
    CardId id;
    std::int64_t number = 0;  // key is PREFIX-number
    std::string title;
    std::string description;
    RequestId request;      // whose brief it carries; 0 only for imported work
    std::string type;       // template handle, or the importer's word
    PersonId dri;           // 0 only for imported work
    ObjectiveId objective;  // 0 only for imported work
    ServiceClass service_class = ServiceClass::Standard;
    std::optional<Day> due;
    std::string due_reason;

    CardState state = CardState::OnBoard;
    ColumnId column;  // 0 unless on the board
    double rank = 0;  // order in the column, from the top
    Instant created_at;
    Instant entered_at;  // into the present column

    // Score, on 1 2 3 5 8 13.
    std::optional<int> value;
    std::optional<int> urgency;
    std::optional<int> enablement;
    std::optional<int> size;

    // RACI beside the DRI, who is accountable.
    std::vector<PersonId> responsible;
    std::vector<PersonId> consulted;
    std::vector<PersonId> informed;
    TextList labels;
    CardId parent;

    // What was delivered, beside the brief's success measure.
    std::string result_actual;
    std::string result_note;

    std::string source;     // importer, "" for own work
    std::string source_id;  // its id there; unique per source

    bool on_board() const { return state == CardState::OnBoard; }
    // A card without a request has no brief: flagged, and cannot cross the commitment point.
    bool has_brief() const { return static_cast<bool>(request); }

    friend bool operator==(const Card&, const Card&) = default;
};

template <>
struct Fields<Card> {
    static constexpr std::string_view kName = "card";
    static constexpr auto kList = std::tuple{
        field("id", &Card::id),
        field("number", &Card::number),
        field("title", &Card::title),
        field("description", &Card::description),
        field("request", &Card::request),
        field("type", &Card::type),
        field("dri", &Card::dri),
        field("objective", &Card::objective),
        field("service_class", &Card::service_class),
        field("due", &Card::due),
        field("due_reason", &Card::due_reason),
        field("state", &Card::state),
        field("board_column", &Card::column),
        field("rank", &Card::rank),
        field("created_at", &Card::created_at),
        field("entered_at", &Card::entered_at),
        field("value", &Card::value),
        field("urgency", &Card::urgency),
        field("enablement", &Card::enablement),
        field("size", &Card::size),
        field("responsible", &Card::responsible),
        field("consulted", &Card::consulted),
        field("informed", &Card::informed),
        field("labels", &Card::labels),
        field("parent", &Card::parent),
        field("result_actual", &Card::result_actual),
        field("result_note", &Card::result_note),
        field("source", &Card::source),
        field("source_id", &Card::source_id),
    };
};

}  // namespace throughline::model
