// Json by name only, for headers: json.h is heavy to compile.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace throughline::cli {

using Json = nlohmann::ordered_json;

}  // namespace throughline::cli
