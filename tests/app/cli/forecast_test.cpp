// Forecasts over a board with a history that leaves nothing to chance: one card is delivered on
// each working day of 40 weeks, each three days old.
#include "tests/app/cli/runner.h"

#include "core/base/time.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <optional>
#include <utility>

using namespace throughline;
using test::CommandLine;
using test::Json;

namespace {

constexpr int kWeeks = 40;
const Day kMonday = day_from_civil(2026, 5, 4);  // today

// A Trello export, the one history that can be brought in with its own dates.
class Export {
public:
    void card(Day created, std::optional<Day> started, std::optional<Day> done) {
        char id[40];
        ++count_;
        std::snprintf(id, sizeof id, "%08x%016x", 0x68000000 + count_, count_);
        const Json card{{"id", id}, {"name", "Work " + std::to_string(count_)}};
        cards_.push_back({{"id", id},
                          {"name", card["name"]},
                          {"idList", done      ? "l3"
                                     : started ? "l2"
                                               : "l1"},
                          {"closed", false},
                          {"pos", count_}});
        add(created, "08:00", "createCard", {{"card", card}, {"list", list("l1", "To do")}});
        if (started) {
            move(*started, "09:00", card, list("l1", "To do"), list("l2", "Doing"));
        }
        if (done) {
            move(*done, "15:00", card, list("l2", "Doing"), list("l3", "Done"));
        }
    }
    std::string text() const {
        Json lists = Json::array();
        using Named = std::pair<const char*, const char*>;
        for (const Named& named :
             {Named{"l1", "To do"}, Named{"l2", "Doing"}, Named{"l3", "Done"}}) {
            lists.push_back({{"id", named.first},
                             {"name", named.second},
                             {"closed", false},
                             {"pos", lists.size()}});
        }
        return Json{{"id", "b1"},
                    {"name", "Team"},
                    {"lists", lists},
                    {"cards", cards_},
                    {"actions", actions_}}
            .dump();
    }

private:
    static Json list(const char* id, const char* name) { return {{"id", id}, {"name", name}}; }
    void add(Day day, const char* time, const char* type, Json data) {
        actions_.push_back({{"id", "a" + std::to_string(actions_.size())},
                            {"type", type},
                            {"date", to_text(day) + "T" + time + ":00.000Z"},
                            {"data", std::move(data)}});
    }
    void move(Day day, const char* time, const Json& card, const Json& from, const Json& to) {
        add(day, time, "updateCard", {{"card", card}, {"listBefore", from}, {"listAfter", to}});
    }

    Json cards_ = Json::array();
    Json actions_ = Json::array();
    int count_ = 0;
};

// One delivery a working day; one card in process since yesterday, one waiting.
struct Steady {
    Steady() {
        Export trello;
        for (Day day = kMonday - 7 * kWeeks; day < kMonday; ++day) {
            if (weekday(day) < 5) {
                trello.card(day - 2, day - 2, day);
                ++delivered;
            }
        }
        trello.card(kMonday - 1, kMonday - 1, std::nullopt);
        trello.card(kMonday - 1, std::nullopt, std::nullopt);
        open = "MKT-" + std::to_string(delivered + 1);
        waiting = "MKT-" + std::to_string(delivered + 2);
        cli.ok({"new", "--template", "empty", "--zone", "Europe/Berlin"});
        cli.ok({"import", "trello", cli.file("team.json", trello.text()), "--start", "Doing",
                "--done", "Done"});
    }
    CommandLine cli;
    int delivered = 0;
    std::string open, waiting;
};

}  // namespace

TEST_CASE("forecast when gives dates, for the cards asked about and with those added meanwhile") {
    Steady board;
    const Json answer = board.cli.json({"forecast", "when", "5"});
    // Tue 5, Wed 6, Thu 7, Fri 8, Mon 11 May.
    CHECK(answer["levels"] == Json{{"p50", 7}, {"p70", 7}, {"p85", 7}, {"p95", 7}});
    CHECK(answer["dates"]["p85"] == "2026-05-11");
    CHECK(answer["history"]["from"] == "2026-02-09");
    CHECK(answer["history"]["to"] == "2026-05-03");
    CHECK(answer["history"]["deliveries"] == 60);
    CHECK(answer["history"]["working"] == Json{{"days", 60}, {"deliveries", 60}});
    CHECK(answer["history"]["not_working"] == Json{{"days", 24}, {"deliveries", 0}});
    CHECK(answer["thin_history"] == false);
    CHECK(answer["weeks_as_blocks"] == false);
    CHECK(answer["seed"] == 1);
    CHECK(answer["method"] == "monte-carlo");
    // 61 or so came in for 60 that went out: five more are added for the five.
    CHECK(answer["with_growth"]["ratio"].get<double>() == doctest::Approx(1).epsilon(0.05));
    CHECK(answer["with_growth"]["dates"]["p50"] == "2026-05-18");
    CHECK(answer["drift"]["history"] == 0);
    CHECK(answer["drift"]["days"] == 7);
    CHECK(board.cli.json({"forecast", "when", "5", "--growth", "0"})["with_growth"].is_null());
    CHECK(board.cli.json({"forecast", "when", "5", "--growth",
                          "0.4"})["with_growth"]["dates"]["p95"] == "2026-05-13");
}

TEST_CASE("with working days a forecast names only days that are worked") {
    Steady board;
    const auto is_weekend = [](const Json& dates) {
        for (const char* level : {"p50", "p70", "p85", "p95"}) {
            // May 2026: the 9th is a Saturday.
            const int day = std::stoi(dates[level].get<std::string>().substr(8));
            if (day % 7 == 2 || day % 7 == 3) return true;
        }
        return false;
    };
    const Json card = board.cli.json({"forecast", "card", board.open, "--working-days"});
    CHECK_FALSE(is_weekend(card["dates"]));
    const Json when =
        board.cli.json({"forecast", "when", "5", "--growth", "0.4", "--working-days"});
    CHECK(when["dates"]["p85"] == "2026-05-11");
    CHECK_FALSE(is_weekend(when["with_growth"]["dates"]));
}

TEST_CASE("forecast when is read by people") {
    Steady board;
    const std::string out = board.cli.ok({"forecast", "when", "5", "--seed", "9"}).out;
    CHECK(out.find("When 5 cards are done, asked on Mon 4 May 2026") == 0);
    CHECK(out.find("85%:  by Mon 11 May 2026  7 days, 5 working  by Mon 18 May 2026") !=
          std::string::npos);
    CHECK(out.find("seed 9") != std::string::npos);
    CHECK(out.find("60 on 60 working days, 0 on 24 other days") != std::string::npos);
    CHECK(out.find("Thin history") == std::string::npos);
    CHECK(out.find("forecast backtest") != std::string::npos);
}

TEST_CASE("forecast how-many takes days or a day") {
    Steady board;
    const Json by_days = board.cli.json({"forecast", "how-many", "14"});
    CHECK(by_days["levels"] == Json{{"p50", 10}, {"p70", 10}, {"p85", 10}, {"p95", 10}});
    CHECK(by_days["last_day"] == "2026-05-18");
    CHECK(by_days["working_days"] == 10);
    CHECK(board.cli.json({"forecast", "how-many", "2026-05-18"})["levels"] == by_days["levels"]);
    CHECK(board.cli.ok({"forecast", "how-many", "14"}).out.find("85%: 10 cards or more") !=
          std::string::npos);
    CHECK(board.cli.expect(4, {"forecast", "how-many", "2026-05-04"}).err.find("DAYS") !=
          std::string::npos);
}

TEST_CASE("the window of a forecast is chosen: weeks, days, unusual days, thin history") {
    Steady board;
    CommandLine& cli = board.cli;
    CHECK(cli.json({"forecast", "when", "5", "--weeks", "4"})["history"]["deliveries"] == 20);
    const Json named =
        cli.json({"forecast", "when", "5", "--from", "2026-04-27", "--to", "2026-05-01"});
    CHECK(named["history"]["deliveries"] == 5);
    CHECK(named["thin_history"] == true);
    CHECK(named["drift"].is_null());
    CHECK(cli.ok({"forecast", "when", "5", "--from", "2026-04-27"}).out.find("Thin history") !=
          std::string::npos);
    CHECK(cli.json({"forecast", "when", "5", "--unusual", "2026-04-28", "--unusual",
                    "2026-04-29"})["history"]["left_out_days"] == 2);
    CHECK(cli.expect(4, {"forecast", "when", "5", "--to", "2026-05-04"}).err.find("--to") !=
          std::string::npos);
    CHECK(cli.expect(4, {"forecast", "when", "5", "--weeks", "4", "--from", "2026-04-01"})
              .err.find("--weeks") != std::string::npos);
    CHECK(cli.expect(4, {"forecast", "when", "none"}).err.find("N") != std::string::npos);
}

TEST_CASE("a forecast without an answer is refused, never a number") {
    Steady board;
    CommandLine& cli = board.cli;
    const auto none = cli.expect(3, {"forecast", "when", "5", "--filter", "Nowhere", "--json"});
    CHECK(none.json()["refused"]["rule"] == "no_answer");
    CHECK(cli.expect(3, {"forecast", "when", "5", "--from", "2026-05-02"}).out.empty());
    CHECK(cli.expect(4, {"forecast", "when", "5", "--as-of", "2027-01-01T00:00:00Z"})
              .err.find("--as-of") != std::string::npos);
    CommandLine bare;
    bare.ok({"new", "--template", "empty"});
    CHECK(bare.expect(3, {"forecast", "when", "5", "--json"}).json()["refused"]["rule"] ==
          "not_set_up");
}

TEST_CASE("a forecast as of the past uses what was known then") {
    Steady board;
    const Json then = board.cli.json(
        {"forecast", "when", "5", "--as-of", "2026-04-06T09:00:00Z", "--growth", "0"});
    CHECK(then["history"]["to"] == "2026-04-05");
    CHECK(then["dates"]["p85"] == "2026-04-13");
}

TEST_CASE("the backtest prints hits per level with its verdict") {
    Steady board;
    const Json answer = board.cli.json({"forecast", "backtest"});
    CHECK(answer["window_weeks"] == 12);
    CHECK(answer["enough"] == true);
    REQUIRE(answer["horizons"].size() == 6);
    const Json& week = answer["horizons"][0];
    CHECK(week["question"] == "how-many");
    CHECK(week["days"] == 7);
    CHECK(week["origins"] == 36);  // the first four weeks are history only
    CHECK(week["levels"][2]["percent"] == 85);
    CHECK(week["levels"][2]["n"] == 36);
    CHECK(week["levels"][2]["hits"] == 36);  // nothing was left to chance
    CHECK(week["levels"][2]["in_practice"] == 1.0);
    CHECK(week["levels"][2]["verdict"] == "too-cautious");
    CHECK(answer["horizons"][5]["cards"] == 20);
    const std::string out = board.cli.ok({"forecast", "backtest"}).out;
    CHECK(out.find("\"85%\" for the next 7 days has meant 100%: too cautious.") !=
          std::string::npos);
    CHECK(board.cli.expect(3, {"forecast", "backtest", "--as-of", "2025-08-20T09:00:00Z"})
              .err.find("no past week") != std::string::npos);
}

TEST_CASE("forecast card reads the finish from the age, or says why it cannot") {
    Steady board;
    CommandLine& cli = board.cli;
    const Json answer = cli.json({"forecast", "card", board.open});
    CHECK(answer["age_days"] == 2);
    CHECK(answer["cycle_time_days"]["p85"] == 3);
    CHECK(answer["dates"]["p85"] == "2026-05-05");
    CHECK(answer["few"] == false);
    CHECK(cli.ok({"forecast", "card", board.open}).out.find("85%: by Tue 5 May 2026") !=
          std::string::npos);
    CHECK(cli.expect(3, {"forecast", "card", board.waiting}).err.find("commitment point") !=
          std::string::npos);
    CHECK(cli.expect(3, {"forecast", "card", "MKT-1"}).err.find("delivered") != std::string::npos);
    CHECK(cli.expect(4, {"forecast", "card", "MKT-9999"}).status == 4);
    // Two days later it is older than any card ever was.
    cli.pass_minutes(2 * 24 * 60);
    CHECK(cli.expect(3, {"forecast", "card", board.open}).err.find("so old") != std::string::npos);
}

TEST_CASE("forecast objective gives the chance by the quarter's end, 95% at most") {
    Steady board;
    CommandLine& cli = board.cli;
    cli.ok({"objective", "add", "Demo bookings from 12 to 30 a month", "--quarter", "2026-Q2",
            "--dri", "ana"});
    CHECK(cli.expect(3, {"forecast", "objective", "O-1"}).err.find("no card") != std::string::npos);
    for (int number = board.delivered - 24; number <= board.delivered + 2; ++number) {
        cli.ok({"card", "edit", "MKT-" + std::to_string(number), "objective=O-1"});
    }
    const Json answer = cli.json({"forecast", "objective", "O-1"});
    CHECK(answer["last_day"] == "2026-06-30");
    CHECK(answer["days_left"] == 57);
    CHECK(answer["cards"] == Json{{"done", 25}, {"open", 2}});
    CHECK(answer["probability"] == 0.95);
    CHECK(answer["or_more"] == true);
    CHECK(answer["with_growth"]["or_more"] == true);
    CHECK(cli.ok({"forecast", "objective", "O-1"}).out.find("All done by then: 95% or more") !=
          std::string::npos);
    cli.ok({"objective", "add", "Support answered within a day", "--standing", "--dri", "ana"});
    CHECK(cli.expect(3, {"forecast", "objective", "O-2"}).err.find("standing") !=
          std::string::npos);
    // On the quarter's last day nothing can be done any more.
    cli.pass_minutes(57 * 24 * 60);
    const Json late = cli.json({"forecast", "objective", "O-1", "--weeks", "26"});
    CHECK(late["days_left"] == 0);
    CHECK(late["probability"] == 0.0);
}

TEST_CASE("simulate gives back the past and tells what another limit would do") {
    Steady board;
    CommandLine& cli = board.cli;
    const Json same = cli.json({"simulate", "--runs", "100"});
    CHECK(same["trusted"] == true);
    CHECK(same["difference"].is_null());
    CHECK(same["observed"]["cycle_p85_days"].get<double>() == doctest::Approx(2.25));
    const Json tighter = cli.json({"simulate", "--limit", "Doing=1", "--runs", "100"});
    CHECK(tighter["limits"][0]["now"].is_null());
    CHECK(tighter["limits"][0]["then"] == 1);
    CHECK(tighter["difference"]["throughput_per_day"]["high"].get<double>() < 0);
    CHECK(tighter["difference"]["wip"]["mid"].get<double>() < 0);
    CHECK(cli.json({"simulate", "--limit", "doing=1", "--runs", "100"})["difference"] ==
          tighter["difference"]);
    const Json none = cli.json({"simulate", "--limit", "doing=none", "--runs", "100"});
    CHECK(none["difference"]["wip"]["high"] == 0.0);
    const Json then = cli.json({"simulate", "--as-of", "2026-04-06T09:00:00Z", "--runs", "100"});
    CHECK(then["to"] == "2026-04-06");
    const auto text = cli.ok({"simulate", "--limit", "doing=1", "--runs", "100"});
    CHECK(text.out.find("Limit of doing: none now, 1 tried") == 0);
    CHECK(text.err.empty());  // no terminal, no progress
}

TEST_CASE("simulate refuses advice when the present limits do not give back what was seen") {
    Steady board;
    CommandLine& cli = board.cli;
    cli.ok({"column", "set", "doing", "limit=1"});  // in truth never kept
    const auto ran = cli.expect(3, {"simulate", "--limit", "doing=2", "--runs", "100", "--json"});
    CHECK(ran.json()["refused"]["rule"] == "cannot_advise");
    CHECK(ran.json()["refused"]["reason"].get<std::string>().find("throughput") !=
          std::string::npos);
}

TEST_CASE("simulate of a wrong limit is bad input") {
    Steady board;
    for (const char* wrong : {"doing", "doing=0", "doing=many", "=3", "done=3", "nowhere=3"}) {
        CAPTURE(wrong);
        CHECK(board.cli.expect(4, {"simulate", "--limit", wrong}).err.find("--limit") !=
              std::string::npos);
    }
}

TEST_CASE("a told forecast is kept once, listed, and scored when its day has come") {
    Steady board;
    CommandLine& cli = board.cli;
    CHECK(cli.ok({"forecast", "told"}).out.find("No forecast was told") != std::string::npos);
    cli.ok({"forecast", "when", "1", "--tell"});
    cli.ok({"forecast", "when", "1", "--tell"});  // the same question on the same day: once
    cli.ok({"forecast", "how-many", "7", "--tell"});
    cli.ok({"forecast", "card", board.open, "--tell"});
    cli.json({"forecast", "when", "9"});  // looked at, not told
    const Json told = cli.json({"forecast", "told"});
    REQUIRE(told["forecasts"].size() == 3);
    CHECK(told["open"] == 3);
    for (const Json& one : told["forecasts"]) {
        CHECK(one["due"] == false);
        CHECK(one["actual"].is_null());
    }
    CHECK(cli.expect(4, {"forecast", "when", "1", "--tell", "--as-of", "2026-05-01"})
              .err.find("--tell") != std::string::npos);

    cli.pass_minutes(60 * 24);
    cli.ok({"card", "move", board.open, "done", "--override", "The test needs it done"});
    const Json scored = cli.json({"forecast", "told"});
    CHECK(scored["open"] == 1);  // seven days are not over
    CHECK(scored["hits"]["p85"] == Json{{"right", 2}, {"of", 2}});
    CHECK(cli.ok({"forecast", "told"}).out.find("85%: right 2 of 2") != std::string::npos);
    cli.ok({"check"});
}
