// The reading of an experiment in words. No drawing.
#pragma once

#include "core/flow/experiment.h"

#include <string>
#include <vector>

namespace throughline::gui::learning {

struct FigureLine {
    std::string label;
    std::string usual;
    std::string tried;
};
std::vector<FigureLine> figure_lines(const flow::ExperimentReading& reading);

// "1 Sep 2026 to 20 Nov 2026, 81 days"; "It has not begun."
std::string period_words(const flow::ExperimentReading& reading);

std::string cycle_title(flow::Finding finding);
std::string cycle_words(const flow::ExperimentReading& reading);
std::string rework_title(flow::Finding finding);
std::string rework_words(const flow::ExperimentReading& reading);
// What the figures cannot tell.
std::string caveat_words(const flow::ExperimentReading& reading);

}  // namespace throughline::gui::learning
