#include "core/model/id_map.h"

#include <doctest/doctest.h>

#include <random>
#include <unordered_map>

using namespace throughline::model;

TEST_CASE("an id map does what std::unordered_map does") {
    // Few keys, so that collisions, erasing inside runs and refilling happen all the time; and keys
    // a multiple of a power of two apart, which a weak hash would put in one place.
    for (const std::int64_t spread :
         {std::int64_t{1}, std::int64_t{1} << 20, std::int64_t{1} << 44}) {
        std::mt19937_64 dice(static_cast<std::uint64_t>(spread));
        IdMap map;
        std::unordered_map<std::int64_t, std::int64_t> model;
        for (int step = 0; step < 30'000; ++step) {
            const std::int64_t key = spread * static_cast<std::int64_t>(1 + dice() % 200);
            if (dice() % 5 < 2) {
                map.erase(key);
                model.erase(key);
            } else {
                map.set(key, step);
                model[key] = step;
            }
            const std::int64_t asked = spread * static_cast<std::int64_t>(1 + dice() % 200);
            const auto expected = model.find(asked);
            const auto found = map.find(asked);
            REQUIRE(found.has_value() == (expected != model.end()));
            if (found) {
                REQUIRE(*found == expected->second);
            }
            REQUIRE(map.size() == model.size());
        }
        for (const auto& [key, value] : model) {
            CHECK(map.find(key) == value);
        }
    }
}

TEST_CASE("an id map keeps large random ids") {
    std::mt19937_64 dice(5);
    IdMap map;
    std::unordered_map<std::int64_t, std::int64_t> model;
    map.reserve(1000);
    for (int i = 0; i < 20'000; ++i) {
        const auto key = static_cast<std::int64_t>(dice() >> 11);
        map.set(key, i);
        model[key] = i;
    }
    CHECK(map.size() == model.size());
    for (const auto& [key, value] : model) {
        REQUIRE(map.find(key) == value);
    }
    map.clear();
    CHECK(map.size() == 0);
    CHECK_FALSE(map.find(1).has_value());
}

TEST_CASE("zero and negative keys are never there") {
    IdMap map;
    CHECK_FALSE(map.find(0).has_value());
    map.set(1, 10);
    CHECK_FALSE(map.find(0).has_value());
    CHECK_FALSE(map.find(-1).has_value());
    map.erase(0);
    map.erase(-1);
    CHECK(map.size() == 1);
}
