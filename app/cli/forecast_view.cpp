#include "app/cli/forecast_view.h"

#include "app/cli/json.h"
#include "core/base/text.h"
#include "core/base/words.h"

namespace throughline::cli {

namespace {

bool is_beyond(const flow::Level& level, flow::Question question) {
    return question == flow::Question::When && level.value > flow::kMostDays;
}

std::string key_of(const flow::Level& level) {
    return "p" + std::to_string(level.percent);
}

}  // namespace

std::string plain_text(const flow::Level& level, flow::Question question) {
    if (question == flow::Question::HowMany) {
        return plural(level.value, "card", "cards") + " or more";
    }
    return is_beyond(level, question) ? "not within ten years"
                                      : "day " + std::to_string(level.value);
}

std::string by_words(const flow::Level& level, Day named) {
    return is_beyond(level, flow::Question::When) ? "not within ten years"
                                                  : "by " + long_date(named);
}

Json levels_json(const flow::Forecast& forecast, flow::Question question) {
    Json json = Json::object();
    for (const flow::Level& level : forecast.levels) {
        json[key_of(level)] = is_beyond(level, question) ? Json() : Json(level.value);
    }
    return json;
}

Json dates_json(const flow::Forecast& forecast, const std::function<Day(int)>& named) {
    Json json = Json::object();
    for (const flow::Level& level : forecast.levels) {
        json[key_of(level)] = is_beyond(level, flow::Question::When)
                                  ? Json()
                                  : Json(throughline::to_text(named(level.value)));
    }
    return json;
}

Json chances_json(const flow::Forecast& forecast, flow::Question question) {
    const bool when = question == flow::Question::When;
    Json list = Json::array();
    // Days count from 1; at least no card is certain and not told.
    for (std::size_t i = when ? 0 : 1; i < forecast.reached.size(); ++i) {
        list.push_back(
            {{when ? "day" : "cards", when ? i + 1 : i}, {"chance", forecast.reached[i]}});
    }
    return list;
}

Json claim_json(const flow::Claim& claim) {
    return {{"probability", claim.chance}, {"or_more", claim.or_more}};
}

}  // namespace throughline::cli
