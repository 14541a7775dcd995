#include "core/rules/naming.h"

#include "core/base/text.h"
#include "core/rules/workflow.h"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <unordered_map>

namespace throughline::rules {
namespace {

// Absent for no pattern. One that is no regular expression is refused when it is set.
std::optional<std::regex> compiled(const std::string& pattern) {
    try {
        return pattern.empty() ? std::nullopt : std::optional<std::regex>(pattern);
    } catch (const std::regex_error&) {
        return std::nullopt;
    }
}

class Checker {
public:
    explicit Checker(const NameRows& rows) : pattern_(compiled(rows.pattern)) {
        for (const model::Term& term : rows.terms) {
            (term.retired ? retired_ : offered_).emplace(term.kind, term.value);
        }
        for (const model::TemplateVersion& version : rows.versions) {
            for (const model::BriefField& field : version.fields) {
                if (field.kind == model::AnswerKind::Term) {
                    asked_[version.id.value].push_back(&field);
                }
            }
        }
    }

    void title(const std::string& text, const NameFinding& subject,
               std::vector<NameFinding>& found) const {
        if (pattern_ && !std::regex_match(text, *pattern_)) {
            NameFinding one = subject;
            one.field = "Title";
            one.value = text;
            found.push_back(std::move(one));
        }
    }
    void answers(const model::Request& request, const NameFinding& subject,
                 std::vector<NameFinding>& found) const {
        const auto asked = asked_.find(request.version.value);
        if (asked == asked_.end()) {
            return;
        }
        for (const model::BriefField* field : asked->second) {
            const auto answer = request.answers.find(field->handle);
            if (answer == request.answers.end() || answer->second.empty()) {
                continue;
            }
            const std::pair term(field->term_kind, answer->second);
            if (offered_.contains(term)) {
                continue;
            }
            NameFinding one = subject;
            one.fault = retired_.contains(term) ? NameFault::Retired : NameFault::NotInTaxonomy;
            one.field = field->label;
            one.kind = field->term_kind;
            one.value = answer->second;
            found.push_back(std::move(one));
        }
    }

private:
    std::optional<std::regex> pattern_;
    std::set<std::pair<std::string, std::string>> offered_;
    std::set<std::pair<std::string, std::string>> retired_;
    std::unordered_map<std::int64_t, std::vector<const model::BriefField*>> asked_;  // by version
};

template <class T>
std::vector<const T*> by_number(std::vector<const T*> rows) {
    std::ranges::sort(rows, {}, &T::number);
    return rows;
}

}  // namespace

std::string naming_problem(const model::Workspace& workspace, std::string_view title) {
    const std::string pattern =
        workspace.board() == nullptr ? "" : workspace.board()->naming_pattern;
    const auto regex = compiled(pattern);
    return !regex || std::regex_match(title.begin(), title.end(), *regex)
               ? ""
               : "does not fit the pattern " + pattern;
}

NameRows name_rows(const model::Workspace& workspace) {
    NameRows rows;
    rows.pattern = workspace.board() == nullptr ? "" : workspace.board()->naming_pattern;
    rows.cards = workspace.rows<model::Card>().list();
    rows.requests = workspace.rows<model::Request>().list();
    rows.versions = workspace.rows<model::TemplateVersion>().list();
    rows.terms = workspace.rows<model::Term>().list();
    const Workflow workflow = Workflow::of(workspace);
    for (std::size_t i = 0; i < workflow.columns.size() && i < workflow.delivery; ++i) {
        rows.open_columns.push_back(workflow.columns[i]->id);
    }
    std::ranges::sort(rows.open_columns);
    return rows;
}

std::vector<NameFinding> check_names(const NameRows& rows) {
    const Checker checker(rows);
    std::vector<const model::Card*> cards;
    std::unordered_map<std::int64_t, const model::Request*> briefs;
    for (const model::Card& card : rows.cards) {
        if (card.on_board() && std::ranges::binary_search(rows.open_columns, card.column)) {
            cards.push_back(&card);
            briefs.emplace(card.request.value, nullptr);
        }
    }
    std::vector<const model::Request*> open;
    for (const model::Request& request : rows.requests) {
        if (const auto brief = briefs.find(request.id.value); brief != briefs.end()) {
            brief->second = &request;
        }
        if (request.is_open()) {
            open.push_back(&request);
        }
    }
    std::vector<NameFinding> found;
    for (const model::Card* card : by_number(std::move(cards))) {
        const NameFinding subject{.card = card->id};
        if (card->source.empty()) {
            checker.title(card->title, subject, found);
        }
        if (const model::Request* brief = briefs.at(card->request.value)) {
            checker.answers(*brief, subject, found);
        }
    }
    for (const model::Request* request : by_number(std::move(open))) {
        const NameFinding subject{.request = request->id};
        checker.title(request->title, subject, found);
        checker.answers(*request, subject, found);
    }
    return found;
}

}  // namespace throughline::rules
