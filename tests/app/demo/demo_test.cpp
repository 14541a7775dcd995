#include "app/demo/demo.h"

#include "core/rules/limits.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>

using namespace throughline;

namespace {

std::unique_ptr<desk::Desk> make(std::uint64_t seed) {
    const Instant now = *parse_instant("2026-11-20T15:00:00Z");
    auto desk = desk::Desk::in_memory([now] { return now; }, [] { return std::uint64_t{7}; });
    REQUIRE(demo::make_demo(*desk, seed, now).ok());
    return desk;
}

}  // namespace

TEST_CASE("the demo is a believable team, sound and the same every time") {
    const auto desk = make(1);
    const model::Workspace& ws = desk->workspace();
    const auto report = desk->check();
    REQUIRE(report.ok());
    for (const auto& finding : report->findings) {
        FAIL_CHECK(finding.where << ": " << finding.what);
    }
    CHECK(report->head == make(1)->check()->head);
    CHECK(report->head != make(2)->check()->head);

    int delivered = 0;
    int in_process = 0;
    for (const model::Card& card : ws.rows<model::Card>()) {
        delivered += rules::is_delivered(ws, card) ? 1 : 0;
        in_process += rules::is_in_process(ws, card) ? 1 : 0;
    }
    std::map<model::RequestState, int> requests;
    for (const model::Request& request : ws.rows<model::Request>()) {
        ++requests[request.state];
    }
    MESSAGE("entries " << ws.seq() << ", cards " << ws.rows<model::Card>().size() << ", delivered "
                       << delivered << ", in process " << in_process << ", requests "
                       << ws.rows<model::Request>().size() << ", waiting "
                       << requests[model::RequestState::Submitted] +
                              requests[model::RequestState::NeedsInfo]
                       << ", blocks " << ws.rows<model::Block>().size() << ", refusals "
                       << ws.rows<model::RefusedTry>().size() << ", overrides "
                       << ws.rows<model::Override>().size());
    CHECK(delivered >= 40);
    CHECK(in_process >= 5);
    CHECK(requests[model::RequestState::Submitted] >= 3);
    CHECK(requests[model::RequestState::Declined] >= 3);
    CHECK(ws.rows<model::Block>().size() >= 10);
    CHECK(ws.rows<model::RefusedTry>().size() >= 10);
    CHECK(ws.rows<model::Override>().size() >= 1);
}
