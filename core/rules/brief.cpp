#include "core/rules/brief.h"

#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/naming.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <regex>

namespace throughline::rules {
namespace {

using model::AnswerKind;
using model::BriefField;

BriefField question(std::string_view handle, std::string label, AnswerKind kind, bool required,
                    std::string help, std::string example) {
    BriefField field;
    field.handle = handle;
    field.label = std::move(label);
    field.kind = kind;
    field.required = required;
    field.help = std::move(help);
    field.example = std::move(example);
    return field;
}

std::vector<BriefField> make_common_fields() {
    std::vector<BriefField> fields;
    fields.push_back(
        question(kWhat, "What is wanted", AnswerKind::LongText, true,
                 "The outcome in a sentence or two, not the solution.",
                 "Existing customers learn about the new reporting module and book a demo."));
    fields.push_back(question(kAudience, "For whom", AnswerKind::ShortText, true,
                              "Who should see it and act on it.",
                              "Operations leads at customers with more than 50 seats"));
    fields.push_back(
        question(kWhyNow, "Why now", AnswerKind::LongText, true,
                 "What makes this the right moment; what is lost by waiting.",
                 "The module ships on 1 June; renewals of the top 40 accounts follow in July."));
    fields.push_back(question(kMeasure, "Success measure", AnswerKind::ShortText, true,
                              "The number that tells whether it worked.",
                              "Demo bookings by existing customers"));
    fields.push_back(question(kBaseline, "Baseline", AnswerKind::ShortText, false,
                              "Where that number stands today, if known.", "12 a month"));
    fields.push_back(question(kTarget, "Target", AnswerKind::ShortText, false,
                              "Where it should be, if known.", "30 a month"));
    fields.push_back(question(kObjective, "Objective", AnswerKind::Objective, true,
                              "The objective of the quarter that it serves, or let triage decide.",
                              ""));
    fields.push_back(question(kNeededBy, "Needed by", AnswerKind::Date, true,
                              "A date such as 2026-05-31, or none.", ""));
    fields.back().not_in_past = true;
    fields.push_back(question(kNeededByReason, "Why that date", AnswerKind::ShortText, false,
                              "What happens if it is later. Needed when there is a date.",
                              "The trade show opens on that day"));
    fields.push_back(question(kResources, "Resources available", AnswerKind::LongText, false,
                              "Budget, people, assets that come with the request.",
                              "2,000 EUR from the product budget; screenshots are ready"));
    for (BriefField& field : fields) {
        field.max_length = field.kind == AnswerKind::LongText ? 4000 : 300;
    }
    return fields;
}

std::string_view answer(const model::TextMap& answers, std::string_view handle) {
    const auto found = answers.find(std::string(handle));
    return found == answers.end() ? std::string_view{} : trim(found->second);
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole =
        error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

std::string plain(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string check_length(const BriefField& field, std::string_view text) {
    const auto length = static_cast<int>(utf8_length(text));
    if (field.min_length && length < *field.min_length) {
        return "must be at least " + plural(*field.min_length, "character", "characters") +
               "; it has " + std::to_string(length);
    }
    if (field.max_length && length > *field.max_length) {
        return "must be at most " + plural(*field.max_length, "character", "characters") +
               "; it has " + std::to_string(length);
    }
    return "";
}

std::string check_pattern(const BriefField& field, std::string_view text) {
    if (field.pattern.empty()) {
        return "";
    }
    try {
        if (std::regex_match(text.begin(), text.end(), std::regex(field.pattern))) {
            return "";
        }
    } catch (const std::regex_error&) {
        return "cannot be checked: the template's pattern '" + field.pattern +
               "' is not a regular expression";
    }
    return "does not fit the pattern " +
           (field.pattern_help.empty() ? field.pattern : field.pattern_help);
}

std::string check_number(const BriefField& field, std::string_view text) {
    const auto value = number(text);
    if (!value) {
        return "must be a number such as 1200 or 12.5, not '" + std::string(text) + "'";
    }
    if (field.min_value && *value < *field.min_value) {
        return "must be at least " + plain(*field.min_value);
    }
    if (field.max_value && *value > *field.max_value) {
        return "must be at most " + plain(*field.max_value);
    }
    return "";
}

std::string check_date(const BriefField& field, std::string_view text, Day today) {
    if (field.handle == kNeededBy && is_no_date(text)) {
        return "";
    }
    const auto day = parse_day(text);
    if (!day) {
        return "must be a date such as 2026-05-31" +
               std::string(field.handle == kNeededBy ? ", or 'none' for no date" : "");
    }
    if (field.not_in_past && *day < today) {
        return "lies in the past (today is " + to_text(today) + ")";
    }
    return "";
}

std::string check_choice(const model::TextList& choices, std::string_view text) {
    if (std::find(choices.begin(), choices.end(), text) != choices.end()) {
        return "";
    }
    return "must be one of: " + join(choices, ", ");
}

std::string check_link(std::string_view text) {
    const bool address = text.starts_with("https://") || text.starts_with("http://") ||
                         text.starts_with("/") || text.starts_with("file:") ||
                         (text.size() > 2 && text[1] == ':');
    return address && text.find_first_of(" \t\n") == std::string_view::npos
               ? ""
               : "must be a web address (https://...) or a path";
}

model::TextList terms(const model::Workspace& workspace, const std::string& kind) {
    model::TextList values;
    for (const model::Term& term : workspace.rows<model::Term>()) {
        if (term.kind == kind && !term.retired) {
            values.push_back(term.value);
        }
    }
    std::sort(values.begin(), values.end());
    return values;
}

std::string check_reference(const model::Workspace& workspace, const BriefField& field,
                            std::string_view text) {
    if (field.kind == AnswerKind::Person) {
        const model::Person* person = workspace.person_by_handle(text);
        return person != nullptr && person->active
                   ? ""
                   : "names nobody who is active: '" + std::string(text) + "'";
    }
    if (field.kind == AnswerKind::Objective) {
        if (is_left_to_triage(text)) {
            return "";
        }
        const model::Objective* objective = objective_by_key(workspace, text);
        return objective != nullptr && !objective->closed
                   ? ""
                   : "names no open objective: '" + std::string(text) +
                         "' (write 'triage' to let triage decide)";
    }
    return check_choice(terms(workspace, field.term_kind), text);
}

// What is wrong with a given answer; "" when nothing is.
std::string check_answer(const model::Workspace& workspace, const BriefField& field,
                         std::string_view text, Day today) {
    if (!is_valid_utf8(text)) {
        return "is not valid UTF-8 text";
    }
    switch (field.kind) {
        case AnswerKind::ShortText:
        case AnswerKind::LongText: {
            std::string problem = check_length(field, text);
            return problem.empty() ? check_pattern(field, text) : problem;
        }
        case AnswerKind::Choice: return check_choice(field.choices, text);
        case AnswerKind::MultiChoice:
            for (const std::string& one : split(text, '\n')) {
                if (std::string problem = check_choice(field.choices, trim(one));
                    !problem.empty()) {
                    return problem;
                }
            }
            return "";
        case AnswerKind::Number:
        case AnswerKind::Money: return check_number(field, text);
        case AnswerKind::Date: return check_date(field, text, today);
        case AnswerKind::Link: return check_link(text);
        case AnswerKind::Person:
        case AnswerKind::Objective:
        case AnswerKind::Term: return check_reference(workspace, field, text);
    }
    return "";
}

bool has_date(const model::TextMap& answers) {
    const auto text = answer(answers, kNeededBy);
    return !text.empty() && !is_no_date(text);
}

bool is_required(const BriefField& field, const model::TextMap& answers) {
    return field.required || (field.handle == kNeededByReason && has_date(answers));
}

std::string check_title(const model::Workspace& workspace, std::string_view title) {
    if (title.empty()) {
        return "is missing";
    }
    BriefField field;
    field.min_length = 3;
    field.max_length = kLongestTitle;
    if (!is_valid_utf8(title)) {
        return "is not valid UTF-8 text";
    }
    if (!is_one_line(title)) {
        return "must be one line, without characters that cannot be seen";
    }
    if (std::string problem = check_length(field, title); !problem.empty()) {
        return problem;
    }
    return naming_problem(workspace, title);
}

}  // namespace

bool is_no_date(std::string_view answer) {
    return answer == "none" || fold(answer) == "no date";
}
bool is_left_to_triage(std::string_view answer) {
    return answer == "triage" || fold(answer) == "triage decides";
}

std::span<const BriefField> common_fields() {
    static const std::vector<BriefField> kFields = make_common_fields();
    return kFields;
}

std::vector<BriefField> fields_of(const model::TemplateVersion& version) {
    std::vector<BriefField> fields(common_fields().begin(), common_fields().end());
    // The template's own questions come before the date and what follows it.
    const auto at = std::find_if(fields.begin(), fields.end(),
                                 [](const BriefField& f) { return f.handle == kObjective; });
    fields.insert(at, version.fields.begin(), version.fields.end());
    return fields;
}

std::vector<FieldProblem> check_brief(const model::Workspace& workspace,
                                      const model::TemplateVersion& version, const BriefText& brief,
                                      Day today) {
    std::vector<FieldProblem> problems;
    if (std::string problem = check_title(workspace, trim(brief.title)); !problem.empty()) {
        problems.push_back({"title", "Title", std::move(problem)});
    }
    const auto fields = fields_of(version);
    for (const BriefField& field : fields) {
        const std::string_view text = answer(brief.answers, field.handle);
        if (text.empty()) {
            if (is_required(field, brief.answers)) {
                problems.push_back({field.handle, field.label, "is missing"});
            }
            continue;
        }
        if (std::string problem = check_answer(workspace, field, text, today); !problem.empty()) {
            problems.push_back({field.handle, field.label, std::move(problem)});
        }
    }
    for (const auto& [handle, text] : brief.answers) {
        const bool known =
            std::any_of(fields.begin(), fields.end(),
                        [&h = handle](const BriefField& f) { return f.handle == h; });
        if (!known && !trim(text).empty()) {
            problems.push_back({handle, handle, "is not a question of this template"});
        }
    }
    return problems;
}

double completeness(const model::Workspace& workspace, const model::TemplateVersion& version,
                    const BriefText& brief, Day today) {
    const auto problems = check_brief(workspace, version, brief, today);
    const auto wrong = [&](std::string_view handle) {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const FieldProblem& p) { return p.field == handle; });
    };
    int required = 1;
    int right = wrong("title") ? 0 : 1;
    for (const BriefField& field : fields_of(version)) {
        if (is_required(field, brief.answers)) {
            ++required;
            right += wrong(field.handle) ? 0 : 1;
        }
    }
    return static_cast<double>(right) / required;
}

std::vector<Similar> similar_work(const model::Workspace& workspace, const BriefText& brief,
                                  model::RequestId except) {
    constexpr double kAlike = 0.6;
    std::vector<Similar> found;
    const std::string_view title = trim(brief.title);
    if (utf8_length(title) < 4) {
        return found;
    }
    for (const model::Request& request : workspace.rows<model::Request>()) {
        const double alike =
            request.is_open() && request.id != except ? likeness(title, request.title) : 0;
        if (alike >= kAlike) {
            found.push_back({request.id, {}, key_of(request), request.title, alike});
        }
    }
    for (const model::ColumnId column : workspace.columns()) {
        if (workspace.find(column)->kind == model::ColumnKind::Done) {
            continue;  // finished work is no duplicate of a new request
        }
        for (const model::CardId id : workspace.cards_in(column)) {
            const model::Card& card = *workspace.find(id);
            const double alike = likeness(title, card.title);
            if (alike >= kAlike) {
                found.push_back({{}, id, key_of(workspace, card), card.title, alike});
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Similar& a, const Similar& b) { return a.likeness > b.likeness; });
    found.resize(std::min<std::size_t>(found.size(), 5));
    return found;
}

const model::TemplateVersion* version_of(const model::Workspace& workspace,
                                         const model::Request& request) {
    return workspace.find(request.version);
}

BriefText brief_text(const model::Workspace& workspace, const model::Request& request) {
    BriefText text{request.title, request.answers};
    const model::Objective* objective = workspace.find(request.objective);
    text.answers[std::string(kObjective)] = objective == nullptr ? "triage" : key_of(*objective);
    text.answers[std::string(kNeededBy)] = request.needed_by ? to_text(*request.needed_by) : "none";
    if (!request.needed_by_reason.empty()) {
        text.answers[std::string(kNeededByReason)] = request.needed_by_reason;
    }
    return text;
}

}  // namespace throughline::rules
