// A small tree of marked-up text, for reading back what document_html.cpp wrote. Not for HTML of
// others: what it does not know it leaves out.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::report {

struct Markup {
    std::string name;  // "p"; "" for text
    std::string text;  // of a text
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<Markup> children;

    std::string_view attribute(std::string_view wanted) const;  // "" for none
    double number(std::string_view wanted) const;               // 0 for none
    bool has_class(std::string_view wanted) const;
    // The first element of this name at any depth; null for none.
    const Markup* find(std::string_view wanted) const;
    // All text below, without marks.
    std::string words() const;
};

// The root holds what stands at the top. Never fails: unclosed elements end with the text, and
// nothing is nested deeper than 64.
Markup parse_markup(std::string_view text);

}  // namespace throughline::report
