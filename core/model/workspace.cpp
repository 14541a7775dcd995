#include "core/model/workspace.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace throughline::model {
namespace {

// Cards in a column stand by rank, then by number. The id makes the order strict even where a
// damaged journal gave one number twice.
bool stands_before(const Card& a, const Card& b) {
    return std::tie(a.rank, a.number, a.id) < std::tie(b.rank, b.number, b.id);
}

template <class T, class Matches>
const T* find_first(const Workspace& workspace, Matches&& matches) {
    const auto& rows = workspace.rows<T>();
    const auto found = std::find_if(rows.begin(), rows.end(), matches);
    return found == rows.end() ? nullptr : &*found;
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number <= 0) {
        return std::nullopt;
    }
    return number;
}

// What decides a card's place, copied: sorting by it is faster than asking for two cards by id in
// each comparison.
struct Standing {
    ColumnId column;
    double rank;
    std::int64_t number;
    CardId id;

    friend bool operator<(const Standing& a, const Standing& b) {
        return std::tie(a.column, a.rank, a.number, a.id) <
               std::tie(b.column, b.rank, b.number, b.id);
    }
};

// Lists the ids of all rows by owner, in order. Counted first, so that each list is allocated once
// and the large hash is asked once per owner instead of once per row.
template <class T, class Index>
void fill_index(const Rows<T>& rows, std::int64_t (*owner)(const T&), Index& index) {
    struct List {
        std::vector<std::int64_t>* ids = nullptr;
        std::size_t count = 0;
    };
    IdMap list_of_owner;
    std::vector<std::size_t> list_of_row;
    list_of_row.reserve(rows.size());
    index.clear();
    std::vector<List> lists{{&index[0]}};  // of rows without an owner: an IdMap's keys are positive
    for (const T& row : rows) {
        auto at = owner(row) <= 0 ? std::optional<std::int64_t>(0) : list_of_owner.find(owner(row));
        if (!at) {
            at = static_cast<std::int64_t>(lists.size());
            list_of_owner.set(owner(row), *at);
            lists.push_back({&index[owner(row)]});
        }
        list_of_row.push_back(static_cast<std::size_t>(*at));
        ++lists[list_of_row.back()].count;
    }
    for (const List& list : lists) {
        list.ids->reserve(list.count);
    }
    auto list = list_of_row.begin();
    for (const T& row : rows) {
        lists[*list++].ids->push_back(row.id.value);
    }
}

// Numbers are positive and each names one thing. A damaged journal may say otherwise: then a number
// that cannot be is not found, and one given twice names the row that came last.
void set_number(IdMap& numbers, std::int64_t number, std::int64_t id) {
    if (number > 0) {
        numbers.set(number, id);
    }
}
void unset_number(IdMap& numbers, std::int64_t number, std::int64_t id) {
    if (numbers.find(number) == id) {
        numbers.erase(number);
    }
}

}  // namespace

template <Owned T>
std::int64_t Workspace::owner(const T& row) {
    if constexpr (std::same_as<T, RequestEvent>) {
        return row.request.value;
    } else if constexpr (std::same_as<T, Comment>) {
        return row.card ? row.card.value : row.request.value;
    } else {
        return row.card.value;
    }
}

template <Owned T>
constexpr std::size_t Workspace::index_number() {
    constexpr std::array<bool, 7> kIs{std::same_as<T, Transition>,  std::same_as<T, Block>,
                                      std::same_as<T, GateMark>,    std::same_as<T, ChecklistItem>,
                                      std::same_as<T, Comment>,     std::same_as<T, Link>,
                                      std::same_as<T, RequestEvent>};
    return static_cast<std::size_t>(std::find(kIs.begin(), kIs.end(), true) - kIs.begin());
}

template <Owned T>
std::vector<const T*> Workspace::owned(std::int64_t owner_id) const {
    std::vector<const T*> result;
    const Index& index = indexes_[index_number<T>()];
    if (const auto found = index.find(owner_id); found != index.end()) {
        result.reserve(found->second.size());
        for (const std::int64_t id : found->second) {
            result.push_back(rows<T>().find(decltype(T::id){id}));
        }
    }
    return result;
}

template <class T>
void Workspace::index_row(const T& row) {
    if constexpr (Owned<T>) {
        index<T>()[owner(row)].push_back(row.id.value);
    } else if constexpr (std::same_as<T, Card>) {
        set_number(card_numbers_, row.number, row.id.value);
        place(row);
    } else if constexpr (std::same_as<T, Request>) {
        set_number(request_numbers_, row.number, row.id.value);
    } else if constexpr (std::same_as<T, Column>) {
        sort_columns();
    }
}

template <class T>
void Workspace::unindex_row(const T& row) {
    if constexpr (Owned<T>) {
        auto& ids = index<T>()[owner(row)];
        ids.erase(std::remove(ids.begin(), ids.end(), row.id.value), ids.end());
        if (ids.empty()) {
            index<T>().erase(owner(row));
        }
    } else if constexpr (std::same_as<T, Card>) {
        unset_number(card_numbers_, row.number, row.id.value);
        unplace(row);
    } else if constexpr (std::same_as<T, Request>) {
        unset_number(request_numbers_, row.number, row.id.value);
    }
}

template <class T>
void Workspace::put(T row) {
    auto& rows = std::get<Rows<T>>(rows_);
    if (loading_) {
        rows.put(std::move(row));
        return;
    }
    const T* before = rows.find(row.id);
    if constexpr (Owned<T>) {
        if (before != nullptr && owner(*before) == owner(row)) {
            rows.put(std::move(row));  // its place in the owner's list stays
            return;
        }
    }
    if (before != nullptr) {
        unindex_row(*before);
    }
    const auto id = row.id;
    rows.put(std::move(row));
    index_row(*rows.find(id));
}

template <class Id>
void Workspace::remove(Id id) {
    using T = Stored<Id>;
    auto& rows = std::get<Rows<T>>(rows_);
    if (const T* row = rows.find(id)) {
        unindex_row(*row);
        rows.remove(id);
        if constexpr (std::same_as<T, Column>) {
            sort_columns();
        }
    }
}

void Workspace::end_load() {
    loading_ = false;
    places_.clear();
    column_counts_.clear();
    person_counts_.clear();
    card_numbers_.clear();
    request_numbers_.clear();
    sort_columns();
    card_numbers_.reserve(rows<Card>().size());
    std::vector<Standing> standings;
    standings.reserve(rows<Card>().size());
    for (const Card& card : rows<Card>()) {
        set_number(card_numbers_, card.number, card.id.value);
        if (card.on_board() && card.column) {
            standings.push_back({card.column, card.rank, card.number, card.id});
            auto& counted = column_counts_[card.column];
            const bool expedite = card.service_class == ServiceClass::Expedite;
            ++(expedite ? counted.expedite : counted.ordinary);
            if (!expedite && card.dri) {
                ++person_counts_[card.dri][card.column];
            }
        }
    }
    std::sort(standings.begin(), standings.end());
    for (const Standing& standing : standings) {
        places_[standing.column].push_back(standing.id);
    }
    for (const Request& request : rows<Request>()) {
        index_row(request);
    }
    for_each_stored_type([this]<class T>() {
        if constexpr (Owned<T>) {
            fill_index(rows<T>(), &Workspace::owner<T>, index<T>());
        }
    });
}

void Workspace::place(const Card& card) {
    if (!card.on_board() || !card.column) {
        return;
    }
    auto& cards = places_[card.column];
    const auto at = std::lower_bound(
        cards.begin(), cards.end(), card,
        [this](CardId other, const Card& placed) { return stands_before(*find(other), placed); });
    cards.insert(at, card.id);
    auto& counted = column_counts_[card.column];
    const bool expedite = card.service_class == ServiceClass::Expedite;
    ++(expedite ? counted.expedite : counted.ordinary);
    if (!expedite && card.dri) {
        ++person_counts_[card.dri][card.column];
    }
}

void Workspace::unplace(const Card& card) {
    if (!card.on_board() || !card.column) {
        return;
    }
    auto& cards = places_[card.column];
    const auto at = std::lower_bound(
        cards.begin(), cards.end(), card,
        [this](CardId other, const Card& placed) { return stands_before(*find(other), placed); });
    assert(at != cards.end() && *at == card.id);
    cards.erase(at);
    auto& counted = column_counts_[card.column];
    const bool expedite = card.service_class == ServiceClass::Expedite;
    --(expedite ? counted.expedite : counted.ordinary);
    if (!expedite && card.dri) {
        --person_counts_[card.dri][card.column];
    }
}

void Workspace::sort_columns() {
    columns_.clear();
    for (const Column& column : rows<Column>()) {
        if (!column.removed) {
            columns_.push_back(column.id);
        }
    }
    std::sort(columns_.begin(), columns_.end(), [this](ColumnId a, ColumnId b) {
        const Column& left = *find(a);
        const Column& right = *find(b);
        return left.rank != right.rank ? left.rank < right.rank : a < b;
    });
}

const Board* Workspace::board() const {
    const auto& boards = rows<Board>();
    return boards.size() == 0 ? nullptr : &*boards.begin();
}

std::span<const CardId> Workspace::cards_in(ColumnId column) const {
    const auto found = places_.find(column);
    return found == places_.end() ? std::span<const CardId>{}
                                  : std::span<const CardId>(found->second);
}

int Workspace::count(ColumnId column, bool expedite) const {
    const auto found = column_counts_.find(column);
    if (found == column_counts_.end()) {
        return 0;
    }
    return expedite ? found->second.expedite : found->second.ordinary;
}

int Workspace::count(PersonId person, ColumnId column) const {
    const auto found = person_counts_.find(person);
    if (found == person_counts_.end()) {
        return 0;
    }
    const auto in_column = found->second.find(column);
    return in_column == found->second.end() ? 0 : in_column->second;
}

bool Workspace::is_blocked(CardId card) const {
    const auto blocks = of<Block>(card);
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const Block* block) { return block->is_open(); });
}

const Card* Workspace::card_by_number(std::int64_t number) const {
    const auto id = card_numbers_.find(number);
    return id ? find(CardId{*id}) : nullptr;
}

const Request* Workspace::request_by_number(std::int64_t number) const {
    const auto id = request_numbers_.find(number);
    return id ? find(RequestId{*id}) : nullptr;
}

const Objective* Workspace::objective_by_number(std::int64_t number) const {
    return find_first<Objective>(*this, [&](const Objective& one) { return one.number == number; });
}

const Bet* Workspace::bet_by_number(std::int64_t number) const {
    return find_first<Bet>(*this, [&](const Bet& one) { return one.number == number; });
}

const Person* Workspace::person_by_handle(std::string_view handle) const {
    return find_first<Person>(*this, [&](const Person& one) { return one.handle == handle; });
}

const Column* Workspace::column_by_handle(std::string_view handle) const {
    return find_first<Column>(
        *this, [&](const Column& one) { return !one.removed && one.handle == handle; });
}

const ColumnGroup* Workspace::group_by_handle(std::string_view handle) const {
    return find_first<ColumnGroup>(
        *this, [&](const ColumnGroup& one) { return !one.removed && one.handle == handle; });
}

const Template* Workspace::template_by_handle(std::string_view handle) const {
    return find_first<Template>(*this, [&](const Template& one) { return one.handle == handle; });
}

const ServiceLevel* Workspace::service_level(ServiceClass service_class) const {
    return find_first<ServiceLevel>(
        *this, [&](const ServiceLevel& one) { return one.service_class == service_class; });
}

std::int64_t Workspace::last_number(std::string_view counter) const {
    const Counter* found =
        find_first<Counter>(*this, [&](const Counter& one) { return one.name == counter; });
    return found == nullptr ? 0 : found->last;
}

std::string key_of(const Workspace& workspace, const Card& card) {
    const Board* board = workspace.board();
    return (board == nullptr ? std::string("CARD") : board->key_prefix) + "-" +
           std::to_string(card.number);
}
std::optional<std::int64_t> number_of_key(std::string_view key, std::string_view letters) {
    key = trim(key);
    if (key.size() > letters.size() + 1 && key[letters.size()] == '-' &&
        fold(key.substr(0, letters.size())) == fold(letters)) {
        key.remove_prefix(letters.size() + 1);
    }
    return number_in(key);
}

const Card* card_by_key(const Workspace& workspace, std::string_view key) {
    const Board* board = workspace.board();
    const auto number = number_of_key(key, board == nullptr ? "" : board->key_prefix);
    return number ? workspace.card_by_number(*number) : nullptr;
}

const Request* request_by_key(const Workspace& workspace, std::string_view key) {
    const auto number = number_of_key(key, kKeyLetters<Request>);
    return number ? workspace.request_by_number(*number) : nullptr;
}

const Objective* objective_by_key(const Workspace& workspace, std::string_view key) {
    const auto number = number_of_key(key, kKeyLetters<Objective>);
    return number ? workspace.objective_by_number(*number) : nullptr;
}

const Bet* bet_by_key(const Workspace& workspace, std::string_view key) {
    const auto number = number_of_key(key, kKeyLetters<Bet>);
    return number ? workspace.bet_by_number(*number) : nullptr;
}

// put, remove and owned are made here for every stored type, so that their code stays out of
// headers.
#define TL_INSTANTIATE(T)               \
    template void Workspace::put<T>(T); \
    template void Workspace::remove<decltype(T::id)>(decltype(T::id));
TL_INSTANTIATE(Board)
TL_INSTANTIATE(Person)
TL_INSTANTIATE(ColumnGroup)
TL_INSTANTIATE(Column)
TL_INSTANTIATE(GateItem)
TL_INSTANTIATE(WorkflowChange)
TL_INSTANTIATE(ServiceLevel)
TL_INSTANTIATE(Term)
TL_INSTANTIATE(Bet)
TL_INSTANTIATE(Objective)
TL_INSTANTIATE(Template)
TL_INSTANTIATE(TemplateVersion)
TL_INSTANTIATE(Request)
TL_INSTANTIATE(RequestEvent)
TL_INSTANTIATE(Card)
TL_INSTANTIATE(Transition)
TL_INSTANTIATE(Block)
TL_INSTANTIATE(GateMark)
TL_INSTANTIATE(ChecklistItem)
TL_INSTANTIATE(Comment)
TL_INSTANTIATE(Link)
TL_INSTANTIATE(SavedView)
TL_INSTANTIATE(Override)
TL_INSTANTIATE(RefusedTry)
TL_INSTANTIATE(Counter)
TL_INSTANTIATE(ImportRun)
TL_INSTANTIATE(Meeting)
TL_INSTANTIATE(Note)
TL_INSTANTIATE(Commitment)
TL_INSTANTIATE(AlertSetting)
TL_INSTANTIATE(Alert)
TL_INSTANTIATE(Forecast)
TL_INSTANTIATE(AnnualFrame)
TL_INSTANTIATE(NotDoing)
TL_INSTANTIATE(KeyResult)
TL_INSTANTIATE(Milestone)
TL_INSTANTIATE(Dependency)
TL_INSTANTIATE(BudgetLine)
TL_INSTANTIATE(Spend)
TL_INSTANTIATE(Absence)
TL_INSTANTIATE(Accountability)
TL_INSTANTIATE(Escalation)
TL_INSTANTIATE(Kpi)
TL_INSTANTIATE(KpiDefinition)
TL_INSTANTIATE(KpiTarget)
TL_INSTANTIATE(Measurement)
TL_INSTANTIATE(Agenda)
TL_INSTANTIATE(Decision)
TL_INSTANTIATE(ActionItem)
TL_INSTANTIATE(Report)
TL_INSTANTIATE(Risk)
TL_INSTANTIATE(Retro)
TL_INSTANTIATE(Experiment)
TL_INSTANTIATE(ProcessStep)
TL_INSTANTIATE(GlossaryWord)
TL_INSTANTIATE(Assessment)
TL_INSTANTIATE(Schedule)
TL_INSTANTIATE(InboxMark)
TL_INSTANTIATE(Tool)
TL_INSTANTIATE(DataDomain)
TL_INSTANTIATE(Training)
#undef TL_INSTANTIATE

#define TL_INSTANTIATE(T) template std::vector<const T*> Workspace::owned<T>(std::int64_t) const;
TL_INSTANTIATE(Transition)
TL_INSTANTIATE(Block)
TL_INSTANTIATE(GateMark)
TL_INSTANTIATE(ChecklistItem)
TL_INSTANTIATE(Comment)
TL_INSTANTIATE(Link)
TL_INSTANTIATE(RequestEvent)
#undef TL_INSTANTIATE

}  // namespace throughline::model
