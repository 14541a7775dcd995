#include "app/gui/settings/zones_model.h"

#include "core/base/zone.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace throughline::gui::settings {
namespace {

constexpr std::array<std::string_view, 83> kZones{"Africa/Accra",
                                                  "Africa/Cairo",
                                                  "Africa/Casablanca",
                                                  "Africa/Johannesburg",
                                                  "Africa/Lagos",
                                                  "Africa/Nairobi",
                                                  "America/Anchorage",
                                                  "America/Argentina/Buenos_Aires",
                                                  "America/Bogota",
                                                  "America/Caracas",
                                                  "America/Chicago",
                                                  "America/Costa_Rica",
                                                  "America/Denver",
                                                  "America/Edmonton",
                                                  "America/Guatemala",
                                                  "America/Halifax",
                                                  "America/Lima",
                                                  "America/Los_Angeles",
                                                  "America/Mexico_City",
                                                  "America/Montevideo",
                                                  "America/New_York",
                                                  "America/Panama",
                                                  "America/Phoenix",
                                                  "America/Puerto_Rico",
                                                  "America/Santiago",
                                                  "America/Sao_Paulo",
                                                  "America/St_Johns",
                                                  "America/Toronto",
                                                  "America/Vancouver",
                                                  "Asia/Almaty",
                                                  "Asia/Amman",
                                                  "Asia/Baghdad",
                                                  "Asia/Bangkok",
                                                  "Asia/Beirut",
                                                  "Asia/Colombo",
                                                  "Asia/Dhaka",
                                                  "Asia/Dubai",
                                                  "Asia/Ho_Chi_Minh",
                                                  "Asia/Hong_Kong",
                                                  "Asia/Jakarta",
                                                  "Asia/Jerusalem",
                                                  "Asia/Karachi",
                                                  "Asia/Kathmandu",
                                                  "Asia/Kolkata",
                                                  "Asia/Kuala_Lumpur",
                                                  "Asia/Manila",
                                                  "Asia/Riyadh",
                                                  "Asia/Seoul",
                                                  "Asia/Shanghai",
                                                  "Asia/Singapore",
                                                  "Asia/Taipei",
                                                  "Asia/Tashkent",
                                                  "Asia/Tbilisi",
                                                  "Asia/Tokyo",
                                                  "Asia/Yerevan",
                                                  "Atlantic/Reykjavik",
                                                  "Australia/Adelaide",
                                                  "Australia/Brisbane",
                                                  "Australia/Perth",
                                                  "Australia/Sydney",
                                                  "Europe/Amsterdam",
                                                  "Europe/Athens",
                                                  "Europe/Belgrade",
                                                  "Europe/Berlin",
                                                  "Europe/Brussels",
                                                  "Europe/Bucharest",
                                                  "Europe/Copenhagen",
                                                  "Europe/Dublin",
                                                  "Europe/Helsinki",
                                                  "Europe/Istanbul",
                                                  "Europe/Kyiv",
                                                  "Europe/Lisbon",
                                                  "Europe/London",
                                                  "Europe/Madrid",
                                                  "Europe/Paris",
                                                  "Europe/Prague",
                                                  "Europe/Rome",
                                                  "Europe/Stockholm",
                                                  "Europe/Vienna",
                                                  "Europe/Warsaw",
                                                  "Europe/Zurich",
                                                  "Pacific/Auckland",
                                                  "UTC"};

}  // namespace

std::vector<std::string> zone_names(const std::string& present) {
    std::vector<std::string> names{present};
    for (const std::string_view name : kZones) {
        if (name != present && Zone::load(name)) {
            names.emplace_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

int zone_index(const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

}  // namespace throughline::gui::settings
