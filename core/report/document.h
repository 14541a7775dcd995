// A written report as a value: sections of words, tables, lists and charts, and the figures that
// stand in it, each with where it comes from. Written as Markdown and as one self-contained HTML
// file; both say the same. Computes nothing.
#pragma once

#include "core/report/chart.h"

#include <string>
#include <variant>
#include <vector>

namespace throughline::report {

// Words, or a figure: then `figure` names its evidence.
struct Span {
    std::string text;
    std::string figure = {};
};
using Words = std::vector<Span>;

struct Paragraph {
    Words words;
};
struct TableBlock {
    std::vector<std::string> head;
    std::vector<std::vector<Words>> rows;
};
struct ListBlock {
    std::vector<Words> items;
};
using Block = std::variant<Paragraph, TableBlock, ListBlock, Chart>;

struct Section {
    std::string handle;  // "kpis": where people's own words for it are kept
    std::string title;
    std::vector<Block> blocks;
};

struct Figure {
    std::string name;      // "kpi.K-3"; letters, digits, '.', '-'
    std::string value;     // as printed
    std::string evidence;  // "K-3 Qualified leads, as of 31 Oct 2026, measured by ana"
};

struct Document {
    std::string title;
    std::string subtitle;
    std::vector<Section> sections;
    std::vector<Figure> figures;  // in the order of first use
    std::string foot;             // what it was read from

    // Adds the figure and gives it as a span.
    Span figure(std::string name, std::string value, std::string evidence);
};

// Text of people as paragraphs: an empty line ends one.
std::vector<Block> paragraphs_of(const std::string& text);

// CommonMark with footnotes for the evidence; charts as their sentence. Characters of people's text
// that Markdown would read as its own are escaped.
std::string to_markdown(const Document& document);
// HTML 5 with its style and its charts within; text of people is escaped, nothing is loaded, no
// script. Prints on A4.
std::string to_html(const Document& document);

}  // namespace throughline::report
