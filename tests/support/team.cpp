#include "tests/support/team.h"

#include "core/rules/gates.h"

#include <doctest/doctest.h>

namespace throughline::test {

Team::Team(const std::string& kind)
    : now_(std::make_shared<Instant>(*parse_instant("2026-05-04T09:00:00Z"))) {
    auto nonce = std::make_shared<std::uint64_t>(1);
    desk_ = desk::Desk::in_memory([now = now_] { return *now; }, [nonce] { return (*nonce)++; });
    run(rules::CreateBoard{kind, "Marketing", "UTC", "ana", "Ana"});
    as("ana");
    run(rules::AddPerson{"bob", "Bob", model::Role::Lead});
    run(rules::AddPerson{"cem", "Cem", model::Role::Member});
    run(rules::AddPerson{"dia", "Dia", model::Role::Member});
    run(rules::AddPerson{"eve", "Eve", model::Role::Requester});
    run(rules::AddPerson{"vic", "Vic", model::Role::Viewer});
    run(rules::AddObjective{
        "Demo bookings from 12 to 30 a month", "2026-Q2", {}, person("bob"), -1});
}

Team& Team::as(const std::string& handle) {
    desk_->set_actor(person(handle));
    return *this;
}

journal::Entry Team::run(const rules::Command& command) {
    auto outcome = desk_->run(command);
    if (!outcome) {
        const auto& stop = outcome.error();
        FAIL(std::string(rules::info_of(command).name)
             << ": " << (stop.refusal ? rules::to_text(*stop.refusal) : to_text(*stop.error)));
    }
    return *outcome;
}

rules::Refusal Team::refused(const rules::Command& command) {
    auto outcome = desk_->run(command);
    REQUIRE_FALSE(outcome.ok());
    REQUIRE(outcome.error().refusal.has_value());
    return *outcome.error().refusal;
}

model::PersonId Team::person(const std::string& handle) const {
    const model::Person* found = ws().person_by_handle(handle);
    REQUIRE(found != nullptr);
    return found->id;
}

model::ColumnId Team::column(const std::string& handle) const {
    const model::Column* found = ws().column_by_handle(handle);
    REQUIRE(found != nullptr);
    return found->id;
}

model::TemplateVersionId Team::form(const std::string& handle) const {
    const model::Template* found = ws().template_by_handle(handle);
    REQUIRE(found != nullptr);
    return found->current;
}

model::TextMap Team::answers() {
    return {{"what", "Customers learn about the reporting module."},
            {"audience", "Operations leads"},
            {"why_now", "It ships on 1 June."},
            {"success_measure", "Demo bookings"},
            {"format", "Article"},
            {"objective", "triage"},
            {"needed_by", "none"}};
}

model::RequestId Team::submit(const std::string& title) {
    run(rules::SubmitBrief{form(), desk_->actor(), title, answers()});
    return ws().request_by_number(ws().last_number("request"))->id;
}

model::CardId Team::accept(model::RequestId request, const std::string& dri) {
    run(rules::AcceptRequest{
        request, person(dri), objective(), model::ServiceClass::Standard, {}, "", ""});
    return ws().find(request)->card;
}

model::CardId Team::make_card(const std::string& title, const std::string& dri) {
    return accept(submit(title), dri);
}

rules::MoveCards Team::move(model::CardId card, const std::string& to) const {
    return {{card}, column(to), {}, ""};
}

void Team::pass_gate(model::CardId id) {
    std::vector<std::pair<model::GateItemId, model::GateKind>> open;
    for (const rules::GateState& state : rules::gate_of(ws(), id, card(id).column)) {
        if (!state.passed()) {
            open.emplace_back(state.item->id, state.item->kind);
        }
    }
    for (const auto& [item, kind] : open) {
        run(rules::MarkGate{
            id, item,
            kind == model::GateKind::Approval ? model::Verdict::Approved : model::Verdict::Done,
            ""});
    }
}

void Team::set_limit(const std::string& handle, const std::string& limit) {
    run(rules::EditColumn{column(handle), {{"wip_limit", limit}}});
}

}  // namespace throughline::test
