// Properties that hold for every history, tried on random ones. A failure prints its seed.
#include "core/flow/age.h"
#include "core/flow/card_figures.h"
#include "core/flow/cfd.h"
#include "core/flow/cycle.h"
#include "core/flow/efficiency.h"
#include "core/flow/figures.h"
#include "core/flow/little.h"
#include "core/flow/throughput.h"
#include "core/flow/wip.h"
#include "core/flow/xmr.h"
#include "tests/support/random_flow.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

using namespace throughline;
using namespace throughline::flow;
using test::RandomFlow;

namespace {

constexpr std::uint64_t kSeeds = 40;
const Day kFirst = day_from_civil(2026, 3, 2);

Scope whole(const Flow& flow) {
    return {.from = kFirst - 1, .to = flow.today(), .as_of = flow.as_of()};
}

// What figures see of two digests is the same; where the parts lie may differ.
bool same(const Flow& a, const Flow& b) {
    if (a.card_count() != b.card_count()) {
        return false;
    }
    const auto equal = [](const auto& x, const auto& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end());
    };
    const auto cause = [](const Flow& flow, const BlockSpan& block) {
        return std::tuple(block.begin, block.end,
                          flow.causes()[static_cast<std::size_t>(block.cause)]);
    };
    for (CardIndex i = 0; i < a.card_count(); ++i) {
        const Journey& x = a.journey(i);
        const Journey& y = b.journey(i);
        const auto facts = [](const Journey& j) {
            return std::tuple(j.start, j.end, j.first, j.start_day, j.end_day, j.column, j.known,
                              j.started, j.finished, j.in_process, j.reopened);
        };
        if (!(a.card(i) == b.card(i)) || facts(x) != facts(y) || !equal(a.visits(i), b.visits(i)) ||
            !equal(a.stays(i), b.stays(i)) || a.blocks(i).size() != b.blocks(i).size()) {
            return false;
        }
        for (std::size_t k = 0; k < a.blocks(i).size(); ++k) {
            if (cause(a, a.blocks(i)[k]) != cause(b, b.blocks(i)[k])) {
                return false;
            }
        }
    }
    return true;
}

template <class Check>
void for_seeds(int steps, Check&& check) {
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        CAPTURE(seed);
        RandomFlow board(seed, 12, seed % 2 == 0 ? "Europe/Berlin" : "UTC");
        board.steps(steps);
        check(board);
    }
}

}  // namespace

TEST_CASE("section 11.1: WIP is arrivals less departures after every row") {
    for_seeds(150, [](RandomFlow& board) {
        const Flow flow(board.rows(), board.after_all());
        const Slice slice(flow, whole(flow));
        for (const model::Transition& row : flow.rows().transitions) {
            int balance = 0;
            for (CardIndex i = 0; i < flow.card_count(); ++i) {
                for (const Stay& stay : flow.stays(i)) {
                    balance += (stay.begin <= row.at ? 1 : 0) -
                               (stay.departed() && stay.end <= row.at ? 1 : 0);
                }
            }
            CHECK(balance == wip_at(slice, row.at));
        }
    });
}

TEST_CASE(
    "section 11.1: lines of the cumulative flow never fall or cross, top less bottom is WIP, bands "
    "add up") {
    for_seeds(200, [](RandomFlow& board) {
        const Flow flow(board.rows(), board.after_all());
        const Slice slice(flow, whole(flow));
        const Cfd chart = cfd(slice);
        const std::vector<int> wip = wip_by_day(slice);
        for (int d = 0; d < chart.day_count(); ++d) {
            const auto at = static_cast<std::size_t>(d);
            int bands = 0;
            for (std::size_t k = 0; k < chart.lines.size(); ++k) {
                CHECK((d == 0 || chart.lines[k][at] >= chart.lines[k][at - 1]));
                CHECK((k == 0 || chart.lines[k][at] <= chart.lines[k - 1][at]));
                bands += chart.band(k, d);
            }
            CHECK(chart.wip(d) == wip[at]);
            CHECK(bands == wip[at]);
            CHECK(chart.wip(d) == wip_at(slice, slice.end_of(slice.from() + d) - Duration{1}));
        }
        // A later range continues the same lines, and later rows do not change the past.
        Scope later = whole(flow);
        later.from = kFirst + 20;
        const Cfd tail = cfd(Slice(flow, later));
        for (std::size_t k = 0; k < tail.lines.size(); ++k) {
            CHECK(std::equal(tail.lines[k].begin(), tail.lines[k].end(),
                             chart.lines[k].begin() + 21));
        }
    });
}

TEST_CASE("section 11.1: without backward moves every band equals that column's WIP") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        RandomFlow board(seed);
        board.steps(200);
        // Only cards that never went back.
        const Flow flow(board.rows(), board.after_all());
        Slice slice(flow, whole(flow));
        slice = slice.narrowed([&flow](const CardInfo& card) {
            const auto visits = flow.visits(*flow.index_of(card.id));
            return std::is_sorted(visits.begin(), visits.end(), [](const Visit& a, const Visit& b) {
                return a.column < b.column;
            });
        });
        const Cfd chart = cfd(slice);
        const auto columns = columns_by_day(slice);
        for (std::size_t k = 0; k + 1 < chart.columns.size(); ++k) {
            for (int d = 0; d < chart.day_count(); ++d) {
                CHECK(chart.band(k, d) == columns[static_cast<std::size_t>(chart.columns[k])]
                                                 [static_cast<std::size_t>(d)]);
            }
        }
    }
}

TEST_CASE(
    "section 11.1: L = Lambda * w, presence two ways, time in process columns sums to presence") {
    for_seeds(200, [](RandomFlow& board) {
        const Flow flow(board.rows(), board.after_all());
        Scope scope = whole(flow);
        scope.from = kFirst + static_cast<int>(board.random().index(30));
        scope.to = scope.from + static_cast<int>(board.random().index(40));
        const Slice slice(flow, scope);
        const Little law = little(slice);
        if (law.time_days) {
            CHECK(*law.average_wip == doctest::Approx(*law.lambda_per_day * *law.time_days));
        }
        const Instant from = flow.zone().start_of(scope.from);
        CHECK(wip_integral(slice, from, slice.end_of(slice.to())) ==
              presence(slice, from, slice.end_of(slice.to())));
        Duration in_columns;
        for (CardIndex i = 0; i < flow.card_count(); ++i) {
            const auto times = time_in_columns(slice, i);
            for (Position p = flow.workflow().first_in_process(); p < flow.workflow().first_done();
                 ++p) {
                in_columns += times[static_cast<std::size_t>(p)];
            }
        }
        CHECK(in_columns == presence(slice, Instant{0}, flow.as_of()));
    });
}

TEST_CASE("section 11.2: throughput over any split of a range adds up") {
    for_seeds(200, [](RandomFlow& board) {
        const Flow flow(board.rows(), board.after_all());
        Scope left = whole(flow);
        Scope right = left;
        left.to = kFirst + static_cast<int>(board.random().index(60));
        right.from = left.to + 1;
        const FlowCounts all = flow_counts(Slice(flow, whole(flow)));
        const FlowCounts a = flow_counts(Slice(flow, left));
        const FlowCounts b = flow_counts(Slice(flow, right));
        CHECK(a.throughput + b.throughput == all.throughput);
        CHECK(a.arrivals + b.arrivals == all.arrivals);
        CHECK(a.departures.total() + b.departures.total() == all.departures.total());
        const auto by_day = throughput_by_day(Slice(flow, whole(flow)));
        CHECK(std::accumulate(by_day.begin(), by_day.end(), 0) == all.throughput);
    });
}

TEST_CASE("section 11.2: figures as of T ignore rows known later") {
    for_seeds(200, [](RandomFlow& board) {
        const Instant then = board.now() - days(20);
        const Flow all(board.rows(), then);
        FlowRows early = board.rows();
        early.transitions.clear();
        early.blocks.clear();
        for (model::Transition row : board.rows().transitions) {
            if (row.known_at <= then) {
                if (row.voided_at > then) {
                    row.voided_at.reset();
                }
                early.transitions.push_back(row);
            }
        }
        for (model::Block row : board.rows().blocks) {
            if (row.known_at <= then) {
                if (row.ended_known_at > then) {
                    row.ended_at.reset();
                    row.ended_known_at.reset();
                }
                early.blocks.push_back(row);
            }
        }
        CHECK(same(all, Flow(early, then)));
    });
}

TEST_CASE("section 11.2: the order of rows in memory is irrelevant") {
    for_seeds(150, [](RandomFlow& board) {
        FlowRows shuffled = board.rows();
        std::vector<model::Transition> rows(shuffled.transitions.begin(),
                                            shuffled.transitions.end());
        for (std::size_t i = rows.size(); i > 1; --i) {
            std::swap(rows[i - 1], rows[board.random().index(static_cast<std::uint32_t>(i))]);
        }
        shuffled.transitions.clear();
        for (const model::Transition& row : rows) {
            shuffled.transitions.push_back(row);
        }
        CHECK(same(Flow(board.rows(), board.after_all()), Flow(shuffled, board.after_all())));
    });
}

TEST_CASE("section 11.2: undone moves leave no trace") {
    for_seeds(200, [](RandomFlow& board) {
        FlowRows without = board.rows();
        without.transitions.clear();
        for (const model::Transition& row : board.rows().transitions) {
            if (!row.voided_at) {
                without.transitions.push_back(row);
            }
        }
        CHECK(same(Flow(board.rows(), board.after_all()), Flow(without, board.after_all())));
    });
}

TEST_CASE("section 11.3: the age asked just before the finish is the cycle time") {
    for_seeds(150, [](RandomFlow& board) {
        const Flow flow(board.rows(), board.after_all());
        for (const CycleTime& time : cycle_times(Slice(flow, whole(flow)))) {
            FlowRows rows = board.rows();
            for (std::size_t i = 0; i < rows.transitions.size(); ++i) {
                rows.transitions.edit(i).known_at = rows.transitions[i].at;  // nothing learnt late
            }
            const Flow before(rows, time.end_at - Duration{1});
            const Journey& journey = before.journey(time.card);
            if (journey.in_process && before.today() == time.end) {
                CHECK(count_days({}, DayCount::Calendar, journey.start_day, before.today()) ==
                      time.days);
            }
        }
    });
}

TEST_CASE(
    "section 11.3: total age tomorrow = today + stayed + started tomorrow - ages of those that "
    "left") {
    for_seeds(150, [](RandomFlow& board) {
        FlowRows rows = board.rows();
        for (std::size_t i = 0; i < rows.transitions.size(); ++i) {
            model::Transition& row = rows.transitions.edit(i);
            row.known_at = row.at;
            if (row.voided_at) {
                row.known_at = board.after_all();  // not seen by any of the days asked
            }
        }
        const Day day = kFirst + 5 + static_cast<int>(board.random().index(40));
        const Zone& zone = board.zone();
        const Flow today(rows, zone.start_of(day + 1) - Duration{1});
        const Flow tomorrow(rows, zone.start_of(day + 2) - Duration{1});
        std::int64_t expected = 0;
        std::int64_t total = 0;
        for (CardIndex i = 0; i < today.card_count(); ++i) {
            const Journey& a = today.journey(i);
            const Journey& b = tomorrow.journey(i);
            const int age_today = a.in_process ? day - a.start_day + 1 : 0;
            expected += age_today;
            if (a.in_process && b.in_process) {
                expected += 1;
            } else if (a.in_process) {
                expected -= age_today;
            } else if (b.in_process) {
                expected += day + 1 - b.start_day + 1;  // 1, or more when it was in process before
                CHECK((b.start_day == day + 1 || a.started));
            }
            total += b.in_process ? day + 1 - b.start_day + 1 : 0;
        }
        CHECK(total == expected);
        CHECK(total_age(ages(Slice(tomorrow, whole(tomorrow)))).value_or(0) == total);
    });
}

TEST_CASE(
    "section 11.4: at least p% of the values are at most percentile p, fewer than p% are below "
    "it") {
    Random random(4);
    for (int round = 0; round < 300; ++round) {
        std::vector<int> values;
        for (std::uint32_t n = 1 + random.index(60); n > 0; --n) {
            values.push_back(static_cast<int>(random.index(20)));
        }
        std::sort(values.begin(), values.end());
        const auto n = static_cast<std::int64_t>(values.size());
        for (int p = 1; p <= 100; ++p) {
            const int value = *percentile(values, p);
            const auto at_most =
                std::upper_bound(values.begin(), values.end(), value) - values.begin();
            const auto below =
                std::lower_bound(values.begin(), values.end(), value) - values.begin();
            CHECK(100 * at_most >= p * n);
            CHECK(100 * below < p * n);
        }
    }
}

TEST_CASE("section 11.4: flow efficiency lies between 0 and 1 and another block never raises it") {
    for_seeds(150, [](RandomFlow& board) {
        const Flow before(board.rows(), board.after_all());
        for (int i = 0; i < 5; ++i) {
            const model::CardId card{1 + static_cast<std::int64_t>(board.random().index(12))};
            const Instant since = board.now() - hours(board.random().index(800));
            board.workspace().put(model::Block{.id = {1000 + i},
                                               .card = card,
                                               .since = since,
                                               .known_at = since,
                                               .ended_at = since + hours(board.random().index(200)),
                                               .ended_known_at = board.now()});
        }
        const Flow after(board.rows(), board.after_all());
        for (CardIndex i = 0; i < before.card_count(); ++i) {
            const auto a = flow_efficiency(before, i).value();
            const auto b = flow_efficiency(after, i).value();
            CHECK(a.has_value() == b.has_value());
            if (a && b) {
                CHECK(*b <= *a);
                CHECK(*b >= 0);
                CHECK(*a <= 1);
            }
        }
    });
}

TEST_CASE("section 11.5: adding a constant shifts the XmR limits, scaling scales them") {
    Random random(5);
    for (int round = 0; round < 100; ++round) {
        std::vector<double> values;
        std::vector<double> shifted;
        std::vector<double> scaled;
        for (int i = 0; i < 12; ++i) {
            values.push_back(random.real() * 10);
            shifted.push_back(values.back() + 100);
            scaled.push_back(values.back() * 3);
        }
        const auto a = xmr_limits(values, Sign::Any).value();
        const auto b = xmr_limits(shifted, Sign::Any).value();
        const auto c = xmr_limits(scaled, Sign::Any).value();
        CHECK(b.upper == doctest::Approx(a.upper + 100));
        CHECK(b.lower == doctest::Approx(a.lower + 100));
        CHECK(b.range_upper == doctest::Approx(a.range_upper));
        CHECK(c.upper == doctest::Approx(3 * a.upper));
        CHECK(c.lower == doctest::Approx(3 * a.lower));
    }
}

TEST_CASE(
    "section 11.6: in a zone without clock changes shifting by whole weeks changes dates only") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        RandomFlow board(seed);
        board.steps(200);
        const Duration shift = days(7 * 13);
        FlowRows later = board.rows();
        for (std::size_t i = 0; i < later.transitions.size(); ++i) {
            model::Transition& row = later.transitions.edit(i);
            row.at = row.at + shift;
            row.known_at = row.known_at + shift;
            if (row.voided_at) {
                row.voided_at = *row.voided_at + shift;
            }
        }
        const Flow a(board.rows(), board.after_all());
        const Flow b(later, board.after_all() + shift);
        Scope moved = whole(a);
        moved.from = moved.from + 7 * 13;
        moved.to = moved.to + 7 * 13;
        moved.as_of = b.as_of();
        const Slice x(a, whole(a));
        const Slice y(b, moved);
        CHECK(throughput_by_day(x) == throughput_by_day(y));
        CHECK(wip_by_day(x) == wip_by_day(y));
        CHECK(cfd(x).lines == cfd(y).lines);
        CHECK(days_of(cycle_times(x)) == days_of(cycle_times(y)));
        CHECK(little(x).presence_days == little(y).presence_days);
    }
}

TEST_CASE("section 11.6: advancing row by row gives what building anew gives") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        RandomFlow board(seed);
        board.steps(20);
        Flow flow(board.rows(), board.after_all());
        for (int round = 0; round < 60; ++round) {
            CAPTURE(round);
            board.steps(1 + static_cast<int>(board.random().index(4)));
            Instant as_of = board.random().index(3) == 0 ? board.now() : board.after_all();
            if (round == 30) {
                model::Board row = *board.workspace().board();
                row.commitment = {3};
                board.workspace().put(row);
            }
            flow.advance(board.rows(), as_of);
            REQUIRE(same(flow, Flow(board.rows(), as_of)));
        }
    }
}

TEST_CASE("section 11.6: one card asked by itself says what the digest says") {
    for_seeds(120, [](RandomFlow& board) {
        const Instant now = board.now() - hours(board.random().index(500));
        const Flow flow(board.rows(), now);
        const Workflow workflow(board.workspace());
        const Slice slice(flow, whole(flow));
        for (CardIndex i = 0; i < flow.card_count(); ++i) {
            const auto one =
                card_figures(board.workspace(), workflow, board.zone(), flow.card(i).id, now);
            REQUIRE(one);
            CHECK(std::equal(one->stays.begin(), one->stays.end(), flow.stays(i).begin(),
                             flow.stays(i).end()));
            CHECK(one->time_in_columns == time_in_columns(slice, i));
            CHECK(one->blocked == blocked_time(flow, i, Instant{0}, now));
            CHECK(one->age_days.has_value() == flow.journey(i).in_process);
        }
    });
}
