// Drafts and own requests: the list at the left, the opened request at the right, with the question
// to its requester and a box for the answer.
#pragma once

#include "app/gui/context/flow_answer.h"
#include "app/gui/intake/acts.h"
#include "app/gui/intake/mine_model.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace throughline::gui::intake {

struct MineScreen {
    std::vector<DraftRow> drafts;
    std::vector<RequestRow> requests;
    std::optional<RequestDetail> detail;
    model::RequestId selected;
    bool reveal = false;        // the chosen one comes into view
    float list_width = 360.0f;  // unscaled
    std::string answer;         // being written
    std::string answer_error;

    // Cheap while nothing changed. Chooses the first request when none is chosen.
    void refresh(Context& context, const std::vector<CardDraft>& card_drafts);
    // Each frame in which the opened request is drawn: asks when its card is done.
    void refresh_likely(Context& context);
    // "" while it is not known yet, and without a card.
    std::string_view likely() const;
    bool is_busy() const { return likely_.is_busy(); }
    void select(model::RequestId request);

private:
    struct Likely {
        model::CardId card;
        std::string words;
    };
    FlowAnswer<model::CardId, Likely> likely_;
    std::uint64_t revision_ = 0;
    std::int64_t minute_ = -1;
    model::RequestId shown_;
    std::vector<std::pair<std::int64_t, Instant>> held_;  // id and last change of each draft
};

// What the screen around it is asked for.
struct MineEvents {
    std::optional<std::int64_t> open_draft;
    std::optional<model::CardId> open_card_draft;
    std::optional<std::int64_t> discard_draft;
    std::optional<model::RequestId> edit_brief;
    bool new_brief = false;
};

MineEvents draw_mine(MineScreen& screen, Context& context, Acts& acts,
                     const std::vector<CardDraft>& card_drafts);

}  // namespace throughline::gui::intake
