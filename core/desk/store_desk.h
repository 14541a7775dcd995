// The Desk over a Store. Internal to the room: Desk::open and LiveDesk make it.
#pragma once

#include "core/desk/desk.h"
#include "core/desk/sources.h"
#include "core/store/store.h"

#include <utility>

namespace throughline::desk {

// The store that a desk of these options stands on.
Result<std::unique_ptr<store::Store>> open_store(const std::string& where,
                                                 const OpenOptions& options);

class StoreDesk final : public Desk {
public:
    static Result<std::unique_ptr<StoreDesk>> create(std::unique_ptr<store::Store> store,
                                                     Clock clock, NonceSource nonces);

    const model::Workspace& workspace() const override { return workspace_; }
    Instant now() const override { return clock_(); }
    void set_actor(model::PersonId actor) override;
    model::PersonId actor() const override { return actor_; }
    Outcome run(const rules::Command& command, Record record) override;
    Result<journal::Draft, rules::Refusal> preview(const rules::Command& command) const override;
    Outcome undo() override;
    Outcome redo() override;
    Result<bool> refresh() override;
    Result<std::vector<journal::Entry>> since(std::int64_t seq, std::size_t limit) override;
    Result<std::vector<journal::Entry>> before(std::int64_t seq, std::size_t limit) override;
    Result<model::Workspace> at(Instant at) override;
    Status adopt(const journal::Entry& entry) override;
    Status save_draft(const model::BriefDraft& draft) override;
    Status remove_draft(std::int64_t id) override;
    Result<std::vector<model::BriefDraft>> drafts() override;
    Result<CheckReport> check(const Progress& progress) override;
    Status rebuild(const Progress& progress) override;
    Status backup(const std::string& path) override;
    std::string describe_store() const override { return store_->describe(); }

    // Commits a draft decided on `based_on` as it stands. Conflict when the journal has moved on.
    Result<journal::Entry> commit(const journal::Draft& draft, std::int64_t based_on);
    const Clock& clock() const { return clock_; }
    const NonceSource& nonces() const { return nonces_; }
    Sources exchange_sources(Sources sources) {
        return {std::exchange(clock_, std::move(sources.clock)),
                std::exchange(nonces_, std::move(sources.nonces))};
    }
    // Called for every entry that reaches the workspace, in order.
    void on_entry(std::function<void(const journal::Entry&)> hear) { hear_ = std::move(hear); }

private:
    StoreDesk(std::unique_ptr<store::Store> store, Clock clock, NonceSource nonces);

    using Decide = std::function<Result<journal::Draft, rules::Refusal>(const rules::Context&)>;
    Outcome decide_and_commit(const Decide& decide);
    Status take_in(const journal::Entry& entry);
    Result<rules::UndoState*> undo_state();
    Result<journal::Entry> entry_at(std::int64_t seq);
    Result<std::optional<model::Workspace>> back_to(Instant at);
    Result<model::Workspace> replay_to(Instant at);
    rules::Context context() const { return {actor_, clock_(), nonces_()}; }

    std::unique_ptr<store::Store> store_;
    Clock clock_;
    NonceSource nonces_;
    model::Workspace workspace_;
    model::PersonId actor_;
    std::optional<rules::UndoState> undo_state_;  // of the actor, once it was asked for
    std::function<void(const journal::Entry&)> hear_;
};

// Whether a refusal goes into the journal: the try concerned a card or a limit, the actor is known,
// and the same try was not recorded within the last minute.
bool should_record(const model::Workspace& workspace, const rules::Refusal& refusal,
                   model::PersonId actor, Instant now);

// Invariants of the workspace that no single rule guards.
std::vector<Finding> find_contradictions(const model::Workspace& workspace);

}  // namespace throughline::desk
