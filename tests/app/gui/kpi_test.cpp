// The KPI screen: the dashboard, values entered in place, and one KPI opened.
#include "app/gui/kpi/kpi_model.h"
#include "app/gui/kpi/kpi_view.h"
#include "core/report/kpi_chart.h"
#include "tests/app/gui/screen_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::kpi {
namespace {

struct Bench : test::ScreenBench<KpiView> {
    Bench() : ScreenBench({1440, 1200}) {}

    // K-1 with a target of 50 and a value of 46 at the end of February.
    void fill() {
        add("kpi", {{"name", "Win rate"}, {"unit", "%"}, {"owner", "ana"}});
        add("kpi_target", {{"kpi", "K-1"}, {"from_day", "2026-01-01"}, {"value", "50"}});
        add("measurement", {{"kpi", "K-1"}, {"day", "2026-01-31"}, {"value", "44"}});
        add("measurement", {{"kpi", "K-1"}, {"day", "2026-02-28"}, {"value", "46"}});
    }
};

TEST_CASE("without KPIs the screen says what one is, and the first is added there") {
    Bench b;
    b.settle();
    CHECK(b.ui.shows("No KPIs yet"));
    b.ui.click("add-kpi");
    b.ui.frames(3);
    b.ui.fill("field:name", "Win rate");
    b.ui.fill("field:unit", "%");
    b.ui.click("dialog-confirm");
    b.settle();
    CHECK(b.ui.find("kpi:K-1") != nullptr);
    CHECK(b.ui.shows("No value"));
}

TEST_CASE("the usual KPIs are chosen from a list, in one step") {
    Bench b;
    b.settle();
    b.ui.click("add-templates");
    b.ui.frames(3);
    b.ui.click("shipped:win-rate");
    b.ui.click("shipped:cycle-time");
    b.ui.click("dialog-confirm");
    b.settle();
    CHECK(b.ui.shows("K-1 Cycle time, 85% of cards"));
    CHECK(b.ui.shows("K-2 Win rate"));
    CHECK(b.desk.workspace().rows<model::KpiDefinition>().size() == 2);
    b.ui.click("add-templates");
    b.ui.frames(3);
    CHECK(b.ui.find("shipped:win-rate") == nullptr);
    CHECK(b.ui.find("shipped:branded-search") != nullptr);
}

TEST_CASE("the dashboard shows value, target, variance and status as the scorecard has them") {
    Bench b;
    b.fill();
    b.settle();
    CHECK(b.ui.shows("46%"));
    CHECK(b.ui.shows("50%"));
    CHECK(b.ui.shows("-8%"));
    CHECK(b.ui.shows("-4"));
    CHECK(b.ui.shows("Amber"));
    CHECK(b.ui.shows("28 Feb 2026"));
    CHECK(b.ui.shows("Ana Lima"));
}

TEST_CASE("a value is entered in place, as of the last complete period; the future is refused") {
    Bench b;
    b.fill();
    b.settle();
    b.ui.click("measure:K-1");
    b.ui.frames(3);
    b.ui.type("51");
    b.ui.key(ImGuiKey_Enter);
    b.settle();
    CHECK(b.ui.shows("51%"));  // corrects the value of February
    CHECK(b.ui.shows("Green"));
    CHECK(b.desk.workspace().rows<model::Measurement>().size() == 3);
    b.ui.click("measure:K-1");
    b.ui.frames(3);
    b.ui.fill("measure-value", "60");
    b.ui.fill("measure-day", "2026-04-30");
    b.ui.click("measure-record");
    b.settle();
    CHECK(b.desk.workspace().rows<model::Measurement>().size() == 3);
    CHECK(b.ui.find("measure-record") != nullptr);
}

TEST_CASE("an opened KPI has its chart, what it would take, targets and definition") {
    Bench b;
    b.fill();
    b.view.open(b.desk.workspace().rows<model::Kpi>().begin()->id);
    b.settle();
    CHECK(b.ui.shows("K-1 Win rate"));
    CHECK(b.ui.shows("it takes +4 points a month, 1 time"));
    CHECK(b.ui.find("add:kpi_target") != nullptr);
    b.ui.click("add:kpi_target");
    b.ui.frames(3);
    CHECK(b.ui.find("field:kpi") == nullptr);  // it is this one
    b.ui.fill("field:value", "55");
    b.ui.click("dialog-confirm");
    b.settle();
    CHECK(b.desk.workspace().rows<model::KpiTarget>().size() == 2);
    b.ui.click("back");
    b.settle();
    CHECK(b.ui.find("kpi:K-1") != nullptr);
}

TEST_CASE("a KPI is escalated along the path of its outcome, and refused without one") {
    Bench b;
    b.fill();
    b.view.open(b.desk.workspace().rows<model::Kpi>().begin()->id);
    b.settle();
    const auto escalate = [&] {
        b.ui.click("escalate");
        b.ui.frames(3);
        b.ui.fill("escalation-reason", "Below target for three months");
        b.ui.click("dialog-confirm");
        b.ui.frames(3);
    };
    escalate();
    CHECK(b.desk.workspace().rows<model::Escalation>().size() == 0);
    CHECK(b.ui.shows("Nobody is named to escalate K-1 to."));
    b.ui.click("Cancel");
    REQUIRE(b.desk.run(rules::AddPerson{"bo", "Bo", model::Role::Lead}).ok());
    b.add("accountability", {{"outcome", "Deals won"},
                             {"dri", "ana"},
                             {"decision_rights", "Messages"},
                             {"cadence", "monthly"},
                             {"escalation", "bo"},
                             {"kpi", "K-1"}});
    escalate();
    REQUIRE(b.desk.workspace().rows<model::Escalation>().size() == 1);
    CHECK(b.desk.workspace().rows<model::Escalation>().begin()->to == b.desk.person("bo"));
}

TEST_CASE("the chart of a KPI holds its values and its target, and says what is missing") {
    flow::KpiReading reading;
    CHECK(report::make_kpi_chart(reading, "Win rate", "%").missing.has_value());
    for (int i = 0; i < 8; ++i) {
        reading.points.push_back({Day{20'000 + 30 * i}, 40.0 + i % 3, false});
    }
    reading.target = 90;
    const report::Chart chart = report::make_kpi_chart(reading, "Win rate", "%");
    CHECK_FALSE(chart.missing.has_value());
    CHECK(chart.dots.size() == 8);
    CHECK(chart.y.to >= 90);
    REQUIRE_FALSE(chart.guides.empty());
    CHECK(chart.guides.back().words == "target 90");
}

}  // namespace
}  // namespace throughline::gui::kpi
