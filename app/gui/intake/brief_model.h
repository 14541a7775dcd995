// A brief as it is read: every answer in words, in the order of its form. For triage, for the
// requests list and for the confirmation; the form itself is form_model.h.
#pragma once

#include "core/model/workspace.h"

#include <string>
#include <vector>

namespace throughline::gui::intake {

struct AnswerRow {
    std::string handle;
    std::string label;
    std::string words;  // "" when not answered
    bool is_link = false;
};

// An answer as people read it: dates with weekday, people and objectives by name.
std::string answer_words(const model::Workspace& workspace, const model::BriefField& field,
                         const std::string& answer, Day today);

// All answered questions of a request, and the required ones that were left open. Title left out.
std::vector<AnswerRow> brief_rows(const model::Workspace& workspace, const model::Request& request,
                                  Day today);

// "Campaign launch": the template a request was written against; "No template" when it is unknown.
std::string template_name(const model::Workspace& workspace, model::TemplateVersionId version);

}  // namespace throughline::gui::intake
