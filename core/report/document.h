// A written report as a value: sections of words, tables, lists and charts, and the figures that
// stand in it, each with where it comes from. Written as Markdown and as one self-contained HTML
// file; both say the same. Computes nothing.
#pragma once

#include "core/report/chart.h"
#include "core/report/figure_words.h"
#include "core/report/picture.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace throughline::report {

// Words, or a figure: then `figure` names it.
struct Span {
    std::string text;
    std::string figure = {};
    Mood mood = Mood::Neutral;                 // set apart with a shape
    std::shared_ptr<const Picture> line = {};  // instead of the text, which says it in words
};
using Words = std::vector<Span>;

struct Paragraph {
    Words words;
    bool quiet = false;
};
struct TableBlock {
    std::vector<std::string> head;
    std::vector<std::vector<Words>> rows;
    std::vector<std::size_t> numbers = {};  // columns that are aligned to the right
    std::vector<double> shares = {};        // of the width, one a column; none: as it comes
};
struct ListBlock {
    std::vector<Words> items;
};
// The month at a glance: a few figures in large.
struct Tile {
    std::string label;
    Words value;
    Words note;
};
struct TilesBlock {
    std::vector<Tile> tiles;
};
// A chart with its sentence. Of a report that was read back (document_reader.h) the picture is
// left, as it was.
struct ChartBlock {
    std::string title;
    Words says;
    std::variant<Chart, Picture> drawn;
};
using Block = std::variant<Paragraph, TableBlock, ListBlock, TilesBlock, ChartBlock>;

struct Section {
    std::string handle;  // "kpis": where people's own words for it are kept
    std::string title;
    std::vector<Block> blocks;
    std::size_t own_words = 0;  // how many of the first blocks people wrote
};

struct Figure {
    std::string name;      // "kpi.K-3", a part of it "kpi.K-3.target"; letters, digits, '.', '-'
    std::string value;     // as printed
    std::string evidence;  // "K-3 Qualified leads, as of 31 Oct 2026, measured by ana"; "": a part
};
// Of a figure or a part of it: the name that carries the evidence, "kpi.K-3".
std::string_view evidence_name(std::string_view figure);

struct Document {
    std::string title;
    std::string subtitle;
    std::vector<Section> sections;
    std::vector<Figure> figures;  // in the order of first use
    std::string foot;             // what it was read from

    // Adds the figure and gives it as a span.
    Span figure(std::string name, std::string value, std::string evidence);
    // A figure whose evidence is that of `of`: "target" of "kpi.K-3".
    Span part(const std::string& of, std::string_view what, std::string value);
    // The figure as its whole sentence: each number in it is a span that leads to the evidence.
    Words sentence(std::string name, std::string words, std::string evidence);
    // Null when there is none.
    const Figure* find(std::string_view name) const;
    // The words that tell where a figure comes from; "" when nothing is known.
    std::string evidence(std::string_view figure) const;
};

// Text of people as paragraphs: an empty line ends one.
std::vector<Block> paragraphs_of(const std::string& text);

// CommonMark with footnotes for the evidence; charts as their sentence. Characters of people's text
// that Markdown would read as its own are escaped.
std::string to_markdown(const Document& document);
// HTML 5 with its style and its charts within; text of people is escaped, nothing is loaded, no
// script. Prints on A4.
std::string to_html(const Document& document);

// How large the charts of a report are drawn.
inline constexpr Size kReportChart{540, 240};

}  // namespace throughline::report
