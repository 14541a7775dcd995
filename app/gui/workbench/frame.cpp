// One frame of the window: layout, screens, what lies over them, and what they asked for.
#include "app/gui/standup/overview_model.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/workbench/chrome_view.h"
#include "app/gui/workbench/state.h"
#include "imgui.h"

#include <cmath>

namespace throughline::gui::workbench {
namespace {

constexpr ImGuiWindowFlags kGround =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoSavedSettings;

void begin_ground() {
    const ImGuiViewport& view = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(view.WorkPos);
    ImGui::SetNextWindowSize(view.WorkSize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("###throughline", nullptr, kGround);
    ImGui::PopStyleVar(2);
}

// These fill their area to the edges and keep their own distance from them.
bool has_own_margin(Screen screen) {
    return screen != Screen::Flow && screen != Screen::Forecast && screen != Screen::Alerts &&
           screen != Screen::History && screen != Screen::Settings;
}

Tone tone_of(ToastRequest::Tone tone) {
    switch (tone) {
        case ToastRequest::Tone::Info: return Tone::Info;
        case ToastRequest::Tone::Success: return Tone::Success;
        case ToastRequest::Tone::Warning: return Tone::Warning;
        case ToastRequest::Tone::Danger: return Tone::Danger;
    }
    return Tone::Info;
}

}  // namespace

void Workbench::State::draw() {
    if (live) {
        draw_workbench();
    } else {
        begin_ground();
        if (auto job = welcome.draw(setup)) {
            import_after_opening = job->then_import;
            setup.actor = job->handle;
            setup.actor_named = !job->handle.empty();
            opening.start([make = std::move(job->make)] { return make(); }, setup.wake);
        }
        ImGui::End();
    }
    draw_toasts();
    carry_out_wishes();
    remember();
}

void Workbench::State::draw_standup() {
    const ImGuiViewport& view = *ImGui::GetMainViewport();
    begin_ground();
    screens->standup.draw(*this, screens->card.is_open());
    ImGui::End();
    screens->card.draw(*this, view.WorkPos, view.WorkSize);
    palette->draw(*this);
}

// A meeting on a projector: nothing but it.
void Workbench::State::draw_review() {
    const ImGuiViewport& view = *ImGui::GetMainViewport();
    begin_ground();
    ImGui::PushID(screen_name(Screen::Reviews).data());
    screens->reviews.draw(*this);
    ImGui::PopID();
    ImGui::End();
    screens->card.draw(*this, view.WorkPos, view.WorkSize);
    palette->draw(*this);
}

void Workbench::State::draw_workbench() {
    if (screens->travel.is_open()) screens->standup.leave();  // a standup is of today
    if (screens->standup.is_open()) {
        draw_standup();
        return;
    }
    if (prefs.screen == Screen::Reviews && screens->reviews.is_full_screen() &&
        !screens->travel.is_open()) {
        draw_review();
        return;
    }
    const Sizes& s = sizes();
    begin_ground();
    const float rail = rail_width(ImGui::GetMainViewport()->WorkSize.x);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0);
    screens->inbox.refresh(*this);
    const int unseen = screens->inbox.unseen();
    if (const auto chosen = draw_rail(*this, prefs.screen, rail, unseen)) go(*chosen);
    ImGui::SameLine(0, 0);
    ImGui::BeginGroup();
    ImGui::PushStyleColor(ImGuiCol_ChildBg, theme().surface);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.lg, (s.top_bar - s.control) * 0.5f});
    ImGui::BeginChild("top-bar", {0, s.top_bar},
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar |
                          ImGuiWindowFlags_NoScrollWithMouse);
    const TopBarLook look{.saved = save_words(live->pending(), write_failure),
                          .present = live->workspace(),
                          .actor = live->actor(),
                          .is_past = screens->travel.is_open(),
                          .standup_runs = standup::running_standup(live->workspace()) != nullptr};
    const TopBarEvents events = draw_top_bar(*this, palette->actions(), look);
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
    separator();
    if (screens->travel.is_open()) screens->travel.draw_band(*this);
    const ImVec2 min = ImGui::GetCursorScreenPos();
    ImVec2 room = ImGui::GetContentRegionAvail();
    room.y -= screens->travel.bar_height();
    ImGui::PopStyleVar();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                        has_own_margin(prefs.screen) ? ImVec2{0, 0} : ImVec2{s.lg, s.md});
    ImGui::BeginChild("screen", room,
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    draw_screen();
    ImGui::EndChild();
    if (screens->travel.is_open() && screens->travel.draw_bar()) {
        wishes.push_back([this] { end_travel(); });
    }
    ImGui::EndGroup();
    ImGui::End();
    screens->card.draw(*this, min, room);
    screens->travel.draw_compare(*this);
    import.draw(*this);
    if (!events.action.empty()) palette->actions().run(events.action, *this);
    if (events.act_as) {
        live->set_actor(events.act_as);
        desk().set_actor(events.act_as);
        unsettled = true;
    }
    if (events.people) open_settings("people");
    palette->draw(*this);
}

void Workbench::State::draw_screen() {
    ImGui::PushID(screen_name(prefs.screen).data());
    if (ScreenView* view = screens->of(prefs.screen)) {
        view->draw(*this);
    } else {
        screens->board.draw(*this, ImGui::GetContentRegionAvail());
    }
    ImGui::PopID();
}

void Workbench::State::show(Screen screen) {
    if (prefs.screen == Screen::Intake && screen != Screen::Intake) {
        screens->intake.leave(*this);
    }
    if (screen != prefs.screen) {
        screens->card.close();
    }
    screens->standup.leave();
    prefs.screen = screen;
}

void Workbench::State::carry_out_wishes() {
    std::vector<std::function<void()>> taken;
    taken.swap(wishes);
    for (const auto& wish : taken) {
        wish();
        unsettled = true;
    }
}

void Workbench::State::push(const Message& message, std::string action,
                            std::function<void()> on_action) {
    Toast toast{.tone = tone_of(message.tone),
                .text = message.text,
                .detail = message.detail,
                .action = std::move(action),
                .lasts_s = message.lasts_s,
                .topic = message.topic};
    if (!toast.action.empty() && on_action) {
        toast.action_id = "toast-" + std::to_string(++toast_number);
        toast_actions[toast.action_id] = std::move(on_action);
    }
    toasts.push(std::move(toast), clock_s());
    unsettled = true;
}

void Workbench::State::draw_toasts() {
    if (const auto pressed = toasts.draw(clock_s())) {
        if (const auto action = toast_actions.extract(*pressed)) {
            action.mapped()();
        }
        unsettled = true;
    }
    if (toasts.empty()) {
        toast_actions.clear();
    }
}

void Workbench::State::set_zoom(double zoom) {
    Appearance next = window.appearance;
    next.zoom = zoom;
    set_appearance(next);
    push({.text = "Zoom " + std::to_string(std::lround(window.appearance.zoom * 100)) + " %",
          .detail = "",
          .lasts_s = 2,
          .topic = "zoom"});
}

}  // namespace throughline::gui::workbench
