// What the inbox remembers, and its parts. Private to this room.
#pragma once

#include "app/gui/inbox/inbox_model.h"
#include "app/gui/inbox/inbox_view.h"
#include "app/gui/palette/cursor_keys.h"
#include "app/gui/records/measure.h"
#include "app/gui/records/record_editor.h"

#include <functional>
#include <string>
#include <vector>

namespace throughline::gui::inbox {

struct InboxView::State {
    InboxModel model;
    std::string selected;   // id of an item; "" for none
    std::size_t place = 0;  // of it among those shown: the next one takes its place
    bool seen_too = false;
    bool reveal = false;        // the chosen one comes into view
    float list_width = 520.0f;  // unscaled
    std::string answer;         // being written
    bool focus_answer = false;
    bool answering = false;  // the answer had the keyboard in the frame before
    std::string problem;     // why the last act on the chosen item was refused
    palette::CursorKeys keys;
    records::RecordEditor editor;
    records::MeasureInPlace measure;
    // What was done here and can be taken back with U, the latest last.
    struct Step {
        std::vector<std::string> marked;  // items marked; empty: a command of the journal
        bool made_seen = true;            // else made new again
        std::string title;                // of the undo that would take that command back
        std::string words;
    };
    std::vector<Step> steps;
    std::vector<std::function<void(Context&)>> later;

    const InboxRow* chosen() const { return model.find(selected); }
    void choose(const std::string& id);
    // Keeps something chosen while there is anything.
    void settle_choice(const std::vector<std::size_t>& shown);
    void move(int by);

    // What is done with an item; run after drawing. inbox_acts.cpp
    void open(Context& context, const InboxRow& row);
    void act(Context& context, const InboxRow& row);
    void mark(Context& context, const std::vector<std::string>& ids);
    void mark_news(Context& context);
    void send_answer(Context& context, const flow::InboxItem& item);
    void undo(Context& context);
    void run(Context& context, const rules::Command& command, const std::string& done);

    void draw_head(Context& context);  // inbox_view.cpp
    void draw_list(const std::vector<std::size_t>& shown);
    void draw_row(const InboxRow& row);
    void draw_chosen(Context& context, const InboxRow& row);  // item_view.cpp
    void draw_acts(Context& context, const InboxRow& row);
    void draw_answer(Context& context, const InboxRow& row);
};

// Shape of a kind of item.
const char* icon_of(flow::InboxKind kind);

}  // namespace throughline::gui::inbox
