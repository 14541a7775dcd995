// What a frame wants done: collected while drawing, carried out after it, because a command changes
// the workspace that is being drawn.
#pragma once

#include "app/gui/context/context.h"

#include <functional>
#include <utility>
#include <vector>

namespace throughline::gui::objectives {

class Acts {
public:
    void add(std::function<void(Context&)> act) { acts_.push_back(std::move(act)); }

    void run(Context& context) {
        for (const auto& act : std::exchange(acts_, {}))
            act(context);
    }

private:
    std::vector<std::function<void(Context&)>> acts_;
};

}  // namespace throughline::gui::objectives
