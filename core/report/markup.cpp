#include "core/report/markup.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace throughline::report {
namespace {

constexpr std::size_t kDeepest = 64;

bool is_void(std::string_view name) {
    constexpr std::array<std::string_view, 3> kVoid{"meta", "col", "br"};
    return std::ranges::find(kVoid, name) != kVoid.end();
}

std::string unescape(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 5> kNamed{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto named = std::ranges::find_if(
            kNamed, [&](const auto& one) { return text.substr(at).starts_with(one.first); });
        if (text[at] == '&' && named != kNamed.end()) {
            out += named->second;
            at += named->first.size();
        } else {
            out += text[at++];
        }
    }
    return out;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Markup parse() {
        Markup root;
        read_children(root, 0);
        return root;
    }

private:
    bool ends() const { return at_ >= text_.size(); }

    void read_children(Markup& parent, std::size_t depth) {
        while (!ends()) {
            if (text_[at_] != '<') {
                const std::size_t end = std::min(text_.find('<', at_), text_.size());
                parent.children.push_back({"", unescape(text_.substr(at_, end - at_)), {}, {}});
                at_ = end;
            } else if (text_.substr(at_).starts_with("</")) {
                const std::size_t end = std::min(text_.find('>', at_), text_.size());
                const std::string_view closed = text_.substr(at_ + 2, end - at_ - 2);
                at_ = std::min(end + 1, text_.size());
                if (closed == parent.name) {
                    return;
                }
            } else if (text_.substr(at_).starts_with("<!")) {
                at_ = std::min(text_.find('>', at_), text_.size() - 1) + 1;
            } else {
                read_element(parent, depth);
            }
        }
    }

    void read_element(Markup& parent, std::size_t depth) {
        Markup element;
        ++at_;
        element.name = read_until(" \t\r\n/>");
        bool closed = false;
        read_attributes(element, closed);
        if (element.name == "style") {
            at_ = std::min(text_.find("</style>", at_), text_.size());
        }
        if (!closed && !is_void(element.name) && depth < kDeepest) {
            read_children(element, depth + 1);
        }
        parent.children.push_back(std::move(element));
    }

    std::string read_until(std::string_view stops) {
        const std::size_t end = std::min(text_.find_first_of(stops, at_), text_.size());
        std::string word(text_.substr(at_, end - at_));
        at_ = end;
        return word;
    }

    void read_attributes(Markup& element, bool& closed) {
        while (!ends() && text_[at_] != '>') {
            if (text_[at_] == '/') {
                closed = true;
                ++at_;
                continue;
            }
            if (std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
                ++at_;
                continue;
            }
            std::string name = read_until("= \t\r\n/>");
            if (text_.substr(at_).starts_with("=\"")) {
                at_ += 2;
                element.attributes.emplace_back(std::move(name), unescape(read_until("\"")));
                at_ = std::min(at_ + 1, text_.size());
            } else if (!ends() && text_[at_] == '=') {
                ++at_;
            }
        }
        at_ = std::min(at_ + 1, text_.size());
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::string_view Markup::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes) {
        if (key == wanted) {
            return value;
        }
    }
    return {};
}

double Markup::number(std::string_view wanted) const {
    const std::string_view digits = attribute(wanted);
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool Markup::has_class(std::string_view wanted) const {
    const std::string all = " " + std::string(attribute("class")) + " ";
    return all.find(" " + std::string(wanted) + " ") != std::string::npos;
}

const Markup* Markup::find(std::string_view wanted) const {
    for (const Markup& child : children) {
        if (child.name == wanted) {
            return &child;
        }
        if (const Markup* found = child.find(wanted)) {
            return found;
        }
    }
    return nullptr;
}

std::string Markup::words() const {
    std::string all = text;
    for (const Markup& child : children) {
        all += child.words();
    }
    return all;
}

Markup parse_markup(std::string_view text) {
    return Parser(text).parse();
}

}  // namespace throughline::report
