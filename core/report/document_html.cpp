// A document as one HTML file.
#include "core/report/chart_file.h"
#include "core/report/document.h"
#include "core/report/svg_text.h"

#include <algorithm>

namespace throughline::report {
namespace {

constexpr Size kPicture{620, 380};

constexpr std::string_view kStyle = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 820px; padding: 32px 28px; color: #1f2430; background: #fff;
  font: 15px/1.5 Inter, "Segoe UI", system-ui, -apple-system, Roboto, Arial, sans-serif; }
h1 { font-size: 27px; line-height: 1.2; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 26px 0 8px; border-bottom: 1px solid #d9dde5; padding-bottom: 4px; }
p { margin: 0 0 10px; }
.subtitle, footer { color: #566074; }
a { color: inherit; text-decoration-color: #9aa5bd; text-underline-offset: 3px; }
table { border-collapse: collapse; width: 100%; margin: 0 0 12px; font-size: 14px; }
th { text-align: left; font-weight: 600; color: #566074; }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid #e7eaf0; vertical-align: top; }
ul { margin: 0 0 12px; padding-left: 20px; }
.charts { display: flex; flex-wrap: wrap; gap: 14px; margin: 6px 0 12px; }
.charts figure { flex: 1 1 340px; margin: 0; border: 1px solid #e7eaf0; border-radius: 8px; }
.charts svg { display: block; width: 100%; height: auto; }
.evidence { font-size: 12px; color: #566074; columns: 2; column-gap: 28px; padding-left: 20px; }
.evidence li { break-inside: avoid; }
.evidence li:target { background: #fff3c4; }
footer { font-size: 12px; margin-top: 18px; overflow-wrap: anywhere; }
@page { size: A4; margin: 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  h1 { font-size: 17pt; } h2 { font-size: 11.5pt; margin: 10pt 0 4pt; }
  table { font-size: 8.5pt; } th, td { padding: 2pt 6pt 2pt 0; }
  .charts figure { flex: 1 1 45%; break-inside: avoid; }
  tr, li { break-inside: avoid; } h2 { break-after: avoid; }
  .evidence, footer { font-size: 7pt; }
}
)";

std::string anchor(const std::string& figure) {
    std::string name = figure;
    std::ranges::replace(name, '.', '-');
    return "e-" + xml_escape(name);
}

std::string html_of(const Words& words) {
    std::string out;
    for (const Span& span : words) {
        if (span.figure.empty()) {
            out += xml_escape(span.text);
        } else {
            out += "<a href=\"#" + anchor(span.figure) + "\">" + xml_escape(span.text) + "</a>";
        }
    }
    return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// Names within a picture are made unique in the page.
std::string picture(const Chart& chart, int number) {
    std::string svg = chart_svg(chart, kPicture, SvgTheme::Light);
    const std::string prefix = "p" + std::to_string(number) + "-";
    replace_all(svg, " id=\"", " id=\"" + prefix);
    replace_all(svg, "\"url(#", "\"url(#" + prefix);
    return "<figure>" + svg + "</figure>\n";
}

class Page {
public:
    void operator()(const Paragraph& one) {
        end_charts();
        out += "<p>" + html_of(one.words) + "</p>\n";
    }
    void operator()(const ListBlock& list) {
        end_charts();
        out += "<ul>\n";
        for (const Words& item : list.items) {
            out += "<li>" + html_of(item) + "</li>\n";
        }
        out += "</ul>\n";
    }
    void operator()(const TableBlock& table) {
        end_charts();
        out += "<table>\n<thead><tr>";
        for (const std::string& name : table.head) {
            out += "<th scope=\"col\">" + xml_escape(name) + "</th>";
        }
        out += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            out += "<tr>";
            for (const Words& cell : row) {
                out += "<td>" + html_of(cell) + "</td>";
            }
            out += "</tr>\n";
        }
        out += "</tbody>\n</table>\n";
    }
    void operator()(const Chart& chart) {
        if (!in_charts_) {
            out += "<div class=\"charts\">\n";
            in_charts_ = true;
        }
        out += picture(chart, ++pictures_);
    }
    void end_charts() {
        if (in_charts_) {
            out += "</div>\n";
            in_charts_ = false;
        }
    }

    std::string out;

private:
    bool in_charts_ = false;
    int pictures_ = 0;
};

}  // namespace

std::string to_html(const Document& document) {
    Page page;
    page.out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        xml_escape(document.title) + "</title>\n<style>" + std::string(kStyle) +
        "</style>\n</head>\n<body>\n<header>\n<h1>" + xml_escape(document.title) +
        "</h1>\n<p class=\"subtitle\">" + xml_escape(document.subtitle) +
        "</p>\n</header>\n<main>\n";
    for (const Section& section : document.sections) {
        page.out += "<section>\n<h2>" + xml_escape(section.title) + "</h2>\n";
        for (const Block& block : section.blocks) {
            std::visit(page, block);
        }
        page.end_charts();
        page.out += "</section>\n";
    }
    if (!document.figures.empty()) {
        page.out += "<section>\n<h2>Where the numbers come from</h2>\n<ul class=\"evidence\">\n";
        for (const Figure& figure : document.figures) {
            page.out += "<li id=\"" + anchor(figure.name) + "\">" + xml_escape(figure.value) +
                        ": " + xml_escape(figure.evidence) + "</li>\n";
        }
        page.out += "</ul>\n</section>\n";
    }
    return page.out + "</main>\n<footer>" + xml_escape(document.foot) +
           "</footer>\n</body>\n</html>\n";
}

}  // namespace throughline::report
