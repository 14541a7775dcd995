// Elapsed time in words, for what is measured exactly and not in days counted.
#pragma once

#include "core/base/time.h"

#include <string>

namespace throughline::gui {

// "3 d", "1.5 d", "5 h", "12 min", "under 1 min": the largest unit that says something.
std::string length_words(Duration length);

}  // namespace throughline::gui
