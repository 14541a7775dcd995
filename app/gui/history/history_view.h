// The history screen: the journal in words, newest first.
#pragma once

#include "app/gui/context/screen_view.h"
#include "app/gui/history/history_model.h"

#include <memory>

namespace throughline::gui::history {

class HistoryView final : public ScreenView {
public:
    HistoryView();
    ~HistoryView() override;

    void draw(Context& context) override;
    // Entries of this kind alone, by everybody; scrolled to those of the day, which are read first
    // where need be.
    void open(Day day, Kind kind);
    // Entries are on their way from the store.
    bool is_busy() const override;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::history
