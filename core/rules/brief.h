// Completeness of briefs: what every brief asks, what a template adds, what is missing or wrong,
// and which open work looks alike. Used by the form, the command line and submit-brief alike.
#pragma once

#include "core/model/workspace.h"
#include "core/rules/refusal.h"

#include <span>

namespace throughline::rules {

// Fixed handles of what every brief has, whatever its template. Title and requester are members of
// their own; these stand among the answers.
inline constexpr std::string_view kWhat = "what";                  // what is wanted
inline constexpr std::string_view kAudience = "audience";          // for whom
inline constexpr std::string_view kWhyNow = "why_now";             // strategic intent
inline constexpr std::string_view kMeasure = "success_measure";    // metric
inline constexpr std::string_view kBaseline = "success_baseline";  // where known
inline constexpr std::string_view kTarget = "success_target";      // where known
inline constexpr std::string_view kObjective =
    "objective";  // key "O-3", or "triage" = triage decides
inline constexpr std::string_view kNeededBy = "needed_by";  // YYYY-MM-DD, or "none" = no date
inline constexpr std::string_view kNeededByReason = "needed_by_reason";  // required with a date
inline constexpr std::string_view kResources = "resources";              // budget, people, assets

// "none", and "no date" as people say it; "triage", and "triage decides".
bool is_no_date(std::string_view answer);
bool is_left_to_triage(std::string_view answer);

// The longest title of a request or card, code points.
inline constexpr int kLongestTitle = 120;

// The questions every brief has, in the order of the form.
std::span<const model::BriefField> common_fields();
// Common and own questions of a template version, in the order of the form.
std::vector<model::BriefField> fields_of(const model::TemplateVersion& version);

struct BriefText {
    std::string title;
    model::TextMap answers;
};

// Every missing or wrong field, in the order of the form; empty when the brief is complete. `today`
// is the local date (for dates that must not lie in the past).
std::vector<FieldProblem> check_brief(const model::Workspace& workspace,
                                      const model::TemplateVersion& version, const BriefText& brief,
                                      Day today);

// Share of required questions answered rightly, 0..1.
double completeness(const model::Workspace& workspace, const model::TemplateVersion& version,
                    const BriefText& brief, Day today);

// Open requests and cards on the board whose title (or what is wanted) looks much like this one's,
// most alike first, at most five. Likeness of 0.6 and more (text.h).
struct Similar {
    model::RequestId request;  // one of the two is set
    model::CardId card;
    std::string key;
    std::string title;
    double likeness = 0;
};
std::vector<Similar> similar_work(const model::Workspace& workspace, const BriefText& brief,
                                  model::RequestId except = {});

// The template version a request or card was written against; null for imported cards without one.
const model::TemplateVersion* version_of(const model::Workspace& workspace,
                                         const model::Request& request);

// A starting set of answers for a request's edit form (objective and needed_by included).
BriefText brief_text(const model::Workspace& workspace, const model::Request& request);

}  // namespace throughline::rules
