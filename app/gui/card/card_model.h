// Everything the card panel shows about one card, in words: made anew when the desk's revision, the
// card or the minute changes. No ImGui.
#pragma once

#include "app/gui/palette/card_acts_model.h"
#include "core/base/zone.h"
#include "core/desk/live_desk.h"
#include "core/flow/age.h"
#include "core/flow/finish.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::card {

// A value to choose, as EditCard takes it.
struct Option {
    std::string label;
    std::string note;
    std::string value;
    int category = -1;
};

struct ActRow {
    palette::CardAct act = palette::CardAct::Move;
    std::string why_not;  // "" when it is possible
};

struct AnswerRow {
    std::string label;
    std::string words;  // "" when not answered
    bool is_link = false;
};

struct GateRow {
    model::GateItemId item;
    std::string title;
    bool approval = false;
    bool passed = false;
    bool rejected = false;
    std::string who;   // "Ana Lima, today 10:00"; "" while open
    std::string note;  // why it was rejected
};

struct CheckRow {  // what the program checks itself
    std::string words;
    bool passed = false;
};

struct ChecklistRow {
    model::ChecklistItemId item;
    std::string title;
    std::optional<Day> due;
    std::string due_words;  // "due Thu 10 Dec"
    bool late = false;
    bool done = false;
    std::string who;
};

struct BlockRow {
    model::BlockId block;
    bool open = false;
    std::string title;  // reason, else cause
    std::string facts;  // cause, since when, days, who clears it or who cleared it
    model::CardId waits_for;
    std::string waits_words;
};

struct LinkRow {
    model::LinkId link;
    model::LinkKind kind = model::LinkKind::Web;
    std::string title;
    std::string target;
    model::CardId other;
};

struct RelatedCard {
    model::CardId card;
    std::string words;  // key and title
    std::string state;  // its column, or its state off the board
};

struct CommentRow {
    model::CommentId comment;
    std::string name;
    int colour = 0;
    std::string when;  // with "edited" when it was
    std::string text;
    bool own = false;
};

struct ColumnTime {
    std::string name;
    std::string words;
    float share = 0.0f;  // of the longest
    bool here = false;
};

struct MeasureRow {
    std::string label;
    std::string words;
};

// What needs a reading of the whole history: made on a thread of its own.
struct FlowFacts {
    std::vector<flow::AgeYardstick> yardsticks;  // by class of service
    std::optional<flow::FinishRange> finish;
};

struct CardDetail {
    bool found = false;
    model::CardId id;
    std::string key;
    std::string title;
    std::string type;
    std::string state;   // "On the board", "Discarded" ...
    std::string column;  // "" off the board
    bool on_board = false;
    bool pending = false;
    bool blocked = false;
    bool needs_brief = false;
    bool delivered = false;
    model::ServiceClass service_class = model::ServiceClass::Standard;
    std::string dri;
    int dri_colour = 0;
    std::string age;    // "7 of 12 days", "took 9 days"; "" without
    std::string age_word;  // "at risk"
    flow::AgeState age_state = flow::AgeState::Unknown;
    std::string forecast;  // "50% by Thu 10 Dec, 85% by Fri 18 Dec"
    std::vector<ActRow> acts;

    std::string brief_form;  // "Content asset, version 2"
    model::RequestId request;
    std::string request_key;
    std::vector<AnswerRow> answers;

    model::TextMap values;  // as EditCard takes them, by field name
    std::string score;      // the formula with its numbers
    std::vector<Option> people;
    std::vector<Option> objectives;
    std::vector<Option> classes;

    std::string gate_column;  // whose gate it is
    std::vector<GateRow> gates;
    std::vector<CheckRow> ready_checks;  // while the card stands before the commitment point
    std::vector<GateRow> ready_items;
    std::vector<ChecklistRow> checklist;
    std::vector<BlockRow> blocks;
    std::vector<LinkRow> links;
    std::optional<RelatedCard> parent;
    std::vector<RelatedCard> children;
    std::vector<RelatedCard> waiting;  // cards that depend on this one
    std::vector<CommentRow> comments;
    std::vector<ColumnTime> times;
    std::string time_words;  // lead time and blocked time
    std::vector<MeasureRow> measure;

    const std::string& value(const std::string& field) const;
};

CardDetail make_detail(const desk::LiveDesk& desk, const Zone& zone, Instant now, model::CardId card,
                       const FlowFacts& facts);
// The lists of what hangs on the card; part of make_detail.
void add_parts(CardDetail& detail, const desk::LiveDesk& desk, const Zone& zone, Instant now, const model::Card& card);

// Cards whose key or title holds every word, at most `most`, those on the board first.
std::vector<RelatedCard> find_cards(const model::Workspace& workspace, std::string_view query, model::CardId except,
                                    std::size_t most = 6);

// The handle being typed at the end of a comment: "an" in "see @an"; nullopt when none is.
std::optional<std::string> mention_at_end(std::string_view text);
// Active people whose handle or name begins so, at most five.
std::vector<Option> mention_matches(const std::vector<Option>& people, std::string_view begin);
// The text with the handle at its end completed, and a space.
std::string complete_mention(const std::string& text, std::string_view handle);

}  // namespace throughline::gui::card
