#include "app/gui/history/history_model.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>

namespace throughline::gui::history {
namespace {

constexpr std::size_t kPage = 200;
constexpr std::int64_t kNewest = std::numeric_limits<std::int64_t>::max();

}  // namespace

bool passes(const HistoryRow& row, const HistoryFilter& filter, std::string_view folded_words) {
    if (filter.person && row.person != filter.person) {
        return false;
    }
    switch (filter.kind) {
        case Kind::All: break;
        case Kind::Overrides:
            if (!row.override_used) return false;
            break;
        case Kind::Refused:
            if (!row.refused) return false;
            break;
        case Kind::Moves:
        case Kind::Requests:
        case Kind::Cards:
        case Kind::Plan:
        case Kind::Settings:
            if (row.kind != filter.kind) return false;
            break;
    }
    for (const std::string& word : split(folded_words, ' ')) {
        if (!word.empty() && row.folded.find(word) == std::string::npos) {
            return false;
        }
    }
    return true;
}

void HistoryModel::refresh(Context& context, std::size_t wanted) {
    if (revision_ != context.desk().revision()) {
        revision_ = context.desk().revision();
        stale_ = true;
    }
    if (!loading_) {
        if (stale_) {
            stale_ = false;
            load(context, kNewest);
        } else if (!complete_ && lines_.size() < wanted) {
            load(context, rows_.back().seq);
        }
    }
    filter_rows();
}

void HistoryModel::load(Context& context, std::int64_t before) {
    loading_ = true;
    context.desk().history(before, kPage,
                           [this, &context, before, alive = std::weak_ptr<int>(alive_)](
                               Result<std::vector<journal::Entry>> answer) {
                               if (alive.expired()) {
                                   return;
                               }
                               loading_ = false;
                               if (!answer) {
                                   problem_ = to_text(answer.error());
                                   complete_ = true;
                                   return;
                               }
                               problem_.clear();
                               take(context, before, *answer);
                           });
}

// Newest first: what is said of a seq first is how it stands now.
void HistoryModel::mark(const journal::Entry& entry) {
    const std::int64_t of = entry.draft.of;
    const bool undo = entry.draft.kind == journal::EntryKind::Undo;
    if (of == 0 || (!undo && entry.draft.kind != journal::EntryKind::Redo)) {
        return;
    }
    if (!settled_.insert(of).second) {
        return;
    }
    if (undo) {
        undone_.insert(of);
    }
}

void HistoryModel::take(Context& context, std::int64_t before,
                        const std::vector<journal::Entry>& entries) {
    std::vector<HistoryRow> page;
    const std::int64_t newest = rows_.empty() ? 0 : rows_.front().seq;
    const bool top = before == kNewest;
    if (top && !rows_.empty()) {
        // New entries may speak anew of old ones.
        for (const journal::Entry& entry : entries) {
            if (entry.seq > newest && entry.draft.of != 0) {
                settled_.erase(entry.draft.of);
                undone_.erase(entry.draft.of);
            }
        }
    }
    for (const journal::Entry& entry : entries) {
        mark(entry);
        if (!top || entry.seq > newest) {
            page.push_back(row_of(entry, context.workspace(), context.zone()));
        }
    }
    if (top && !rows_.empty() && !entries.empty() && entries.back().seq > newest + 1) {
        rows_.clear();  // more is new than one page holds: begin again
        complete_ = false;
    }
    if (!top || rows_.empty()) {
        complete_ = entries.size() < kPage;
    }
    rows_.insert(top ? rows_.begin() : rows_.end(), page.begin(), page.end());
    for (HistoryRow& row : rows_) {
        row.undone = undone_.contains(row.seq);
    }
    filtered_rows_ = 0;
}

void HistoryModel::filter_rows() {
    if (filtered_rows_ == rows_.size() && filtered_by_ == filter) {
        return;
    }
    filtered_rows_ = rows_.size();
    filtered_by_ = filter;
    lines_.clear();
    shown_ = 0;
    const std::string words = fold(filter.words);
    std::optional<Day> day;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (!passes(rows_[i], filter, words)) {
            continue;
        }
        if (day != rows_[i].day) {
            day = rows_[i].day;
            lines_.push_back({.heading = day, .row = i});
        }
        lines_.push_back({.heading = std::nullopt, .row = i});
        ++shown_;
    }
}

}  // namespace throughline::gui::history
