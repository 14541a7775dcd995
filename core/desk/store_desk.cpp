#include "core/desk/store_desk.h"

#include "core/desk/past.h"

#include <algorithm>

namespace throughline::desk {
namespace {

constexpr std::size_t kPage = 1000;
constexpr std::size_t kUndoDepth = 500;  // entries looked through for what a person may undo
constexpr int kTries = 1000;             // against others who are faster; then something is wrong

}  // namespace

StoreDesk::StoreDesk(std::unique_ptr<store::Store> store, Clock clock, NonceSource nonces)
    : store_(std::move(store)), clock_(std::move(clock)), nonces_(std::move(nonces)) {}

Result<std::unique_ptr<StoreDesk>> StoreDesk::create(std::unique_ptr<store::Store> store,
                                                     Clock clock, NonceSource nonces) {
    std::unique_ptr<StoreDesk> desk(
        new StoreDesk(std::move(store), std::move(clock), std::move(nonces)));
    TL_CHECK(desk->store_->load(desk->workspace_));
    return desk;
}

void StoreDesk::set_actor(model::PersonId actor) {
    actor_ = actor;
    undo_state_.reset();
}

// Read from the journal when it is first asked for: few who act ever undo.
Result<rules::UndoState*> StoreDesk::undo_state() {
    if (!undo_state_) {
        TL_TRY(const auto recent, store_->before(workspace_.seq() + 1, kUndoDepth));
        undo_state_.emplace();
        for (auto entry = recent.rbegin(); entry != recent.rend(); ++entry) {
            if (entry->draft.actor == actor_) {
                undo_state_->follow(*entry);
            }
        }
    }
    return &*undo_state_;
}

Status StoreDesk::take_in(const journal::Entry& entry) {
    TL_CHECK(journal::apply(workspace_, entry));
    if (undo_state_ && entry.draft.actor == actor_) {
        undo_state_->follow(entry);
    }
    if (hear_) {
        hear_(entry);
    }
    return Done{};
}

Result<bool> StoreDesk::refresh() {
    TL_TRY(const bool changed, store_->changed());
    bool any = false;
    while (changed) {
        TL_TRY(const auto entries, store_->since(workspace_.seq(), kPage));
        for (const journal::Entry& entry : entries) {
            TL_CHECK(take_in(entry));
            any = true;
        }
        if (entries.size() < kPage) {
            break;
        }
    }
    return any;
}

Result<journal::Entry> StoreDesk::commit(const journal::Draft& draft, std::int64_t based_on) {
    TL_TRY(journal::Entry entry, store_->commit(draft, based_on));
    if (entry.seq == workspace_.seq() + 1) {
        TL_CHECK(take_in(entry));
    }
    return entry;
}

Outcome StoreDesk::decide_and_commit(const Decide& decide) {
    const rules::Context context = this->context();
    for (int i = 0; i < kTries; ++i) {
        if (auto fresh = refresh(); !fresh) {
            return Stop(std::move(fresh).error());
        }
        auto draft = decide(context);
        if (!draft) {
            return Stop(std::move(draft).error());
        }
        auto entry = commit(*draft, workspace_.seq());
        if (entry) {
            return std::move(entry).value();
        }
        if (entry.error().code != ErrorCode::Conflict) {
            return Stop(std::move(entry).error());
        }
    }
    return Stop(Error{ErrorCode::Conflict,
                      "others change the board faster than this could be decided; try again",
                      "journal"});
}

Outcome StoreDesk::run(const rules::Command& command, Record record) {
    Outcome outcome = decide_and_commit(
        [&](const rules::Context& context) { return rules::decide(workspace_, command, context); });
    if (!outcome && outcome.error().refusal && record == Record::Yes) {
        const rules::Refusal& refusal = *outcome.error().refusal;
        if (should_record(workspace_, refusal, actor_, clock_())) {
            // A record that cannot be written is no reason to fail: the person has the refusal.
            (void)decide_and_commit(
                [&](const rules::Context& context) -> Result<journal::Draft, rules::Refusal> {
                    return rules::record_refusal(workspace_, command, refusal, context);
                });
        }
    }
    return outcome;
}

Result<journal::Draft, rules::Refusal> StoreDesk::preview(const rules::Command& command) const {
    return rules::decide(workspace_, command, context());
}

Result<journal::Entry> StoreDesk::entry_at(std::int64_t seq) {
    TL_TRY(auto entries, store_->since(seq - 1, 1));
    if (entries.empty() || entries.front().seq != seq) {
        return Error{ErrorCode::NotFound, "entry " + std::to_string(seq) + " is not there",
                     "journal"};
    }
    return std::move(entries.front());
}

Outcome StoreDesk::undo() {
    if (auto fresh = refresh(); !fresh) {
        return Stop(std::move(fresh).error());
    }
    auto state = undo_state();
    if (!state) {
        return Stop(std::move(state).error());
    }
    if ((*state)->undo.empty()) {
        return Stop(rules::Refusal{
            "nothing_to_do", "There is nothing of yours to undo.", "", "", {}, {}, {}, {}});
    }
    auto entry = entry_at((*state)->undo.back());
    if (!entry) {
        return Stop(std::move(entry).error());
    }
    std::optional<Error> failed;
    Outcome outcome = decide_and_commit(
        [&](const rules::Context& context) -> Result<journal::Draft, rules::Refusal> {
            const auto later = store_->since(
                entry->seq, static_cast<std::size_t>(workspace_.seq() - entry->seq) + 1);
            if (!later) {
                failed = later.error();
                return rules::Refusal{};
            }
            return rules::decide_undo(workspace_, *entry, *later, context);
        });
    return failed ? Outcome(Stop(*failed)) : outcome;
}

Outcome StoreDesk::redo() {
    if (auto fresh = refresh(); !fresh) {
        return Stop(std::move(fresh).error());
    }
    auto state = undo_state();
    if (!state) {
        return Stop(std::move(state).error());
    }
    if ((*state)->redo.empty()) {
        return Stop(rules::Refusal{
            "nothing_to_do", "There is nothing of yours to redo.", "", "", {}, {}, {}, {}});
    }
    auto entry = entry_at((*state)->redo.back());
    if (!entry) {
        return Stop(std::move(entry).error());
    }
    return decide_and_commit([&](const rules::Context& context) {
        return rules::decide_redo(workspace_, *entry, context);
    });
}

Result<std::vector<journal::Entry>> StoreDesk::since(std::int64_t seq, std::size_t limit) {
    return store_->since(seq, limit);
}
Result<std::vector<journal::Entry>> StoreDesk::before(std::int64_t seq, std::size_t limit) {
    return store_->before(seq, limit);
}

// Taken back from the present, entry by entry; nullopt when a replay is the shorter way, or when
// others have committed since.
Result<std::optional<model::Workspace>> StoreDesk::back_to(Instant at) {
    TL_TRY(const store::Head head, store_->head());
    if (head.seq != workspace_.seq()) {
        return std::optional<model::Workspace>();
    }
    model::Workspace past = workspace_;
    for (std::int64_t seq = past.seq(); 2 * seq >= workspace_.seq();) {
        TL_TRY(const auto entries, store_->before(seq + 1, kPage));
        for (const journal::Entry& entry : entries) {
            if (entry.draft.when <= at) {
                past.set_position(entry.seq, entry.draft.when);
                return std::optional(std::move(past));
            }
            for (auto change = entry.draft.changes.rbegin(); change != entry.draft.changes.rend();
                 ++change) {
                TL_CHECK(journal::apply(past, journal::invert(*change)));
            }
        }
        if (entries.empty()) {
            break;
        }
        seq = entries.back().seq - 1;
    }
    return std::optional<model::Workspace>();
}

Result<model::Workspace> StoreDesk::replay_to(Instant at) {
    model::Workspace past;
    for (;;) {
        TL_TRY(const auto entries, store_->since(past.seq(), kPage));
        for (const journal::Entry& entry : entries) {
            if (entry.draft.when > at) {
                return past;
            }
            TL_CHECK(journal::apply(past, entry));
        }
        if (entries.size() < kPage) {
            return past;
        }
    }
}

Result<model::Workspace> StoreDesk::at(Instant at) {
    TL_TRY(auto late, back_to(at));
    if (!late) {
        TL_TRY(late, replay_to(at));
    }
    TL_CHECK(place_imported(*late, workspace_, *this, at));
    return std::move(*late);
}

Status StoreDesk::adopt(const journal::Entry& entry) {
    TL_TRY(const store::Head head, store_->head());
    const std::string hash =
        journal::chain(head.hash, journal::digest(journal::encode_payload(entry.draft, entry.seq)));
    if (entry.seq != head.seq + 1 || hash != entry.hash) {
        return Error{ErrorCode::Corrupt,
                     "entry " + std::to_string(entry.seq) +
                         " does not fit the chain: it was altered, or one before it is missing",
                     "entries"};
    }
    TL_TRY(const journal::Entry written, commit(entry.draft, head.seq));
    (void)written;
    return Done{};
}

Status StoreDesk::save_draft(const model::BriefDraft& draft) {
    return store_->save_draft(draft);
}
Status StoreDesk::remove_draft(std::int64_t id) {
    return store_->remove_draft(id);
}
Result<std::vector<model::BriefDraft>> StoreDesk::drafts() {
    return store_->drafts(actor_);
}

Result<CheckReport> StoreDesk::check(const Progress& progress) {
    CheckReport report;
    TL_TRY(const auto findings, store_->check(progress));
    for (const store::Finding& finding : findings) {
        report.findings.push_back({finding.what, finding.where});
    }
    TL_TRY(const store::Head head, store_->head());
    report.entries = head.seq;
    report.head = head.hash;
    for (Finding& finding : find_contradictions(workspace_)) {
        report.findings.push_back(std::move(finding));
    }
    return report;
}

Status StoreDesk::rebuild(const Progress& progress) {
    TL_CHECK(store_->rebuild(progress));
    model::Workspace fresh;
    TL_CHECK(store_->load(fresh));
    workspace_ = std::move(fresh);
    return Done{};
}

Status StoreDesk::backup(const std::string& path) {
    return store_->backup(path);
}

}  // namespace throughline::desk
