// The JSON library under one name: documents keep the order in which they are written.
#pragma once

#include "app/cli/json_fwd.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace throughline::cli {

// Null for what does not exist; never 0 or "".
template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}
inline Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

}  // namespace throughline::cli
