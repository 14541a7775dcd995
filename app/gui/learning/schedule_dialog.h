// The dialog that makes or changes a schedule: when it files, and the brief it files, question by
// question. Used in this room only.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/learning/brief_form.h"

#include <optional>
#include <string>

namespace throughline::gui::learning {

class ScheduleDialog {
public:
    // Shown at the next draw(); 0 makes a new one.
    void open(model::ScheduleId schedule) { wanted_ = schedule; }
    // Each frame, after everything that reads the workspace: it runs the command.
    void draw(Context& context);

private:
    void begin(Context& context);
    void take_template(Context& context);
    void save(Context& context);

    std::optional<model::ScheduleId> wanted_;
    model::ScheduleId id_;
    records::RecordForm when_;  // the fields of the record but the answers
    std::string form_handle_;   // the template that brief_ is of
    model::TextMap start_;
    BriefForm brief_;
    std::optional<rules::Refusal> refusal_;
};

}  // namespace throughline::gui::learning
