// The worked examples of the metrics page that the pure formulas can answer, named after their
// sections.
#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;

namespace {

std::vector<std::string> line(std::vector<std::string> args,
                              const std::vector<std::string>& values) {
    args.insert(args.end(), values.begin(), values.end());
    return args;
}

Json percentile(const std::string& percent, const std::vector<std::string>& values) {
    CommandLine cli;
    return cli.json(line({"calc", "percentile", percent}, values));
}

Json xmr(const std::vector<std::string>& values) {
    CommandLine cli;
    return cli.json(line({"calc", "xmr"}, values));
}

std::vector<std::pair<int, int>> signals(const std::vector<std::string>& more) {
    auto args = line({"calc", "xmr", "5", "7", "4", "6", "8", "6"}, more);
    args.insert(args.end(), {"--baseline", "6"});
    CommandLine cli;
    std::vector<std::pair<int, int>> found;
    const Json answer = cli.json(args);
    for (const auto& signal : answer["signals"]) {
        found.emplace_back(signal["index"].get<int>(), signal["rule"].get<int>());
    }
    return found;
}

using Signals = std::vector<std::pair<int, int>>;

}  // namespace

TEST_CASE("section 3: percentiles by nearest rank") {
    const std::vector<std::string> seven{"13", "2", "1", "8", "2", "5", "3"};
    CHECK(percentile("50", seven)["value"] == 3);
    CHECK(percentile("70", seven)["value"] == 5);
    CHECK(percentile("85", seven)["value"] == 8);
    CHECK(percentile("95", seven)["value"] == 13);
    CHECK(percentile("0", seven)["value"] == 1);
    std::vector<std::string> many;
    for (int value = 1; value <= 200; ++value) {
        many.push_back(std::to_string(value));
    }
    CHECK(percentile("50", many)["value"] == 100);
    CHECK(percentile("55", many)["value"] == 110);
    CHECK(percentile("70", many)["value"] == 140);
    CHECK(percentile("85", many)["value"] == 170);
    CHECK(percentile("95", many)["value"] == 190);
    for (const char* percent : {"50", "70", "85", "95"}) {
        CHECK(percentile(percent, {"4"})["value"] == 4);
    }
}

TEST_CASE("section 3: no values are no data, and few values are said to be few") {
    CommandLine cli;
    const auto none = cli.expect(3, {"calc", "percentile", "85", "--json"});
    CHECK(none.json()["refused"]["rule"] == "no_answer");
    CHECK(cli.ok({"calc", "percentile", "85", "4"}).out == "4\n");
    CHECK(cli.ok({"calc", "percentile", "85", "4"}).err.find("Few values") != std::string::npos);
    CHECK(cli.ok({"calc", "percentile", "50", "-1.5", "2"}).out == "-1.5\n");
    CHECK(cli.ok({"calc", "percentile", "50", "1", "2", "3"}).err.empty());
}

TEST_CASE("section 7: natural limits of three baselines") {
    const Json a = xmr({"5", "7", "4", "6", "8", "6"});
    CHECK(a["mean"] == 6);
    CHECK(a["mean_mr"].get<double>() == doctest::Approx(2.2));
    CHECK(a["lower"].get<double>() == doctest::Approx(0.148));
    CHECK(a["upper"].get<double>() == doctest::Approx(11.852));
    CHECK(a["range_upper"].get<double>() == doctest::Approx(7.1896));
    CHECK(a["signals"].empty());
    const Json b = xmr({"1", "9", "2", "8", "1", "9"});
    CHECK(b["mean"] == 5);
    CHECK(b["mean_mr"].get<double>() == doctest::Approx(7.2));
    CHECK(b["lower"] == 0);
    CHECK(b["lower_unclamped"].get<double>() == doctest::Approx(-14.152));
    CHECK(b["upper"].get<double>() == doctest::Approx(24.152));
    CHECK(b["range_upper"].get<double>() == doctest::Approx(23.5296));
    CHECK(xmr({"1", "9", "2", "8", "1", "9", "--any-sign"})["lower"].get<double>() ==
          doctest::Approx(-14.152));
    const Json c = xmr({"4", "4", "4", "4"});
    CHECK(c["mean"] == 4);
    CHECK(c["lower"] == 4);
    CHECK(c["upper"] == 4);
    CHECK(c["range_upper"] == 0);
    CHECK(c["few_values"] == true);
}

TEST_CASE("section 7: signals against the first baseline, counted from 1") {
    CHECK(signals({"12"}) == Signals{{7, 1}});
    CHECK(signals({"9", "9.5", "6", "9.2"}) == Signals{{10, 3}});
    CHECK(signals({"6", "7", "7", "7", "7", "7", "7", "7"}).empty());
    CHECK(signals({"6", "7", "7", "7", "7", "7", "7", "7", "7"}) == Signals{{15, 2}});
    CHECK(signals({"6", "7", "7", "7", "7", "6", "7", "7", "7", "7"}).empty());
}

TEST_CASE("section 7: fewer than two points have no limits") {
    CommandLine cli;
    CHECK(cli.expect(3, {"calc", "xmr", "4", "--json"}).json()["refused"]["rule"] == "no_answer");
    CHECK(cli.expect(3, {"calc", "xmr"}).out.empty());
    CHECK(cli.expect(4, {"calc", "xmr", "4", "5", "--baseline", "3"}).err.find("--baseline") !=
          std::string::npos);
    const auto text =
        cli.ok({"calc", "xmr", "5", "7", "4", "6", "8", "6", "12", "--baseline", "6"});
    CHECK(text.out.find("limits 0.148 .. 11.852") != std::string::npos);
    CHECK(text.out.find("value 7 (12), rule 1") != std::string::npos);
}

TEST_CASE("section 8: when, from the history 0 1 2") {
    CommandLine cli;
    const Json answer = cli.json({"calc", "when", "2", "--history", "0", "1", "2"});
    CHECK(answer["levels"] == Json{{"p50", 2}, {"p70", 3}, {"p85", 3}, {"p95", 5}});
    CHECK(answer["method"] == "exact");
    const std::vector<double> chances{1.0 / 3, 2.0 / 3, 23.0 / 27, 76.0 / 81, 79.0 / 81};
    for (std::size_t k = 0; k < chances.size(); ++k) {
        CHECK(answer["chances"][k]["day"] == k + 1);
        CHECK(answer["chances"][k]["chance"].get<double>() ==
              doctest::Approx(chances[k]).epsilon(0.002));
    }
    CHECK(cli.ok({"calc", "when", "2", "--history", "0", "1", "2"}).out ==
          "50%: day 2\n70%: day 3\n85%: day 3\n95%: day 5\n");
}

TEST_CASE("section 8: how many, from the history 0 1 2") {
    CommandLine cli;
    const Json answer = cli.json({"calc", "how-many", "3", "--history", "0", "1", "2"});
    CHECK(answer["levels"]["p95"] == 1);
    CHECK(answer["levels"]["p85"] == 2);
    CHECK(answer["levels"]["p50"] == 3);
    const std::vector<double> chances{.963, .852, .630, .370, .148, .037};
    REQUIRE(answer["chances"].size() == chances.size());
    for (std::size_t x = 0; x < chances.size(); ++x) {
        CHECK(answer["chances"][x]["cards"] == x + 1);
        CHECK(answer["chances"][x]["chance"].get<double>() ==
              doctest::Approx(chances[x]).epsilon(0.002));
    }
}

TEST_CASE("section 8: without a delivery a forecast is refused, and wrong input is named") {
    CommandLine cli;
    CHECK(cli.expect(3, {"calc", "when", "2", "--history", "0", "0", "--json"})
              .json()["refused"]["rule"] == "no_answer");
    CHECK(cli.expect(3, {"calc", "how-many", "2", "--history", "0"}).out.empty());
    CHECK(cli.expect(4, {"calc", "when", "0", "--history", "1"}).err.find("N") !=
          std::string::npos);
    CHECK(cli.expect(4, {"calc", "when", "2", "--history", "-1"}).err.find("--history") !=
          std::string::npos);
    CHECK(cli.run({"calc", "when", "2"}).status == 2);
    // One card in a thousand days: a level that no one will see is null.
    const Json rare = cli.json({"calc", "when", "10000", "--history", "0", "1"});
    CHECK(rare["levels"]["p50"].is_null());
}

TEST_CASE("section 10: progress of a key result, one formula up and down") {
    struct Row {
        const char* base;
        const char* target;
        const char* current;
        double raw;
        double shown;
        Json note;
    };
    for (const Row& row :
         {Row{"40", "70", "55", 0.5, 0.5, nullptr}, Row{"12", "3", "6", 2.0 / 3, 2.0 / 3, nullptr},
          Row{"40", "70", "34", -0.2, 0, "below baseline"}, Row{"12", "3", "1.2", 1.2, 1, "120%"},
          Row{"-8", "8", "-2", 0.375, 0.375, nullptr}}) {
        CAPTURE(row.current);
        CommandLine cli;
        const Json answer = cli.json({"calc", "kr", row.base, row.target, row.current});
        CHECK(answer["raw"].get<double>() == doctest::Approx(row.raw));
        CHECK(answer["shown"].get<double>() == doctest::Approx(row.shown));
        CHECK(answer["note"] == row.note);
    }
    CommandLine cli;
    CHECK(cli.ok({"calc", "kr", "12", "3", "6"}).out == "67%\n");
    CHECK(cli.ok({"calc", "kr", "40", "70", "34"}).out == "0%, below baseline\n");
    CHECK(cli.expect(3, {"calc", "kr", "5", "5", "5", "--json"}).json()["refused"]["rule"] ==
          "no_answer");
    CHECK(cli.expect(4, {"calc", "kr", "5", "six", "5"}).err.find("TARGET") != std::string::npos);
}

TEST_CASE("the formulas need no board") {
    CommandLine cli;
    CHECK(cli.ok({"calc", "percentile", "50", "1", "2", "3"}).out == "2\n");
}
