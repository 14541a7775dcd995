#include "app/gui/settings/sle_model.h"

#include "core/base/text.h"

namespace throughline::gui::settings {

std::string proposal_words(const SleProposal& proposal, int probability) {
    const std::string cards =
        plural(static_cast<std::int64_t>(proposal.cards), "finished card", "finished cards");
    if (!proposal.days) {
        return cards + " in 12 weeks: too few for a proposal, set it by hand";
    }
    std::string words = std::to_string(probability) + "% of " + cards +
                        " of the last 12 weeks took " + plural(*proposal.days, "day", "days") +
                        " or less";
    if (proposal.open_cards_matter) {
        words += proposal.with_open_cards ? "; with the cards still open it is " +
                                                plural(*proposal.with_open_cards, "day", "days")
                                          : "; with the cards still open it is not reached yet";
    }
    return words;
}

void SleProposals::refresh(Context& context) {
    if (auto made = work_.take()) {
        proposals_ = *made;
        ready_ = true;
    }
    if (work_.is_running() || (ready_ && revision_ == context.desk().revision())) {
        return;
    }
    revision_ = context.desk().revision();
    work_.start(
        [rows = throughline::flow::rows_of(context.workspace(), context.zone()),
         now = context.now()] {
            const throughline::flow::Flow flow(rows, now);
            const throughline::flow::Slice slice(flow,
                                                 throughline::flow::last_weeks(flow.zone(), now));
            All all{};
            for (std::size_t i = 0; i < kClassCount; ++i) {
                const auto wanted = static_cast<model::ServiceClass>(i);
                const auto mine = slice.narrowed([wanted](const throughline::flow::CardInfo& card) {
                    return card.service_class == wanted;
                });
                const throughline::flow::SleFigures figures =
                    throughline::flow::sle_figures(mine, wanted);
                all[i] = {figures.proposed, figures.n, figures.with_open_cards,
                          figures.open_cards_matter};
            }
            return all;
        },
        context.waker());
}

}  // namespace throughline::gui::settings
