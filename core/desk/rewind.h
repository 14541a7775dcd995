// The board at any past moment, fast: built once from the whole journal, then asked as often as a
// slider moves. Its answers are those of Desk::at as of the entry it was built at.
//
// Built on the thread that owns the desk, in parts (the journal may be long); afterwards it never
// changes and may be asked on any one thread.
#pragma once

#include "core/desk/early_board.h"

#include <memory>
#include <span>

namespace throughline::desk {

class Rewind {
public:
    // Reads a part of the journal; call until it returns true, with one desk. Errors as of
    // Desk::since; Corrupt also when the journal does not lead to the desk's workspace.
    class Builder {
    public:
        Result<bool> read(Desk& desk);
        double share() const;  // of the journal that is read, 0 to 1
        // Once read() said true; may be called on another thread.
        Result<std::shared_ptr<const Rewind>> finish();

    private:
        std::unique_ptr<Rewind> made_;
    };
    static Result<std::shared_ptr<const Rewind>> build(Desk& desk);

    // The workspace after the last entry not later than `at`, with imported history placed. A
    // board that nobody had made yet is an empty workspace.
    // Where a row was taken away since, the rows of its owner may come in another order than in a
    // replay. Corrupt when the journal contradicts itself.
    Result<model::Workspace> at(Instant at) const;

    std::int64_t seq() const { return present_.seq(); }  // of the last entry it knows
    const model::Workspace& present() const { return present_; }
    // When something happened: entries and imported moves, ascending, each moment once. Empty
    // without a journal.
    std::span<const Instant> moments() const { return moments_; }

private:
    // How to take one entry back.
    struct Step {
        Instant when;
        std::vector<journal::Change> back;
    };
    // A copy of the board on the way; copies share rows that do not differ.
    struct Anchor {
        std::int64_t seq = 0;
        model::Workspace board;
    };

    Status take(const journal::Entry& entry);
    Status make_anchors();
    Status step_back(model::Workspace& board) const;

    model::Workspace present_;
    std::vector<Step> steps_;  // of the entries 1, 2, 3 ...
    std::size_t change_count_ = 0;
    std::vector<Anchor> anchors_;  // descending; the last one is the empty board
    ImportedRows imported_;
    std::unique_ptr<EarlyBoard> early_;  // of moments before the first entry
    std::vector<Instant> moments_;
};

}  // namespace throughline::desk
