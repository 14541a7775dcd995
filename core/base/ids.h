// Strong ids: a CardId is never taken for a ColumnId.
//
// An id is a positive integer below 2^53, so that every JSON reader keeps it exactly; 0 is "none".
// Rows that a person may refer to get a random id that comes in with the command (IdSource), so a
// command decided a second time after a conflict makes the same rows. Pure log rows (transitions,
// events) are numbered 1, 2, 3.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace throughline {

template <class Tag>
struct StrongId {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const StrongId&, const StrongId&) = default;
};

// Deterministic ids from one random nonce: the same nonce gives the same ids in the same order.
// The nonce itself is drawn at the edge (desk, tests, demo).
class IdSource {
public:
    explicit IdSource(std::uint64_t nonce) : state_(nonce) {}

    template <class Id>
    Id next() {
        return Id{next_raw()};
    }

    std::int64_t next_raw() {
        for (;;) {
            const auto id = static_cast<std::int64_t>(mix() >> 11);
            if (id != 0) {
                return id;
            }
        }
    }

private:
    // splitmix64 (Steele, Lea, Flood 2014).
    std::uint64_t mix() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }

    std::uint64_t state_;
};

}  // namespace throughline

template <class Tag>
struct std::hash<throughline::StrongId<Tag>> {
    std::size_t operator()(const throughline::StrongId<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
