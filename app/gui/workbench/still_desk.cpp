#include "app/gui/workbench/still_desk.h"

#include "core/rules/command.h"

namespace throughline::gui::workbench {
namespace {

using HistoryAnswer = std::function<void(Result<std::vector<journal::Entry>>)>;

rules::Verdict still() {
    return rules::Refusal{.rule = "still_picture",
                          .reason = "This is a picture of the board.",
                          .remedy = "Open the board to change it."};
}

class StillDesk final : public desk::LiveDesk {
public:
    StillDesk(desk::Desk& desk, Instant now, std::optional<model::Workspace> past)
        : desk_(desk), past_(std::move(past)), now_(now), actor_(desk.actor()) {
        if (auto drafts = desk.drafts()) {
            drafts_ = std::move(drafts).value();
        }
    }

    const model::Workspace& workspace() const override {
        return past_ ? *past_ : desk_.workspace();
    }
    std::uint64_t revision() const override { return 1; }
    Instant now() const override { return now_; }
    void set_actor(model::PersonId actor) override { actor_ = actor; }
    model::PersonId actor() const override { return actor_; }

    rules::Verdict run(const rules::Command&) override { return still(); }
    rules::Verdict preview(const rules::Command& command) const override {
        auto draft =
            rules::decide(workspace(), command, {.actor = actor_, .now = now_, .nonce = 1});
        if (!draft) {
            return draft.error();
        }
        return Done{};
    }
    std::string undo_title() const override { return ""; }
    std::string redo_title() const override { return ""; }
    rules::Verdict undo() override { return still(); }
    rules::Verdict redo() override { return still(); }

    bool poll() override {
        std::vector<std::function<void()>> answers;
        answers.swap(answers_);
        for (const auto& answer : answers) {
            answer();
        }
        return !answers.empty();
    }
    std::size_t pending() const override { return 0; }
    bool is_pending(std::int64_t) const override { return false; }
    std::vector<desk::Notice> take_notices() override { return {}; }
    std::vector<journal::Entry> take_others() override { return {}; }

    void history(std::int64_t before_seq, std::size_t limit, HistoryAnswer answer) override {
        // Entries later than a past moment are not part of the picture.
        const std::int64_t end = past_ ? std::min(before_seq, past_->seq() + 1) : before_seq;
        answers_.push_back(
            [this, end, limit, answer = std::move(answer)] { answer(desk_.before(end, limit)); });
    }
    void with_desk(std::function<void(desk::Desk&)>, std::function<void()>) override {}

    void save_draft(const model::BriefDraft&) override {}
    void remove_draft(std::int64_t) override {}
    const std::vector<model::BriefDraft>& drafts() const override { return drafts_; }
    std::uint64_t new_nonce() override { return 1; }

private:
    desk::Desk& desk_;
    std::optional<model::Workspace> past_;
    Instant now_;
    model::PersonId actor_;
    std::vector<model::BriefDraft> drafts_;
    std::vector<std::function<void()>> answers_;
};

}  // namespace

std::unique_ptr<desk::LiveDesk> make_still_desk(desk::Desk& desk, Instant now,
                                                std::optional<model::Workspace> past) {
    return std::make_unique<StillDesk>(desk, now, std::move(past));
}

}  // namespace throughline::gui::workbench
