#include "app/gui/workbench/still_desk.h"

#include "core/rules/command.h"

namespace throughline::gui::workbench {
namespace {

using HistoryAnswer = std::function<void(Result<std::vector<journal::Entry>>)>;

rules::Refusal still_picture() {
    return {.rule = "still_picture",
            .reason = "This is a picture of the board.",
            .remedy = "Open the board to change it."};
}

rules::Refusal past_moment() {
    return {.rule = "past_moment",
            .reason = "This is the board of a past moment; nothing in it can be changed.",
            .remedy = "Go back to now (Esc) to change the board."};
}

std::vector<model::BriefDraft> drafts_of(desk::Desk& desk) {
    auto drafts = desk.drafts();
    return drafts ? std::move(drafts).value() : std::vector<model::BriefDraft>();
}

// What stands still; the workspace belongs to somebody else or is kept here.
struct Still {
    std::optional<model::Workspace> kept;
    std::function<const model::Workspace&()> shown;  // when nothing is kept
    std::uint64_t revision = 1;
    Instant now;
    model::PersonId actor;
    std::vector<model::BriefDraft> drafts;
    rules::Refusal refusal;
    std::function<void(std::int64_t end, std::size_t limit, HistoryAnswer answer)> history;
    std::function<void(std::function<void(desk::Desk&)> work, std::function<void()> done)> work;
};

class StillDesk : public desk::LiveDesk {
public:
    explicit StillDesk(Still still) : still_(std::move(still)) {}

    const model::Workspace& workspace() const override {
        return still_.kept ? *still_.kept : still_.shown();
    }
    std::uint64_t revision() const override { return still_.revision; }
    Instant now() const override { return still_.now; }
    void set_actor(model::PersonId actor) override { still_.actor = actor; }
    model::PersonId actor() const override { return still_.actor; }

    rules::Verdict run(const rules::Command&) override { return still_.refusal; }
    rules::Verdict preview(const rules::Command& command) const override {
        auto draft = rules::decide(workspace(), command,
                                   {.actor = still_.actor, .now = still_.now, .nonce = 1});
        if (!draft) {
            return draft.error();
        }
        return Done{};
    }
    std::string undo_title() const override { return ""; }
    std::string redo_title() const override { return ""; }
    rules::Verdict undo() override { return still_.refusal; }
    rules::Verdict redo() override { return still_.refusal; }

    bool poll() override { return false; }
    std::size_t pending() const override { return 0; }
    bool is_pending(std::int64_t) const override { return false; }
    std::vector<desk::Notice> take_notices() override { return {}; }
    std::vector<journal::Entry> take_others() override { return {}; }

    void history(std::int64_t before_seq, std::size_t limit, HistoryAnswer answer) override {
        // Entries later than a past moment are not part of it.
        const std::int64_t end =
            still_.kept ? std::min(before_seq, still_.kept->seq() + 1) : before_seq;
        still_.history(end, limit, std::move(answer));
    }
    void with_desk(std::function<void(desk::Desk&)> work, std::function<void()> done) override {
        if (still_.work) {
            still_.work(std::move(work), std::move(done));
        }
    }

    void save_draft(const model::BriefDraft&) override {}
    void remove_draft(std::int64_t) override {}
    const std::vector<model::BriefDraft>& drafts() const override { return still_.drafts; }
    std::uint64_t new_nonce() override { return 1; }

private:
    Still still_;
};

// Over a desk of its own, whose answers come with the next poll.
class PictureDesk final : public StillDesk {
public:
    PictureDesk(desk::Desk& desk, Instant now, std::optional<model::Workspace> past)
        : StillDesk({.kept = std::move(past),
                     .shown = [&desk]() -> const model::Workspace& { return desk.workspace(); },
                     .now = now,
                     .actor = desk.actor(),
                     .drafts = drafts_of(desk),
                     .refusal = still_picture(),
                     .history =
                         [this, &desk](std::int64_t end, std::size_t limit, HistoryAnswer answer) {
                             answers_.push_back([&desk, end, limit, answer = std::move(answer)] {
                                 answer(desk.before(end, limit));
                             });
                         },
                     .work =
                         [this, &desk](auto work, auto done) {
                             answers_.push_back(
                                 [&desk, work = std::move(work), done = std::move(done)] {
                                     work(desk);
                                     done();
                                 });
                         }}) {}

    bool poll() override {
        std::vector<std::function<void()>> answers;
        answers.swap(answers_);
        for (const auto& answer : answers) {
            answer();
        }
        return !answers.empty();
    }

private:
    std::vector<std::function<void()>> answers_;
};

}  // namespace

std::unique_ptr<desk::LiveDesk> make_still_desk(desk::Desk& desk, Instant now,
                                                std::optional<model::Workspace> past) {
    return std::make_unique<PictureDesk>(desk, now, std::move(past));
}

std::unique_ptr<desk::LiveDesk> make_past_desk(desk::LiveDesk& live, Instant at,
                                               model::Workspace past, std::uint64_t revision) {
    return std::make_unique<StillDesk>(
        Still{.kept = std::move(past),
              .revision = revision,
              .now = at,
              .actor = live.actor(),
              .drafts = live.drafts(),
              .refusal = past_moment(),
              .history = [&live](std::int64_t end, std::size_t limit, HistoryAnswer answer) {
                  live.history(end, limit, std::move(answer));
              }});
}

}  // namespace throughline::gui::workbench
