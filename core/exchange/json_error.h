// Why a text is no JSON, and where.
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace throughline::exchange {

// For bytes that do not parse: Corrupt, with "line 3, column 14" as the place. UTF-16 and files
// that end in the middle are named as such.
Error json_error(std::string_view bytes);

}  // namespace throughline::exchange
