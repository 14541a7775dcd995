// An agenda while it is being changed: parts added, removed, moved, and the command that keeps
// them. No drawing.
#pragma once

#include "core/rules/command.h"

#include <string>
#include <vector>

namespace throughline::gui::reviews {

class AgendaDraft {
public:
    // Takes up the agenda of a kind; drops what was begun.
    void take(const model::Workspace& workspace, model::MeetingKind kind);
    // The board's agenda is another one now. Follows it while nothing is begun; else it is said.
    void follow(const model::Workspace& workspace);

    model::MeetingKind kind() const { return kind_; }
    std::vector<model::AgendaPart>& parts() { return parts_; }
    const std::vector<model::AgendaPart>& parts() const { return parts_; }
    int minutes() const;  // of all parts together, rounds counted once
    bool is_changed() const { return parts_ != base_; }
    bool is_overtaken() const { return overtaken_; }  // changed here and by somebody else
    bool is_shipped() const;

    void add();
    void remove(std::size_t part);
    void move(std::size_t part, int by);
    // Parts that are new get a handle of their own, made from the title.
    rules::Command command();

private:
    model::MeetingKind kind_ = model::MeetingKind::WeeklySync;
    std::vector<model::AgendaPart> base_;
    std::vector<model::AgendaPart> parts_;
    bool overtaken_ = false;
};

// "Blockers": what a part shows, for choosing.
std::string_view title_of(model::AgendaContent content);

}  // namespace throughline::gui::reviews
