// What is missing or wrong about a card, as the board and the card panel say it.
#include "app/gui/context/face_model.h"
#include "tests/app/gui/intake_desk.h"

#include <doctest/doctest.h>

namespace throughline::gui {
namespace {

TEST_CASE("a card whose objective was closed is flagged until it is delivered or tied anew") {
    test::DeskContext desk;
    const model::ObjectiveId objective = desk.objective("Own the category");
    const model::CardId id = desk.card("Spring launch", objective);
    const auto flag = [&] { return flag_of(desk.workspace(), *desk.workspace().find(id)); };
    CHECK(flag() == CardFlag::None);
    REQUIRE(desk.run(rules::EditObjective{objective, {{"closed", "true"}}}).ok());
    CHECK(flag() == CardFlag::ObjectiveClosed);
    Yardsticks yardsticks;
    yardsticks.refresh(desk.workspace(), desk.zone(), desk.now());
    const flow::Workflow workflow(desk.workspace());
    const CardFace face =
        make_face({desk.workspace(), workflow, desk.zone(), yardsticks, desk.now()},
                  *desk.workspace().find(id));
    CHECK(face.flag_words == "Objective O-1 is closed");

    std::vector<model::GateItemId> gates;
    for (const model::GateItem& item : desk.workspace().rows<model::GateItem>())
        gates.push_back(item.id);
    for (const model::GateItemId gate : gates)
        REQUIRE(desk.run(rules::EditGateItem{gate, {{"removed", "true"}}}).ok());
    REQUIRE(
        desk.run(rules::MoveCards{.cards = {id}, .to = desk.workspace().board()->delivery}).ok());
    CHECK(flag() == CardFlag::None);
    REQUIRE(
        desk.run(rules::MoveCards{.cards = {id}, .to = desk.workspace().columns().front()}).ok());
    CHECK(flag() == CardFlag::ObjectiveClosed);
    const model::ObjectiveId open = desk.objective("Win the next one");
    REQUIRE(desk.run(rules::EditCard{
                         .card = id,
                         .set = {{"objective", model::key_of(*desk.workspace().find(open))}}})
                .ok());
    CHECK(flag() == CardFlag::None);
}

}  // namespace
}  // namespace throughline::gui
