// The questions of a brief as a form of app/gui/records, for what is filed without the intake form:
// an action that becomes a request, and a brief that files itself. Used in this room only.
#pragma once

#include "app/gui/records/record_model.h"
#include "core/rules/brief.h"

#include <memory>
#include <span>
#include <string>

namespace throughline::gui::learning {

class BriefForm {
public:
    BriefForm() = default;
    // The questions of the version but those in `without`, with these answers.
    BriefForm(const model::Workspace& workspace, const model::TemplateVersion& version,
              const model::TextMap& answers, std::span<const std::string_view> without);

    records::RecordForm& form() { return form_; }
    model::TextMap answers() const;
    // Says each problem at its field; those of fields that are not shown come back in words.
    std::string show(const rules::Refusal& refusal);

private:
    struct Texts;
    std::shared_ptr<const Texts> texts_;  // what the form's views point into
    records::RecordForm form_;
};

}  // namespace throughline::gui::learning
