// What a standup begins with: what changed since the last one, promises to be answered, and who
// carries how much. No drawing.
#pragma once

#include "core/base/calendar.h"
#include "core/model/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::standup {

enum class ChangeKind { Delivered, Started, MovedOn, MovedBack, Blocked, Unblocked, New, Left };
std::string_view title_of(ChangeKind kind);  // "Delivered", "Moved back"

struct Change {
    ChangeKind kind = ChangeKind::New;
    model::CardId card;
    std::string key;
    std::string title;
    std::string detail;  // "to Live", "Legal has the claim", "archived"; may be ""

    friend bool operator==(const Change&, const Change&) = default;
};
// By kind, then by number. A card that moved and was blocked is told by both.
std::vector<Change> changes_between(const model::Workspace& before, const model::Workspace& now);

// The standup that is running; null for none.
const model::Meeting* running_standup(const model::Workspace& workspace);
// The last standup that began before `present`, or the last of all for null; null for none.
const model::Meeting* standup_before(const model::Workspace& workspace,
                                     const model::Meeting* present);

// A promise of an earlier standup.
struct Promise {
    model::CommitmentId id;
    model::PersonId person;
    std::string who;
    std::string text;
    std::string card_key;  // "" for none
    std::string due;       // "9 Mar"
    model::CommitmentState state = model::CommitmentState::Open;
    std::string reason;  // why missed or dropped
};
// Those of every meeting that are due by today and open, and those answered since `since` (answers
// stay in sight during the standup). By person, then by day.
std::vector<Promise> promises_due(const model::Workspace& workspace, const model::Meeting* present,
                                  const Zone& zone, Instant now, Instant since);

struct LoadRow {
    model::PersonId person;
    std::string name;
    int cards = 0;             // in active columns, as DRI
    std::optional<int> limit;  // own, else the board's
    int blocked = 0;           // of these

    bool is_over() const { return limit && cards > *limit; }
    bool is_full() const { return limit && cards >= *limit; }
};
// Active people who may work, and whoever holds a card. The fullest first, then by name.
std::vector<LoadRow> loads(const model::Workspace& workspace);

// The first working day after `today`; the next day in a week without working days.
Day next_working_day(const WorkingCalendar& calendar, Day today);

}  // namespace throughline::gui::standup
