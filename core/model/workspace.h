// Everything that is true about the board, in memory: the rows of every stored type and the indexes
// that questions need. Changed only by applying journal entries (and by loading); read by rules,
// flow figures, views and exports.
//
// Not thread-safe: it belongs to the thread that applies entries. Workers get copies of Rows.
#pragma once

#include "core/model/board.h"
#include "core/model/card.h"
#include "core/model/card_parts.h"
#include "core/model/column.h"
#include "core/model/keys.h"
#include "core/model/person.h"
#include "core/model/rows.h"
#include "core/model/settings.h"
#include "core/model/transition.h"

#include <concepts>
#include <span>
#include <tuple>
#include <unordered_map>

namespace throughline::model {

// The stored types, in the order in which exports write them. A new one is added here, and to the
// instantiations at the end of workspace.cpp.
using StoredTypes =
    std::tuple<Board, Person, ColumnGroup, Column, GateItem, WorkflowChange, ServiceLevel, Term,
               Bet, Objective, Template, TemplateVersion, Request, RequestEvent, Card, Transition,
               Block, GateMark, ChecklistItem, Comment, Link, SavedView, Override, RefusedTry,
               Counter, ImportRun, Meeting, Note, Commitment, AlertSetting, Alert, Forecast,
               AnnualFrame, NotDoing, KeyResult, Milestone, Dependency, BudgetLine, Spend, Absence,
               Accountability, Escalation, Kpi, KpiDefinition, KpiTarget, Measurement, Agenda,
               Decision, ActionItem, Report, Risk, Retro, Experiment, ProcessStep, GlossaryWord,
               Assessment, Schedule, InboxMark, Tool, DataDomain, Training>;

// Calls f.template operator()<T>() for each stored type.
template <class F>
void for_each_stored_type(F&& f) {
    []<class... T>(std::type_identity<std::tuple<T...>>, F&& each) {
        (each.template operator()<T>(), ...);
    }(std::type_identity<StoredTypes>{}, std::forward<F>(f));
}

namespace detail {
template <class Id, class Types>
struct StoredBy;
template <class Id, class T, class... Rest>
struct StoredBy<Id, std::tuple<T, Rest...>>
    : std::conditional_t<std::same_as<Id, decltype(T::id)>, std::type_identity<T>,
                         StoredBy<Id, std::tuple<Rest...>>> {};
template <class Id>
struct StoredBy<Id, std::tuple<>> {};

template <class Types>
struct RowsOf;
template <class... T>
struct RowsOf<std::tuple<T...>> {
    using Type = std::tuple<Rows<T>...>;
};
}  // namespace detail

// The stored type that an id names: Stored<CardId> is Card.
template <class Id>
using Stored = typename detail::StoredBy<Id, StoredTypes>::type;

// Rows that hang on a card or a request and are looked up by it.
template <class T>
concept Owned = std::same_as<T, Transition> || std::same_as<T, Block> ||
    std::same_as<T, GateMark> || std::same_as<T, ChecklistItem> || std::same_as<T, Comment> ||
    std::same_as<T, Link> || std::same_as<T, RequestEvent>;

class Workspace {
public:
    // --- rows -------------------------------------------------------------------------------
    template <class T>
    const Rows<T>& rows() const {
        return std::get<Rows<T>>(rows_);
    }
    // Null when there is none. Valid until the next change.
    template <class Id>
    const Stored<Id>* find(Id id) const {
        return rows<Stored<Id>>().find(id);
    }

    // Adds or replaces; keeps every index right.
    template <class T>
    void put(T row);
    template <class Id>
    void remove(Id id);

    // Between the two, put() only stores; the indexes are made at the end in one go.
    void begin_load() { loading_ = true; }
    void end_load();

    // --- position in the journal --------------------------------------------------------------
    std::int64_t seq() const { return seq_; }         // of the last entry applied; 0 for none
    Instant last_when() const { return last_when_; }  // that entry's time
    void set_position(std::int64_t seq, Instant when) {
        seq_ = seq;
        last_when_ = when;
    }

    // --- questions ----------------------------------------------------------------------------
    // The board; one is shipped first. Null only in an empty store.
    const Board* board() const;
    // Columns that are not removed, from left to right.
    std::span<const ColumnId> columns() const { return columns_; }
    // Cards on the board in this column, from the top.
    std::span<const CardId> cards_in(ColumnId column) const;
    // Cards in a column that are expedites, or that are not.
    int count(ColumnId column, bool expedite) const;
    // Cards in a column for which the person is DRI, expedites left out.
    int count(PersonId person, ColumnId column) const;

    // Rows of a card or request, in the order they were added.
    template <Owned T>
    std::vector<const T*> of(CardId card) const {
        return owned<T>(card.value);
    }
    template <Owned T>
    std::vector<const T*> of(RequestId request) const {
        return owned<T>(request.value);
    }
    bool is_blocked(CardId card) const;

    const Card* card_by_number(std::int64_t number) const;
    const Request* request_by_number(std::int64_t number) const;
    const Objective* objective_by_number(std::int64_t number) const;
    const Bet* bet_by_number(std::int64_t number) const;
    const Person* person_by_handle(std::string_view handle) const;
    const Column* column_by_handle(std::string_view handle) const;  // not the removed ones
    const ColumnGroup* group_by_handle(std::string_view handle) const;
    const Template* template_by_handle(std::string_view handle) const;
    const ServiceLevel* service_level(ServiceClass service_class) const;
    std::int64_t last_number(std::string_view counter) const;  // 0 when none was given out

private:
    // Ids of the rows that belong to one owner.
    using Index = std::unordered_map<std::int64_t, std::vector<std::int64_t>>;
    struct ColumnCount {
        int ordinary = 0;
        int expedite = 0;
    };

    template <Owned T>
    static std::int64_t owner(const T& row);
    template <Owned T>
    Index& index() {
        return indexes_[index_number<T>()];
    }
    template <Owned T>
    static constexpr std::size_t index_number();
    template <Owned T>
    std::vector<const T*> owned(std::int64_t owner_id) const;

    template <class T>
    void index_row(const T& row);
    template <class T>
    void unindex_row(const T& row);
    void place(const Card& card);
    void unplace(const Card& card);
    void sort_columns();

    detail::RowsOf<StoredTypes>::Type rows_;
    bool loading_ = false;
    std::int64_t seq_ = 0;
    Instant last_when_;

    std::array<Index, 7> indexes_;
    std::vector<ColumnId> columns_;
    std::unordered_map<ColumnId, std::vector<CardId>> places_;
    std::unordered_map<ColumnId, ColumnCount> column_counts_;
    std::unordered_map<PersonId, std::unordered_map<ColumnId, int>> person_counts_;
    IdMap card_numbers_;
    IdMap request_numbers_;
};

// "MKT-12".
std::string key_of(const Workspace& workspace, const Card& card);

// What a key names; null when there is none. A card's prefix may be left out or in small letters.
const Card* card_by_key(const Workspace& workspace, std::string_view key);
const Request* request_by_key(const Workspace& workspace, std::string_view key);
const Objective* objective_by_key(const Workspace& workspace, std::string_view key);
const Bet* bet_by_key(const Workspace& workspace, std::string_view key);

}  // namespace throughline::model
