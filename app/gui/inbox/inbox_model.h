// The inbox of the acting person in words, and what can be done about each item with one key. The
// list itself is core/flow/inbox.h, gathered off the frame. No drawing.
#pragma once

#include "app/gui/context/background.h"
#include "app/gui/context/context.h"
#include "app/gui/context/face_model.h"
#include "core/flow/inbox.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::inbox {

// What one key does about an item.
enum class ActKind {
    None,     // it is only read
    Run,      // a command without a question
    Answer,   // a text is written
    Measure,  // a value is entered
    Edit      // its form opens
};
struct Act {
    ActKind kind = ActKind::None;
    std::string_view label;  // "Done"
    std::string done;        // said afterwards: "AC-3 is done"
};
Act act_of(const flow::InboxItem& item);
// For ActKind::Run.
std::optional<rules::Command> command_of(const flow::InboxItem& item);
// For ActKind::Answer.
rules::Command answer_of(const flow::InboxItem& item, const std::string& answer);

struct InboxRow {
    flow::InboxItem item;
    std::string kind;  // "Mention"
    std::string from;  // name; "" for nobody in particular
    std::string when;  // "10 Mar", "today"; "" when it is not known
    std::string due;   // "2 d late"; "" without a date
    DueState due_state = DueState::None;
    std::string meta;  // the quiet line: what it is about, from whom, when
};

class InboxModel {
public:
    // Each frame; gathers anew, off the frame, when the board, the hour or the person changed.
    void refresh(Context& context);
    bool is_busy() const { return work_.is_busy(); }
    bool is_ready() const { return ready_; }

    // In their order, groups together; what is seen and needs nothing only when asked for.
    const std::vector<InboxRow>& rows() const { return rows_; }
    std::vector<std::size_t> shown(bool seen_too) const;
    const InboxRow* find(std::string_view id) const;  // until the next refresh
    int unseen() const { return unseen_; }

private:
    struct Key {
        std::uint64_t revision = 0;
        model::PersonId actor;
        std::int64_t hour = -1;
        std::string zone;
        friend bool operator==(const Key&, const Key&) = default;
    };

    Key made_;
    Key wanted_;
    bool ready_ = false;
    int unseen_ = 0;
    std::vector<InboxRow> rows_;
    Background<std::vector<flow::InboxItem>> work_;
};

// The whole text of an item that the list shortens.
std::string full_text(const model::Workspace& workspace, const flow::InboxItem& item);

}  // namespace throughline::gui::inbox
