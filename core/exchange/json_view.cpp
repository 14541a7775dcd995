#include "core/exchange/json_view.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace throughline::exchange {
namespace {

using Json = nlohmann::json;

const Json* json(const void* value) {
    return static_cast<const Json*>(value);
}

}  // namespace

bool JsonView::is_null() const {
    return value_ != nullptr && json(value_)->is_null();
}

bool JsonView::is_object() const {
    return value_ != nullptr && json(value_)->is_object();
}

bool JsonView::is_array() const {
    return value_ != nullptr && json(value_)->is_array();
}

const std::string* JsonView::text() const {
    return value_ == nullptr ? nullptr : json(value_)->get_ptr<const Json::string_t*>();
}

bool JsonView::flag() const {
    return value_ != nullptr && json(value_)->is_boolean() && json(value_)->get<bool>();
}

double JsonView::number() const {
    const bool is_number = value_ != nullptr && json(value_)->is_number();
    const double number = is_number ? json(value_)->get<double>() : 0;
    return std::isfinite(number) ? number : 0;
}

JsonView JsonView::member(const char* name) const {
    if (!is_object()) {
        return {};
    }
    const auto found = json(value_)->find(name);
    return found == json(value_)->end() ? JsonView() : JsonView(&*found);
}

std::vector<std::string> JsonView::names() const {
    std::vector<std::string> names;
    if (is_object()) {
        for (const auto& [name, value] : json(value_)->items()) {
            names.push_back(name);
        }
    }
    return names;
}

std::size_t JsonView::size() const {
    return is_array() ? json(value_)->size() : 0;
}

JsonView JsonView::operator[](std::size_t index) const {
    return JsonView(&(*json(value_))[index]);
}

std::optional<JsonDocument> JsonDocument::parse(std::string_view bytes) {
    auto root = std::make_shared<Json>(Json::parse(bytes.begin(), bytes.end(), nullptr, false));
    if (root->is_discarded()) {
        return std::nullopt;
    }
    return JsonDocument(std::move(root));
}

JsonView JsonDocument::root() const {
    return JsonView(root_.get());
}

const std::string* text_in(JsonView object, const char* name) {
    return object.member(name).text();
}

std::string copy_of(const std::string* text) {
    return text == nullptr ? std::string() : *text;
}

std::string clean(const std::string* text) {
    std::string out = copy_of(text);
    std::replace(out.begin(), out.end(), '\0', ' ');
    return out;
}

JsonView array_in(JsonView object, const char* name) {
    const JsonView value = object.member(name);
    return value.is_array() ? value : JsonView();
}

bool flag_in(JsonView object, const char* name) {
    return object.member(name).flag();
}

double number_in(JsonView object, const char* name) {
    return object.member(name).number();
}

std::optional<Instant> time_in(JsonView object, const char* name) {
    const std::string* text = text_in(object, name);
    const auto instant = text == nullptr ? Result<Instant>(Error{}) : parse_instant(*text);
    return instant ? std::optional(*instant) : std::nullopt;
}

}  // namespace throughline::exchange
