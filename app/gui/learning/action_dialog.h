// The dialog in which an action becomes a request: the template, the title and its questions, begun
// from the action. Used in this room only.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/learning/brief_form.h"

#include <optional>
#include <string>

namespace throughline::gui::learning {

class ActionDialog {
public:
    // Shown at the next draw().
    void open(model::ActionItemId action) { wanted_ = action; }
    // Each frame, after everything that reads the workspace: it runs the command.
    void draw(Context& context);

private:
    void begin(Context& context);
    void choose(Context& context, model::TemplateId form);
    void draw_template(Context& context);
    void file(Context& context);

    std::optional<model::ActionItemId> wanted_;
    model::ActionItemId action_;
    model::TemplateId form_id_;
    std::string title_;
    std::string title_problem_;
    model::TextMap start_;
    BriefForm form_;
    std::optional<rules::Refusal> refusal_;
};

}  // namespace throughline::gui::learning
