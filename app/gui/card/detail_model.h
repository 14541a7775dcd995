// Everything the card panel says about one card, in words. Made when the card, the revision or the
// minute changes. No drawing.
#pragma once

#include "core/base/zone.h"
#include "core/model/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::card {

struct BriefRow {
    std::string label;
    std::string answer;  // "" for a question left open
};
struct ReadyRow {
    std::string words;
    bool passed = false;
};
enum class GateMarkState { Open, Passed, Rejected };
struct GateRow {
    model::GateItemId item;
    std::string title;
    bool approval = false;  // else a plain check
    GateMarkState state = GateMarkState::Open;
    std::string who;   // "Ana Lima, 12 Mar 09:05"
    std::string note;  // why it was turned down
};
struct ChecklistRow {
    model::ChecklistItemId id;
    std::string title;
    bool done = false;
    std::string due;  // words; "" without a date
    bool late = false;
    std::string who;  // who ticked it, and when
};
struct BlockRow {
    model::BlockId id;
    bool open = false;
    std::string reason;
    std::string cause;
    std::string since;    // "since 12 Mar (3 d)", "12 Mar to 14 Mar (3 d)"
    std::string clearer;  // name; "" for nobody
    model::CardId waits_for;
    std::string waits_for_words;  // "MKT-3 Webinar"
};
struct LinkRow {
    model::LinkId id;  // 0 for parent and children
    model::LinkKind kind = model::LinkKind::Web;
    std::string title;
    std::string target;
    model::CardId other;
    std::string relation;  // "depends on", "is waited for by", "parent", "child", "web", "file"
};
struct CommentRow {
    model::CommentId id;
    std::string who;
    int colour = 0;
    std::string when;
    std::string text;
    bool mine = false;
};
struct TimeRow {
    std::string column;
    std::string words;  // "3.5 d", "5 h"
    double share = 0;   // of the longest
    bool is_here = false;
};

struct CardDetail {
    model::CardId id;
    std::string key;
    std::string state;  // "Review" on the board, else "discarded", "archived" ...
    bool on_board = false;
    bool delivered = false;
    bool has_brief = false;
    std::string type;
    std::string brief_version;  // "Content asset, version 2, written by Eve, 4 May"
    std::string request;        // "R-7"
    model::RequestId request_id;
    std::vector<BriefRow> brief;
    std::string measure;  // success measure with baseline and target
    std::vector<ReadyRow> ready;
    std::vector<GateRow> gate;  // of the present column
    std::string gate_column;
    std::vector<GateRow> ready_manual;  // manual items of the definition of ready
    std::vector<ChecklistRow> checklist;
    int checklist_done = 0;
    std::vector<BlockRow> blocks;  // open ones first
    std::vector<LinkRow> links;
    std::vector<CommentRow> comments;  // oldest first
    std::vector<TimeRow> times;
    std::string age;  // "9 d in process, SLE 12 d", "took 9 d", "waiting 4 d"
    std::string blocked_time;
    std::string score;  // the formula with its numbers
};

struct DetailInputs {
    const model::Workspace& workspace;
    const Zone& zone;
    Instant now;
    model::PersonId me;
};
// Absent for a card that is not there.
std::optional<CardDetail> make_detail(const DetailInputs& inputs, model::CardId card);

// "12 Mar 09:05", local, with the year when it is another one.
std::string when_words(const Zone& zone, Instant at, Instant now);

}  // namespace throughline::gui::card
