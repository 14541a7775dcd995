// The templates to choose from, as cards.
#pragma once

#include "core/model/workspace.h"

#include <string>
#include <vector>

namespace throughline::gui::intake {

struct TemplateCard {
    model::TemplateVersionId version;
    std::string handle;
    std::string name;
    std::string description;
    int answers = 0;  // required ones, the title among them
    int minutes = 1;
    std::string effort;   // "8 answers, about 2 minutes"
    std::string promise;  // "Answered within 16 working hours"; "" without a promise
};

// Templates in use, by name.
std::vector<TemplateCard> template_cards(const model::Workspace& workspace);

// Minutes a person needs for the required answers: ten seconds for a short one, twenty for a long
// one, and never under one minute.
int minutes_for(const std::vector<model::BriefField>& fields);

}  // namespace throughline::gui::intake
