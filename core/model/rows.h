// All rows of one type, found by id. Their order means nothing. Copies share memory (CowVector).
#pragma once

#include "core/base/cow_vector.h"
#include "core/model/id_map.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace throughline::model {

template <class T>
class Rows {
public:
    using Id = decltype(T::id);

    std::size_t size() const { return rows_.size(); }
    auto begin() const { return rows_.begin(); }
    auto end() const { return rows_.end(); }

    // Valid until the next change of these rows.
    const T* find(Id id) const {
        const auto at = at_.find(id.value);
        return at ? &rows_[static_cast<std::size_t>(*at)] : nullptr;
    }

    // Adds the row or replaces the one with its id.
    void put(T row) {
        assert(row.id);
        max_id_ = std::max(max_id_, row.id.value);
        if (const auto at = at_.find(row.id.value)) {
            rows_.edit(static_cast<std::size_t>(*at)) = std::move(row);
            return;
        }
        at_.set(row.id.value, static_cast<std::int64_t>(rows_.size()));
        rows_.push_back(std::move(row));
    }

    void remove(Id id) {
        const auto at = at_.find(id.value);
        if (!at) {
            return;
        }
        const auto hole = static_cast<std::size_t>(*at);
        if (hole + 1 != rows_.size()) {
            rows_.edit(hole) = rows_.back();
            at_.set(rows_[hole].id.value, static_cast<std::int64_t>(hole));
        }
        rows_.pop_back();
        at_.erase(id.value);
    }

    void reserve(std::size_t count) { at_.reserve(count); }

    // The greatest id ever put; rows that are numbered 1, 2, 3 go on from it.
    std::int64_t max_id() const { return max_id_; }

    // A copy that shares memory, without the index: for reading in order on another thread.
    CowVector<T> list() const { return rows_; }

private:
    CowVector<T> rows_;
    IdMap at_;
    std::int64_t max_id_ = 0;
};

}  // namespace throughline::model
