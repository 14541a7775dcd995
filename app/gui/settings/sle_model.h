// Service levels per class of service, beside what the board's own history proposes. The proposal
// is computed off the frame, once per change of the board. No drawing.
#pragma once

#include "app/gui/context/background.h"
#include "app/gui/context/context.h"
#include "core/flow/sle.h"

#include <array>

namespace throughline::gui::settings {

inline constexpr std::size_t kClassCount = model::Names<model::ServiceClass>::kAll.size();

struct SleProposal {
    std::optional<int> days;  // absent with fewer than ten finished cards in 12 weeks
    std::size_t cards = 0;    // finished in them
    std::optional<int> with_open_cards;
    bool open_cards_matter = false;
};

// "18 days from 41 cards of the last 12 weeks"; what is missing when there is no proposal.
std::string proposal_words(const SleProposal& proposal, int probability);

class SleProposals {
public:
    // Each frame while the section is shown.
    void refresh(Context& context);
    bool is_ready() const { return ready_; }
    // Being computed.
    bool is_busy() const { return work_.is_busy(); }
    const SleProposal& of(model::ServiceClass service_class) const {
        return proposals_[static_cast<std::size_t>(service_class)];
    }

private:
    using All = std::array<SleProposal, kClassCount>;
    All proposals_{};
    std::uint64_t revision_ = 0;
    bool ready_ = false;
    Background<All> work_;
};

}  // namespace throughline::gui::settings
