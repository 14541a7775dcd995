// The triage queue and the one chosen request beside it. Keeps the choice over every change: when
// the chosen request is decided, the one that stood after it is chosen.
#pragma once

#include "app/gui/intake/mine_model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::intake {

struct QueueRow {
    model::RequestId id;
    std::string key;
    std::string title;
    std::string template_name;
    std::string requester;
    model::PersonId requester_id;
    std::string score;  // "3.2"; "" when not scored
    std::string age;
    std::string needed;  // "needed Thu 10 Dec"; "" without a date
    Promise promise;
    bool waiting = false;  // for the requester
};

class TriageModel {
public:
    // Cheap while revision and minute stay the same.
    void refresh(const model::Workspace& workspace, const Zone& zone, std::uint64_t revision,
                 Instant now);

    // Those to be answered by score, then those that wait for their requester.
    const std::vector<QueueRow>& rows() const { return rows_; }
    std::size_t waiting_from() const { return waiting_from_; }  // index of the first that waits
    bool is_empty() const { return rows_.empty(); }
    int late() const { return late_; }

    model::RequestId selected() const { return selected_; }
    std::optional<std::size_t> selected_index() const;
    const std::vector<AnswerRow>& answers() const { return answers_; }
    // Questions, answers and trades so far.
    const std::vector<StepRow>& talk() const { return talk_; }
    void select(model::RequestId request);
    void select_next(int by);  // +1, -1; stops at the ends
    // True once after the choice moved: the row should be scrolled to.
    bool take_moved();

private:
    void choose_after_change();
    void read_selected(const model::Workspace& workspace, const Zone& zone, Instant now);

    std::vector<QueueRow> rows_;
    std::size_t waiting_from_ = 0;
    int late_ = 0;
    model::RequestId selected_;
    std::size_t last_index_ = 0;
    std::vector<AnswerRow> answers_;
    std::vector<StepRow> talk_;
    bool moved_ = false;
    bool stale_ = true;
    std::uint64_t revision_ = 0;
    std::int64_t minute_ = -1;
};

}  // namespace throughline::gui::intake
