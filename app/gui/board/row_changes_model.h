// Finds the rows of one stored type that changed since the last look, in the time of what changed:
// an old copy shares its unchanged chunks with the present rows, and those are skipped whole.
#pragma once

#include "core/model/rows.h"

#include <algorithm>

namespace throughline::gui::board {

template <class T>
class RowChanges {
public:
    // Calls seen(const T* before, const T* after) for each row that was added (before is null),
    // removed (after is null) or changed, and remembers the present rows. A removal may report the
    // row that took the freed place as removed and added.
    template <class Seen>
    void look(const model::Rows<T>& rows, Seen&& seen) {
        CowVector<T> now = rows.list();
        const std::size_t size = std::max(now.size(), old_.size());
        constexpr std::size_t kChunk = CowVector<T>::kChunk;
        for (std::size_t begin = 0; begin < size; begin += kChunk) {
            if (now.shares_chunk(old_, begin / kChunk)) continue;
            for (std::size_t i = begin; i < std::min(begin + kChunk, size); ++i)
                compare(now, i, seen);
        }
        old_ = std::move(now);
    }
    // Without asking what: something differs.
    bool changed(const model::Rows<T>& rows) {
        bool any = false;
        look(rows, [&](const T*, const T*) { any = true; });
        return any;
    }

private:
    template <class Seen>
    void compare(const CowVector<T>& now, std::size_t i, Seen&& seen) {
        const T* before = i < old_.size() ? &old_[i] : nullptr;
        const T* after = i < now.size() ? &now[i] : nullptr;
        if (before == after) return;
        if (before != nullptr && after != nullptr) {
            if (*before == *after) return;
            if (before->id != after->id) {
                seen(before, static_cast<const T*>(nullptr));
                seen(static_cast<const T*>(nullptr), after);
                return;
            }
        }
        seen(before, after);
    }

    CowVector<T> old_;
};

}  // namespace throughline::gui::board
