#include "core/flow/inbox.h"

#include "core/flow/plan_rows.h"
#include "core/flow/scorecard.h"
#include "core/model/column_name.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace throughline::flow {
namespace {

using model::Card;
using model::CardId;
using model::PersonId;
using model::Request;
using model::RequestId;

constexpr std::array<std::string_view, 14> kKinds{"question",    "approval",
                                                  "escalation",  "blocker",
                                                  "commitment",  "action",
                                                  "decision",    "overdue-measurement",
                                                  "risk-review", "register-review",
                                                  "result",      "mention",
                                                  "answer",      "move"};
constexpr std::array<std::string_view, 5> kGroups{"Overdue", "Today", "Waiting for you",
                                                  "Coming up", "For your information"};
constexpr std::size_t kLongestText = 300;  // bytes; the whole stands where it leads

bool has(const std::vector<PersonId>& people, PersonId person) {
    return std::ranges::find(people, person) != people.end();
}

// The beginning of a long text; UTF-8 is never split.
std::string shortened(const std::string& text) {
    if (text.size() <= kLongestText) {
        return text;
    }
    std::size_t end = kLongestText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end) + "\u2026";
}

// Goes over the rows and gathers; what is about a card or a request is named at the end, in one
// walk over those tables.
class Collector {
public:
    Collector(const InboxRows& rows, PersonId person, Instant now)
        : rows_(rows),
          me_(person),
          now_(now),
          today_(rows.zone.day(now)),
          news_from_(now - days(kNewsDays)) {
        for (const model::InboxMark& mark : rows.marks) {
            if (mark.person == me_) {
                seen_.insert(mark.item);
            }
        }
    }

    std::vector<InboxItem> collect() {
        find_cards();
        comments();
        requests();
        gates();
        blocks();
        moves();
        meetings();
        escalations();
        measurements();
        reviews();
        name_subjects();
        for (InboxItem& item : items_) {
            item.seen = seen_.contains(item.id);
            item.group = group_of(item);
        }
        std::ranges::stable_sort(items_, {}, [](const InboxItem& item) {
            const std::int64_t due = item.due ? item.due->number : INT64_MAX;
            return std::tuple(item.group, due, -item.at.us, item.id);
        });
        return std::move(items_);
    }

private:
    template <class T>
    InboxItem& add(InboxKind kind, std::string id, std::string text, const T& row) {
        items_.push_back({.id = std::move(id),
                          .kind = kind,
                          .text = shortened(text),
                          .table = model::Fields<T>::kName,
                          .record = row.id.value});
        return items_.back();
    }
    InboxGroup group_of(const InboxItem& item) const {
        if (!is_task(item.kind)) return InboxGroup::News;
        if (!item.due) return InboxGroup::Waiting;
        return *item.due < today_    ? InboxGroup::Overdue
               : *item.due == today_ ? InboxGroup::Today
                                     : InboxGroup::Coming;
    }

    // Cards that matter by what they say themselves: one walk over all of them.
    void find_cards() {
        const model::Board* board = rows_.boards.empty() ? nullptr : &rows_.boards[0];
        const model::Column* delivery =
            board == nullptr ? nullptr : plan_row(rows_.columns, board->delivery);
        std::unordered_set<std::int64_t> accountable;
        for (const model::Objective& one : rows_.objectives) {
            if (one.dri == me_) accountable.insert(one.id.value);
        }
        for (const Card& card : rows_.cards) {
            if (!card.on_board()) continue;
            if (card.dri == me_ || accountable.contains(card.objective.value)) {
                answers_for_[card.id] = card.column;
            }
            if (card.dri == me_) own_.insert(card.id);
            if (card.dri != me_ && (has(card.consulted, me_) || has(card.informed, me_))) {
                followed_.insert(card.id);
            }
            if (card.dri != me_ || delivery == nullptr || !card.result_actual.empty()) continue;
            const model::Column* column = plan_row(rows_.columns, card.column);
            if (column == nullptr || column->rank < delivery->rank ||
                card.entered_at < news_from_) {
                continue;
            }
            InboxItem& item =
                add(InboxKind::Result, "result:" + key_of(card),
                    "Delivered: write what came of it beside its success measure", card);
            item.card = card.id;
            item.at = card.entered_at;
        }
    }

    void comments() {
        for (const model::Comment& one : rows_.comments) {
            if (one.by == me_ || one.at < news_from_ || !has(one.mentions, me_)) continue;
            InboxItem& item =
                add(InboxKind::Mention, "comment:" + std::to_string(one.id.value), one.text, one);
            item.card = one.card;
            item.request = one.request;
            item.from = one.by;
            item.at = one.at;
        }
    }

    void requests() {
        std::unordered_map<RequestId, const Request*> mine;
        for (const Request& one : rows_.requests) {
            if (one.requester == me_) mine.emplace(one.id, &one);
        }
        if (mine.empty()) return;
        std::unordered_map<RequestId, const model::RequestEvent*> asked;
        for (const model::RequestEvent& one : rows_.request_events) {
            const auto found = mine.find(one.request);
            if (found == mine.end()) continue;
            if (one.step == model::RequestStep::Asked) asked[one.request] = &one;
            if (one.by != me_ && one.at >= news_from_) decided(*found->second, one);
        }
        for (const auto& [id, event] : asked) {
            const Request& request = *mine.at(id);
            if (request.state != model::RequestState::NeedsInfo) continue;
            InboxItem& item =
                add(InboxKind::Question, "question:" + std::to_string(event->id.value), event->text,
                    request);
            item.request = id;
            item.from = event->by;
            item.at = event->at;
        }
    }
    void decided(const Request& request, const model::RequestEvent& event) {
        using model::RequestStep;
        const std::string why = event.text.empty() ? "" : ": " + event.text;
        std::string words;
        if (event.step == RequestStep::Accepted) words = "Accepted: it is on the board now";
        if (event.step == RequestStep::Declined) words = "Declined" + why;
        if (event.step == RequestStep::Merged) words = "Merged into another request" + why;
        if (event.step == RequestStep::TradedOut) words = "Back in the queue" + why;
        if (words.empty()) return;
        InboxItem& item =
            add(InboxKind::Answer, "decided:" + std::to_string(event.id.value), words, request);
        item.request = request.id;
        item.from = event.by;
        item.at = event.at;
    }

    // Approvals of the column where a card stands, once only approvals are left of its gate.
    void gates() {
        std::unordered_map<model::ColumnId, std::vector<const model::GateItem*>> gates;
        for (const model::GateItem& one : rows_.gate_items) {
            if (!one.removed && one.column) gates[one.column].push_back(&one);
        }
        std::unordered_map<CardId, std::vector<const model::GateMark*>> marks;
        for (const model::GateMark& one : rows_.gate_marks) {
            if (one.active && answers_for_.contains(one.card)) marks[one.card].push_back(&one);
        }
        for (const auto& [card, column] : answers_for_) {
            const auto gate = gates.find(column);
            if (gate != gates.end()) approvals(card, gate->second, marks[card]);
        }
    }
    void approvals(CardId card, const std::vector<const model::GateItem*>& gate,
                   const std::vector<const model::GateMark*>& marks) {
        std::vector<std::pair<const model::GateItem*, const model::GateMark*>> open;
        for (const model::GateItem* one : gate) {
            const model::GateMark* last = nullptr;
            for (const model::GateMark* mark : marks) {
                if (mark->item == one->id && (last == nullptr || last->at <= mark->at)) last = mark;
            }
            if (last != nullptr && last->verdict != model::Verdict::Rejected) continue;
            if (one->kind == model::GateKind::Check) return;
            open.emplace_back(one, last);
        }
        for (const auto& [one, mark] : open) {
            InboxItem& item =
                add(InboxKind::Approval,
                    "approval:" + std::to_string(card.value) + ":" + std::to_string(one->id.value) +
                        (mark == nullptr ? "" : ":rejected"),
                    mark == nullptr ? one->title + " is waited for"
                                    : one->title + " was turned down: " + mark->note,
                    *one);
            item.card = card;
            if (mark != nullptr) {
                item.from = mark->by;
                item.at = mark->at;
            } else {
                since_entered_.insert(item.id);
            }
        }
    }

    void blocks() {
        for (const model::Block& one : rows_.blocks) {
            const bool is_mine = one.clearer ? one.clearer == me_ : own_.contains(one.card);
            if (!one.is_open() || !is_mine) continue;
            const std::string why = one.reason.empty() ? one.cause : one.reason;
            InboxItem& item =
                add(InboxKind::Blocker, "block:" + std::to_string(one.id.value),
                    why.empty() ? "Blocked, without a reason" : "Blocked: " + why, one);
            item.card = one.card;
            item.from = one.by;
            item.at = one.since;
        }
    }

    // The latest move of each card that they follow; transitions are in the order of the journal.
    void moves() {
        std::unordered_set<CardId> told;
        for (std::size_t i = rows_.transitions.size(); i-- > 0 && !followed_.empty();) {
            const model::Transition& one = rows_.transitions[i];
            if (one.known_at < news_from_ || told.size() == followed_.size()) break;
            if (one.voided_at || !followed_.contains(one.card) || !one.to || !one.from ||
                !told.insert(one.card).second || one.by == me_) {
                continue;
            }
            const model::Column* to = plan_row(rows_.columns, one.to);
            const model::Column* from = plan_row(rows_.columns, one.from);
            if (to == nullptr || from == nullptr) continue;
            InboxItem& item = add(InboxKind::Move, "move:" + std::to_string(one.id.value),
                                  "Moved from " + name_of(*from) + " to " + name_of(*to), one);
            item.card = one.card;
            item.from = one.by;
            item.at = one.at;
        }
    }

    void meetings() {
        for (const model::Commitment& one : rows_.commitments) {
            if (one.person != me_ || one.state != model::CommitmentState::Open) continue;
            InboxItem& item = add(InboxKind::Commitment,
                                  "commitment:" + std::to_string(one.id.value), one.text, one);
            item.card = one.card;
            item.due = one.due;
        }
        for (const model::ActionItem& one : rows_.actions) {
            if (one.owner != me_ || one.state != model::ActionState::Open) continue;
            InboxItem& item = add(InboxKind::Action, "action:" + model::key_of(one), one.text, one);
            item.about = model::key_of(one) + (one.source.empty() ? "" : ", from " + one.source);
            item.request = one.request;
            item.due = one.due;
            item.at = one.at;
        }
        for (const model::Decision& one : rows_.decisions) {
            if (one.executor != me_ || one.state != model::DecisionState::Open) continue;
            InboxItem& item =
                add(InboxKind::Decision, "decision:" + model::key_of(one), one.text, one);
            item.about = model::key_of(one) + ", " + one.rationale;
            item.from = one.decider == me_ ? PersonId{} : one.decider;
            item.due = one.due;
            item.at = one.at;
        }
    }

    void escalations() {
        for (const model::Escalation& one : rows_.escalations) {
            const std::string id = "escalation:" + std::to_string(one.id.value);
            const bool is_asked = one.to == me_ && !one.answered_at;
            const bool is_answered =
                one.by == me_ && one.answered_at && *one.answered_at >= news_from_;
            if (!is_asked && !is_answered) continue;
            InboxItem& item = is_asked ? add(InboxKind::Escalation, id, one.reason, one)
                                       : add(InboxKind::Answer, id + ":answered",
                                             "Answered your escalation: " + one.answer, one);
            item.card = one.card;
            item.kpi = one.kpi;
            item.from = is_asked ? one.by : one.to;
            item.at = is_asked ? one.at : *one.answered_at;
            if (const model::Kpi* kpi = plan_row(rows_.kpis, one.kpi)) {
                item.about = model::key_of(*kpi) + " " + kpi->name;
            }
        }
    }

    void measurements() {
        std::unordered_map<model::KpiId, std::optional<Day>> latest;
        for (const model::Kpi& kpi : rows_.kpis) {
            if (kpi.owner == me_ && !kpi.retired) latest[kpi.id];
        }
        if (latest.empty()) return;
        for (const model::Measurement& one : rows_.measurements) {
            const auto found = latest.find(one.kpi);
            if (found != latest.end() && one.known_at <= now_) {
                found->second = std::max(found->second.value_or(one.day), one.day);
            }
        }
        for (const model::Kpi& kpi : rows_.kpis) {
            const auto found = latest.find(kpi.id);
            if (found == latest.end()) continue;
            const auto period = late_period(rows_.targets, kpi, found->second, today_);
            if (!period) continue;
            InboxItem& item = add(InboxKind::Measurement,
                                  "measurement:" + model::key_of(kpi) + ":" + to_text(period->last),
                                  "The value of " + to_text(period->first) + " to " +
                                      to_text(period->last) + " is missing",
                                  kpi);
            item.about = model::key_of(kpi) + " " + kpi.name;
            item.kpi = kpi.id;
            item.due = period->last;
            item.at = rows_.zone.start_of(period->last + 1);
        }
    }

    // `day` is when it is due; "" says nothing more.
    template <class T>
    void review(InboxKind kind, const std::string& id, const std::string& name, const T& row,
                const std::optional<Day>& day) {
        if (row.owner != me_ || !day || *day > today_ + kReviewDays) return;
        InboxItem& item = add(kind, id + ":" + to_text(*day), name, row);
        item.due = *day;
        item.at = rows_.zone.start_of(*day);
    }
    void reviews() {
        for (const model::Risk& one : rows_.risks) {
            if (one.state == model::RiskState::Open) {
                review(InboxKind::Risk, "risk:" + model::key_of(one),
                       model::key_of(one) + " " + one.title, one, one.review_on);
            }
        }
        for (const model::Tool& one : rows_.tools) {
            review(InboxKind::Register, "tool:" + std::to_string(one.id.value), one.name, one,
                   one.review_on);
        }
        for (const model::DataDomain& one : rows_.domains) {
            review(InboxKind::Register, "data_domain:" + std::to_string(one.id.value), one.name,
                   one, one.review_on);
        }
        for (const model::Training& one : rows_.trainings) {
            review(InboxKind::Register, "training:" + std::to_string(one.id.value), one.name, one,
                   one.review_on);
        }
    }

    std::string name_of(const model::Column& column) const {
        return model::column_name(column.name, plan_row(rows_.groups, column.group));
    }
    std::string key_of(const Card& card) const {
        const std::string prefix = rows_.boards.empty() ? "" : rows_.boards[0].key_prefix;
        return prefix + "-" + std::to_string(card.number);
    }
    void name_subjects() {
        std::unordered_map<CardId, std::vector<InboxItem*>> by_card;
        std::unordered_map<RequestId, std::vector<InboxItem*>> by_request;
        for (InboxItem& item : items_) {
            if (item.card)
                by_card[item.card].push_back(&item);
            else if (item.request && item.about.empty())
                by_request[item.request].push_back(&item);
        }
        for (const Card& card : rows_.cards) {
            const auto found = by_card.find(card.id);
            if (found == by_card.end()) continue;
            for (InboxItem* item : found->second) {
                item->about = key_of(card) + " " + card.title;
                if (since_entered_.contains(item->id)) item->at = card.entered_at;
            }
        }
        for (const Request& request : rows_.requests) {
            const auto found = by_request.find(request.id);
            if (found == by_request.end()) continue;
            for (InboxItem* item : found->second) {
                item->about = model::key_of(request) + " " + request.title;
            }
        }
    }

    const InboxRows& rows_;
    PersonId me_;
    Instant now_;
    Day today_;
    Instant news_from_;
    std::unordered_set<std::string> seen_;
    std::unordered_map<CardId, model::ColumnId> answers_for_;  // and where it stands
    std::unordered_set<CardId> own_;
    std::unordered_set<CardId> followed_;
    std::unordered_set<std::string> since_entered_;  // since the card came into its column
    std::vector<InboxItem> items_;
};

}  // namespace

InboxRows inbox_rows_of(const model::Workspace& workspace, const Zone& zone) {
    return {.boards = workspace.rows<model::Board>().list(),
            .columns = workspace.rows<model::Column>().list(),
            .groups = workspace.rows<model::ColumnGroup>().list(),
            .gate_items = workspace.rows<model::GateItem>().list(),
            .gate_marks = workspace.rows<model::GateMark>().list(),
            .objectives = workspace.rows<model::Objective>().list(),
            .requests = workspace.rows<Request>().list(),
            .request_events = workspace.rows<model::RequestEvent>().list(),
            .cards = workspace.rows<Card>().list(),
            .transitions = workspace.rows<model::Transition>().list(),
            .blocks = workspace.rows<model::Block>().list(),
            .comments = workspace.rows<model::Comment>().list(),
            .commitments = workspace.rows<model::Commitment>().list(),
            .decisions = workspace.rows<model::Decision>().list(),
            .actions = workspace.rows<model::ActionItem>().list(),
            .escalations = workspace.rows<model::Escalation>().list(),
            .kpis = workspace.rows<model::Kpi>().list(),
            .targets = workspace.rows<model::KpiTarget>().list(),
            .measurements = workspace.rows<model::Measurement>().list(),
            .risks = workspace.rows<model::Risk>().list(),
            .tools = workspace.rows<model::Tool>().list(),
            .domains = workspace.rows<model::DataDomain>().list(),
            .trainings = workspace.rows<model::Training>().list(),
            .marks = workspace.rows<model::InboxMark>().list(),
            .zone = zone};
}

std::string_view to_text(InboxKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}

std::string_view to_text(InboxGroup group) {
    return kGroups[static_cast<std::size_t>(group)];
}

std::vector<InboxItem> inbox_of(const InboxRows& rows, model::PersonId person, Instant now) {
    return person ? Collector(rows, person, now).collect() : std::vector<InboxItem>{};
}

int unseen(const std::vector<InboxItem>& items) {
    return static_cast<int>(std::ranges::count(items, false, &InboxItem::seen));
}

}  // namespace throughline::flow
