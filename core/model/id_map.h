// A hash map from positive integers to integers: open addressing, linear probing, half full at
// most. Opening a board puts a million ids into such maps, which is why it is not
// std::unordered_map.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace throughline::model {

class IdMap {
public:
    std::size_t size() const { return size_; }

    // A key that is not positive is never there.
    std::optional<std::int64_t> find(std::int64_t key) const;
    // Sets or replaces. `key` must be positive.
    void set(std::int64_t key, std::int64_t value);
    void erase(std::int64_t key);
    void reserve(std::size_t count);
    void clear();

private:
    struct Slot {
        std::int64_t key = 0;  // 0: free
        std::int64_t value = 0;
    };

    std::size_t home(std::int64_t key) const;
    std::size_t locate(std::int64_t key) const;  // its slot, or the free slot where it would go
    void grow(std::size_t slots);

    std::vector<Slot> slots_;
    std::size_t size_ = 0;
};

}  // namespace throughline::model
