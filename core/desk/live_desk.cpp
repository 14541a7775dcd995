#include "core/desk/live_desk.h"

#include "core/desk/commit_worker.h"
#include "core/desk/store_desk.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <thread>
#include <unordered_map>

namespace throughline::desk {
namespace {

constexpr std::size_t kRecent = 500;  // entries kept at hand for undo

// A command that is applied here and not yet durable, and how to decide it again.
struct Pending {
    journal::Draft draft;
    std::uint64_t nonce = 0;
    Instant when;
    model::PersonId actor;
    enum class Source { Command, Undo, Redo, Refused } source = Source::Command;
    rules::Command command;                 // Command, Refused
    journal::Entry entry;                   // Undo, Redo
    std::optional<rules::Refusal> refusal;  // Refused
    std::string title;
};

class Live final : public LiveDesk {
public:
    Live(std::unique_ptr<StoreDesk> desk, std::function<void()> wake)
        : clock_(desk->clock()),
          nonces_(desk->nonces()),
          workspace_(desk->workspace()),
          actor_(desk->actor()) {
        if (auto recent = desk->before(workspace_.seq() + 1, kRecent)) {
            recent_.assign(recent->rbegin(), recent->rend());
        }
        if (auto drafts = desk->drafts()) {
            drafts_ = std::move(*drafts);
        }
        follow_recent();
        worker_ = std::make_unique<CommitWorker>(std::move(desk), std::move(wake));
    }

    ~Live() override {
        // Commands that lost against others are decided once more here; a store that does not write
        // is waited for only so long.
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (!pending_.empty() && std::chrono::steady_clock::now() < deadline) {
            poll();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    const model::Workspace& workspace() const override { return workspace_; }
    std::uint64_t revision() const override { return revision_; }
    Instant now() const override { return clock_(); }
    model::PersonId actor() const override { return actor_; }

    void set_actor(model::PersonId actor) override {
        actor_ = actor;
        follow_recent();
        ++revision_;
        drafts_.clear();
        load_drafts(actor);
    }

    rules::Verdict run(const rules::Command& command) override {
        Pending pending = stamp(Pending::Source::Command);
        pending.command = command;
        pending.title = rules::info_of(command).title;
        rules::Verdict verdict = submit(std::move(pending));
        if (!verdict && should_record(workspace_, verdict.error(), actor_, now())) {
            Pending record = stamp(Pending::Source::Refused);
            record.command = command;
            record.refusal = verdict.error();
            (void)submit(std::move(record));
        }
        return verdict;
    }

    rules::Verdict preview(const rules::Command& command) const override {
        auto draft = rules::decide(workspace_, command, {actor_, now(), 1});
        if (!draft) {
            return std::move(draft).error();
        }
        return Done{};
    }

    std::string undo_title() const override {
        return undo_.undo.empty() ? "" : title_of(undo_.undo.back());
    }
    std::string redo_title() const override {
        return undo_.redo.empty() ? "" : title_of(undo_.redo.back());
    }

    rules::Verdict undo() override { return again(Pending::Source::Undo, undo_.undo, "undo"); }
    rules::Verdict redo() override { return again(Pending::Source::Redo, undo_.redo, "redo"); }

    bool poll() override {
        bool changed = false;
        for (CommitWorker::Message& message : worker_->take_messages()) {
            changed = true;
            handle(message);
        }
        return changed;
    }

    std::size_t pending() const override { return pending_.size(); }
    bool is_pending(std::int64_t row_id) const override { return pending_rows_.contains(row_id); }
    std::vector<Notice> take_notices() override { return std::exchange(notices_, {}); }
    std::vector<journal::Entry> take_others() override { return std::exchange(others_, {}); }

    void history(std::int64_t before_seq, std::size_t limit,
                 std::function<void(Result<std::vector<journal::Entry>>)> answer) override {
        auto found =
            std::make_shared<Result<std::vector<journal::Entry>>>(std::vector<journal::Entry>{});
        worker_->with_desk(
            [found, before_seq, limit](Desk& desk) { *found = desk.before(before_seq, limit); },
            [found, answer = std::move(answer)] { answer(std::move(*found)); });
    }

    void with_desk(std::function<void(Desk&)> work, std::function<void()> done) override {
        worker_->with_desk(std::move(work), std::move(done));
    }

    void save_draft(const model::BriefDraft& draft) override {
        std::erase_if(drafts_, [&](const model::BriefDraft& one) { return one.id == draft.id; });
        drafts_.push_back(draft);
        sort_drafts();
        ++draft_edits_;
        ++revision_;
        keep_draft([draft](Desk& desk) { return desk.save_draft(draft); });
    }

    void remove_draft(std::int64_t id) override {
        std::erase_if(drafts_, [&](const model::BriefDraft& one) { return one.id == id; });
        ++draft_edits_;
        ++revision_;
        keep_draft([id](Desk& desk) { return desk.remove_draft(id); });
    }

    const std::vector<model::BriefDraft>& drafts() const override { return drafts_; }
    std::uint64_t new_nonce() override { return nonces_(); }

private:
    Pending stamp(Pending::Source source) {
        Pending pending;
        pending.source = source;
        pending.nonce = nonces_();
        pending.when = now();
        pending.actor = actor_;
        return pending;
    }

    // Decides on the present state.
    Result<journal::Draft, rules::Refusal> decide(const Pending& pending) const {
        const rules::Context context{pending.actor, pending.when, pending.nonce};
        switch (pending.source) {
            case Pending::Source::Command:
                return rules::decide(workspace_, pending.command, context);
            case Pending::Source::Undo: {
                const auto later = std::find_if(
                    recent_.begin(), recent_.end(),
                    [&](const journal::Entry& one) { return one.seq > pending.entry.seq; });
                const std::vector<journal::Entry> entries(later, recent_.end());
                return rules::decide_undo(workspace_, pending.entry, entries, context);
            }
            case Pending::Source::Redo:
                return rules::decide_redo(workspace_, pending.entry, context);
            case Pending::Source::Refused:
                return rules::record_refusal(workspace_, pending.command, *pending.refusal,
                                             context);
        }
        return rules::Refusal{};
    }

    // Decides, applies here and hands over to the worker.
    rules::Verdict submit(Pending pending) {
        auto draft = decide(pending);
        if (!draft) {
            return std::move(draft).error();
        }
        pending.draft = std::move(*draft);
        const std::int64_t based_on = workspace_.seq();
        const Status applied = journal::apply(workspace_, pending.draft.changes);
        assert(applied.ok());
        (void)applied;
        workspace_.set_position(based_on + 1, pending.draft.when);
        remember({based_on + 1, pending.draft, ""});
        for (const journal::Change& change : pending.draft.changes) {
            ++pending_rows_[change.id];
        }
        worker_->commit(pending.draft, based_on, others_seen_);
        pending_.push_back(std::move(pending));
        ++revision_;
        return Done{};
    }

    rules::Verdict again(Pending::Source source, const std::vector<std::int64_t>& stack,
                         const char* what) {
        const auto entry =
            stack.empty()
                ? recent_.end()
                : std::find_if(recent_.begin(), recent_.end(),
                               [&](const journal::Entry& one) { return one.seq == stack.back(); });
        if (entry == recent_.end()) {
            return rules::Refusal{"nothing_to_do",
                                  std::string("There is nothing of yours to ") + what + ".",
                                  "",
                                  "",
                                  {},
                                  {},
                                  {},
                                  {}};
        }
        Pending pending = stamp(source);
        pending.entry = *entry;
        pending.title =
            std::string(what == std::string("undo") ? "Undo " : "Redo ") + title_of(entry->seq);
        return submit(std::move(pending));
    }

    void handle(CommitWorker::Message& message) {
        switch (message.kind) {
            case CommitWorker::Message::Kind::Committed:
                confirm(message.entries.front());
                ++revision_;
                break;
            case CommitWorker::Message::Kind::Others:
                ++others_seen_;
                rebase(message.entries);
                ++revision_;
                break;
            case CommitWorker::Message::Kind::Failed:
                notices_.push_back({Notice::Kind::Failed,
                                    pending_.empty() ? "" : pending_.front().title,
                                    {},
                                    message.error});
                break;
            case CommitWorker::Message::Kind::Recovered:
                notices_.push_back({Notice::Kind::Recovered, "", {}, {}});
                break;
            case CommitWorker::Message::Kind::Answer: message.answer(); break;
        }
    }

    // The oldest pending command is durable.
    void confirm(const journal::Entry& entry) {
        assert(!pending_.empty() && pending_.front().nonce == entry.draft.nonce);
        for (const journal::Change& change : pending_.front().draft.changes) {
            forget_pending(change.id);
        }
        pending_.pop_front();
        const auto known =
            std::find_if(recent_.begin(), recent_.end(),
                         [&](const journal::Entry& one) { return one.seq == entry.seq; });
        if (known != recent_.end()) {
            known->hash = entry.hash;
        }
    }

    // Others were faster: take the pending back, apply theirs, decide each again in order.
    void rebase(const std::vector<journal::Entry>& entries) {
        std::deque<Pending> waiting;
        waiting.swap(pending_);
        for (auto one = waiting.rbegin(); one != waiting.rend(); ++one) {
            journal::unapply(workspace_, one->draft.changes);
            recent_.pop_back();
        }
        pending_rows_.clear();
        const std::int64_t confirmed = workspace_.seq() - static_cast<std::int64_t>(waiting.size());
        workspace_.set_position(
            confirmed, recent_.empty() ? workspace_.last_when() : recent_.back().draft.when);
        for (const journal::Entry& entry : entries) {
            const Status applied = journal::apply(workspace_, entry);
            assert(applied.ok());
            (void)applied;
            remember(entry);
            others_.push_back(entry);
        }
        follow_recent();
        for (Pending& one : waiting) {
            const std::string title = one.title;
            const auto source = one.source;
            if (auto verdict = submit(std::move(one));
                !verdict && source != Pending::Source::Refused) {
                notices_.push_back({Notice::Kind::Refused, title, verdict.error(), {}});
            }
        }
    }

    void remember(journal::Entry entry) {
        if (entry.draft.actor == actor_) {
            undo_.follow(entry);
        }
        recent_.push_back(std::move(entry));
        while (recent_.size() > 4 * kRecent && pending_.empty()) {
            recent_.pop_front();
        }
    }

    void follow_recent() {
        undo_ = {};
        for (const journal::Entry& entry : recent_) {
            if (entry.draft.actor == actor_) {
                undo_.follow(entry);
            }
        }
    }

    std::string title_of(std::int64_t seq) const {
        const auto entry = std::find_if(recent_.begin(), recent_.end(),
                                        [&](const journal::Entry& one) { return one.seq == seq; });
        const rules::CommandInfo* info =
            entry == recent_.end() ? nullptr : rules::command_info(entry->draft.command);
        if (info == nullptr) {
            return "";
        }
        std::string title(info->title);
        for (const journal::Change& change : entry->draft.changes) {
            const model::Card* card = change.table->name == model::Fields<model::Card>::kName
                                          ? workspace_.find(model::CardId{change.id})
                                          : nullptr;
            if (card != nullptr) {
                return title + " " + key_of(workspace_, *card);
            }
        }
        return title;
    }

    void forget_pending(std::int64_t row) {
        const auto found = pending_rows_.find(row);
        if (found != pending_rows_.end() && --found->second == 0) {
            pending_rows_.erase(found);
        }
    }

    // What was saved or removed while the answer was under way is asked for again, behind it.
    void load_drafts(model::PersonId actor) {
        auto found = std::make_shared<std::vector<model::BriefDraft>>();
        worker_->with_desk(
            [actor, found](Desk& desk) {
                desk.set_actor(actor);
                if (auto drafts = desk.drafts()) {
                    *found = std::move(*drafts);
                }
            },
            [this, found, actor, edits = draft_edits_] {
                if (actor_ != actor) {
                    return;
                }
                if (edits != draft_edits_) {
                    load_drafts(actor);
                    return;
                }
                drafts_ = std::move(*found);
                sort_drafts();
                ++revision_;
            });
    }

    void sort_drafts() {
        std::stable_sort(drafts_.begin(), drafts_.end(),
                         [](const auto& a, const auto& b) { return a.changed_at > b.changed_at; });
    }

    void keep_draft(std::function<Status(Desk&)> keep) {
        auto status = std::make_shared<Status>(Done{});
        worker_->with_desk(
            [keep = std::move(keep), status](Desk& desk) { *status = keep(desk); },
            [this, status] {
                if (!*status) {
                    notices_.push_back({Notice::Kind::Failed, "Save draft", {}, status->error()});
                }
            });
    }

    Clock clock_;
    NonceSource nonces_;
    model::Workspace workspace_;  // shares unchanged rows with the worker's
    model::PersonId actor_;
    std::uint64_t revision_ = 1;
    std::uint64_t draft_edits_ = 0;      // grows with every draft saved or removed here
    std::deque<journal::Entry> recent_;  // newest last, without gaps, with the pending at the end
    rules::UndoState undo_;
    std::deque<Pending> pending_;
    std::unordered_map<std::int64_t, int> pending_rows_;
    std::uint64_t others_seen_ = 0;
    std::vector<Notice> notices_;
    std::vector<journal::Entry> others_;
    std::vector<model::BriefDraft> drafts_;
    std::unique_ptr<CommitWorker> worker_;  // last: stops before what its answers use
};

}  // namespace

std::unique_ptr<LiveDesk> LiveDesk::start(std::unique_ptr<Desk> desk, std::function<void()> wake) {
    // Every Desk of this room is a StoreDesk.
    std::unique_ptr<StoreDesk> inner(static_cast<StoreDesk*>(desk.release()));
    return std::make_unique<Live>(std::move(inner), std::move(wake));
}

}  // namespace throughline::desk
