#include "app/gui/intake/form_model.h"

#include "core/rules/action_brief.h"

#include <algorithm>

namespace throughline::gui::intake {

Completeness completeness_of(const std::vector<model::BriefField>& fields,
                             const std::vector<rules::FieldProblem>& problems) {
    // An optional answer that is wrong, or one that another answer makes necessary, is asked too.
    std::set<std::string_view> asked{kTitleField};
    for (const model::BriefField& field : fields) {
        if (field.required) asked.insert(field.handle);
    }
    std::set<std::string_view> open;
    for (const rules::FieldProblem& problem : problems) {
        asked.insert(problem.field);
        open.insert(problem.field);
    }
    return {static_cast<int>(asked.size() - open.size()), static_cast<int>(asked.size()),
            problems.empty()};
}

void FormModel::begin(const model::Workspace& workspace, FormKind kind,
                      model::TemplateVersionId version) {
    *this = FormModel{};
    const model::TemplateVersion* row = workspace.find(version);
    if (row == nullptr) return;
    kind_ = kind;
    version_ = version;
    fields_ = rules::fields_of(*row);
}

void FormModel::start(const model::Workspace& workspace, model::TemplateVersionId version,
                      model::PersonId requester) {
    begin(workspace, FormKind::New, version);
    requester_ = requester;
}

void FormModel::resume(const model::Workspace& workspace, const model::BriefDraft& draft,
                       model::CardId card) {
    begin(workspace, card ? FormKind::Attach : FormKind::New, draft.version);
    requester_ = draft.owner;
    card_ = card;
    text_ = {draft.title, draft.answers};
    action_ = rules::take_action(text_.answers);
    draft_id_ = draft.id;
    saved_at_ = draft.changed_at;
}

void FormModel::edit(const model::Workspace& workspace, const model::Request& request) {
    begin(workspace, FormKind::Edit, request.version);
    requester_ = request.requester;
    request_ = request.id;
    text_ = rules::brief_text(workspace, request);
}

void FormModel::attach(const model::Workspace& workspace, const model::Card& card,
                       model::TemplateVersionId version, model::PersonId requester) {
    begin(workspace, FormKind::Attach, version);
    requester_ = requester;
    card_ = card.id;
    text_.title = card.title;
    if (!card.description.empty()) text_.answers[std::string(rules::kWhat)] = card.description;
    if (const model::Objective* objective = workspace.find(card.objective)) {
        text_.answers[std::string(rules::kObjective)] = model::key_of(*objective);
    }
    if (card.due) text_.answers[std::string(rules::kNeededBy)] = to_text(*card.due);
}

void FormModel::close() {
    *this = FormModel{};
}

const std::string& FormModel::answer(std::string_view handle) const {
    static const std::string kNone;
    if (handle == kTitleField) return text_.title;
    const auto found = text_.answers.find(std::string(handle));
    return found != text_.answers.end() ? found->second : kNone;
}

void FormModel::set_answer(std::string_view handle, std::string answer, Instant now) {
    if (answer == this->answer(handle)) return;
    if (handle == kTitleField) {
        text_.title = std::move(answer);
    } else if (answer.empty()) {
        text_.answers.erase(std::string(handle));
    } else {
        text_.answers[std::string(handle)] = std::move(answer);
    }
    ++text_version_;
    if (keeps_draft()) changed_at_ = now;
}

void FormModel::refresh(const model::Workspace& workspace, std::uint64_t revision, Day today) {
    const bool same = checked_ && checked_text_ == text_version_ && checked_revision_ == revision &&
                      checked_day_ == today;
    if (!is_open() || same) return;
    checked_ = true;
    checked_text_ = text_version_;
    checked_revision_ = revision;
    checked_day_ = today;
    check(workspace, today);
}

void FormModel::check(const model::Workspace& workspace, Day today) {
    const model::TemplateVersion* version = workspace.find(version_);
    if (version == nullptr) return;
    problems_ = rules::check_brief(workspace, *version, text_, today);
    completeness_ = completeness_of(fields_, problems_);
}

std::string FormModel::shown_problem(std::string_view handle) const {
    if (!tried_ && !left_.contains(handle)) return {};
    const auto found =
        std::find_if(problems_.begin(), problems_.end(),
                     [&](const rules::FieldProblem& one) { return one.field == handle; });
    if (found == problems_.end()) return {};
    return found->label + " " + found->problem;
}

bool FormModel::try_submit() {
    tried_ = true;
    return problems_.empty();
}

void FormModel::take_problems(const std::vector<rules::FieldProblem>& problems) {
    tried_ = true;
    problems_ = problems;
    completeness_ = completeness_of(fields_, problems_);
}

rules::Command FormModel::command() const {
    switch (kind_) {
        case FormKind::Edit: return rules::EditRequest{request_, text_.title, text_.answers};
        case FormKind::Attach:
            return rules::AttachBrief{card_, version_, requester_, text_.title, text_.answers};
        case FormKind::None:
        case FormKind::New: break;
    }
    return rules::file_brief(version_, requester_, text_, action_);
}

bool FormModel::is_empty() const {
    return text_.title.empty() && text_.answers.empty();
}

std::optional<Instant> FormModel::draft_due() const {
    if (!changed_at_ || (is_empty() && draft_id_ == 0)) return std::nullopt;
    return *changed_at_ + kDraftDelay;
}

model::BriefDraft FormModel::peek_draft(Instant now) const {
    model::BriefDraft draft{draft_id_, requester_, version_, text_.title, text_.answers, now};
    rules::name_action(draft.answers, action_);
    return draft;
}

model::BriefDraft FormModel::take_draft(std::int64_t fresh_id, Instant now) {
    if (draft_id_ == 0) draft_id_ = fresh_id;
    changed_at_.reset();
    saved_at_ = now;
    return peek_draft(now);
}

}  // namespace throughline::gui::intake
