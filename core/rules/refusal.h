// A rule said no. Nothing has changed; the same words serve the window, the command line, the API
// and the tests.
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::rules {

// One missing or wrong answer of a form.
struct FieldProblem {
    std::string field;    // handle: "audience", "title"
    std::string label;    // as people see it: "Audience"
    std::string problem;  // "is missing", "must be at most 80 characters; it has 95"

    friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

struct Refusal {
    std::string rule;    // kebab or snake name, stable: "wip_limit", "brief_incomplete"
    std::string reason;  // a sentence with the numbers
    std::string remedy;  // a sentence: what would make it possible
    std::string
        subject;  // what the rule protects: "column:create", "person:ana", "card:MKT-3"; may be ""
    model::CardId card;  // the card concerned; 0 for none
    std::optional<int> limit;
    std::optional<int> count;  // before the refused change
    std::vector<FieldProblem> fields;

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

using Verdict = StatusOf<Refusal>;

// "reason remedy"
inline std::string to_text(const Refusal& refusal) {
    return refusal.remedy.empty() ? refusal.reason : refusal.reason + " " + refusal.remedy;
}

}  // namespace throughline::rules
