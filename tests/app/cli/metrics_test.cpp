#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;
using throughline::test::shape_difference;

namespace {

// As scripts rely on it; null stands for any value.
const char* const kShape = R"({"as_of": "", "zone": "", "from": "", "to": "",
    "wip": {"total": 9, "by_column": {"create": 3}},
    "cycle_time_days": {"n": 41, "without_start": 2, "p50": null, "p70": null, "p85": null, "p95": null,
     "cards": [{"key": "", "start": "", "end": "", "days": 7}]},
    "age_days": [{"key": "", "days": 12, "column": "", "state": null}],
    "throughput": [{"day": "", "count": 0}], "arrivals": [{"day": "", "count": 0}],
    "departures": [{"day": "", "delivered": 1, "returned": 0, "discarded": 0, "moved": 0}],
    "cfd": {"columns": [""], "days": [{"day": "", "lines": [2]}]},
    "little": {"L": null, "lambda_per_day": null, "w_days": null, "ratio": null},
    "sle": {"probability": 85, "days": null, "attainment": null, "with_open_cards_days": null},
    "by_class": {"standard": {"cycle_time_days": {"n": 1}, "sle": {"probability": 85, "days": null}}},
    "flow_efficiency": {"value": null, "reason": null}, "blocked_days": 14.2,
    "time_in_column_days": {"create": {"p50": null, "p85": null}}})";

// Takes the card to live through every gate.
void deliver(CommandLine& cli, const std::string& key) {
    cli.ok({"card", "move", key, "create"});
    cli.pass_minutes(60 * 24);
    cli.ok({"card", "move", key, "create-done"});
    cli.ok({"card", "check", key, "Brief answered"});
    cli.ok({"card", "move", key, "review"});
    for (const char* item : {"Creative approval", "Legal and brand"}) {
        cli.ok({"card", "approve", key, item});
    }
    cli.ok({"card", "check", key, "Accessibility"});
    cli.ok({"card", "move", key, "launch-prep"});
    for (const char* item : {"Audience QA", "URLs tagged", "Tracking in place"}) {
        cli.ok({"card", "check", key, item});
    }
    cli.ok({"card", "move", key, "live"});
}

}  // namespace

TEST_CASE(
    "metrics --json has the shape that scripts rely on, with the figures of the metrics page") {
    CommandLine cli;
    cli.make_board();
    const std::string done = cli.card("Delivered");
    const std::string open = cli.card("Open");
    cli.ok({"card", "move", open, "create"});
    deliver(cli, done);
    const Json figures = cli.json({"metrics"});
    CHECK(shape_difference(Json::parse(kShape), figures) == "");
    CHECK(figures["zone"] == "Europe/Berlin");
    CHECK(figures["to"] == "2026-05-05");
    CHECK(figures["from"] == "2026-02-11");  // 84 days
    CHECK(figures["throughput"].size() == 84);
    CHECK(figures["wip"]["total"] == 1);
    CHECK(figures["wip"]["by_column"]["create"] == 1);
    CHECK(figures["cycle_time_days"]["n"] == 1);
    CHECK(figures["cycle_time_days"]["p50"] == 2);
    CHECK(figures["cycle_time_days"]["cards"][0]["key"] == done);
    CHECK(figures["age_days"][0]["key"] == open);
    CHECK(figures["age_days"][0]["days"] == 2);
    CHECK(figures["throughput"].back()["count"] == 1);
    CHECK(figures["little"]["ratio"].is_number());
    const auto& lines = figures["cfd"]["days"].back()["lines"];
    CHECK(lines.front().get<int>() - lines.back().get<int>() == 1);

    const Json past = cli.json({"metrics", "--as-of", "2026-05-04T20:00:00Z", "--from",
                                "2026-05-01", "--to", "2026-05-04"});
    CHECK(past["cycle_time_days"]["n"] == 0);
    CHECK(past["cycle_time_days"]["p50"].is_null());
    CHECK(past["wip"]["total"] == 2);
    CHECK(past["throughput"].size() == 4);

    CHECK(cli.json({"metrics", "--filter", "Delivered"})["wip"]["total"] == 0);
    CHECK(cli.ok({"metrics"}).out.find("cycle time (days)") != std::string::npos);
}

TEST_CASE("metrics without points say that they are not set up, and give no number") {
    CommandLine cli;
    cli.ok({"new", "--template", "empty"});
    const Json figures = cli.json({"metrics"});
    CHECK(figures["set_up"] == false);
    CHECK(figures["wip"]["total"].is_null());
    CHECK(figures["cycle_time_days"]["n"].is_null());
    CHECK(figures["flow_efficiency"]["reason"] == "not-set-up");
    CHECK(figures["blocked_days"].is_null());
    CHECK(cli.ok({"metrics"}).out.find("Not set up") != std::string::npos);
}

TEST_CASE("metrics of a wrong period or filter are bad input") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.expect(4, {"metrics", "--from", "2026-05-01", "--to", "2026-04-01"})
              .err.find("--from") != std::string::npos);
    CHECK(cli.expect(4, {"metrics", "--from", "yesterday"}).err.find("--from") !=
          std::string::npos);
    CHECK(cli.expect(4, {"metrics", "--as-of", "2026-05-01"}).err.find("--as-of") !=
          std::string::npos);
    CHECK(cli.expect(4, {"metrics", "--filter", "sky:blue"}).err.find("--filter") !=
          std::string::npos);
}

TEST_CASE("metrics count what was refused, overridden, blocked, returned and declined, by week") {
    CommandLine cli;
    cli.make_board();
    const std::string first = cli.card("First");
    const std::string second = cli.card("Second");
    cli.ok({"card", "edit", second, "dri=ben"});
    cli.ok({"group", "set", "create", "limit=1"});
    cli.ok({"card", "move", first, "create"});
    cli.expect(3, {"card", "move", second, "create"});
    cli.ok({"card", "move", second, "create", "--override", "Trade fair on Monday"});
    cli.ok({"card", "block", first, "--cause", "Legal", "--reason", "Waits for counsel"});
    cli.pass_minutes(60 * 24 * 7);
    cli.ok({"card", "unblock", first});
    cli.ok({"card", "return", first, "--reason", "Too early"});
    cli.ok({"card", "discard", second, "--reason", "The fair is off"});
    cli.ok({"request", "decline", cli.submit("Third"), "--reason", "No budget"});
    cli.ok({"request", "decline", cli.submit("Fourth"), "--reason", "no budget"});

    const Json figures = cli.json({"metrics", "--from", "2026-05-04"});
    CHECK(figures["refusals"][0]["rule"] == "wip_limit");
    CHECK(figures["refusals"][0]["count"] == 1);
    CHECK(figures["refusals"][0]["per_week"][0] ==
          Json{{"week", "2026-05-04"}, {"count", 1}, {"whole", true}});
    CHECK(figures["refusals"][0]["per_week"][1]["count"] == 0);
    CHECK(figures["overrides"]["by_rule"][0]["count"] == 1);
    CHECK(figures["overrides"]["pulls_by_override"]["part"] == 1);
    CHECK(figures["blocks"][0]["cause"] == "Legal");
    CHECK(figures["returns"][0]["reason"] == "Too early");
    CHECK(figures["returns"][0]["per_week"][1]["count"] == 1);
    CHECK(figures["discards"][0]["reason"] == "The fair is off");
    CHECK(figures["declines"].size() == 1);  // one reason, written in two ways
    CHECK(figures["declines"][0]["reason"] == "No budget");
    CHECK(figures["declines"][0]["count"] == 2);
    CHECK(figures["expedites"]["count"] == 0);
    CHECK(figures["rework"]["backward_moves"] == 0);
    CHECK(figures["intake"]["cohorts"].size() == 2);
    CHECK(figures["intake"]["cohorts"][1]["declined"] == 2);
    CHECK(figures["load"]["team"].is_object());

    const std::string out = cli.ok({"metrics"}).out;
    CHECK(out.find("How often") != std::string::npos);
    CHECK(out.find("declined    No budget") != std::string::npos);

    // As of the first week nothing of the second is known.
    const Json past = cli.json({"metrics", "--as-of", "2026-05-06T09:00:00Z"});
    CHECK(past["declines"].empty());
    CHECK(past["returns"].empty());
    CHECK(past["blocks"].size() == 1);
    // A filter chooses by card.
    CHECK(cli.json({"metrics", "--filter", "First"})["refusals"].empty());
    CHECK(cli.json({"metrics", "--filter", "Second"})["refusals"].size() == 1);
}

TEST_CASE("metrics as of the past know neither later attributes nor later service levels") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("First");
    cli.ok({"card", "edit", key, "dri=ben"});
    cli.ok({"card", "move", key, "create"});
    const std::string then = "2026-05-05T20:00:00Z";
    cli.pass_minutes(60 * 24 * 7);
    cli.ok({"card", "edit", key, "dri=ana", "class=intangible"});
    cli.ok({"policy", "sle", "standard", "--days", "3"});

    CHECK(cli.json({"metrics", "--filter", "dri:ben"})["wip"]["total"] == 0);
    CHECK(cli.json({"metrics", "--filter", "dri:ben", "--as-of", then})["wip"]["total"] == 1);
    CHECK(cli.json({"metrics", "--filter", "dri:ana", "--as-of", then})["wip"]["total"] == 0);
    const Json past = cli.json({"metrics", "--as-of", then});
    CHECK(past["wip"]["by_person"] == Json{{"ben", 1}});
    CHECK(past["by_class"].size() == 1);
    CHECK(past["by_class"]["standard"]["wip"] == 1);
    CHECK(past["by_class"]["standard"]["sle"]["adopted"] == false);
    CHECK(cli.json({"metrics"})["by_class"]["intangible"]["wip"] == 1);
}

TEST_CASE("metrics of a moment that is still to come are bad input") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.expect(4, {"metrics", "--as-of", "2027-01-01T00:00:00Z"}).err.find("--as-of") !=
          std::string::npos);
}

TEST_CASE("a service level is told per class, as adopted only when somebody adopted it") {
    CommandLine cli;
    cli.make_board();
    deliver(cli, cli.card("Delivered"));
    const Json none = cli.json({"metrics"});
    CHECK(none["by_class"]["standard"]["sle"]["adopted"] == false);
    CHECK(none["by_class"]["standard"]["sle"]["days"].is_null());
    CHECK(cli.ok({"metrics"}).out.find("SLE, standard") != std::string::npos);
    CHECK(cli.ok({"metrics"}).out.find("not set") != std::string::npos);
    cli.ok({"policy", "sle", "standard", "--days", "1"});
    const Json adopted = cli.json({"metrics", "--filter", "class:standard"});
    CHECK(adopted["by_class"]["standard"]["sle"]["adopted"] == true);
    CHECK(adopted["sle"] == adopted["by_class"]["standard"]["sle"]);
    CHECK(cli.ok({"metrics"}).out.find("85% within 1 day, kept by 0%") != std::string::npos);
    // Cards of two classes have no level together that is in force.
    cli.ok({"card", "edit", cli.card("Urgent"), "class=expedite"});
    CHECK(cli.json({"metrics"})["sle"]["adopted"] == false);
}
