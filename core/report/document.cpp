#include "core/report/document.h"

#include "core/base/text.h"

#include <algorithm>

namespace throughline::report {

Span Document::figure(std::string name, std::string value, std::string evidence) {
    const bool is_new = std::ranges::find(figures, name, &Figure::name) == figures.end();
    if (is_new) {
        figures.push_back({name, value, std::move(evidence)});
    }
    return {std::move(value), std::move(name)};
}

std::vector<Block> paragraphs_of(const std::string& text) {
    std::vector<Block> blocks;
    std::string words;
    const auto end = [&] {
        if (!words.empty()) {
            blocks.emplace_back(Paragraph{{{words}}});
            words.clear();
        }
    };
    for (const std::string& line : split(text, '\n')) {
        const std::string_view trimmed = trim(line);
        if (trimmed.empty()) {
            end();
        } else {
            words += (words.empty() ? "" : " ") + std::string(trimmed);
        }
    }
    end();
    return blocks;
}

// --- Markdown -----------------------------------------------------------------------------------

namespace {

std::string plain(std::string_view text) {
    constexpr std::string_view kOwn = "\\`*_{}[]#|~!";
    std::string out;
    for (const char c : to_valid_utf8(text)) {
        switch (c) {
            case '<': out += "&lt;"; continue;
            case '>': out += "&gt;"; continue;
            case '&': out += "&amp;"; continue;
            case '\n':
            case '\r': out += ' '; continue;
            default: break;
        }
        if (kOwn.find(c) != std::string_view::npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

std::string note_name(const std::string& figure) {
    std::string name = figure;
    std::ranges::replace(name, '.', '-');
    return name;
}

std::string markdown_of(const Words& words) {
    std::string out;
    for (const Span& span : words) {
        out += plain(span.text);
        if (!span.figure.empty()) {
            out += "[^" + note_name(span.figure) + "]";
        }
    }
    return out;
}

std::string markdown_row(const std::vector<std::string>& cells) {
    return "| " + join(cells, " | ") + " |\n";
}

struct MarkdownBlock {
    std::string operator()(const Paragraph& one) const { return markdown_of(one.words) + "\n\n"; }
    std::string operator()(const ListBlock& list) const {
        std::string out;
        for (const Words& item : list.items) {
            out += "- " + markdown_of(item) + "\n";
        }
        return out + "\n";
    }
    std::string operator()(const TableBlock& table) const {
        std::vector<std::string> head;
        std::vector<std::string> rule;
        for (const std::string& name : table.head) {
            head.push_back(plain(name));
            rule.emplace_back("---");
        }
        std::string out = markdown_row(head) + markdown_row(rule);
        for (const auto& row : table.rows) {
            std::vector<std::string> cells;
            for (const Words& cell : row) {
                cells.push_back(markdown_of(cell));
            }
            out += markdown_row(cells);
        }
        return out + "\n";
    }
    std::string operator()(const Chart& chart) const {
        return "**" + plain(chart.title) +
               "**: " + plain(chart.missing ? chart.missing->what : chart.says) + "\n\n";
    }
};

}  // namespace

std::string to_markdown(const Document& document) {
    std::string out = "# " + plain(document.title) + "\n\n" + plain(document.subtitle) + "\n\n";
    for (const Section& section : document.sections) {
        out += "## " + plain(section.title) + "\n\n";
        for (const Block& block : section.blocks) {
            out += std::visit(MarkdownBlock{}, block);
        }
    }
    for (const Figure& figure : document.figures) {
        out += "[^" + note_name(figure.name) + "]: " + plain(figure.evidence) + "\n";
    }
    return out + "\n" + plain(document.foot) + "\n";
}

}  // namespace throughline::report
