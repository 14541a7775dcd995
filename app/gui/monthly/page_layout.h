// A document laid out for a width: where each word, rule and picture of a section lies. Made once
// for a document and a width, then only what is in sight is drawn. Knows fonts, draws nothing.
#pragma once

#include "app/gui/widgets/text.h"
#include "core/report/document.h"

#include <string>
#include <vector>

namespace throughline::gui::monthly {

// Words on one line, from their upper left corner; scaled pixels from the section's own corner.
struct Run {
    ImVec2 at{0, 0};
    float width = 0;
    std::string text;
    TextStyle style;
    std::string figure;                         // a link to its evidence; "" for none
    std::string id;                             // of the link, unique on the page
    report::Mood mood = report::Mood::Neutral;  // its shape stands before the text
    const report::Picture* line = nullptr;      // instead of the text
};

// What lies between two heights and is drawn or left out together: a paragraph, a row.
struct Piece {
    float top = 0;
    float bottom = 0;
    bool has_rule = false;                           // a line under it
    std::vector<std::pair<ImVec2, ImVec2>> grounds;  // of tiles: min and max
    std::vector<Run> runs;
    const report::ChartBlock* chart = nullptr;
    ImVec2 chart_at{0, 0};
    float chart_width = 0;
};

struct SectionLayout {
    std::string handle;
    std::string title;
    std::vector<Piece> own;  // people's words
    float own_height = 0;
    std::vector<Piece> drafted;
    float drafted_height = 0;
};

struct PageLayout {
    float width = 0;
    std::vector<Piece> head;  // title and subtitle
    float head_height = 0;
    std::vector<SectionLayout> sections;
    std::vector<Piece> foot;
    float foot_height = 0;
};

// `texts`: people's words by section as they stand now, in place of those of the document; null: as
// the document has them. The document must outlive the layout.
PageLayout lay_out(const report::Document& document, const model::TextMap* texts, float width);

// The room of a shape before words with a mood.
float mood_width();

}  // namespace throughline::gui::monthly
