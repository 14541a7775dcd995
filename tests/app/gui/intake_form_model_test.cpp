#include "app/gui/intake/form_model.h"

#include "app/gui/intake/template_model.h"
#include "tests/app/gui/intake_desk.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace throughline::gui::intake {
namespace {

Day today(test::DeskContext& desk) {
    return desk.zone().day(desk.now());
}

void refresh(FormModel& form, test::DeskContext& desk) {
    form.refresh(desk.workspace(), desk.desk().revision(), today(desk));
}

void answer_all(FormModel& form, test::DeskContext& desk) {
    const Instant now = desk.now();
    form.set_answer("title", "Launch the reporting module", now);
    form.set_answer("what", "Customers learn about it.", now);
    form.set_answer("audience", "Existing customers", now);
    form.set_answer("why_now", "It ships in May.", now);
    form.set_answer("success_measure", "Demo bookings", now);
    form.set_answer("objective", "triage", now);
    form.set_answer("needed_by", "none", now);
    refresh(form, desk);
}

TEST_CASE("intake form: an empty brief counts its title among what is asked, and is not complete") {
    test::DeskContext desk;
    FormModel form;
    form.start(desk.workspace(), desk.plain_form(), desk.person("ana"));
    refresh(form, desk);
    CHECK(form.completeness().done == 0);
    CHECK(form.completeness().total == 7);
    CHECK_FALSE(form.completeness().complete);
    CHECK(form.first_problem() == "title");
}

TEST_CASE(
    "intake form: a problem is said once its field was left, all of them on a try to submit") {
    test::DeskContext desk;
    FormModel form;
    form.start(desk.workspace(), desk.plain_form(), desk.person("ana"));
    refresh(form, desk);
    CHECK(form.shown_problem("audience").empty());
    form.leave_field("audience");
    CHECK(form.shown_problem("audience") == "For whom is missing");
    CHECK(form.shown_problem("what").empty());
    CHECK_FALSE(form.try_submit());
    CHECK_FALSE(form.shown_problem("what").empty());
}

TEST_CASE("intake form: a date asks for its reason too") {
    test::DeskContext desk;
    FormModel form;
    form.start(desk.workspace(), desk.plain_form(), desk.person("ana"));
    answer_all(form, desk);
    CHECK(form.completeness().complete);
    CHECK(form.completeness().done == form.completeness().total);
    form.set_answer("needed_by", "2026-05-01", desk.now());
    refresh(form, desk);
    CHECK(form.completeness().total == 8);
    CHECK(form.first_problem() == "needed_by_reason");
    form.set_answer("needed_by_reason", "The fair opens", desk.now());
    refresh(form, desk);
    CHECK(form.try_submit());
}

TEST_CASE(
    "intake form: a draft is due one second after the last edit, and never for an empty brief") {
    test::DeskContext desk;
    FormModel form;
    form.start(desk.workspace(), desk.plain_form(), desk.person("ana"));
    CHECK_FALSE(form.draft_due());
    form.set_answer("title", "A", desk.now());
    REQUIRE(form.draft_due());
    CHECK(*form.draft_due() == desk.now() + Duration{kMicrosPerSecond});
    const model::BriefDraft draft = form.take_draft(42, desk.now());
    CHECK(draft.id == 42);
    CHECK(draft.title == "A");
    CHECK_FALSE(form.draft_due());
    form.set_answer("title", "AB", desk.now());
    CHECK(form.take_draft(43, desk.now()).id == 42);
}

TEST_CASE("intake form: a draft resumed holds what was written") {
    test::DeskContext desk;
    FormModel form;
    form.start(desk.workspace(), desk.plain_form(), desk.person("ana"));
    answer_all(form, desk);
    const model::BriefDraft draft = form.take_draft(7, desk.now());
    FormModel again;
    again.resume(desk.workspace(), draft);
    refresh(again, desk);
    CHECK(again.completeness().complete);
    CHECK(again.answer("audience") == "Existing customers");
    CHECK(again.draft_id() == 7);
}

TEST_CASE("intake templates: those in use, with how much they ask") {
    test::DeskContext desk;
    const auto form = desk.workspace().template_by_handle("email")->id;
    const auto cards = template_cards(desk.workspace());
    REQUIRE(cards.size() == 7);
    for (const TemplateCard& card : cards) {
        CHECK_FALSE(card.description.empty());
        CHECK(card.answers >= 7);
        CHECK(card.minutes <= 3);
    }
    REQUIRE(desk.desk().run(rules::RetireTemplate{form, true}).ok());
    CHECK(template_cards(desk.workspace()).size() == 6);
}

}  // namespace
}  // namespace throughline::gui::intake
