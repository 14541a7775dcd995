// A desk in memory with a marketing board, a clock that tests move, and a Context that remembers
// what a screen asked for. For the tests of the intake and the objectives screens.
#pragma once

#include "app/gui/context/context.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace throughline::gui::test {

class DeskContext final : public Context {
public:
    // Tuesday 10 March 2026, 10:00 UTC. The first person, an admin, is Ana.
    DeskContext() : now_us_(parse_instant("2026-03-10T10:00:00Z").value().us) {
        auto desk = desk::Desk::in_memory([this] { return now(); }, [this] { return ++nonce_; });
        const auto made =
            desk->run(rules::CreateBoard{"marketing", "Marketing", "UTC", "ana", "Ana Lima"});
        ok_ = made.ok();
        desk_ = desk::LiveDesk::start(std::move(desk), {});
        be("ana");
    }

    desk::LiveDesk& desk() override { return *desk_; }
    Instant now() const override { return {now_us_}; }
    const Zone& zone() override { return zone_; }
    FilterState& filter() override { return filter_; }

    rules::Verdict run(const rules::Command& command, At at = At::Toast) override {
        const rules::Verdict verdict = desk_->run(command);
        if (!verdict && at == At::Toast)
            toasts.push_back(
                {ToastRequest::Tone::Warning, rules::to_text(verdict.error()), {}, {}});
        return verdict;
    }
    rules::Verdict run_with_undo(const rules::Command& command, const std::string& done) override {
        const rules::Verdict verdict = run(command);
        if (verdict)
            toasts.push_back(
                {ToastRequest::Tone::Success, done, "Undo", [this] { (void)desk_->undo(); }});
        return verdict;
    }

    void go(Screen screen) override {
        asked.push_back("go:" + std::to_string(static_cast<int>(screen)));
    }
    void open_card(model::CardId card) override { asked.push_back("card:" + key(card)); }
    void open_request(model::RequestId request) override {
        asked.push_back("request:" + model::key_of(*workspace().find(request)));
    }
    void open_brief(model::TemplateVersionId) override { asked.push_back("brief"); }
    void open_draft(std::int64_t draft) override {
        asked.push_back("draft");
        opened_draft = draft;
    }
    void attach_brief(model::CardId card) override { asked.push_back("attach:" + key(card)); }
    void open_settings(const std::string& section) override {
        asked.push_back("settings:" + section);
    }
    void open_objective(model::ObjectiveId) override { asked.push_back("objective"); }
    void toast(ToastRequest toast) override { toasts.push_back(std::move(toast)); }
    void copy_text(const std::string&) override {}
    void redraw_at(Instant) override {}

    // --- for tests -------------------------------------------------------------------------------
    bool ok() const { return ok_; }
    void be(const std::string& handle) {
        desk_->set_actor(workspace().person_by_handle(handle)->id);
    }
    void pass(Duration time) { now_us_ += time.us; }
    // Until everything is durable and every answer of the worker has come home.
    void settle() {
        bool done = false;
        desk_->with_desk([](desk::Desk&) {}, [&done] { done = true; });
        for (int i = 0; i < 2000 && !(done && desk_->pending() == 0); ++i) {
            desk_->poll();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        desk_->poll();
    }
    std::string key(model::CardId card) {
        return model::key_of(workspace(), *workspace().find(card));
    }
    model::TemplateVersionId form(std::string_view handle) {
        return workspace().template_by_handle(handle)->current;
    }
    model::PersonId person(std::string_view handle) {
        return workspace().person_by_handle(handle)->id;
    }
    std::string last_toast() const { return toasts.empty() ? "" : toasts.back().text; }

    // A complete brief of the request type without questions of its own; the request's id, 0 when
    // refused.
    model::RequestId submit(const std::string& title, model::TextMap more = {}) {
        model::TextMap answers{{"what", "Customers learn about it and book a demo."},
                               {"audience", "Existing customers"},
                               {"why_now", "The module ships in May."},
                               {"success_measure", "Demo bookings"},
                               {"objective", "triage"},
                               {"needed_by", "none"}};
        for (auto& [handle, answer] : more)
            answers[handle] = answer;
        const rules::SubmitBrief command{plain_form(), desk_->actor(), title, answers};
        if (!desk_->run(command)) return {};
        return workspace().request_by_number(workspace().last_number("request"))->id;
    }
    // A template that asks only what every brief asks.
    model::TemplateVersionId plain_form() {
        if (const model::Template* there = workspace().template_by_handle("simple-request"))
            return there->current;
        (void)desk_->run(rules::AddTemplate{"Simple request", {}});
        const model::Template* made = workspace().template_by_handle("simple-request");
        return made != nullptr ? made->current : model::TemplateVersionId{};
    }
    model::ObjectiveId objective(const std::string& title, const std::string& quarter = "2026-Q1") {
        (void)desk_->run(rules::AddObjective{title, quarter, {}, desk_->actor(), -1});
        const model::Objective* made =
            workspace().objective_by_number(workspace().last_number("objective"));
        return made != nullptr ? made->id : model::ObjectiveId{};
    }
    // A card in the ready column.
    model::CardId card(const std::string& title, model::ObjectiveId serves) {
        const model::RequestId request = submit(title);
        (void)desk_->run(rules::AcceptRequest{
            request, desk_->actor(), serves, model::ServiceClass::Standard, {}, "", ""});
        return workspace().find(request)->card;
    }

    std::vector<std::string> asked;
    std::vector<ToastRequest> toasts;
    std::int64_t opened_draft = 0;

private:
    std::atomic<std::int64_t> now_us_;  // read by the worker too
    std::atomic<std::uint64_t> nonce_ = 0;
    bool ok_ = false;
    Zone zone_ = Zone::utc();
    FilterState filter_;
    std::unique_ptr<desk::LiveDesk> desk_;
};

}  // namespace throughline::gui::test
