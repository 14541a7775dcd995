// Random and extreme objects of any stored type, made from the field lists; and drafts that change
// them. Deterministic: the same seed gives the same.
#pragma once

#include "core/journal/entry.h"
#include "core/model/tables.h"

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace throughline::test {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    // 0 .. count-1
    std::int64_t below(std::int64_t count) {
        return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(count));
    }
    bool chance(int percent) { return below(100) < percent; }
    std::uint64_t any() { return engine_(); }

private:
    std::mt19937_64 engine_;
};

inline std::string random_text(Dice& dice) {
    static const std::vector<std::string> kWords{
        "",
        "launch",
        "Größe",
        "O'Brien \"quoted\"",
        "line\nbreak\ttab",
        std::string("nul\0inside", 10),
        "\xF0\x9F\x9A\x80",
        "null",
        "{\"a\": [1]}",
        "'); DROP TABLE card;",
        "\xEF\xBF\xBD",
        std::string(5000, 'x'),
    };
    std::string text =
        kWords[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(kWords.size())))];
    return dice.chance(50) ? text + std::to_string(dice.below(1000)) : text;
}

inline void randomise(Dice& dice, std::int64_t& member) {
    static constexpr std::array<std::int64_t, 7> kExtreme{0,
                                                          1,
                                                          -1,
                                                          (1LL << 53) - 1,
                                                          std::numeric_limits<std::int64_t>::max(),
                                                          std::numeric_limits<std::int64_t>::min(),
                                                          1767225600000000};
    member = dice.chance(50) ? dice.below(100)
                             : kExtreme[static_cast<std::size_t>(dice.below(kExtreme.size()))];
}
inline void randomise(Dice& dice, int& member) {
    static constexpr std::array<int, 4> kExtreme{0, -1, std::numeric_limits<int>::max(),
                                                 std::numeric_limits<int>::min()};
    member = dice.chance(50) ? static_cast<int>(dice.below(100))
                             : kExtreme[static_cast<std::size_t>(dice.below(kExtreme.size()))];
}
inline void randomise(Dice& dice, double& member) {
    static constexpr std::array<double, 8> kExtreme{
        0.0, -0.0, 0.1, 1e300, -1e-300, 9007199254740993.0, 5e-324, 123456789.125};
    member = kExtreme[static_cast<std::size_t>(dice.below(kExtreme.size()))];
}
inline void randomise(Dice& dice, bool& member) {
    member = dice.chance(50);
}
inline void randomise(Dice& dice, std::string& member) {
    member = random_text(dice);
}
inline void randomise(Dice& dice, Instant& member) {
    randomise(dice, member.us);
}
inline void randomise(Dice& dice, Day& member) {
    static const std::array<Day, 4> kDays{day_from_civil(1, 1, 1), day_from_civil(9999, 12, 31),
                                          day_from_civil(2024, 2, 29), day_from_civil(1970, 1, 1)};
    member = kDays[static_cast<std::size_t>(dice.below(kDays.size()))];
}
template <class Tag>
void randomise(Dice& dice, StrongId<Tag>& member) {
    member.value = dice.chance(30)   ? 0
                   : dice.chance(50) ? 1 + dice.below(20)
                                     : (1LL << 53) - 1 - dice.below(20);
}
template <model::Named E>
void randomise(Dice& dice, E& member) {
    member = static_cast<E>(dice.below(static_cast<std::int64_t>(model::count_of<E>())));
}
inline void randomise(Dice& dice, model::TextMap& member) {
    for (std::int64_t i = dice.below(4); i > 0; --i) {
        member[random_text(dice)] = random_text(dice);
    }
}
inline void randomise(Dice& dice, model::BriefField& member) {
    member.handle = random_text(dice);
    member.label = random_text(dice);
    randomise(dice, member.kind);
    randomise(dice, member.required);
}
inline void randomise(Dice& dice, model::AgendaPart& member) {
    member.handle = random_text(dice);
    member.title = random_text(dice);
    randomise(dice, member.minutes);
    randomise(dice, member.content);
    member.help = random_text(dice);
}
template <class M>
void randomise(Dice& dice, std::optional<M>& member) {
    if (dice.chance(50)) {
        randomise(dice, member.emplace());
    }
}
template <class M>
void randomise(Dice& dice, std::vector<M>& member) {
    for (std::int64_t i = dice.below(4); i > 0; --i) {
        randomise(dice, member.emplace_back());
    }
}

template <class T>
T random_object(Dice& dice, std::int64_t id) {
    T object;
    model::for_each_field<T>([&](const auto& field) { randomise(dice, object.*field.member); });
    object.id = decltype(T::id){id};
    return object;
}

// A row for the table with this index, in the order of the stored types.
inline model::Row random_row(Dice& dice, std::size_t table, std::int64_t id) {
    model::Row row;
    std::size_t index = 0;
    model::for_each_stored_type([&]<class T>() {
        if (index++ == table) {
            row = model::to_row(random_object<T>(dice, id));
        }
    });
    return row;
}

// One to four random inserts, updates and removes that fit the workspace, applied to it.
inline std::vector<journal::Change> random_changes(Dice& dice, model::Workspace& workspace) {
    std::vector<journal::Change> changes;
    for (std::int64_t left = 1 + dice.below(4); left > 0;) {
        const auto at =
            static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(model::tables().size())));
        const model::Table& table = model::tables()[at];
        const std::int64_t id = 1 + dice.below(12);
        const auto before = table.row(workspace, id);
        std::optional<model::Row> after;
        if (!before || dice.chance(70)) {
            after = random_row(dice, at, id);
            // Half of the updates touch one field only, as most commands do.
            if (before && dice.chance(50)) {
                const auto field = 1 + static_cast<std::size_t>(dice.below(
                                           static_cast<std::int64_t>(after->size()) - 1));
                model::Row one = *before;
                one[field] = (*after)[field];
                after = one;
            }
        }
        if (auto change = journal::make_change(table, id, before, after)) {
            if (journal::apply(workspace, *change)) {
                changes.push_back(std::move(*change));
                --left;
            }
        }
    }
    return changes;
}

}  // namespace throughline::test
