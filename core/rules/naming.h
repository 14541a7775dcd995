// Names and taxonomy values of what is open, checked against the board's naming pattern and the
// taxonomy as they are today. A new brief is checked when it is submitted (brief.h); what was
// accepted before a rule changed is found here.
#pragma once

#include "core/model/workspace.h"

#include <string>
#include <vector>

namespace throughline::rules {

// What is wrong with a title against the board's naming pattern; "" when nothing is, or when there
// is no pattern.
std::string naming_problem(const model::Workspace& workspace, std::string_view title);

// An unchanging view that a worker may read.
struct NameRows {
    std::string pattern;
    CowVector<model::Card> cards;
    CowVector<model::Request> requests;
    CowVector<model::TemplateVersion> versions;
    CowVector<model::Term> terms;
    std::vector<model::ColumnId> open_columns;  // left of the delivery point, ascending
};
NameRows name_rows(const model::Workspace& workspace);

enum class NameFault { Pattern, NotInTaxonomy, Retired };
struct NameFinding {
    model::CardId card;  // one of the two
    model::RequestId request;
    NameFault fault = NameFault::Pattern;
    std::string field;  // label of the question; "Title" for the pattern
    std::string kind;   // of the taxonomy: "channel"; "" for the pattern
    std::string value;  // the title, or the value that is not offered

    friend bool operator==(const NameFinding&, const NameFinding&) = default;
};
// Cards that are not delivered, then open requests, each by number. Titles of work that an import
// brought are not asked for the pattern: they were named elsewhere.
std::vector<NameFinding> check_names(const NameRows& rows);

}  // namespace throughline::rules
