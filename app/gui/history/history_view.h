// The history screen: the journal in words, newest first. Fills what is left of the current ImGui
// window. Knows no other screen; the workbench calls it.
#pragma once

#include "app/gui/history/history_model.h"

#include <memory>

namespace throughline::gui::history {

class HistoryView {
public:
    HistoryView();
    ~HistoryView();
    HistoryView(const HistoryView&) = delete;
    HistoryView& operator=(const HistoryView&) = delete;

    void draw(Context& context);
    // Entries of this kind alone, by everybody; scrolled to those of the day, which are read first
    // where need be.
    void open(Day day, Kind kind);
    // Entries are on their way from the store.
    bool is_busy() const;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::history
