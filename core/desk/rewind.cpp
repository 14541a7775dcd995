#include "core/desk/rewind.h"

#include "core/journal/change.h"

#include <algorithm>
#include <utility>

namespace throughline::desk {
namespace {

constexpr std::size_t kPage = 500;
// A large board is copied at the price of its indexes, so there are few anchors; on a small one a
// few thousand changes are taken back in the time of a frame.
constexpr std::size_t kMostAnchors = 16;
constexpr std::size_t kLeastBetween = 4000;  // changes

// Only what taking back needs.
journal::Change inverse(const journal::Change& change) {
    journal::Change back = journal::invert(change);
    if (back.kind == journal::ChangeKind::Remove) {
        back.fields = {};
    }
    for (journal::FieldChange& field : back.fields) {
        field.before = {};
    }
    return back;
}

}  // namespace

Result<bool> Rewind::Builder::read(Desk& desk) {
    if (!made_) {
        made_ = std::make_unique<Rewind>();
        made_->present_ = desk.workspace();
    }
    const auto known = static_cast<std::int64_t>(made_->steps_.size());
    const auto missing = static_cast<std::size_t>(made_->seq() - known);
    TL_TRY(const auto entries, desk.since(known, std::min(kPage, missing)));
    for (const journal::Entry& entry : entries) {
        TL_CHECK(made_->take(entry));
    }
    if (entries.empty() && missing > 0) {
        return Error{ErrorCode::Corrupt, "the journal ends before the board does", "entries"};
    }
    return entries.size() == missing;
}

double Rewind::Builder::share() const {
    return !made_ || made_->seq() == 0
               ? 0
               : static_cast<double>(made_->steps_.size()) / static_cast<double>(made_->seq());
}

Result<std::shared_ptr<const Rewind>> Rewind::Builder::finish() {
    std::shared_ptr<Rewind> rewind = std::move(made_);
    TL_CHECK(rewind->make_anchors());
    if (needs_imported({}, rewind->present_)) {
        rewind->early_ = EarlyBoard::make(rewind->imported_);
    }
    std::vector<Instant>& moments = rewind->moments_;
    for (const Step& step : rewind->steps_) {
        moments.push_back(step.when);
    }
    rewind->imported_.list_moments(moments);
    std::ranges::sort(moments);
    moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
    return std::shared_ptr<const Rewind>(std::move(rewind));
}

Result<std::shared_ptr<const Rewind>> Rewind::build(Desk& desk) {
    Builder builder;
    for (;;) {
        TL_TRY(const bool all, builder.read(desk));
        if (all) {
            return builder.finish();
        }
    }
}

Status Rewind::take(const journal::Entry& entry) {
    TL_CHECK(imported_.take(entry));
    Step step{.when = entry.draft.when, .back = {}};
    step.back.reserve(entry.draft.changes.size());
    for (auto change = entry.draft.changes.rbegin(); change != entry.draft.changes.rend();
         ++change) {
        step.back.push_back(inverse(*change));
    }
    change_count_ += step.back.size();
    steps_.push_back(std::move(step));
    return Done{};
}

Status Rewind::step_back(model::Workspace& board) const {
    const auto seq = static_cast<std::size_t>(board.seq());
    for (const journal::Change& change : steps_[seq - 1].back) {
        TL_CHECK(journal::apply(board, change));
    }
    board.set_position(board.seq() - 1, seq == 1 ? Instant{} : steps_[seq - 2].when);
    return Done{};
}

// From the present to the beginning. Between two anchors lie no more changes than are taken back
// in a moment, unless a single entry has more: then there is one on either side of it.
Status Rewind::make_anchors() {
    const std::size_t most = std::max(kLeastBetween, change_count_ / kMostAnchors);
    model::Workspace board = present_;
    anchors_.push_back({board.seq(), board});
    std::size_t since = 0;
    while (board.seq() > 0) {
        const std::size_t next = steps_[static_cast<std::size_t>(board.seq()) - 1].back.size();
        if (since > 0 && since + next > most) {
            anchors_.push_back({board.seq(), board});
            since = 0;
        }
        TL_CHECK(step_back(board));
        since += next;
    }
    anchors_.push_back({0, {}});
    return Done{};
}

Result<model::Workspace> Rewind::at(Instant at) const {
    const auto later = std::ranges::upper_bound(steps_, at, {}, &Step::when);
    const std::int64_t seq = later - steps_.begin();
    if (seq == 0 && early_ != nullptr) {
        return early_->at(at);
    }
    // The oldest one that is not older than the entry.
    const auto older = std::ranges::partition_point(
        anchors_, [seq](const Anchor& anchor) { return anchor.seq >= seq; });
    model::Workspace past = std::prev(older)->board;
    while (past.seq() > seq) {
        TL_CHECK(step_back(past));
    }
    imported_.place(past, present_, at);
    return past;
}

}  // namespace throughline::desk
