// Reads a report back from the HTML that to_html() wrote, so that what was issued is shown as it
// was issued, whatever the data says now.
#pragma once

#include "core/report/document.h"

#include <optional>

namespace throughline::report {

// Words, tables, moods, evidence and pictures are as they were; a chart comes back as a picture,
// and of a figure only what carries its evidence. Absent when it is no document of ours.
std::optional<Document> read_html(std::string_view html);

// The picture of an <svg> as SvgCanvas writes it, in the light theme; colours by their role, so
// that it can be drawn in another theme. Defined in svg_reader.cpp.
struct Markup;
Picture picture_of(const Markup& svg);

}  // namespace throughline::report
