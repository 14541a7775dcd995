#include "app/gui/intake/similar_watch.h"

namespace throughline::gui::intake {

void SimilarWatch::reset() {
    *this = SimilarWatch{};
}

const std::vector<rules::Similar>& SimilarWatch::found() const {
    return answer_->found;
}

void SimilarWatch::follow(Context& context, const rules::BriefText& text, model::RequestId except) {
    const std::string what(rules::kWhat);
    const auto wanted = text.answers.find(what);
    const std::string words = wanted != text.answers.end() ? wanted->second : "";
    if (text.title != text_.title || words != text_.answers[what]) {
        text_.title = text.title;
        text_.answers[what] = words;
        changed_at_ = context.now();
    }
    if (!changed_at_) return;
    if (context.now() - *changed_at_ < kRest) {
        context.redraw_at(*changed_at_ + kRest);
        return;
    }
    changed_at_.reset();
    ask(context, except);
}

void SimilarWatch::ask(Context& context, model::RequestId except) {
    // A newer question gets an answer of its own; this one's then reaches nobody.
    answer_ = std::make_shared<Answer>(*answer_);
    auto found = std::make_shared<Answer>();
    context.desk().with_desk(
        [found, text = text_, except](desk::Desk& desk) {
            found->found = rules::similar_work(desk.workspace(), text, except);
        },
        [found, answer = std::weak_ptr<Answer>(answer_)] {
            if (const auto held = answer.lock()) held->found = std::move(found->found);
        });
}

}  // namespace throughline::gui::intake
