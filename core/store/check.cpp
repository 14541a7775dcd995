#include "core/store/check.h"

#include <algorithm>

namespace throughline::store {
namespace {

// A damaged board may differ in every row; nobody reads more than this.
constexpr std::size_t kMaxFindings = 1000;

constexpr std::int64_t kProgressStep = 256;

std::string in_words(const model::Value& value) {
    constexpr std::size_t kShown = 60;
    if (model::is_null(value)) {
        return "empty";
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return std::to_string(*real);
    }
    const std::string& text = std::get<std::string>(value);
    return "'" + (text.size() > kShown ? text.substr(0, kShown) + "..." : text) + "'";
}

std::string entry_name(std::int64_t seq) {
    return "journal " + std::to_string(seq);
}

// The columns beside the payload are for SQL users; they must say the same.
bool columns_agree(const StoredEntry& stored, const journal::Draft& draft) {
    return stored.when_us == draft.when.us && stored.actor == draft.actor.value &&
           stored.kind == model::name_of(draft.kind) && stored.command == draft.command &&
           stored.nonce == stored_nonce(draft.nonce);
}

}  // namespace

void Checker::note(std::string what, std::string where) {
    if (findings_.size() < kMaxFindings) {
        findings_.push_back({std::move(what), std::move(where)});
    } else if (findings_.size() == kMaxFindings) {
        findings_.push_back({"there is more; only the first findings are listed", ""});
    }
}

bool Checker::go_on() {
    ++done_;
    if (!stopped_ && progress_ && (done_ % kProgressStep == 1 || done_ == total_)) {
        stopped_ = !progress_(std::min(done_, total_), total_);
    }
    return !stopped_;
}

void Checker::entry(const StoredEntry& stored) {
    const std::string where = entry_name(stored.seq);
    if (stored.seq != last_seq_ + 1) {
        const bool one = stored.seq == last_seq_ + 2;
        note(one ? "entry " + std::to_string(last_seq_ + 1) + " is missing"
                 : "entries " + std::to_string(last_seq_ + 1) + " to " +
                       std::to_string(stored.seq - 1) + " are missing",
             entry_name(last_seq_ + 1));
    }
    // The stored digest is chained, not one of the payload at hand: so one altered payload is one
    // finding and not one for each entry after it.
    if (journal::chain(last_hash_, stored.digest) != stored.hash) {
        note("the chain of hashes is broken here", where);
    }
    last_seq_ = stored.seq;
    last_hash_ = stored.hash;
    if (journal::digest(stored.payload) != stored.digest) {
        note("the entry was altered: its text does not match its digest", where);
    }
    const auto decoded = journal::decode_payload(stored.payload);
    if (!decoded) {
        note(decoded.error().message, where);
        replay_broken_ = true;
        return;
    }
    if (decoded->seq != stored.seq || !columns_agree(stored, decoded->draft)) {
        note("the columns of the entry and its text disagree", where);
    }
    if (!replay_broken_) {
        if (const Status applied = journal::apply(replayed_, decoded->draft.changes); !applied) {
            note("the entry does not fit what came before it: " + to_text(applied.error()), where);
            replay_broken_ = true;
        }
    }
}

std::string Checker::row_name(std::int64_t id) const {
    return std::string(table_->name) + " " + std::to_string(id);
}

void Checker::begin_table(const model::Table& table) {
    table_ = &table;
    at_ = 0;
    expected_.clear();
    if (!replay_broken_) {
        table.each(replayed_, [this](const model::Row& row) {
            expected_.push_back(std::get<std::int64_t>(row[0]));
        });
    }
}

void Checker::row(const model::Row& found) {
    if (replay_broken_) {
        return;  // already said where; comparing with half a replay would only make noise
    }
    const auto* id = std::get_if<std::int64_t>(&found[0]);
    if (id == nullptr) {
        note("a row without an id", std::string(table_->name));
        return;
    }
    for (; at_ < expected_.size() && expected_[at_] < *id; ++at_) {
        note("the row is missing; the journal has it", row_name(expected_[at_]));
    }
    if (at_ == expected_.size() || expected_[at_] != *id) {
        note("the row is there, but the journal does not have it", row_name(*id));
        return;
    }
    compare(*table_->row(replayed_, *id), found);
    ++at_;
}

void Checker::compare(const model::Row& expected, const model::Row& found) {
    for (std::size_t i = 1; i < expected.size(); ++i) {
        if (expected[i] != found[i]) {
            note("'" + std::string(table_->fields[i].name) + "' is " + in_words(found[i]) +
                     "; the journal says " + in_words(expected[i]),
                 row_name(std::get<std::int64_t>(expected[0])));
        }
    }
}

void Checker::end_table() {
    for (; at_ < expected_.size(); ++at_) {
        note("the row is missing; the journal has it", row_name(expected_[at_]));
    }
}

Status Replay::entry(const StoredEntry& stored) {
    if (journal::chain(last_hash_, stored.digest) != stored.hash) {
        return Error{ErrorCode::Corrupt, "the chain of hashes is broken; restore a backup",
                     entry_name(stored.seq)};
    }
    TL_TRY(const journal::Entry entry, read_stored(stored));
    TL_CHECK(journal::apply(workspace_, entry));
    last_hash_ = stored.hash;
    return Done{};
}

}  // namespace throughline::store
