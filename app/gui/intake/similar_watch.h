// Looks for open work that is like the brief being written, on the desk's worker, a moment after
// the typing rests. Never holds up the frame.
#pragma once

#include "app/gui/context/context.h"
#include "core/rules/brief.h"

#include <memory>
#include <optional>
#include <vector>

namespace throughline::gui::intake {

class SimilarWatch {
public:
    static constexpr Duration kRest{400'000};

    // Once per frame while a brief is being written.
    void follow(Context& context, const rules::BriefText& text, model::RequestId except);
    void reset();
    // Of the text as it was at the last rest.
    const std::vector<rules::Similar>& found() const;

private:
    struct Answer {
        std::vector<rules::Similar> found;
    };
    void ask(Context& context, model::RequestId except);

    rules::BriefText text_;  // title and what is wanted only
    std::optional<Instant> changed_at_;
    std::shared_ptr<Answer> answer_ =
        std::make_shared<Answer>();  // shared with the question under way
};

}  // namespace throughline::gui::intake
