// Keys that are pressed and let go faster than frames are drawn.
#include "app/gui/palette/shortcut.h"
#include "app/gui/shell/key_order.h"

#include <doctest/doctest.h>

#include <string>

namespace throughline::gui::shell {
namespace {

// A context that is fed as the window feeds its own; `heard` names the shortcuts, frame by frame.
struct Keyboard {
    ImGuiContext* context = ImGui::CreateContext();
    std::string heard;

    Keyboard() {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {100, 100};
        io.DeltaTime = 0.01f;
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        frame();
        frame();
    }
    ~Keyboard() { ImGui::DestroyContext(context); }
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    void frame() {
        {
            const KeyOrder order(*context);
            ImGui::NewFrame();
        }
        for (const char* shortcut : {"Ctrl+K", "K", "J", "Shift+J", "?"}) {
            if (palette::shortcut_pressed(shortcut)) heard += std::string(shortcut) + " ";
        }
        ImGui::EndFrame();
    }
    void drain() {
        do {
            frame();
        } while (!context->InputEventsQueue.empty());
    }
    void ctrl(bool down) {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, down);
        ImGui::GetIO().AddKeyEvent(ImGuiKey_LeftCtrl, down);
    }
    void key(ImGuiKey key, bool down) { ImGui::GetIO().AddKeyEvent(key, down); }
};

TEST_CASE("keys: Ctrl let go before its key, all between two frames, is heard with its key") {
    Keyboard keys;
    keys.ctrl(true);
    keys.frame();  // the modifier alone reached an earlier frame
    keys.key(ImGuiKey_K, true);
    keys.ctrl(false);
    keys.key(ImGuiKey_K, false);
    keys.drain();
    CHECK(keys.heard == "Ctrl+K ");
    CHECK_FALSE(ImGui::IsKeyDown(ImGuiKey_K));
    CHECK_FALSE(ImGui::GetIO().KeyCtrl);
}

TEST_CASE("keys: a whole Ctrl combination between two frames, in both orders of letting go") {
    Keyboard keys;
    keys.ctrl(true);
    keys.key(ImGuiKey_K, true);
    keys.key(ImGuiKey_K, false);
    keys.ctrl(false);
    keys.ctrl(true);
    keys.key(ImGuiKey_K, true);
    keys.ctrl(false);
    keys.key(ImGuiKey_K, false);
    keys.drain();
    CHECK(keys.heard == "Ctrl+K Ctrl+K ");
}

TEST_CASE("keys: a plain key is not heard with a modifier that comes after it") {
    Keyboard keys;
    keys.key(ImGuiKey_K, true);
    keys.ctrl(true);
    keys.key(ImGuiKey_K, false);
    keys.ctrl(false);
    keys.drain();
    CHECK(keys.heard == "K ");
}

TEST_CASE("keys: two keys that roll over each other are heard one after the other") {
    Keyboard keys;
    keys.key(ImGuiKey_J, true);
    keys.key(ImGuiKey_K, true);
    keys.key(ImGuiKey_J, false);
    keys.key(ImGuiKey_K, false);
    keys.frame();
    CHECK(keys.heard == "J ");
    keys.drain();
    CHECK(keys.heard == "J K ");
}

TEST_CASE("keys: letters that are typed stay with their keys, and none is lost") {
    Keyboard keys;
    ImGuiIO& io = ImGui::GetIO();
    io.AddInputCharacter('?');
    keys.key(ImGuiKey_J, true);
    io.AddInputCharacter('j');
    keys.key(ImGuiKey_J, false);
    keys.drain();
    CHECK(keys.heard == "J ? ");
}

}  // namespace
}  // namespace throughline::gui::shell
