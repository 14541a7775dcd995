// The vector whose copies share memory, and strong ids.
#include "core/base/cow_vector.h"
#include "core/base/ids.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <type_traits>
#include <vector>

using namespace throughline;

TEST_CASE("a copy of a vector keeps its elements while the owner goes on changing") {
    CowVector<int> owner;
    for (int i = 0; i < 3000; ++i) {
        owner.push_back(i);
    }
    const CowVector<int> view = owner;
    owner.edit(5) = -1;
    owner.push_back(3000);
    owner.pop_back();
    owner.pop_back();
    CHECK(view.size() == 3000);
    CHECK(view[5] == 5);
    CHECK(view[2999] == 2999);
    CHECK(owner.size() == 2999);
    CHECK(owner[5] == -1);
    CHECK(std::vector<int>(view.begin(), view.end()).size() == 3000);
}

TEST_CASE("copies tell which chunks they still share") {
    CowVector<int> owner;
    for (int i = 0; i < 2500; ++i) {
        owner.push_back(i);
    }
    const CowVector<int> view = owner;
    CHECK(owner.chunk_count() == 3);
    owner.edit(1500) = 0;
    owner.push_back(1);
    CHECK(owner.shares_chunk(view, 0));
    CHECK_FALSE(owner.shares_chunk(view, 1));
    CHECK_FALSE(owner.shares_chunk(view, 2));
    CHECK_FALSE(owner.shares_chunk(view, 3));
    CHECK(view[1500] == 1500);
}

TEST_CASE("a vector behaves as a plain one under random changes and copies") {
    CowVector<std::string> cow;
    std::vector<std::string> plain;
    std::vector<std::pair<CowVector<std::string>, std::vector<std::string>>> kept;
    IdSource random(42);
    for (int step = 0; step < 20000; ++step) {
        const auto draw = static_cast<std::uint64_t>(random.next_raw()) % 100;
        if (draw < 70 || plain.empty()) {
            plain.push_back(std::to_string(step));
            cow.push_back(plain.back());
        } else if (draw < 85) {
            const auto at = static_cast<std::size_t>(random.next_raw()) % plain.size();
            plain[at] += "x";
            cow.edit(at) += "x";
        } else if (draw < 99) {
            plain.pop_back();
            cow.pop_back();
        } else if (kept.size() < 10) {
            kept.emplace_back(cow, plain);
        }
    }
    kept.emplace_back(cow, plain);
    for (const auto& [shared, expected] : kept) {
        CHECK(std::vector<std::string>(shared.begin(), shared.end()) == expected);
    }
    cow.clear();
    CHECK(cow.empty());
}

TEST_CASE("ids are distinct types; the same nonce gives the same ids") {
    using A = StrongId<struct ATag>;
    using B = StrongId<struct BTag>;
    static_assert(!std::is_convertible_v<A, B>);
    IdSource one(7);
    IdSource two(7);
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        const A id = one.next<A>();
        CHECK(id == two.next<A>());
        CHECK(id.value > 0);
        CHECK(id.value < (std::int64_t{1} << 53));
        seen.insert(id.value);
    }
    CHECK(seen.size() == 1000);
    CHECK_FALSE(A{});
}
