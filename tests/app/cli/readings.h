// One board whose report was issued, read in every way there is, and each figure held against the
// others. For agreement_test.cpp.
#pragma once

#include "app/gui/kpi/kpi_model.h"
#include "app/gui/plan/plan_model.h"
#include "app/gui/reviews/content_model.h"
#include "core/base/text.h"
#include "core/desk/desk.h"
#include "core/report/document_reader.h"
#include "core/report/monthly.h"
#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

namespace throughline::test {

inline constexpr const char* kMonth =
    "2026-04";  // over since three days on the clock of CommandLine

inline std::string text_of_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// The number that a text begins with, read without the program's own help: "-1,234.5 EUR".
inline double number_in(const std::string& text) {
    std::string digits;
    for (const char c : text) {
        if (std::string_view("+-.0123456789").find(c) != std::string_view::npos) {
            digits += c;
        } else if (c != ',') {
            break;
        }
    }
    return std::stod(digits);
}

// What stands behind the first occurrence; "" when there is none.
inline std::string after(const std::string& text, std::string_view words) {
    const std::size_t at = text.find(words);
    return at == std::string::npos ? "" : text.substr(at + words.size());
}

inline void check_number(const std::string& shown, const Json& value) {
    CAPTURE(shown);
    CAPTURE(value.dump());
    if (value.is_null()) {
        CHECK(shown == "-");
        return;
    }
    // Two digits are shown behind the point; what is larger than all digits of a double is exact.
    const double told = value.get<double>();
    CHECK(std::abs(number_in(shown) - told) <= 0.005 + std::abs(told) * 1e-12);
}

// One board whose report was issued, read in every way there is.
struct Readings {
    CommandLine& cli;
    std::map<std::string, std::string> issued;  // figure -> as printed
    report::Document page;                      // the HTML that was sent, read back
    std::map<std::string, gui::kpi::KpiLine> kpis;
    std::map<std::string, gui::plan::ObjectiveLine> objectives;
    Json plan, metrics, metrics_before, scorecard;
    std::set<std::string> pack;  // keys that the review reads

    explicit Readings(CommandLine& line, const std::string& who) : cli(line) {
        cli.ok({"--as", who, "report", "month", kMonth, "--issue"});
        const Json issued_now = cli.json({"report", "month", kMonth});
        for (const auto& [name, value] : issued_now["figures"].items()) {
            issued[name] = value.get<std::string>();
        }
        cli.ok({"report", "month", kMonth, "--out", cli.path("out")});
        const std::string html = text_of_file(cli.path("out/2026-04.html"));
        const auto read = report::read_html(html);
        REQUIRE(read.has_value());
        page = *read;
        plan = cli.json({"plan"});
        scorecard = cli.json({"kpi", "list"});
        metrics = cli.json({"metrics", "--from", "2026-04-01", "--to", "2026-04-30"});
        metrics_before = cli.json({"metrics", "--from", "2026-03-01", "--to", "2026-03-31"});
        with_board(
            [this](const auto& ws, const Zone& zone, Instant now) { read_screens(ws, zone, now); });
    }

    // Calls act(workspace, zone, now) on the board as the command line knows it.
    template <class F>
    void with_board(F&& act) const {
        desk::OpenOptions options;
        options.automatic_backups = false;
        auto desk = desk::Desk::open(cli.board(), options);
        REQUIRE(desk.ok());
        const model::Workspace& ws = (*desk)->workspace();
        const auto zone = Zone::load(ws.board()->zone);
        REQUIRE(zone.ok());
        act(ws, *zone, *parse_instant(metrics["as_of"].get<std::string>()));
    }

    void read_screens(const model::Workspace& ws, const Zone& zone, Instant now) {
        const flow::Flow flow(flow::rows_of(ws, zone), now);
        const gui::PlanFigures figures =
            gui::plan_figures(flow::plan_rows_of(ws), flow, civil(flow.today()).year);
        for (const gui::kpi::KpiGroup& group : gui::kpi::dashboard(ws, figures)) {
            for (const gui::kpi::KpiLine& one : group.lines) {
                kpis[one.key] = one;
            }
        }
        for (const flow::ObjectiveReading& one : figures.objectives) {
            const auto line = gui::plan::objective_line(ws, one, figures.today);
            objectives[line.key] = line;
        }
    }

    const Json& row(const Json& rows, const std::string& key) const {
        for (const Json& one : rows) {
            if (one["key"] == key) {
                return one;
            }
        }
        FAIL("no row " << key);
        return rows;
    }
    std::int64_t count(const Json& rows, const std::function<bool(const Json&)>& counts) const {
        return std::count_if(rows.begin(), rows.end(), counts);
    }

    void check_kpi(const std::string& key, const std::string& part, const std::string& shown) {
        REQUIRE(kpis.contains(key));
        const gui::kpi::KpiLine& line = kpis[key];
        const Json& json = row(scorecard, key);
        if (part.empty()) {
            CHECK(shown == line.value);
            check_number(shown, json["value"]);
        } else if (part == "target") {
            CHECK(shown == line.target);
            check_number(shown, json["target"]);
        } else {
            REQUIRE(part == "variance");
            CHECK(shown == line.variance);
            const bool has_percent = !json["variance_percent"].is_null();
            check_number(shown, has_percent ? json["variance_percent"] : json["variance"]);
            const std::size_t bracket = shown.find('(');
            REQUIRE((bracket != std::string::npos) == has_percent);
            if (has_percent) {
                check_number(shown.substr(bracket + 1), json["variance"]);
            }
        }
    }

    void check_objective(const std::string& key, const std::string& part,
                         const std::string& shown) {
        REQUIRE(objectives.contains(key));
        const Json& json = row(plan["objectives"], key);
        if (part == "pace") {
            CHECK(shown == objectives[key].pace);
            const std::size_t comma = shown.find(", ");
            if (comma != std::string::npos) {
                check_number(shown.substr(comma + 2), json["pace_ratio"]);
            }
            return;
        }
        CHECK(shown == objectives[key].score_words);
        if (json["score"].is_null()) {
            CHECK(shown == "not measured");
        } else {
            CHECK(number_in(shown) == std::round(json["score"].get<double>() * 100));
        }
    }

    void check_flow(std::string name, const std::string& shown) {
        constexpr std::string_view kBefore = "-before";
        const bool is_before = name.ends_with(kBefore);
        if (is_before) {
            name.resize(name.size() - kBefore.size());
        }
        const Json& figures = is_before ? metrics_before : metrics;
        if (name == "delivered") {
            std::int64_t delivered = 0;
            for (const Json& day : figures["departures"]) {
                delivered += day["delivered"].get<std::int64_t>();
            }
            check_number(shown, delivered);
        } else if (name == "cycle-p50") {
            check_number(shown, figures["cycle_time_days"]["p50"]);
        } else if (name == "cycle-p85") {
            check_number(shown, figures["cycle_time_days"]["p85"]);
        } else if (name == "stuck") {
            check_number(shown, std::ssize(stuck_cards()));
        } else {
            REQUIRE(name == "blocked");
            check_number(shown, figures["blocked_days"]);
        }
    }

    // By key, what is wrong with each card in process: from `metrics` and `board`.
    std::map<std::string, std::vector<std::string>> stuck_cards() const {
        const std::string today = metrics["as_of"].get<std::string>().substr(0, 10);
        std::map<std::string, Json> cards;
        const Json board = cli.json({"board"});
        for (const Json& column : board["columns"]) {
            for (const Json& card : column["cards"]) {
                cards[card["key"]] = card;
            }
        }
        std::map<std::string, std::vector<std::string>> stuck;
        for (const Json& age : metrics["age_days"]) {
            const std::string key = age["key"];
            const Json& card = cards.at(key);
            std::vector<std::string> troubles;
            if (card["blocked"].get<bool>()) {
                troubles.emplace_back("blocked for ");
            }
            if (!card["due"].is_null() && card["due"].get<std::string>() < today) {
                troubles.emplace_back(" late");
            }
            if (age["state"] == "beyond-sle") {
                troubles.push_back("in process for " + std::to_string(age["days"].get<int>()) +
                                   " days");
            }
            if (!troubles.empty()) {
                stuck[key] = std::move(troubles);
            }
        }
        return stuck;
    }

    // The sentence of a chart is that of `chart`; its number can be counted again from the rows.
    void check_chart(const std::string& name, const std::string& shown) {
        const std::vector<std::string> window{"--from", "2026-02-06", "--to", "2026-04-30"};
        std::vector<std::string> ask{"chart", name, cli.path("rows.csv")};
        ask.insert(ask.end(), window.begin(), window.end());
        CHECK(shown == cli.json(ask)["says"].get<std::string>());
        if (name == "cycle-time-scatter") {
            std::vector<std::string> figures{"metrics"};
            figures.insert(figures.end(), window.begin(), window.end());
            const Json cycle = cli.json(figures)["cycle_time_days"];
            CHECK(shown.starts_with("85% of " + std::to_string(cycle["n"].get<int>()) +
                                    " cards took " + std::to_string(cycle["p85"].get<int>()) +
                                    " days or less."));
            return;
        }
        REQUIRE(name == "throughput");
        double cards = 0;
        double weeks = 0;
        for (const std::string& one : split(text_of_file(cli.path("rows.csv")), '\n')) {
            const std::string line(trim(one));
            if (line.ends_with(",yes")) {
                cards += number_in(line.substr(line.find(',') + 1));
                ++weeks;
            }
        }
        REQUIRE(weeks > 0);
        const std::string before = "On average ";
        REQUIRE(shown.starts_with(before));
        CHECK(std::abs(number_in(shown.substr(before.size())) - cards / weeks) <= 0.05 + 1e-9);
    }

    void check_count(const std::string& kind, const std::string& what, const std::string& shown) {
        if (kind == "kpis" && what != "on-target") {
            REQUIRE((what == "red" || what == "overdue"));
            check_number(shown, count(scorecard, [&](const Json& one) {
                             return what == "red" ? one["status"] == "red"
                                                  : one["overdue"].get<bool>();
                         }));
            return;
        }
        if (kind == "kpis") {
            const auto all =
                count(scorecard, [](const Json& one) { return !one["variance"].is_null(); });
            const auto good =
                count(scorecard, [](const Json& one) { return one["status"] == "green"; });
            CHECK(shown == std::to_string(good) + " of " + std::to_string(all));
            return;
        }
        const auto is_open = [](const Json& one) {
            return one["quarter"] == "2026-Q2" && !one["closed"].get<bool>();
        };
        const auto all = std::to_string(count(plan["objectives"], is_open));
        const auto of_status = [&](std::string_view status) {
            return count(plan["objectives"],
                         [&](const Json& one) { return is_open(one) && one["status"] == status; });
        };
        if (what == "on-track") {
            CHECK(shown == std::to_string(of_status("on-track")) + " of " + all);
        } else if (what == "troubled") {
            CHECK(shown ==
                  std::to_string(of_status("at-risk") + of_status("off-track")) + " of " + all);
        } else {
            REQUIRE((what == "at-risk" || what == "off-track"));
            check_number(shown, of_status(what));
        }
    }

    void check_figure(const std::string& name, const std::string& shown) {
        CAPTURE(name);
        CAPTURE(shown);
        const std::vector<std::string> parts = split(name, '.');
        const std::string part = parts.size() > 2 ? parts[2] : "";
        if (parts[0] == "kpi") {
            check_kpi(parts[1], part, shown);
        } else if (parts[0] == "objective") {
            check_objective(parts[1], part, shown);
        } else if (parts[0] == "flow") {
            check_flow(parts[1], shown);
        } else if (parts[0] == "kpis" || parts[0] == "objectives") {
            check_count(parts[0], parts[1], shown);
        } else if (parts[0] == "chart") {
            check_chart(parts[1], shown);
        } else if (parts[0] == "quarter") {
            for (const Json& quarter : plan["quarters"]) {
                if (quarter["quarter"] == parts[1] && part == "count") {
                    CHECK(shown == std::to_string(quarter["complete"].get<int>()) + " of " +
                                       std::to_string(quarter["counted"].get<int>()));
                } else if (quarter["quarter"] == parts[1]) {
                    CHECK(number_in(shown) ==
                          std::round(quarter["completion_rate"].get<double>() * 100));
                }
            }
        } else if (parts[0] == "risk") {
            const Json risk = row(cli.json({"risk", "list"}), parts[1]);
            CHECK(shown ==
                  std::to_string(risk["probability"].get<int>() * risk["impact"].get<int>()) +
                      " of 25");
        } else if (parts[0] == "decision") {
            const Json decision = row(cli.json({"decision", "list"}), parts[1]);
            CHECK(shown.starts_with(decision["state"].get<std::string>()));
        } else if (parts[0] == "card" && part == "stuck") {
            const auto stuck = stuck_cards();
            REQUIRE(stuck.contains(parts[1]));
            for (const std::string& trouble : stuck.at(parts[1])) {
                CAPTURE(trouble);
                CHECK(shown.find(trouble) != std::string::npos);
            }
        } else if (parts[0] == "card") {
            CHECK(shown == parts[1]);
            const Json card = cli.json({"card", "show", parts[1]});
            const bool is_next =
                !card["due"].is_null() && card["due"].get<std::string>().starts_with("2026-05");
            CHECK((is_next || stuck_cards().contains(parts[1])));
        } else {
            FAIL("nothing to hold this figure against");
        }
    }

    // What stands on the page is what was frozen, and every KPI of the scorecard is there with the
    // status and the trend of the dashboard.
    void check_page() {
        std::size_t kpi_rows = 0;
        for (const report::Section& section : page.sections) {
            for (const report::Block& block : section.blocks) {
                const auto* table = std::get_if<report::TableBlock>(&block);
                if (table == nullptr || section.handle != "kpis") {
                    continue;
                }
                kpi_rows = table->rows.size();
                for (const auto& cells : table->rows) {
                    const std::string key = cells[1].front().figure.substr(4);
                    CAPTURE(key);
                    REQUIRE(kpis.contains(key));
                    CHECK(cells[1].front().text == issued["kpi." + key]);
                    CHECK(cells[2].front().text == issued["kpi." + key + ".target"]);
                    CHECK(cells[3].front().text == issued["kpi." + key + ".variance"]);
                    CHECK(cells[4].front().text == kpis[key].status);
                    CHECK(cells[4].front().mood == kpis[key].status_mood);
                    CHECK(cells[5].front().text == kpis[key].trend);
                }
            }
        }
        CHECK(kpi_rows == kpis.size());
        CHECK(kpi_rows == scorecard.size());
    }

    // A line "46 leads against 50 leads, -8%, trend good, ..." of the review.
    void check_pack_kpi(const gui::reviews::Line& line) {
        CAPTURE(line.key);
        CAPTURE(line.detail);
        REQUIRE(kpis.contains(line.key));
        const gui::kpi::KpiLine& kpi = kpis[line.key];
        const Json& json = row(scorecard, line.key);
        const std::string value = line.detail.substr(0, kpi.value.size());
        CHECK(value == kpi.value);
        check_number(value, json["value"]);
        const std::string target = after(line.detail, " against ");
        REQUIRE(target.empty() == json["target"].is_null());
        if (!target.empty()) {
            check_number(target, json["target"]);
        }
        if (!json["variance_percent"].is_null()) {
            check_number(after(target, ", "), json["variance_percent"]);
        }
        CHECK(line.state == kpi.status);
        CHECK(line.mood == kpi.status_mood);
        CHECK(after(line.detail, "trend ").starts_with(kpi.trend));
        pack.insert(line.key);
    }
    void check_pack_objective(const gui::reviews::Line& line) {
        CAPTURE(line.key);
        CAPTURE(line.detail);
        const Json& json = row(plan["objectives"], line.key);
        const std::string progress = after(line.detail, "progress ");
        if (json["score"].is_null()) {
            CHECK(progress.starts_with("not measured"));
        } else {
            CHECK(number_in(progress) == std::round(json["score"].get<double>() * 100));
            REQUIRE(line.share.has_value());
            CHECK(*line.share == json["score"].get<double>());
        }
        const std::string pace = after(line.detail, "pace ");
        CHECK(objectives[line.key].pace.starts_with(pace.substr(0, pace.find(','))));
        CHECK(line.state == objectives[line.key].status);
        pack.insert(line.key);
    }
    // The review of the month reads the same figures as the report of it.
    void check_pack(const model::Workspace& ws, const Zone& zone, Instant now) {
        namespace reviews = gui::reviews;
        model::Meeting meeting;
        meeting.kind = model::MeetingKind::MonthlyReview;
        meeting.started_at = now;
        meeting.period = kMonth;
        const flow::Flow flow(flow::rows_of(ws, zone), now);
        const auto figures = reviews::review_figures(
            flow::plan_rows_of(ws), flow,
            reviews::looked_back_at(meeting.kind, meeting.period, flow.today()));
        const reviews::ReadingInputs in{ws, zone, now, meeting, &figures};
        const auto check_lines = [&](const std::vector<reviews::Section>& sections) {
            for (const reviews::Section& section : sections) {
                for (const reviews::Line& line : section.lines) {
                    if (line.target.kind == reviews::Target::Kind::Kpi) {
                        check_pack_kpi(line);
                    } else if (line.target.kind == reviews::Target::Kind::Objective) {
                        check_pack_objective(line);
                    }
                }
            }
        };
        const auto context = reviews::read_part(in, model::AgendaContent::Context, {});
        check_lines(context);
        std::string counts;
        for (const char* status : {"green", "amber", "red", "overdue"}) {
            const auto many =
                count(scorecard, [&](const Json& one) { return one["status"] == status; });
            counts += (counts.empty() ? "" : ", ") + std::to_string(many) + " " + status;
        }
        CHECK(context[0].words == counts + ".");
        check_number(context[1].words, Json(number_in(issued["flow.delivered"])));
        const std::string before = after(context[1].words, "delivered, ");
        CHECK(number_in(before.starts_with("as many") ? issued["flow.delivered"] : before) ==
              number_in(issued["flow.delivered-before"]));
        pack.clear();
        check_lines(reviews::read_part(in, model::AgendaContent::Scorecard, {}));
        CHECK(pack.size() == scorecard.size());
        for (const model::PersonId person : reviews::in_rounds(ws, meeting)) {
            check_lines(reviews::read_part(in, model::AgendaContent::Rounds, person));
        }
        for (const Json& one : plan["objectives"]) {
            CAPTURE(one["key"].get<std::string>());
            const bool is_read = !one["closed"].get<bool>() &&
                                 (one["quarter"].is_null() || one["quarter"] <= "2026-Q2");
            CHECK(pack.contains(one["key"].get<std::string>()) == is_read);
        }
        for (const reviews::Line& line : reviews::risk_section(in, {}).lines) {
            const Json risk = row(cli.json({"risk", "list"}), line.key);
            CHECK(line.state == "Score " + std::to_string(risk["probability"].get<int>() *
                                                          risk["impact"].get<int>()));
        }
    }

    void check_all() {
        CHECK(issued.size() > 8);
        for (const auto& [name, shown] : issued) {
            check_figure(name, shown);
        }
        check_page();
        with_board(
            [this](const auto& ws, const Zone& zone, Instant now) { check_pack(ws, zone, now); });
    }
};

}  // namespace throughline::test
