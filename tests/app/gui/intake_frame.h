// One frame of a screen as the workbench draws it: in a window of the full size, then the keys.
#pragma once

#include "app/gui/palette/actions.h"
#include "tests/app/gui/intake_desk.h"

#include "imgui.h"

namespace throughline::gui::test {

template <class View>
class Frame {
public:
    Frame(View& view, DeskContext& context) : view_(view), context_(context) {
        view.add_actions(actions_);
    }

    void operator()() {
        context_.desk().poll();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
        ImGui::Begin("window", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                         ImGuiWindowFlags_NoBringToFrontOnFocus);
        ImGui::PopStyleVar();
        view_.draw(context_);
        ImGui::End();
        actions_.dispatch(context_);
    }

private:
    View& view_;
    DeskContext& context_;
    palette::Actions actions_;
};

}  // namespace throughline::gui::test
