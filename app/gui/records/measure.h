// A measurement entered in place: the value and the day it stands for, Enter or the button records.
// A refusal is said under the fields.
#pragma once

#include "app/gui/context/context.h"

#include <optional>
#include <string>

namespace throughline::gui::records {

class MeasureInPlace {
public:
    // Opens it for a KPI ("K-3") or a key result ("KR-7"); pressing again closes it.
    void toggle(const std::string& key, Day day);
    bool is_open(const std::string& key) const { return key_ == key; }
    // The fields, where they belong; only while open for `key`.
    void draw(Context& context, const std::string& key, const std::string& unit);
    // Each frame, after everything that reads the workspace.
    void carry_out(Context& context);

private:
    std::string key_;
    std::optional<double> value_;
    Day day_;
    std::string problem_;
    bool is_new_ = false;
    bool record_ = false;
};

}  // namespace throughline::gui::records
