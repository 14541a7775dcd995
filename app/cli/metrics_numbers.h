// Figures as numbers of a document and as text.
#pragma once

#include "app/cli/json.h"

#include <string>

namespace throughline::cli {

// Unrounded; whole numbers without a point. Null for none.
Json number_json(std::optional<double> value);
// Ten digits at most: "0.148".
std::string number_text(double value);
// At most two digits behind the point: "12.35", "40".
std::string rounded_text(double value);

}  // namespace throughline::cli
