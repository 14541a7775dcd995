#pragma once
// Makes a request of an action: asks which kind, and opens its brief with what is known of the
// action. Every screen that shows actions owns one and draws it every frame.

#include "app/gui/context/context.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::palette {

class ActionRequest {
public:
    // `scope` keeps the dialogs of two owners apart.
    explicit ActionRequest(std::string scope) : dialog_(std::move(scope) + "-action-request") {}

    // With the next draw; an action that is a request already leads to it.
    void ask(model::ActionItemId action) { wanted_ = action; }
    void draw(Context& context);

private:
    void begin(Context& context);
    void write(Context& context, const model::ActionItem& action);

    std::string dialog_;
    std::optional<model::ActionItemId> wanted_;
    model::ActionItemId action_;
    std::vector<model::TemplateVersionId> forms_;
    int form_ = -1;  // index of them
};

}  // namespace throughline::gui::palette
