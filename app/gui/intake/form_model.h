// The brief being written: its questions, answers, what is missing or wrong and when that is said,
// and when its draft is due. No ImGui, no desk: it gives commands and drafts, the view runs them.
#pragma once

#include "core/rules/brief.h"
#include "core/rules/command.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::intake {

enum class FormKind : std::uint8_t {
    None,    // nothing is being written
    New,     // becomes a request
    Edit,    // the brief of an open request is changed
    Attach,  // a brief for an imported card
};

inline constexpr std::string_view kTitleField = "title";

// How far a brief is: required answers given rightly, of all that are asked now.
struct Completeness {
    int done = 0;
    int total = 0;
    bool complete = false;  // could be submitted

    double share() const { return total == 0 ? 0 : static_cast<double>(done) / total; }
};
Completeness completeness_of(const std::vector<model::BriefField>& fields,
                             const std::vector<rules::FieldProblem>& problems);

class FormModel {
public:
    void start(const model::Workspace& workspace, model::TemplateVersionId version,
               model::PersonId requester);
    // `card`: the draft is of a brief for this imported card.
    void resume(const model::Workspace& workspace, const model::BriefDraft& draft,
                model::CardId card = {});
    void edit(const model::Workspace& workspace, const model::Request& request);
    void attach(const model::Workspace& workspace, const model::Card& card,
                model::TemplateVersionId version, model::PersonId requester);
    void close();

    FormKind kind() const { return kind_; }
    bool is_open() const { return kind_ != FormKind::None; }
    model::TemplateVersionId version() const { return version_; }
    model::RequestId request() const { return request_; }
    model::CardId card() const { return card_; }
    model::PersonId requester() const { return requester_; }
    const rules::BriefText& text() const { return text_; }
    const std::vector<model::BriefField>& fields() const { return fields_; }

    const std::string& answer(std::string_view handle) const;  // the title under kTitleField
    void set_answer(std::string_view handle, std::string answer, Instant now);
    // The person left the field: what is wrong with it is said from now on.
    void leave_field(std::string_view handle) { left_.emplace(handle); }

    // Checks again when the text, the workspace or the day has changed.
    void refresh(const model::Workspace& workspace, std::uint64_t revision, Day today);
    const std::vector<rules::FieldProblem>& problems() const { return problems_; }
    const Completeness& completeness() const { return completeness_; }
    // What is said under the field now; "" while it is right or still being written.
    std::string shown_problem(std::string_view handle) const;

    // From now on every problem is said. True when nothing is missing.
    bool try_submit();
    bool tried() const { return tried_; }
    // The first field that is missing or wrong; "" for none.
    std::string first_problem() const { return problems_.empty() ? "" : problems_.front().field; }
    rules::Command command() const;
    // Problems named by a refusal that came later (others changed the template).
    void take_problems(const std::vector<rules::FieldProblem>& problems);

    // --- draft; a changed brief has none, it lies with its request -------------------------------
    static constexpr Duration kDraftDelay{kMicrosPerSecond};
    bool keeps_draft() const { return kind_ == FormKind::New || kind_ == FormKind::Attach; }
    bool is_empty() const;
    bool draft_is_dirty() const { return changed_at_.has_value(); }
    std::optional<Instant> draft_due() const;  // when it should be saved
    std::int64_t draft_id() const { return draft_id_; }
    // What to save; takes `fresh_id` if it has none yet. It is clean afterwards.
    model::BriefDraft take_draft(std::int64_t fresh_id, Instant now);
    // The same without any effect, for undoing a discard.
    model::BriefDraft peek_draft(Instant now) const;
    std::optional<Instant> saved_at() const { return saved_at_; }

private:
    void begin(const model::Workspace& workspace, FormKind kind, model::TemplateVersionId version);
    void check(const model::Workspace& workspace, Day today);

    FormKind kind_ = FormKind::None;
    model::TemplateVersionId version_;
    model::RequestId request_;
    model::CardId card_;
    model::ActionItemId action_;  // that becomes this request; 0 for none
    model::PersonId requester_;
    rules::BriefText text_;
    std::vector<model::BriefField> fields_;

    std::uint64_t text_version_ = 0;  // grows with every edit
    std::uint64_t checked_text_ = 0;
    std::uint64_t checked_revision_ = 0;
    Day checked_day_;
    bool checked_ = false;
    std::vector<rules::FieldProblem> problems_;
    Completeness completeness_;
    std::set<std::string, std::less<>> left_;
    bool tried_ = false;

    std::int64_t draft_id_ = 0;
    std::optional<Instant> changed_at_;  // last edit that no draft holds yet
    std::optional<Instant> saved_at_;
};

}  // namespace throughline::gui::intake
