// The card panel: everything about one card, at the right side of the screen (the whole width when
// it is narrow). Opened by Context::open_card; every change is one command.
#pragma once

#include "app/gui/card/comment_draft.h"
#include "app/gui/context/context.h"
#include "app/gui/palette/actions.h"

#include <memory>
#include <vector>

struct ImVec2;

namespace throughline::gui::card {

class CardPanel {
public:
    CardPanel();
    ~CardPanel();
    CardPanel(const CardPanel&) = delete;
    CardPanel& operator=(const CardPanel&) = delete;

    void open(model::CardId card);
    void close();
    bool is_open() const;
    // Something about the card is being computed.
    bool is_busy() const;
    model::CardId card() const;  // 0 while closed

    // Draws in a window of its own over the area (screen pixels), outside any other window. Does
    // nothing while closed.
    void draw(Context& context, const ImVec2& area_min, const ImVec2& area_size);
    // Comments begun and not sent, on whatever card; to be kept and given back at the next start.
    const std::vector<CommentDraft>& comment_drafts() const;
    void set_comment_drafts(std::vector<CommentDraft> drafts);
    // Adds the panel's actions; the panel must outlive the table.
    void add_actions(palette::Actions& actions);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::card
