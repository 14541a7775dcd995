#include "core/report/document.h"

#include "core/base/text.h"

#include <algorithm>

namespace throughline::report {

std::string_view evidence_name(std::string_view figure) {
    const std::size_t first = figure.find('.');
    if (figure.starts_with("restated.")) {
        return figure;
    }
    return first == std::string_view::npos ? figure : figure.substr(0, figure.find('.', first + 1));
}

const Figure* Document::find(std::string_view name) const {
    const auto found = std::ranges::find(figures, name, &Figure::name);
    return found == figures.end() ? nullptr : &*found;
}

std::string Document::evidence(std::string_view figure) const {
    const Figure* found = find(evidence_name(figure));
    return found == nullptr ? std::string() : found->evidence;
}

Span Document::figure(std::string name, std::string value, std::string evidence) {
    if (find(name) == nullptr) {
        figures.push_back({name, value, std::move(evidence)});
    }
    return {std::move(value), std::move(name)};
}

Span Document::part(const std::string& of, std::string_view what, std::string value) {
    return figure(of + "." + std::string(what), std::move(value), {});
}

Words Document::sentence(std::string name, std::string words, std::string evidence) {
    Words spans;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t end = at;
        if (words[at] >= '0' && words[at] <= '9') {
            // "4.2" and "1,200" are one number; a point or a comma behind it is none of it.
            end = std::min(words.find_first_not_of("0123456789.,", at), words.size());
            end = words.find_last_of("0123456789", end - 1) + 1;
            end += end < words.size() && words[end] == '%' ? 1U : 0U;
            spans.push_back({words.substr(at, end - at), name});
        } else {
            end = std::min(words.find_first_of("0123456789", at), words.size());
            spans.push_back({words.substr(at, end - at)});
        }
        at = end;
    }
    (void)figure(std::move(name), std::move(words), std::move(evidence));
    return spans;
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

// Parts of a figure share its footnote, which then stands once in a row.
std::string note_name(std::string_view figure) {
    std::string name(evidence_name(figure));
    std::ranges::replace(name, '.', '-');
    return name;
}

// Numbers of one sentence share a footnote too: it stands behind the last of them.
std::string markdown_of(const Words& words) {
    std::string out;
    for (auto span = words.begin(); span != words.end(); ++span) {
        out += plain(span->text);
        const bool is_last =
            std::ranges::find(span + 1, words.end(), span->figure, &Span::figure) == words.end();
        if (!span->figure.empty() && span->figure == evidence_name(span->figure) && is_last) {
            out += "[^" + note_name(span->figure) + "]";
        }
    }
    return out;
}

// Pictures are left out of Markdown, and a column of nothing else with them.
bool is_pictures(const TableBlock& table, std::size_t column) {
    return std::ranges::any_of(table.rows, [&](const std::vector<Words>& row) {
        return column < row.size() && std::ranges::any_of(row[column], [](const Span& span) {
                   return span.line != nullptr;
               });
    });
}

std::string markdown_row(const std::vector<std::string>& cells) {
    return "| " + join(cells, " | ") + " |\n";
}

// What would begin a list at the start of a paragraph: "- ", "+ ", "3. ".
std::string unlisted(std::string text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits < text.size() && (text[digits] == '.' || text[digits] == ')') && digits > 0) {
        text.insert(digits, 1, '\\');
    } else if (text.starts_with('-') || text.starts_with('+')) {
        text.insert(0, 1, '\\');
    }
    return text;
}

struct MarkdownBlock {
    std::string operator()(const Paragraph& one) const {
        return unlisted(markdown_of(one.words)) + "\n\n";
    }
    std::string operator()(const ListBlock& list) const {
        std::string out;
        for (const Words& item : list.items) {
            out += "- " + markdown_of(item) + "\n";
        }
        return out + "\n";
    }
    std::string operator()(const TableBlock& table) const {
        std::vector<bool> left_out(table.head.size());
        std::vector<std::string> head;
        std::vector<std::string> rule;
        for (std::size_t i = 0; i < table.head.size(); ++i) {
            left_out[i] = is_pictures(table, i);
            if (!left_out[i]) {
                head.push_back(plain(table.head[i]));
                rule.emplace_back(
                    std::ranges::find(table.numbers, i) == table.numbers.end() ? "---" : "---:");
            }
        }
        std::string out = markdown_row(head) + markdown_row(rule);
        for (const auto& row : table.rows) {
            std::vector<std::string> cells;
            for (std::size_t i = 0; i < row.size() && i < left_out.size(); ++i) {
                if (!left_out[i]) {
                    cells.push_back(markdown_of(row[i]));
                }
            }
            out += markdown_row(cells);
        }
        return out + "\n";
    }
    std::string operator()(const ChartBlock& chart) const {
        return "**" + plain(chart.title) + "**: " + markdown_of(chart.says) + "\n\n";
    }
    std::string operator()(const TilesBlock& block) const {
        std::string out;
        for (const Tile& tile : block.tiles) {
            out += "- **" + plain(tile.label) + "**: " + markdown_of(tile.value) +
                   (tile.note.empty() ? "" : ". " + markdown_of(tile.note)) + "\n";
        }
        return out + "\n";
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
        if (figure.evidence.empty()) {
            continue;
        }
        out += "[^" + note_name(figure.name) + "]: " + plain(figure.evidence) + "\n";
    }
    return out + "\n" + plain(document.foot) + "\n";
}

}  // namespace throughline::report
