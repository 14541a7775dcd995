#pragma once
// A multi-line editor with word wrap (Dear ImGui 1.92.2 has none), with undo of its own. The caller
// sees only real line ends; soft ones live in the edit buffer. Used by text_area; views call that.

#include <string>

#include "imgui.h"

namespace throughline::gui {

struct WrapEditOptions {
    ImVec2 size{0, 0};  // x 0: what is left; y: pixels
    bool read_only = false;
    const char* placeholder = nullptr;
};

// `label` as ImGui::InputTextMultiline takes it ("##id"). Result: the text changed.
bool wrap_edit(const char* label, std::string& text, const WrapEditOptions& options = {});
// Lines the text takes at this inner width with the current font; at least 1.
[[nodiscard]] int wrapped_line_count(const std::string& text, float width);

}  // namespace throughline::gui
