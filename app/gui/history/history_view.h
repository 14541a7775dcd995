// The history screen: the journal in words, newest first. Fills what is left of the current ImGui
// window. Knows no other screen; the workbench calls it.
#pragma once

#include <memory>

namespace throughline::gui {
class Context;
}

namespace throughline::gui::history {

class HistoryView {
public:
    HistoryView();
    ~HistoryView();
    HistoryView(const HistoryView&) = delete;
    HistoryView& operator=(const HistoryView&) = delete;

    void draw(Context& context);
    // Entries are on their way from the store.
    bool is_busy() const;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::history
