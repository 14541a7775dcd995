// A document as one HTML file.
#include "core/report/chart_draw.h"
#include "core/report/document.h"
#include "core/report/document_style.h"
#include "core/report/svg_canvas.h"
#include "core/report/svg_text.h"

namespace throughline::report {
namespace {

std::string anchor(std::string_view figure) {
    return "e-" + xml_escape(evidence_name(figure));
}

std::string_view mood_class(Mood mood) {
    switch (mood) {
        case Mood::Neutral: return "";
        case Mood::Good: return "good";
        case Mood::Watch: return "watch";
        case Mood::Bad: return "bad";
    }
    return "";
}

std::string text_of(const Words& words) {
    std::string text;
    for (const Span& span : words) {
        text += span.text;
    }
    return text;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

class Page {
public:
    explicit Page(const Document& document) : document_(document) {}

    void operator()(const Paragraph& one) {
        end_charts();
        out += (one.quiet ? "<p class=\"quiet\">" : "<p>") + html_of(one.words) + "</p>\n";
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
        out += "<table>\n";
        if (!table.shares.empty()) {
            out += "<colgroup>";
            for (const double share : table.shares) {
                out +=
                    "<col style=\"width:" + std::to_string(static_cast<int>(share * 100)) + "%\">";
            }
            out += "</colgroup>\n";
        }
        out += "<thead><tr>";
        for (std::size_t i = 0; i < table.head.size(); ++i) {
            out += "<th scope=\"col\"" + number_class(table, i) + ">" + xml_escape(table.head[i]) +
                   "</th>";
        }
        out += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            out += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i) {
                out += "<td" + number_class(table, i) + ">" + html_of(row[i]) + "</td>";
            }
            out += "</tr>\n";
        }
        out += "</tbody>\n</table>\n";
    }
    void operator()(const TilesBlock& block) {
        end_charts();
        out += "<div class=\"tiles\">\n";
        for (const Tile& tile : block.tiles) {
            out += "<div><p class=\"label\">" + xml_escape(tile.label) + "</p><p class=\"large\">" +
                   html_of(tile.value) + "</p><p class=\"note\">" + html_of(tile.note) +
                   "</p></div>\n";
        }
        out += "</div>\n";
    }
    void operator()(const ChartBlock& block) {
        const auto* picture = std::get_if<Picture>(&block.drawn);
        SvgCanvas canvas(picture == nullptr ? kReportChart : picture->size, SvgTheme::Light,
                         block.title, text_of(block.says));
        if (picture != nullptr) {
            picture->draw(canvas);
        } else {
            draw_chart(canvas, std::get<Chart>(block.drawn),
                       {0, 0, kReportChart.width, kReportChart.height});
        }
        if (!in_charts_) {
            out += "<div class=\"charts\">\n";
            in_charts_ = true;
        }
        out += "<figure>\n<figcaption><strong>" + xml_escape(block.title) + "</strong> " +
               html_of(block.says) + "</figcaption>\n" + svg_of(canvas) + "</figure>\n";
    }
    void end_charts() {
        if (in_charts_) {
            out += "</div>\n";
            in_charts_ = false;
        }
    }

    std::string out;

private:
    static std::string number_class(const TableBlock& table, std::size_t column) {
        for (const std::size_t number : table.numbers) {
            if (number == column) {
                return " class=\"number\"";
            }
        }
        return "";
    }

    // Names within a picture are made unique in the page, and its letters are those of the page.
    std::string svg_of(const SvgCanvas& canvas) {
        std::string svg = canvas.svg();
        const std::size_t font = svg.find(" font-family=\"");
        svg.erase(font, svg.find('"', svg.find('"', font) + 1) + 1 - font);
        const std::string prefix = "p" + std::to_string(++pictures_) + "-";
        replace_all(svg, " id=\"", " id=\"" + prefix);
        replace_all(svg, "\"url(#", "\"url(#" + prefix);
        return svg;
    }

    std::string html_of(const Span& span) {
        if (span.line) {
            SvgCanvas canvas(span.line->size, SvgTheme::Light, span.text);
            span.line->draw(canvas);
            const std::string svg = svg_of(canvas);
            return svg.substr(0, svg.find_last_not_of('\n') + 1);
        }
        const std::string text = xml_escape(span.text);
        const std::string_view mood = mood_class(span.mood);
        const std::string marked =
            mood.empty() ? text
                         : "<span class=\"mood " + std::string(mood) + "\">" + text + "</span>";
        if (span.figure.empty()) {
            return marked;
        }
        return "<a href=\"#" + anchor(span.figure) + "\" title=\"" +
               xml_escape(document_.evidence(span.figure)) + "\">" + marked + "</a>";
    }
    std::string html_of(const Words& words) {
        std::string html;
        for (const Span& span : words) {
            html += html_of(span);
        }
        return html;
    }

    const Document& document_;
    bool in_charts_ = false;
    int pictures_ = 0;
};

void add_evidence(const Document& document, std::string& out) {
    if (document.figures.empty()) {
        return;
    }
    out +=
        "<section id=\"s-evidence\">\n<h2>Where the numbers come from</h2>\n"
        "<ul class=\"evidence\">\n";
    for (const Figure& figure : document.figures) {
        if (!figure.evidence.empty()) {
            out += "<li id=\"" + anchor(figure.name) + "\"><b>" + xml_escape(figure.value) +
                   "</b> " + xml_escape(figure.evidence) + "</li>\n";
        }
    }
    out += "</ul>\n</section>\n";
}

}  // namespace

std::string to_html(const Document& document) {
    Page page(document);
    page.out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        xml_escape(document.title) + "</title>\n<style>" + std::string(kDocumentStyle) +
        "</style>\n</head>\n<body>\n<header>\n<h1>" + xml_escape(document.title) +
        "</h1>\n<p class=\"subtitle\">" + xml_escape(document.subtitle) +
        "</p>\n</header>\n<main>\n";
    for (const Section& section : document.sections) {
        page.out += "<section id=\"s-" + xml_escape(section.handle) + "\">\n<h2>" +
                    xml_escape(section.title) + "</h2>\n";
        for (const Block& block : section.blocks) {
            std::visit(page, block);
        }
        page.end_charts();
        page.out += "</section>\n";
    }
    add_evidence(document, page.out);
    return page.out + "</main>\n<footer>" + xml_escape(document.foot) +
           "</footer>\n</body>\n</html>\n";
}

}  // namespace throughline::report
