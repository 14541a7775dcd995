// Time zones to choose from: those that teams live in, by their IANA names. No drawing.
#pragma once

#include <string>
#include <vector>

namespace throughline::gui::settings {

// In alphabetical order, with `present` among them whatever it is. Those this machine does not know
// are left out.
std::vector<std::string> zone_names(const std::string& present);

// Where a zone stands in the list; -1 when it is not there.
int zone_index(const std::vector<std::string>& names, const std::string& name);

}  // namespace throughline::gui::settings
