// What the screens may ask of the window.
#include "app/gui/workbench/state.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::workbench {

const Zone& Workbench::State::zone() {
    const model::Board* board = desk().workspace().board();
    const std::string name = board == nullptr ? "UTC" : board->zone;
    if (!board_zone || board_zone->name() != name) {
        auto loaded = Zone::load(name);
        board_zone = loaded ? std::move(loaded).value() : Zone::utc();
    }
    return *board_zone;
}

void Workbench::State::set_appearance(const Appearance& appearance) {
    window.appearance = appearance;
    window.appearance.zoom = std::clamp(appearance.zoom, 0.75, 2.0);
    unsettled = true;
}

rules::Verdict Workbench::State::run(const rules::Command& command, At at) {
    unsettled = true;
    rules::Verdict verdict = desk().run(command);
    if (!verdict && at == At::Toast) {
        push(refused(verdict.error()));
    }
    return verdict;
}

rules::Verdict Workbench::State::run_with_undo(const rules::Command& command,
                                               const std::string& done) {
    rules::Verdict verdict = run(command, At::Toast);
    if (verdict) {
        push({.tone = ToastRequest::Tone::Success, .text = done}, "Undo",
             [this, title = live->undo_title()] {
                 if (live->undo_title() != title) {
                     push({.text = "Something else was done since.",
                           .detail = "Undo in the top bar takes back the last step first."});
                 } else if (rules::Verdict undone = live->undo(); !undone) {
                     push(refused(undone.error()));
                 }
             });
    }
    return verdict;
}

void Workbench::State::go(Screen screen) {
    wishes.push_back([this, screen] { show(screen); });
}

void Workbench::State::open_card(model::CardId card) {
    wishes.push_back([this, card] { screens->card.open(card); });
}

void Workbench::State::open_request(model::RequestId request) {
    wishes.push_back([this, request] {
        show(Screen::Intake);
        screens->intake.open_request(request);
    });
}

void Workbench::State::open_brief(model::TemplateVersionId version) {
    wishes.push_back([this, version] {
        show(Screen::Intake);
        screens->intake.open_new(version);
    });
}

void Workbench::State::open_draft(std::int64_t draft) {
    wishes.push_back([this, draft] {
        show(Screen::Intake);
        screens->intake.open_draft(draft);
    });
}

void Workbench::State::attach_brief(model::CardId card) {
    wishes.push_back([this, card] {
        show(Screen::Intake);
        screens->intake.attach_brief(card);
    });
}

bool Workbench::State::has_brief_draft(model::CardId card) {
    return screens->intake.has_card_draft(card, desk().actor());
}

void Workbench::State::open_settings(const std::string& section) {
    wishes.push_back([this, section] {
        if (section == "people") {
            show(Screen::Objectives);
            screens->objectives.show(objectives::Part::People);
            return;
        }
        if (section == "bets") {
            show(Screen::Objectives);
            screens->objectives.show(objectives::Part::Bets);
            return;
        }
        show(Screen::Settings);
        screens->settings.open(section);
    });
}

void Workbench::State::open_objective(model::ObjectiveId objective) {
    wishes.push_back([this, objective] {
        show(Screen::Objectives);
        screens->objectives.open_objective(objective);
    });
}

void Workbench::State::open_kpi(model::KpiId kpi) {
    wishes.push_back([this, kpi] {
        show(Screen::Kpis);
        screens->kpis.open(kpi);
    });
}

void Workbench::State::open_chart(const std::string& name, Day until) {
    wishes.push_back([this, name, until] {
        show(Screen::Flow);
        screens->flow.open(name, until);
    });
}

void Workbench::State::open_meeting(model::MeetingId meeting) {
    wishes.push_back([this, meeting] {
        show(Screen::Reviews);
        screens->reviews.open(meeting);
    });
}

void Workbench::State::open_reviews(const std::string& part, std::int64_t record) {
    wishes.push_back([this, part, record] {
        show(Screen::Reviews);
        screens->reviews.show(part, record);
    });
}

void Workbench::State::open_report(const std::string& month) {
    wishes.push_back([this, month] {
        show(Screen::Report);
        screens->monthly.open(month);
    });
}

void Workbench::State::open_learning(const std::string& part, std::int64_t record) {
    wishes.push_back([this, part, record] {
        show(Screen::Learning);
        screens->learning.show(part, record);
    });
}

void Workbench::State::travel_to(Instant at) {
    wishes.push_back([this, at] { start_travel(at); });
}

void Workbench::State::open_settings_history(Day day) {
    wishes.push_back([this, day] {
        show(Screen::History);
        screens->history.open(day, history::Kind::Settings);
    });
}

void Workbench::State::open_standup() {
    wishes.push_back([this] {
        if (refuse_in_past()) {
            return;
        }
        screens->card.close();
        screens->standup.open(*this);
    });
}

void Workbench::State::open_import() {
    wishes.push_back([this] {
        if (!refuse_in_past()) {
            import.open();
        }
    });
}

bool Workbench::State::refuse_in_past() {
    if (past) {
        push(refused(past->undo().error()));
    }
    return past != nullptr;
}

void Workbench::State::toast(ToastRequest toast) {
    push({.tone = toast.tone, .text = std::move(toast.text)}, std::move(toast.action),
         std::move(toast.on_action));
}

void Workbench::State::copy_text(const std::string& text) {
    ImGui::SetClipboardText(text.c_str());
    push({.tone = ToastRequest::Tone::Success,
          .text = "Copied: " + text,
          .detail = "",
          .lasts_s = 3});
}

void Workbench::State::redraw_at(Instant at) {
    redraw = redraw ? std::min(*redraw, at) : at;
}

}  // namespace throughline::gui::workbench
