#include "core/model/cadence.h"

#include <nlohmann/json.hpp>

namespace throughline::model {

using nlohmann::json;

std::string encode_json(const std::vector<AgendaPart>& parts) {
    json out = json::array();
    for (const AgendaPart& part : parts) {
        out.push_back({{"handle", part.handle},
                       {"title", part.title},
                       {"minutes", part.minutes},
                       {"content", name_of(part.content)},
                       {"help", part.help}});
    }
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

bool decode_json(std::string_view text, std::vector<AgendaPart>& parts) {
    const json in = json::parse(text, nullptr, false);
    if (!in.is_array()) {
        return false;
    }
    std::vector<AgendaPart> result;
    try {
        for (const json& one : in) {
            const auto content = from_name<AgendaContent>(one.at("content").get<std::string>());
            if (!content) {
                return false;
            }
            result.push_back({one.at("handle").get<std::string>(),
                              one.at("title").get<std::string>(), one.at("minutes").get<int>(),
                              *content, one.value("help", "")});
        }
    } catch (const json::exception&) {
        return false;
    }
    parts = std::move(result);
    return true;
}

}  // namespace throughline::model
