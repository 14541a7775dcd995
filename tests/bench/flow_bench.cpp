// Flow figures over 100k cards and a million transitions beside the same questions asked of SQLite
// in SQL, forecasts, backtest and what-if, and the board of a past moment.
#include "core/desk/rewind.h"
#include "core/flow/backtest.h"
#include "core/flow/bands.h"
#include "core/flow/figures.h"
#include "core/flow/intake.h"
#include "core/flow/limits.h"
#include "core/flow/load.h"
#include "core/flow/pressure.h"
#include "core/flow/random.h"
#include "core/flow/rework.h"
#include "core/flow/simulation.h"
#include "core/flow/xmr.h"
#include "core/model/workspace.h"
#include "tests/bench/benches.h"
#include "tests/bench/boards.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace throughline::bench {
namespace {

constexpr int kCards = 100'000;
constexpr int kMoves = 10;
constexpr int kDays = 730;
constexpr int kColumns = 8;  // 1, 2 options | 3 to 6 in process | 7, 8 done
const Day kFirst = day_from_civil(2024, 3, 4);

void must(bool ok, const char* what) {
    if (!ok) {
        std::fprintf(stderr, "bench: %s failed\n", what);
        std::exit(1);
    }
}

// --- a team's history ---------------------------------------------------------------------------

struct Row {
    std::int64_t card;
    std::int64_t from;
    std::int64_t to;
    Instant at;
};

// One card's way: through the columns from left to right, now and then one back and forward again.
void add_way(std::vector<Row>& rows, std::int64_t card, Instant created, flow::Random& random) {
    std::int64_t column = 0;
    Instant at = created;
    bool back = false;
    for (int move = 0; move < kMoves && column < kColumns; ++move) {
        back = !back && column > 3 && column < 7 && random.index(4) == 0;
        const std::int64_t to = back ? column - 1 : column + 1;
        rows.push_back({card, column, to, at});
        column = to;
        at = at + minutes(30 + random.index(3 * 24 * 60));
    }
    // The rest of its moves are between the done columns, as tidying makes them.
    for (auto n = rows.size() % kMoves; n != 0 && column >= 7; n = rows.size() % kMoves) {
        const std::int64_t to = column == 8 ? 7 : 8;
        rows.push_back({card, column, to, at});
        column = to;
        at = at + days(1);
    }
}

void add_board(model::Workspace& workspace) {
    using model::ColumnKind;
    for (std::int64_t c = 1; c <= kColumns; ++c) {
        model::Column column{.id = {c}, .board = {1}, .handle = "c" + std::to_string(c)};
        column.kind = c > 6                        ? ColumnKind::Done
                      : c == 1 || c == 2 || c == 4 ? ColumnKind::Queue
                                                   : ColumnKind::Active;
        column.rank = static_cast<double>(c);
        workspace.put(column);
    }
    workspace.put(model::Board{.id = {1}, .commitment = {3}, .delivery = {7}});
}

// In the order of a journal: by time, the cards mixed.
model::Workspace history(const Zone& zone) {
    model::Workspace workspace;
    add_board(workspace);
    flow::Random random(7);
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(kCards) * kMoves);
    const Instant first = zone.start_of(kFirst);
    for (std::int64_t card = 1; card <= kCards; ++card) {
        const Instant created = first + minutes(card * kDays * 24 * 60 / kCards);
        workspace.put(model::Card{.id = {card},
                                  .number = card,
                                  .dri = {1 + card % 12},
                                  .service_class = card % 20 == 0 ? model::ServiceClass::Expedite
                                                                  : model::ServiceClass::Standard,
                                  .created_at = created});
        add_way(rows, card, created, random);
    }
    const Instant end = first + days(kDays);
    std::erase_if(rows, [end](const Row& row) { return row.at >= end; });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.at < b.at; });
    std::int64_t number = 0;
    for (const Row& row : rows) {
        ++number;
        workspace.put(model::Transition{
            .id = {number},
            .card = {row.card},
            .from = {row.from},
            .to = {row.to},
            .kind = row.from == 0 ? model::MoveKind::Created : model::MoveKind::Moved,
            .at = row.at,
            .known_at = row.at});
        if (number % 50 == 0) {
            workspace.put(model::Block{.id = {number / 50},
                                       .card = {row.card},
                                       .cause = number % 100 == 0 ? "legal" : "supplier",
                                       .since = row.at,
                                       .known_at = row.at,
                                       .ended_at = row.at + hours(20)});
        }
    }
    return workspace;
}

flow::Scope whole(const flow::Flow& flow) {
    return {.from = kFirst, .to = flow.today(), .as_of = flow.as_of()};
}

// What the charts show beyond the figures.
std::size_t charts(const flow::Slice& slice, const flow::Figures& figures) {
    std::vector<double> cycle;
    for (const flow::CycleTime& time : figures.cycle.cards) {
        cycle.push_back(time.days);
    }
    const auto limits = flow::xmr_limits(std::span<const double>(cycle).first(20));
    return flow::aging_bands(slice).size() + flow::columns_by_day(slice).size() +
           flow::wip_any_time_by_day(slice).size() +
           flow::flow_debt_by_day(slice, figures.cfd).size() +
           flow::histogram(flow::days_of(figures.cycle.cards)).size() +
           flow::by_week(figures.from, figures.throughput_by_day).size() +
           flow::xmr_signals(cycle, *limits).size() + flow::rework(slice).yields.size() +
           flow::cohorts(slice).size() + flow::replenishment(slice).per_week.size() +
           flow::load(slice).persons.size() + flow::pressures(slice).size() +
           flow::override_figures(slice).per_week.size();
}

// --- the same in SQL ----------------------------------------------------------------------------

// The rows in a table of their own, with the local day already worked out and an index by card.
class Sql {
public:
    explicit Sql(const flow::FlowRows& rows) {
        must(sqlite3_open(":memory:", &db_) == SQLITE_OK, "SQL open");
        run("CREATE TABLE t(card INTEGER, n INTEGER, col INTEGER, at INTEGER, day INTEGER); BEGIN");
        sqlite3_stmt* insert = prepare("INSERT INTO t VALUES(?, ?, ?, ?, ?)");
        for (const model::Transition& row : rows.transitions) {
            const std::int64_t day = rows.zone.day(row.at).number;
            int place = 0;
            for (const std::int64_t value :
                 {row.card.value, row.id.value, row.to.value, row.at.us, day}) {
                sqlite3_bind_int64(insert, ++place, value);
            }
            must(sqlite3_step(insert) == SQLITE_DONE, "SQL insert");
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        run("COMMIT; CREATE INDEX by_card ON t(card, at, n, col, day); ANALYZE");
    }
    ~Sql() { sqlite3_close(db_); }
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;

    // First start to last finish of the cards that are done, both days counted: p50, p70, p85, p95.
    std::vector<std::int64_t> cycle_percentiles() {
        return numbers(
            "WITH w AS (SELECT card, col, day, LAG(col, 1, 0) OVER by_time AS before,"
            "                  LEAD(col) OVER by_time AS after"
            "           FROM t WINDOW by_time AS (PARTITION BY card ORDER BY at, n)),"
            "     c AS (SELECT MAX(CASE WHEN col > 6 AND before < 7 THEN day END) -"
            "                  MIN(CASE WHEN col BETWEEN 3 AND 6 THEN day END) + 1 AS days"
            "           FROM w GROUP BY card"
            "           HAVING MAX(CASE WHEN after IS NULL THEN col END) > 6),"
            "     r AS (SELECT days, ROW_NUMBER() OVER (ORDER BY days) AS k, COUNT(*) OVER () AS n"
            "           FROM c WHERE days IS NOT NULL)"
            "SELECT days FROM r WHERE k IN ((50 * n + 99) / 100, (70 * n + 99) / 100,"
            "                               (85 * n + 99) / 100, (95 * n + 99) / 100) ORDER BY k");
    }
    // Every line on every day: cards that ever reached the column or one beyond.
    std::vector<std::int64_t> cfd() {
        return numbers(
            "WITH f AS (SELECT MIN(CASE WHEN col >= 3 THEN day END) AS d3,"
            "                  MIN(CASE WHEN col >= 4 THEN day END) AS d4,"
            "                  MIN(CASE WHEN col >= 5 THEN day END) AS d5,"
            "                  MIN(CASE WHEN col >= 6 THEN day END) AS d6,"
            "                  MIN(CASE WHEN col >= 7 THEN day END) AS d7 FROM t GROUP BY card),"
            "     e AS (SELECT 3 AS line, d3 AS day FROM f UNION ALL SELECT 4, d4 FROM f"
            "           UNION ALL SELECT 5, d5 FROM f UNION ALL SELECT 6, d6 FROM f"
            "           UNION ALL SELECT 7, d7 FROM f),"
            "     s AS (SELECT line, day, COUNT(*) AS n FROM e WHERE day IS NOT NULL"
            "           GROUP BY line, day)"
            "SELECT SUM(n) OVER (PARTITION BY line ORDER BY day) FROM s ORDER BY line, day");
    }

private:
    void run(const char* sql) {
        must(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        must(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
        return statement;
    }
    std::vector<std::int64_t> numbers(const char* sql) {
        sqlite3_stmt* statement = prepare(sql);
        std::vector<std::int64_t> result;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            result.push_back(sqlite3_column_int64(statement, 0));
        }
        sqlite3_finalize(statement);
        return result;
    }

    sqlite3* db_ = nullptr;
};

// Both must say the same, or the comparison is worth nothing. SQL gives no row for a day on which
// a line does not rise, so the last days of the lines are compared.
void compare_answers(const flow::Figures& figures, Sql& sql) {
    const flow::Percentiles& ours = figures.cycle.days;
    const auto theirs = sql.cycle_percentiles();
    must(theirs.size() == 4 && theirs[0] == static_cast<std::int64_t>(*ours.p50) &&
             theirs[2] == static_cast<std::int64_t>(*ours.p85) &&
             theirs[3] == static_cast<std::int64_t>(*ours.p95),
         "agreeing with SQL on the cycle times");
    must(sql.cfd().back() == figures.cfd.lines.back().back(), "agreeing with SQL on the CFD");
}

// --- measurements -------------------------------------------------------------------------------

void all_figures(Report& report, const flow::FlowRows& rows, Instant as_of) {
    Sql sql(rows);
    {
        const flow::Flow flow(rows, as_of);
        compare_answers(flow::figures(flow::Slice(flow, whole(flow))), sql);
    }
    const auto [ours, theirs] = time_pair(
        7,
        [&] {
            const flow::Flow flow(rows, as_of);
            const flow::Slice slice(flow, whole(flow));
            must(charts(slice, flow::figures(slice)) > 0, "figures");
        },
        [&] { must(sql.cycle_percentiles().size() + sql.cfd().size() > 4, "SQL"); },
        ClockKind::Cpu);
    report.add({"all figures and charts, 1M transitions", ours, "cycle times and CFD in SQL",
                theirs, "< 150 ms, <= 0.1 x",
                ours.median_ms < 150 && ours.median_ms <= 0.1 * theirs.median_ms});
    const auto add = [&report](const char* name, Times times) {
        report.add({name, times, "", {}, "", {}});
    };
    add("  of it the digest",
        time(
            7, [&] { must(flow::Flow(rows, as_of).card_count() > 0, "digest"); }, ClockKind::Cpu));
    const flow::Flow flow(rows, as_of);
    const flow::Slice slice(flow, whole(flow));
    flow::Figures figures;
    add("  of it the figures", time(
                                   7, [&] { figures = flow::figures(slice); }, ClockKind::Cpu));
    add("  of it the charts",
        time(
            7, [&] { must(charts(slice, figures) > 0, "charts"); }, ClockKind::Cpu));
}

void one_more(Report& report, model::Workspace& workspace, const Zone& zone, Instant as_of) {
    flow::Flow flow(flow::rows_of(workspace, zone), as_of);
    const auto count = static_cast<std::int64_t>(workspace.rows<model::Transition>().size());
    std::int64_t n = 0;
    const Times times = time(
        500,
        [&] {
            ++n;
            const Instant at = as_of + minutes(n);
            workspace.put(model::Transition{.id = {count + n},
                                            .card = {kCards - n},
                                            .from = {3},
                                            .to = {4},
                                            .at = at,
                                            .known_at = at});
            flow.advance(flow::rows_of(workspace, zone), at);
        },
        ClockKind::Cpu);
    report.add(
        {"one more transition, 1M transitions", times, "", {}, "< 1 ms", times.median_ms < 1});
}

void forecasts(Report& report, const flow::FlowRows& rows, Instant as_of) {
    flow::Random random(3);
    std::vector<int> days(84);
    for (int& count : days) {
        count = static_cast<int>(random.index(4));
    }
    const Day today = rows.zone.day(as_of);
    const flow::ForecastInput input{flow::history_from(days, today), rows.calendar, today};
    Times times = time(
        20, [&] { must(flow::when(input, 100, {}).has_value(), "forecast"); }, ClockKind::Cpu);
    report.add({"Monte Carlo, 10,000 trials of 100 cards",
                times,
                "",
                {},
                "< 20 ms",
                times.median_ms < 20});

    const flow::Flow flow(rows, as_of);
    const flow::Slice slice(flow, flow::last_weeks(flow.zone(), as_of));
    times = time(
        3,
        [&] {
            for (const int weeks : flow::kWindows) {
                must(flow::backtest(slice, weeks).is_enough(), "backtest");
            }
        },
        ClockKind::Cpu);
    report.add(
        {"backtest of 52 weeks, all windows", times, "", {}, "< 2 s", times.median_ms < 2000});
}

// Eight columns and a thousand deliveries a year, with what a limit of one less would do.
void what_if(Report& report) {
    flow::SimModel model{.arrival_gap = {flow::TimeLaw::Kind::Exponential, {}, 0.365},
                         .options_at_start = 6,
                         .cards_at_start = std::vector<int>(8, 2)};
    flow::Random random(5);
    for (int s = 0; s < 8; ++s) {
        flow::SimStage stage{.handle = "c" + std::to_string(s), .limit = 6};
        stage.service.kind = flow::TimeLaw::Kind::Observed;
        for (int i = 0; i < 200; ++i) {
            stage.service.observed.push_back(random.exponential(0.7));
        }
        stage.block_chance = 0.05;
        stage.block = {flow::TimeLaw::Kind::Constant, {}, 1};
        stage.back_chance = s == 0 ? 0 : 0.04;
        stage.back_to = std::max(0, s - 1);
        model.stages.push_back(std::move(stage));
    }
    flow::SimModel changed = model;
    changed.stages[3].limit = 3;
    const Times times = time(
        3,
        [&] {
            const auto difference = flow::compare(model, changed, {.days = 365});
            must(difference.wip.low <= difference.wip.high, "what-if");
        },
        ClockKind::Cpu);
    report.add(
        {"what-if, 1,000 paired runs of a year", times, "", {}, "< 2 s", times.median_ms < 2000});
}

// Moments of every age, from before the first card to now, in an order that is not time's.
void past_board(Report& report) {
    const auto desk = desk::Desk::in_memory(desk::system_clock(), desk::system_nonces());
    fill(*desk, kCards, kMoves);
    std::shared_ptr<const desk::Rewind> rewind;
    const Times built = time(1, [&] {
        auto made = desk::Rewind::build(*desk);
        must(made.ok(), "reading the journal for past moments");
        rewind = std::move(*made);
    });
    report.add({"past moments made ready, 1M transitions", built, "", {}, "", {}});
    int n = 0;
    const Times times = time(41, [&] {
        n = (n + 17) % 41;
        const Instant then = desk->now() - days(5 * n);
        must(rewind->at(then).ok(), "the board of a past moment");
    });
    report.add(
        {"board of a past moment, 1M transitions", times, "", {}, "< 100 ms", times.p99_ms < 100});
}

}  // namespace

void bench_flow(Report& report) {
    const Zone zone = *Zone::load("Europe/Berlin");
    model::Workspace workspace = history(zone);
    // After the last row, so that a later one only adds to what is known.
    const Instant as_of = zone.start_of(kFirst + kDays + 2);
    const flow::FlowRows rows = flow::rows_of(workspace, zone);
    report.number("rows of the flow figures", static_cast<double>(rows.transitions.size()),
                  "transitions");
    all_figures(report, rows, as_of);
    forecasts(report, rows, as_of);
    what_if(report);
    one_more(report, workspace, zone, as_of);
    past_board(report);
}

}  // namespace throughline::bench
