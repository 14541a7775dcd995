// The parts of the learning screen, in order. No drawing.
#pragma once

#include "core/report/figure_words.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace throughline::gui::learning {

enum class Part : std::uint8_t {
    Risks,
    Retros,
    Experiments,
    Playbooks,
    Recurring,
    Registers,
    Glossary,
    Names,
    Maturity
};

struct PartText {
    std::string_view id;  // "risks": as links name it
    std::string_view title;
    std::string_view text;      // what it is for
    std::string_view keywords;  // to find it by
};
inline constexpr std::array<PartText, 9> kParts{{
    {"risks", "Risks", "What may go wrong, how likely and how bad, and who looks at it again when.",
     "risk register heat map mitigation"},
    {"retros", "Retros",
     "What was delivered is looked back at; what follows is done, not forgotten.",
     "retrospective five whys lessons"},
    {"experiments", "Experiments", "Two ways of working, compared by their own cards.",
     "hypothesis test path compare"},
    {"playbooks", "Playbooks",
     "How each kind of work is done: checklist, policies, steps, versions.",
     "template process map standard"},
    {"recurring", "Recurring", "Requests that file themselves, week by week, month by month.",
     "schedule repeat every month"},
    {"registers", "Registers", "Tools, data and training: who owns it, and when it is looked at.",
     "tools integrations data domains training adoption"},
    {"glossary", "Glossary", "Words as this team uses them.", "terms words meaning help"},
    {"names", "Names", "Titles and values of open work that break the naming rules.",
     "naming pattern taxonomy check"},
    {"maturity", "Maturity", "How far the team is in five areas, with evidence from the data.",
     "assessment stage evidence"},
}};

using report::Mood;

}  // namespace throughline::gui::learning
