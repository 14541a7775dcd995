#pragma once
// Drives views as a person would, with no window: finds items by name, clicks, drags, types, reads.
// A name is a label as shown ("Save card"), the id after "##" or "###" ("save"), or "Window/label"
// where the window's name has that part. A name must fit one visible item, else std::runtime_error
// with what is on screen. Pixels are the screen's (scaled).

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/gui/headless/imgui_hooks.h"
#include "app/gui/headless/stage.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace throughline::gui::headless {

class UiDriver final : ItemRecorder {
public:
    struct Item {
        ImGuiID id = 0;
        ImRect rect;
        ImRect clip;
        std::string label;
        std::string window;
        int status = 0;  // ImGuiItemStatusFlags
        int frame = 0;
        ImGuiID seed = 0;
        bool disabled = false;

        [[nodiscard]] bool checked() const { return (status & ImGuiItemStatusFlags_Checked) != 0; }
        [[nodiscard]] bool opened() const { return (status & ImGuiItemStatusFlags_Opened) != 0; }
    };

    explicit UiDriver(std::function<void()> frame, const StageOptions& options = {});
    ~UiDriver() override;
    UiDriver(const UiDriver&) = delete;
    UiDriver& operator=(const UiDriver&) = delete;

    void frames(int count = 1) { stage_.frames(count); }
    [[nodiscard]] Image picture() { return stage_.picture(); }
    [[nodiscard]] Stage& stage() { return stage_; }
    [[nodiscard]] ImGuiContext& context() { return stage_.context(); }
    [[nodiscard]] std::string& clipboard() { return stage_.clipboard; }

    // Looking. `find` gives null, `need` throws when there is no such item in the last frame.
    [[nodiscard]] const Item* find(std::string_view name) const;
    [[nodiscard]] const Item& need(std::string_view name) const;
    [[nodiscard]] bool visible(std::string_view name) const;  // exists and is not scrolled away
    [[nodiscard]] bool focused(std::string_view name) const;  // has the keyboard
    [[nodiscard]] std::vector<std::string> names() const;     // "window/label" of all items
    // Whether the text, or a text containing it, could be read in the last frame.
    [[nodiscard]] bool shows(std::string_view text) const;
    [[nodiscard]] std::vector<std::string> texts() const;

    // Acting. Each runs the frames that the act needs to settle.
    void click(std::string_view name, int button = 0);
    void right_click(std::string_view name) { click(name, 1); }
    void double_click(std::string_view name);
    void click_at(ImVec2 point, int button = 0);
    void hover(std::string_view name);
    void mouse(ImVec2 point);
    void drag(std::string_view from, std::string_view to, ImVec2 to_anchor = {0.5f, 0.5f});
    void drag_begin(std::string_view from);
    void drag_to(ImVec2 point);
    void drag_to(std::string_view name, ImVec2 anchor = {0.5f, 0.5f});
    void drop();
    void scroll(ImVec2 at, float lines);
    void scroll(std::string_view name, float lines);
    void type(std::string_view utf8);
    void key(ImGuiKeyChord chord, int times = 1);
    // Clicks the field, empties it, types.
    void fill(std::string_view name, std::string_view text);
    [[nodiscard]] ImVec2 centre(std::string_view name, ImVec2 anchor = {0.5f, 0.5f}) const;

private:
    void item_add(ImGuiContext& context, unsigned id, const ImRect& rect) override;
    void item_info(ImGuiContext& context, unsigned id, std::string_view label,
                   int status_flags) override;
    [[nodiscard]] bool is_called(const Item& item, std::string_view name) const;
    [[nodiscard]] ImGuiIO& io();
    void draw_first();  // so that a test may act at once

    Stage stage_;
    std::unordered_map<ImGuiID, Item> items_;
    std::vector<std::string> texts_;
    ImVec2 drag_at_{0, 0};
};

}  // namespace throughline::gui::headless
