// A template being changed: a copy of its present version, turned into one ReviseTemplate when
// saved. No drawing.
#pragma once

#include "app/gui/context/context.h"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::settings {

struct TemplateDraft {
    rules::ReviseTemplate revision;  // what would be saved
    rules::ReviseTemplate present;   // what is in the board
    std::string checklist;           // as lines
    int number = 0;                  // of the present version

    // Something differs from the board.
    bool is_changed() const;
};

TemplateDraft draft_of(const model::Workspace& workspace, model::TemplateId form);
// With the lines of the checklist taken apart.
rules::ReviseTemplate revision_of(const TemplateDraft& draft);

// Templates in the order of the alphabet, retired ones last.
std::vector<const model::Template*> templates_of(const model::Workspace& workspace);

// A new question, with a handle that no other one has.
model::BriefField new_field(const std::vector<model::BriefField>& fields);
// "short_text_2" from a label, different from all others.
std::string field_handle(const std::string& label, const std::vector<model::BriefField>& fields,
                         std::size_t except);

// "Short text", in the order of model::AnswerKind.
std::string_view kind_title(model::AnswerKind kind);
inline constexpr int kAnswerKinds = 11;
// "required, at most 80 characters": the constraints in a few words; "" for none.
std::string constraint_words(const model::BriefField& field);

}  // namespace throughline::gui::settings
