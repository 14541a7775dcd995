#include "app/gui/intake/triage_model.h"

#include "app/gui/intake/words.h"
#include "core/base/words.h"
#include "core/rules/score.h"

#include <algorithm>

namespace throughline::gui::intake {
namespace {

QueueRow row_of(const model::Workspace& workspace, const Zone& zone, const model::Request& request,
                Instant now) {
    QueueRow row;
    row.id = request.id;
    row.key = model::key_of(request);
    row.title = request.title;
    row.template_name = template_name(workspace, request.version);
    row.requester = name_of(workspace, request.requester);
    row.requester_id = request.requester;
    if (const auto score = rules::score(workspace, request)) row.score = number_words(*score);
    row.age = age_words(now - request.clock_from);
    if (request.needed_by) row.needed = "needed " + day_words(*request.needed_by, zone.day(now));
    row.promise = promise_of(workspace, zone, request, now);
    row.waiting = request.state == model::RequestState::NeedsInfo;
    return row;
}

}  // namespace

void TriageModel::refresh(const model::Workspace& workspace, const Zone& zone,
                          std::uint64_t revision, Instant now) {
    const std::int64_t minute = now.us / kMicrosPerMinute;
    const bool same_rows = revision == revision_ && minute == minute_;
    if (same_rows && !stale_) return;
    if (!same_rows) {
        revision_ = revision;
        minute_ = minute;
        rows_.clear();
        for (const model::Request* request : rules::triage_queue(workspace)) {
            if (request->is_open()) rows_.push_back(row_of(workspace, zone, *request, now));
        }
        const auto waits = std::stable_partition(rows_.begin(), rows_.end(),
                                                 [](const QueueRow& row) { return !row.waiting; });
        waiting_from_ = static_cast<std::size_t>(waits - rows_.begin());
        late_ = static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [](const QueueRow& row) {
            return row.promise.state == PromiseState::Late;
        }));
        choose_after_change();
    }
    stale_ = false;
    read_selected(workspace, zone, now);
}

std::optional<std::size_t> TriageModel::selected_index() const {
    const auto found = std::find_if(rows_.begin(), rows_.end(),
                                    [&](const QueueRow& row) { return row.id == selected_; });
    if (found == rows_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - rows_.begin());
}

void TriageModel::choose_after_change() {
    if (const auto index = selected_index()) {
        last_index_ = *index;
        return;
    }
    const model::RequestId before = selected_;
    selected_ =
        rows_.empty() ? model::RequestId{} : rows_[std::min(last_index_, rows_.size() - 1)].id;
    moved_ = moved_ || selected_ != before;
}

void TriageModel::select(model::RequestId request) {
    if (request == selected_) return;
    selected_ = request;
    if (const auto index = selected_index()) last_index_ = *index;
    moved_ = true;
    stale_ = true;
}

void TriageModel::select_next(int by) {
    if (rows_.empty()) return;
    const auto here = static_cast<std::ptrdiff_t>(selected_index().value_or(0));
    const auto last = static_cast<std::ptrdiff_t>(rows_.size()) - 1;
    select(rows_[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + by, 0, last))].id);
}

bool TriageModel::take_moved() {
    return std::exchange(moved_, false);
}

void TriageModel::read_selected(const model::Workspace& workspace, const Zone& zone, Instant now) {
    answers_.clear();
    talk_.clear();
    const auto detail = request_detail(workspace, zone, selected_, now);
    if (!detail) return;
    answers_ = detail->answers;
    for (const StepRow& step : detail->steps) {
        if (step.step == model::RequestStep::Submitted || step.step == model::RequestStep::Edited)
            continue;
        talk_.push_back(step);
    }
}

}  // namespace throughline::gui::intake
