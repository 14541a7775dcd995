#include "core/model/brief.h"

#include <nlohmann/json.hpp>

namespace throughline::model {
namespace {

using nlohmann::json;

// Absent and default members are left out, so that a stored template stays readable.
json to_json(const BriefField& f) {
    json out{{"handle", f.handle}, {"label", f.label}, {"kind", name_of(f.kind)}};
    const auto put = [&out](const char* name, const auto& value, bool wanted) {
        if (wanted) {
            out[name] = value;
        }
    };
    put("help", f.help, !f.help.empty());
    put("example", f.example, !f.example.empty());
    put("required", true, f.required);
    put("min_length", f.min_length.value_or(0), f.min_length.has_value());
    put("max_length", f.max_length.value_or(0), f.max_length.has_value());
    put("min_value", f.min_value.value_or(0), f.min_value.has_value());
    put("max_value", f.max_value.value_or(0), f.max_value.has_value());
    put("pattern", f.pattern, !f.pattern.empty());
    put("pattern_help", f.pattern_help, !f.pattern_help.empty());
    put("not_in_past", true, f.not_in_past);
    put("choices", f.choices, !f.choices.empty());
    put("term_kind", f.term_kind, !f.term_kind.empty());
    return out;
}

// Throws nlohmann's exceptions on wrong types; caught by the caller.
BriefField from_json(const json& in) {
    BriefField f;
    f.handle = in.at("handle").get<std::string>();
    f.label = in.at("label").get<std::string>();
    const auto kind = from_name<AnswerKind>(in.at("kind").get<std::string>());
    if (!kind) {
        throw json::other_error::create(0, "unknown field kind", nullptr);
    }
    f.kind = *kind;
    f.help = in.value("help", "");
    f.example = in.value("example", "");
    f.required = in.value("required", false);
    const auto number = [&in]<class N>(const char* name, std::optional<N>& out) {
        if (in.contains(name)) {
            out = in.at(name).get<N>();
        }
    };
    number("min_length", f.min_length);
    number("max_length", f.max_length);
    number("min_value", f.min_value);
    number("max_value", f.max_value);
    f.pattern = in.value("pattern", "");
    f.pattern_help = in.value("pattern_help", "");
    f.not_in_past = in.value("not_in_past", false);
    f.choices = in.value("choices", TextList{});
    f.term_kind = in.value("term_kind", "");
    return f;
}

}  // namespace

std::string encode_json(const std::vector<BriefField>& fields) {
    json out = json::array();
    for (const BriefField& f : fields) {
        out.push_back(to_json(f));
    }
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

bool decode_json(std::string_view text, std::vector<BriefField>& fields) {
    const json in = json::parse(text, nullptr, false);
    if (!in.is_array()) {
        return false;
    }
    std::vector<BriefField> result;
    try {
        for (const json& one : in) {
            result.push_back(from_json(one));
        }
    } catch (const json::exception&) {
        return false;
    }
    fields = std::move(result);
    return true;
}

}  // namespace throughline::model
