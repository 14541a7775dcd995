// A small marketing team at an in-memory board, for tests: people, an objective, a clock that is
// set by hand, and the everyday acts in one call each. A command that must succeed fails the test
// when it is refused.
#pragma once

#include "core/desk/desk.h"

#include <memory>
#include <string>

namespace throughline::test {

class Team {
public:
    // "marketing" or "empty". People: ana (admin), bob (lead), cem and dia (members), eve
    // (requester), vic (viewer). One objective of the present quarter, O-1. It is Monday
    // 2026-05-04, 09:00 UTC.
    explicit Team(const std::string& kind = "marketing");

    desk::Desk& desk() { return *desk_; }
    const model::Workspace& ws() const { return desk_->workspace(); }
    Instant now() const { return *now_; }
    void pass(Duration time) { *now_ = *now_ + time; }
    Team& as(const std::string& handle);

    journal::Entry run(const rules::Command& command);
    rules::Refusal refused(const rules::Command& command);

    model::PersonId person(const std::string& handle) const;
    model::ColumnId column(const std::string& handle) const;
    model::ObjectiveId objective() const { return ws().rows<model::Objective>().begin()->id; }
    model::TemplateVersionId form(const std::string& handle = "content-asset") const;
    const model::Card& card(model::CardId id) const { return *ws().find(id); }

    // Answers that make a brief of the template complete.
    static model::TextMap answers();
    model::RequestId submit(const std::string& title);
    model::CardId accept(model::RequestId request, const std::string& dri = "ana");
    // Submitted and accepted.
    model::CardId make_card(const std::string& title, const std::string& dri = "ana");
    rules::MoveCards move(model::CardId card, const std::string& to) const;
    // Ticks and signs everything that stands between the card and the next column.
    void pass_gate(model::CardId card);
    void set_limit(const std::string& column, const std::string& limit);

private:
    std::shared_ptr<Instant> now_;
    std::unique_ptr<desk::Desk> desk_;
};

}  // namespace throughline::test
