#include "core/exchange/trello_history.h"

#include <algorithm>
#include <unordered_map>

namespace throughline::exchange {
namespace {

using model::MoveKind;

class Walk {
public:
    Walk(const TrelloCard& card, const TrelloRenames& renames, Instant now)
        : card_(card), renames_(renames), now_(now) {}

    std::vector<TrelloRow> walk() {
        for (const TrelloEvent& event : card_.events) {
            if (rows_.empty()) {
                begin(event);
            } else {
                follow_renames(event.at);
                step(event);
            }
        }
        if (rows_.empty()) {
            begin_without_history();
        }
        follow_renames(now_);
        end();
        return std::move(rows_);
    }

private:
    bool on_board() const { return list_ != kNone; }
    std::size_t column() const { return rows_.empty() ? kNone : rows_.back().to; }

    void go(Instant at, std::size_t list, MoveKind kind, std::size_t by, TrelloSource source) {
        const std::size_t to = list == kNone ? kNone : renames_.list_at(list, at);
        const std::size_t before = list_;
        last_list_ = list == kNone ? list_ : list;
        list_ = list;
        if (kind != MoveKind::Moved || to != column()) {
            rows_.push_back({at, column(), to, kind, by, source, before, list});
        }
    }

    // The first row: a creation, told or assumed.
    void begin(const TrelloEvent& event) {
        if (event.step == TrelloStep::Created || event.step == TrelloStep::Arrived) {
            const MoveKind kind =
                event.step == TrelloStep::Created ? MoveKind::Created : MoveKind::Transferred;
            go(event.at, event.list != kNone ? event.list : first_list(), kind, event.by,
               TrelloSource::Told);
            return;
        }
        go(std::min(born(event.at), event.at), first_list(), MoveKind::Created, kNone,
           TrelloSource::Assumed);
        follow_renames(event.at);
        step(event);
    }

    void begin_without_history() {
        go(born(card_.last_activity.value_or(now_)), card_.list, MoveKind::Created, kNone,
           TrelloSource::Assumed);
    }

    Instant born(Instant otherwise) const {
        const auto told = time_in_id(card_.id);
        return told && is_sane(*told, now_) ? *told : otherwise;
    }

    // Where the first action that knows says it stood; without one, where it stands.
    std::size_t first_list() const {
        for (const TrelloEvent& event : card_.events) {
            if (event.from != kNone) {
                return event.from;
            }
            if (event.list != kNone) {
                return event.list;
            }
        }
        return card_.list;
    }

    void follow_renames(Instant until) {
        if (!on_board()) {
            return;
        }
        for (const Instant at : renames_.changes(list_)) {
            if (at > rows_.back().at && at <= until) {
                go(at, list_, MoveKind::Moved, kNone, TrelloSource::Renamed);
            }
        }
    }

    void step(const TrelloEvent& event) {
        switch (event.step) {
            case TrelloStep::Created: return;  // twice told
            case TrelloStep::Moved:
                if (on_board()) {
                    go(event.at, event.list, MoveKind::Moved, event.by, TrelloSource::Told);
                } else {
                    last_list_ = event.list;  // moved while archived
                }
                return;
            case TrelloStep::Arrived:
                go(event.at, event.list != kNone ? event.list : card_.list,
                   on_board() ? MoveKind::Moved : MoveKind::Transferred, event.by,
                   TrelloSource::Told);
                return;
            case TrelloStep::Left: leave(event, MoveKind::Transferred); return;
            case TrelloStep::Closed: leave(event, MoveKind::Archived); return;
            case TrelloStep::Reopened:
                if (!on_board()) {
                    go(event.at, event.list != kNone ? event.list : last_list_, MoveKind::Restored,
                       event.by, TrelloSource::Told);
                }
                return;
        }
    }

    void leave(const TrelloEvent& event, MoveKind kind) {
        if (on_board()) {
            go(event.at, kNone, kind, event.by, TrelloSource::Told);
        }
    }

    // To where the card stands in the file.
    void end() {
        const Instant at = std::max(rows_.back().at, card_.last_activity.value_or(rows_.back().at));
        if (card_.closed) {
            if (on_board()) {
                go(at, kNone, MoveKind::Archived, kNone, TrelloSource::Assumed);
            }
        } else if (!on_board()) {
            go(at, card_.list, MoveKind::Restored, kNone, TrelloSource::Assumed);
        } else if (list_ != card_.list) {
            go(at, card_.list, MoveKind::Moved, kNone, TrelloSource::Assumed);
        }
    }

    const TrelloCard& card_;
    const TrelloRenames& renames_;
    Instant now_;
    std::vector<TrelloRow> rows_;
    std::size_t list_ = kNone;       // the list itself, not what it is counted as
    std::size_t last_list_ = kNone;  // before it was archived
};

}  // namespace

TrelloRenames::TrelloRenames(const std::vector<TrelloList>& lists)
    : parts_(lists.size()), changes_(lists.size()) {
    // Who bears a name today; of several, an open list, then the newest.
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (lists[i].in_file) {
            by_name[lists[i].name].push_back(i);
        }
    }
    const auto bearer = [&](std::string_view name, std::size_t but) {
        std::size_t best = kNone;
        if (const auto found = by_name.find(name); found != by_name.end()) {
            for (const std::size_t i : found->second) {
                const auto rank = [&](std::size_t one) {
                    return std::pair(!lists[one].closed, std::string_view(lists[one].id));
                };
                if (i != but && (best == kNone || rank(i) > rank(best))) {
                    best = i;
                }
            }
        }
        return best;
    };
    for (std::size_t i = 0; i < lists.size(); ++i) {
        for (const TrelloRename& rename : lists[i].renames) {
            const std::size_t other =
                rename.before == lists[i].name ? kNone : bearer(rename.before, i);
            parts_[i].push_back({rename.at, other == kNone ? i : other});
        }
        for (std::size_t p = 0; p < parts_[i].size(); ++p) {
            const std::size_t next = p + 1 < parts_[i].size() ? parts_[i][p + 1].list : i;
            if (next != parts_[i][p].list) {
                changes_[i].push_back(parts_[i][p].until);
            }
        }
    }
}

std::size_t TrelloRenames::list_at(std::size_t list, Instant at) const {
    for (const Part& part : parts_[list]) {
        if (at < part.until) {
            return part.list;
        }
    }
    return list;
}

std::vector<TrelloRow> card_history(const TrelloCard& card, const TrelloRenames& renames,
                                    Instant now) {
    return Walk(card, renames, now).walk();
}

}  // namespace throughline::exchange
