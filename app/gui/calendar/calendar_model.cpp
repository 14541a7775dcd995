#include "app/gui/calendar/calendar_model.h"

#include "core/base/text.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace throughline::gui::calendar {
namespace {

using model::Workspace;

constexpr const char* kChannel = "channel";  // the kind of term
constexpr int kLongestAbsence = 400;         // days; a longer one is a mistake in its dates

// Handles of the fields of a template version that ask for a channel.
std::vector<std::string> channel_fields(const model::TemplateVersion& version) {
    std::vector<std::string> handles;
    for (const model::BriefField& field : version.fields) {
        if (field.kind == model::AnswerKind::Term && field.term_kind == kChannel)
            handles.push_back(field.handle);
    }
    return handles;
}

std::string first_answer(const model::Request& request, const std::vector<std::string>& handles) {
    for (const std::string& handle : handles) {
        const auto found = request.answers.find(handle);
        if (found != request.answers.end() && !found->second.empty()) return found->second;
    }
    return "";
}

// A request as the filter of cards sees it.
model::Card as_card(const Workspace& ws, const model::Request& request) {
    model::Card card;
    card.number = request.number;
    card.title = request.title;
    card.request = request.id;
    card.objective = request.objective;
    card.due = request.needed_by;
    card.created_at = request.submitted_at;
    const model::TemplateVersion* version = ws.find(request.version);
    const model::Template* form = version == nullptr ? nullptr : ws.find(version->form);
    card.type = form == nullptr ? "" : form->handle;
    return card;
}

std::int64_t order_of(EntryKind kind, std::int64_t number) {
    constexpr std::int64_t kKind = std::int64_t{1} << 54;  // ids are below 2^53
    return static_cast<std::int64_t>(kind) * kKind + number;
}

}  // namespace

Page week_page(Day day) {
    return {day - weekday(day), 1};
}

Page month_page(Day day) {
    const CivilDate date = civil(day);
    const Day first = day_from_civil(date.year, date.month, 1);
    const Day next = date.month == 12 ? day_from_civil(date.year + 1, 1, 1)
                                      : day_from_civil(date.year, date.month + 1, 1);
    const Day monday = first - weekday(first);
    return {monday, (next - monday + 6) / 7};
}

Day add_months(Day day, int months) {
    const CivilDate date = civil(day);
    const int month = date.year * 12 + date.month - 1 + months;
    int last = date.day;
    while (!is_valid_date(month / 12, month % 12 + 1, last))
        --last;
    return day_from_civil(month / 12, month % 12 + 1, last);
}

std::string channel_of(const Workspace& ws, const model::Request& request) {
    const model::TemplateVersion* version = ws.find(request.version);
    return version == nullptr ? "" : first_answer(request, channel_fields(*version));
}

// One walk over the rows.
struct CalendarModel::Gather {
    CalendarModel& to;
    const Workspace& ws;
    const Zone& zone;
    std::optional<model::QueryRun> filter;            // absent: everything passes
    std::optional<model::QueryRun> request_filter{};  // of rows that the cache does not know
    std::unordered_map<model::TemplateVersionId, std::vector<std::string>> fields{};
    std::unordered_map<model::CardId, std::pair<std::string, double>> money{};
    std::unordered_map<std::string, int> lane_of{};
    std::vector<std::pair<std::int64_t, EntryRef>> undated{};  // with their order
    std::vector<std::pair<Day, EntryRef>> late{};

    void read_channels() {
        to.lanes_.clear();
        std::vector<std::pair<model::TermId, std::string>> terms;
        for (const model::Term& term : ws.rows<model::Term>()) {
            if (term.kind == kChannel && !term.retired) terms.emplace_back(term.id, term.value);
        }
        std::ranges::sort(terms, {}, &std::pair<model::TermId, std::string>::second);
        for (const auto& [id, value] : terms)
            add_lane(value);
        for (const model::TemplateVersion& one : ws.rows<model::TemplateVersion>())
            fields.emplace(one.id, channel_fields(one));
        std::unordered_map<model::CardId, std::map<std::string, double>> spent;
        for (const model::Spend& one : ws.rows<model::Spend>()) {
            if (!one.channel.empty()) spent[one.card][one.channel] += one.amount;
        }
        for (const auto& [card, channels] : spent) {
            const auto most = std::ranges::max_element(
                channels, {}, &std::map<std::string, double>::value_type::second);
            money.emplace(card, std::pair(most->first, most->second));
        }
    }
    int add_lane(const std::string& channel) {
        const auto [found, added] =
            lane_of.try_emplace(channel, static_cast<int>(to.lanes_.size()));
        if (added) to.lanes_.push_back(channel);
        return found->second;
    }
    int lane(const model::Request* request, model::CardId card) {
        std::string channel;
        if (request != nullptr) {
            const auto known = fields.find(request->version);
            if (known != fields.end()) channel = first_answer(*request, known->second);
        }
        if (channel.empty() && card) {
            const auto known = money.find(card);
            if (known != money.end()) channel = known->second.first;
        }
        return add_lane(channel);
    }
    void add(EntryKind kind, std::int64_t id, Day day, int lane, std::int64_t number) {
        to.entries_.push_back({{kind, id}, day, lane, order_of(kind, number)});
    }
    void leave_undated(EntryKind kind, std::int64_t id, std::int64_t number) {
        undated.push_back({order_of(kind, number), {kind, id}});
    }

    void note_late(Day day, const EntryRef& entry) {
        if (day < to.made_.today) late.emplace_back(day, entry);
    }

    void cards() {
        for (const model::Card& card : ws.rows<model::Card>()) {
            if (!card.on_board() && card.state != model::CardState::Archived) continue;
            if (filter && !filter->matches(card)) continue;
            if (card.due) {
                const EntryRef entry{EntryKind::Card, card.id.value};
                add(entry.kind, entry.id, *standing_day(ws, to.workflow_, zone, entry),
                    lane(ws.find(card.request), card.id), card.number);
                if (card.on_board() && !is_delivered(to.workflow_, card))
                    note_late(*card.due, entry);
            } else if (card.on_board() && !is_delivered(to.workflow_, card)) {
                leave_undated(EntryKind::Card, card.id.value, card.number);
            }
        }
        for (const model::ChecklistItem& step : ws.rows<model::ChecklistItem>()) {
            if (!step.due) continue;
            const model::Card* card = ws.find(step.card);
            if (card == nullptr || !card->on_board() || (filter && !filter->matches(*card)))
                continue;
            add(EntryKind::Step, step.id.value, *step.due, lane(ws.find(card->request), card->id),
                card->number);
        }
    }
    void requests() {
        for (const model::Request& request : ws.rows<model::Request>()) {
            if (!request.is_open()) continue;
            if (request_filter && !request_filter->matches(as_card(ws, request))) continue;
            if (request.needed_by) {
                add(EntryKind::Request, request.id.value, *request.needed_by, lane(&request, {}),
                    request.number);
                note_late(*request.needed_by, {EntryKind::Request, request.id.value});
            } else {
                leave_undated(EntryKind::Request, request.id.value, request.number);
            }
        }
    }
    // A filter is about cards; milestones are of objectives.
    void milestones() {
        if (filter) return;
        for (const model::Milestone& one : ws.rows<model::Milestone>()) {
            if (one.due) add(EntryKind::Milestone, one.id.value, *one.due, lane(nullptr, {}), 0);
        }
    }
    // "No channel" comes last, wherever the walk met it.
    void finish() {
        const int none = add_lane("");
        const int last = static_cast<int>(to.lanes_.size()) - 1;
        to.lanes_.erase(to.lanes_.begin() + none);
        to.lanes_.emplace_back("No channel");
        for (Entry& entry : to.entries_)
            entry.lane = entry.lane == none ? last : entry.lane - (entry.lane > none ? 1 : 0);
        std::ranges::sort(to.entries_, {}, [](const Entry& one) {
            return std::tuple(one.day, one.lane, one.order, one.ref.id);
        });
        std::ranges::sort(undated, {}, &std::pair<std::int64_t, EntryRef>::first);
        for (const auto& [order, ref] : undated)
            to.undated_.push_back(ref);
        std::ranges::stable_sort(late, {}, &std::pair<Day, EntryRef>::first);
        for (const auto& [day, ref] : late)
            to.late_.push_back(ref);
    }
    void absences() {
        to.away_.clear();
        for (const model::Absence& one : ws.rows<model::Absence>()) {
            const model::Person* person = ws.find(one.person);
            if (person == nullptr || one.to - one.from > kLongestAbsence) continue;
            for (Day day = one.from; day <= one.to; ++day)
                to.away_[day].push_back(person->name);
        }
    }
};

void CalendarModel::refresh(Context& context) {
    Key now{context.desk().revision(), context.filter().query, context.desk().actor(),
            context.zone().day(context.now())};
    if (now == made_) return;
    made_ = std::move(now);
    gather(context);
}

void CalendarModel::gather(Context& context) {
    const Workspace& ws = context.workspace();
    entries_.clear();
    undated_.clear();
    late_.clear();
    query_error_.clear();
    workflow_ = flow::Workflow(ws);
    if (const model::Board* board = ws.board()) calendar_ = model::calendar_of(*board);
    Gather gather{*this, ws, context.zone(), std::nullopt};
    model::Query query;
    if (auto parsed = model::Query::parse(context.filter().query)) {
        query = std::move(parsed).value();
    } else {
        query_error_ = parsed.error().message;
    }
    if (!query.is_empty()) {
        model::QueryContext asked{.workspace = ws,
                                  .zone = context.zone(),
                                  .now = context.now(),
                                  .me = context.desk().actor()};
        gather.request_filter.emplace(query, asked);
        cache_.refresh(ws);
        asked.cache = &cache_;
        gather.filter.emplace(query, asked);
    }
    gather.read_channels();
    gather.cards();
    gather.requests();
    gather.milestones();
    gather.finish();
    gather.absences();
}

std::span<const Entry> CalendarModel::on(Day day) const {
    const auto [first, last] = std::ranges::equal_range(entries_, day, {}, &Entry::day);
    return {first, last};
}

std::span<const Entry> CalendarModel::on(Day day, int lane) const {
    const std::span<const Entry> all = on(day);
    const auto [first, last] = std::ranges::equal_range(all, lane, {}, &Entry::lane);
    return {first, last};
}

std::vector<int> CalendarModel::lanes_on(const Page& page) const {
    std::vector<int> lanes;
    for (int lane = 0; lane < static_cast<int>(lanes_.size()); ++lane) {
        for (Day day = page.first; day <= page.last(); ++day) {
            if (on(day, lane).empty()) continue;
            lanes.push_back(lane);
            break;
        }
    }
    return lanes;
}

DayNote CalendarModel::note(Day day) const {
    DayNote note;
    note.works = calendar_.is_working(day);
    note.is_holiday = std::ranges::binary_search(calendar_.holidays, day);
    const auto away = away_.find(day);
    if (away == away_.end()) return note;
    const std::vector<std::string>& names = away->second;
    note.away_names = join(names, ", ");
    note.away = names.size() == 1 ? names.front().substr(0, names.front().find(' ')) + " away"
                                  : std::to_string(names.size()) + " away";
    return note;
}

}  // namespace throughline::gui::calendar
