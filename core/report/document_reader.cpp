#include "core/report/document_reader.h"

#include "core/base/text.h"
#include "core/report/markup.h"

#include <charconv>

namespace throughline::report {
namespace {

Mood mood_of_class(const Markup& span) {
    return span.has_class("good")    ? Mood::Good
           : span.has_class("watch") ? Mood::Watch
           : span.has_class("bad")   ? Mood::Bad
                                     : Mood::Neutral;
}

std::string figure_of(const Markup& link) {
    const std::string_view at = link.attribute("href");
    return at.starts_with("#e-") ? std::string(at.substr(3)) : std::string();
}

std::string title_of(const Markup& svg) {
    const Markup* title = svg.find("title");
    return title == nullptr ? std::string() : title->words();
}

Words words_of(const Markup& element) {
    Words words;
    for (const Markup& child : element.children) {
        if (child.name == "a") {
            const Markup* mood = child.find("span");
            words.push_back({child.words(), figure_of(child),
                             mood == nullptr ? Mood::Neutral : mood_of_class(*mood)});
        } else if (child.name == "span") {
            words.push_back({child.words(), {}, mood_of_class(child)});
        } else if (child.name == "svg") {
            words.push_back({title_of(child),
                             {},
                             Mood::Neutral,
                             std::make_shared<const Picture>(picture_of(child))});
        } else if (const std::string text = child.words();
                   text.find_first_not_of('\n') < text.size()) {
            words.push_back({text});
        }
    }
    return words;
}

// Each element of this name among the children.
template <class F>
void for_each(const Markup& parent, std::string_view name, F&& act) {
    for (const Markup& child : parent.children) {
        if (child.name == name) {
            act(child);
        }
    }
}

TableBlock table_of(const Markup& element) {
    TableBlock table;
    if (const Markup* columns = element.find("colgroup")) {
        for_each(*columns, "col", [&](const Markup& column) {
            constexpr std::string_view kWidth = "width:";
            const std::string_view style = column.attribute("style");
            double percent = 0;
            if (style.starts_with(kWidth)) {
                std::from_chars(style.data() + kWidth.size(), style.data() + style.size(), percent);
            }
            table.shares.push_back(percent / 100);
        });
    }
    const Markup* head = element.find("thead");
    const Markup* body = element.find("tbody");
    if (const Markup* row = head == nullptr ? nullptr : head->find("tr")) {
        for_each(*row, "th", [&](const Markup& cell) {
            if (cell.has_class("number")) {
                table.numbers.push_back(table.head.size());
            }
            table.head.push_back(cell.words());
        });
    }
    if (body != nullptr) {
        for_each(*body, "tr", [&](const Markup& row) {
            auto& cells = table.rows.emplace_back();
            for_each(row, "td", [&](const Markup& cell) { cells.push_back(words_of(cell)); });
        });
    }
    return table;
}

TilesBlock tiles_of(const Markup& element) {
    TilesBlock block;
    for_each(element, "div", [&](const Markup& part) {
        Tile tile;
        for (const Markup& child : part.children) {
            if (child.has_class("label")) {
                tile.label = child.words();
            } else if (child.has_class("note")) {
                tile.note = words_of(child);
            } else if (child.has_class("large")) {
                tile.value = words_of(child);
            }
        }
        block.tiles.push_back(std::move(tile));
    });
    return block;
}

void add_charts(const Markup& element, Section& section) {
    for_each(element, "figure", [&](const Markup& figure) {
        const Markup* svg = figure.find("svg");
        const Markup* caption = figure.find("figcaption");
        if (svg == nullptr || caption == nullptr) {
            return;
        }
        ChartBlock chart{{}, {}, picture_of(*svg)};
        Markup says;
        for (const Markup& part : caption->children) {
            if (part.name == "strong") {
                chart.title = part.words();
            } else {
                says.children.push_back(part);
            }
        }
        chart.says = words_of(says);
        if (!chart.says.empty() && chart.says.front().text.starts_with(' ')) {
            chart.says.front().text.erase(0, 1);  // what parts the title from the sentence
        }
        section.blocks.emplace_back(std::move(chart));
    });
}

Section section_of(const Markup& element) {
    Section section;
    const std::string_view id = element.attribute("id");
    section.handle = id.starts_with("s-") ? std::string(id.substr(2)) : std::string();
    for (const Markup& child : element.children) {
        if (child.name == "h2") {
            section.title = child.words();
        } else if (child.name == "p") {
            section.blocks.emplace_back(Paragraph{words_of(child), child.has_class("quiet")});
        } else if (child.name == "table") {
            section.blocks.emplace_back(table_of(child));
        } else if (child.name == "ul") {
            ListBlock list;
            for_each(child, "li",
                     [&](const Markup& item) { list.items.push_back(words_of(item)); });
            section.blocks.emplace_back(std::move(list));
        } else if (child.has_class("tiles")) {
            section.blocks.emplace_back(tiles_of(child));
        } else if (child.has_class("charts")) {
            add_charts(child, section);
        }
    }
    return section;
}

void read_evidence(const Markup& element, Document& document) {
    const Markup* list = element.find("ul");
    if (list == nullptr) {
        return;
    }
    for_each(*list, "li", [&](const Markup& item) {
        Figure figure;
        const std::string_view id = item.attribute("id");
        figure.name = id.starts_with("e-") ? std::string(id.substr(2)) : std::string();
        for (const Markup& part : item.children) {
            (part.name == "b" ? figure.value : figure.evidence) += part.words();
        }
        figure.evidence = trim(figure.evidence);
        document.figures.push_back(std::move(figure));
    });
}

}  // namespace

std::optional<Document> read_html(std::string_view html) {
    const Markup root = parse_markup(html);
    const Markup* header = root.find("header");
    const Markup* main = root.find("main");
    const Markup* title = header == nullptr ? nullptr : header->find("h1");
    if (title == nullptr || main == nullptr) {
        return std::nullopt;
    }
    Document document;
    document.title = title->words();
    if (const Markup* subtitle = header->find("p")) {
        document.subtitle = subtitle->words();
    }
    for_each(*main, "section", [&](const Markup& section) {
        if (section.attribute("id") == "s-evidence") {
            read_evidence(section, document);
        } else {
            document.sections.push_back(section_of(section));
        }
    });
    if (const Markup* foot = root.find("footer")) {
        document.foot = foot->words();
    }
    return document;
}

}  // namespace throughline::report
