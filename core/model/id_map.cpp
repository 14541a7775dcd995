#include "core/model/id_map.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace throughline::model {

std::size_t IdMap::home(std::int64_t key) const {
    // Fibonacci hashing; the number of slots is a power of two.
    const std::uint64_t mixed = static_cast<std::uint64_t>(key) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed >> 20) & (slots_.size() - 1);
}

std::size_t IdMap::locate(std::int64_t key) const {
    std::size_t at = home(key);
    while (slots_[at].key != 0 && slots_[at].key != key) {
        at = (at + 1) & (slots_.size() - 1);
    }
    return at;
}

std::optional<std::int64_t> IdMap::find(std::int64_t key) const {
    if (key <= 0 || slots_.empty()) {  // 0 is what free slots hold
        return std::nullopt;
    }
    const Slot& slot = slots_[locate(key)];
    return slot.key == key ? std::optional(slot.value) : std::nullopt;
}

void IdMap::set(std::int64_t key, std::int64_t value) {
    assert(key > 0);
    if (slots_.size() < 2 * (size_ + 1)) {
        grow(std::max<std::size_t>(16, slots_.size() * 2));
    }
    Slot& slot = slots_[locate(key)];
    size_ += slot.key == 0 ? 1U : 0U;
    slot = {key, value};
}

void IdMap::erase(std::int64_t key) {
    if (key <= 0 || slots_.empty()) {
        return;
    }
    std::size_t hole = locate(key);
    if (slots_[hole].key == 0) {
        return;
    }
    // Backward shift: close the gap so that no later key becomes unreachable.
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = (hole + 1) & mask; slots_[at].key != 0; at = (at + 1) & mask) {
        if (((at - home(slots_[at].key)) & mask) >= ((at - hole) & mask)) {
            slots_[hole] = slots_[at];
            hole = at;
        }
    }
    slots_[hole] = {};
    --size_;
}

void IdMap::reserve(std::size_t count) {
    const std::size_t wanted = std::bit_ceil(std::max<std::size_t>(16, count * 2));
    if (wanted > slots_.size()) {
        grow(wanted);
    }
}

void IdMap::clear() {
    slots_.clear();
    size_ = 0;
}

void IdMap::grow(std::size_t slots) {
    std::vector<Slot> old(slots);
    old.swap(slots_);
    for (const Slot& slot : old) {
        if (slot.key != 0) {
            slots_[locate(slot.key)] = slot;
        }
    }
}

}  // namespace throughline::model
