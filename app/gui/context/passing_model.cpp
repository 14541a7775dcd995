#include "app/gui/context/passing_model.h"

#include "core/model/query.h"

#include <algorithm>

namespace throughline::gui {

std::function<bool(const model::Card&)> Passing::filter() const {
    if (!ids) {
        return {};
    }
    return [ids = *ids](const model::Card& card) {
        return std::binary_search(ids.begin(), ids.end(), card.id);
    };
}

Passing passing_cards(Context& context, const std::string& query) {
    Passing passing;
    auto parsed = model::Query::parse(query);
    if (!parsed) {
        passing.error = parsed.error().message;
        return passing;
    }
    if (parsed->is_empty()) {
        return passing;
    }
    const model::QueryContext asked{.workspace = context.workspace(),
                                    .zone = context.zone(),
                                    .now = context.now(),
                                    .me = context.desk().actor()};
    std::vector<model::CardId> ids;
    for (const model::Card* card : model::QueryRun(*parsed, asked).all()) {
        ids.push_back(card->id);
    }
    std::sort(ids.begin(), ids.end());
    passing.ids = std::move(ids);
    return passing;
}

}  // namespace throughline::gui
