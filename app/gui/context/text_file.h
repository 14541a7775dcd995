// Text as a file, for what people save from a screen.
#pragma once

#include "core/base/result.h"

#include <string>

namespace throughline::gui {

// Replaces what was there. Io with the path when it cannot be written.
Status write_text_file(const std::string& path, const std::string& text);

// Shows a folder in the program of the system that shows folders; does not wait for it. Unsupported
// when there is none.
Status open_folder(const std::string& folder);

}  // namespace throughline::gui
