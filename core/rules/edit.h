// A draft under construction: the workspace as it would be, without touching it. decide() functions
// read and write through it; at the end it yields the changes.
#pragma once

#include "core/journal/change.h"
#include "core/model/workspace.h"
#include "core/rules/refusal.h"

#include <map>

namespace throughline::rules {

class Edit {
public:
    Edit(const model::Workspace& workspace, std::uint64_t nonce)
        : workspace_(workspace), ids_(nonce) {}

    // The state before.
    const model::Workspace& before() const { return workspace_; }

    // The row as it would be; null when there is none. Valid until the next put or remove.
    template <class Id>
    const model::Stored<Id>* get(Id id) const {
        const auto& touched = touched_rows<model::Stored<Id>>();
        if (const auto found = touched.find(id.value); found != touched.end()) {
            return found->second ? &*found->second : nullptr;
        }
        return workspace_.find(id);
    }

    template <class T>
    void put(T row) {
        const auto id = row.id.value;
        touched_rows<T>().insert_or_assign(id, std::move(row));
    }
    template <class Id>
    void remove(Id id) {
        touched_rows<model::Stored<Id>>().insert_or_assign(id.value, std::nullopt);
    }
    // Changes one row in place: f(T&). The row must be there.
    template <class Id, class F>
    void change(Id id, F&& f) {
        auto copy = *get(id);
        f(copy);
        put(std::move(copy));
    }

    // Rows of a card as they would be, in no particular order.
    template <model::Owned T>
    std::vector<T> of(model::CardId card) const {
        std::vector<T> result;
        const auto& touched = touched_rows<T>();
        for (const T* row : workspace_.of<T>(card)) {
            if (!touched.contains(row->id.value)) {
                result.push_back(*row);
            }
        }
        for (const auto& [id, row] : touched) {
            if (row && row->card == card) {
                result.push_back(*row);
            }
        }
        return result;
    }

    // Touched rows of a type: id -> row as it would be (nullopt: removed).
    template <class T>
    const std::map<std::int64_t, std::optional<T>>& touched() const {
        return touched_rows<T>();
    }
    // Calls f(const T&) for every row as it would be.
    template <class T, class F>
    void each(F&& f) const {
        const auto& touched = touched_rows<T>();
        for (const T& row : workspace_.rows<T>()) {
            if (!touched.contains(row.id.value)) {
                f(row);
            }
        }
        for (const auto& [id, row] : touched) {
            if (row) {
                f(*row);
            }
        }
    }

    // A new id, made from the command's nonce.
    template <class Id>
    Id new_id() {
        return ids_.next<Id>();
    }
    // The next id of rows that are numbered 1, 2, 3.
    template <class T>
    decltype(T::id) next_in_log() const {
        const auto& touched = touched_rows<T>();
        const std::int64_t last = touched.empty() ? 0 : touched.rbegin()->first;
        return {std::max(last, workspace_.rows<T>().max_id()) + 1};
    }
    // Gives out the next number of a counter ("card", "request", "objective", "bet").
    std::int64_t next_number(std::string_view counter);
    // Numbers that undone rows had are given out again before new ones: what is redone keeps its
    // keys.
    void reuse_numbers(const std::vector<journal::Change>& undone);

    // What differs from the state before, in the order of the stored types, then by id.
    std::vector<journal::Change> changes() const;

private:
    template <class Types>
    struct Touched;
    template <class... T>
    struct Touched<std::tuple<T...>> {
        using Type = std::tuple<std::map<std::int64_t, std::optional<T>>...>;
    };

    template <class T>
    std::map<std::int64_t, std::optional<T>>& touched_rows() {
        return std::get<std::map<std::int64_t, std::optional<T>>>(touched_);
    }
    template <class T>
    const std::map<std::int64_t, std::optional<T>>& touched_rows() const {
        return std::get<std::map<std::int64_t, std::optional<T>>>(touched_);
    }

    const model::Workspace& workspace_;
    IdSource ids_;
    std::map<std::string, std::vector<std::int64_t>, std::less<>> reused_;  // greatest first
    Touched<model::StoredTypes>::Type touched_;
};

}  // namespace throughline::rules
