#include "app/gui/monthly/page_layout.h"

#include "app/gui/widgets/item.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <span>

namespace throughline::gui::monthly {
namespace {

constexpr float kLeading = 1.42f;        // of the height of letters
constexpr float kCaptionWidth = 220.0f;  // beside a chart; unscaled
constexpr float kTileWidth = 172.0f;     // at least
constexpr float kCellGap = 14.0f;
constexpr std::size_t kRowsMeasured = 40;  // for the widths of columns

float step_of(const TextStyle& style) {
    return std::round(text_px(style.size) * kLeading);
}

TextStyle cell_style() {
    return {.size = text_size::kSmall};
}

TextStyle head_style() {
    return {.size = text_size::kCaption, .weight = Weight::Semibold, .colour = theme().text_muted};
}

class Builder {
public:
    Builder(float width, std::map<std::string, int>& links) : width_(width), links_(links) {}

    std::vector<Piece> pieces;
    float y = 0;

    void operator()(const report::Paragraph& one) {
        Piece& piece = begin();
        y += words(piece, one.words, 0, width_, one.quiet ? muted_style() : body_style());
        end(piece, sizes().sm);
    }
    void operator()(const report::ListBlock& list) {
        const float indent = 18.0f * sizes().scale;
        for (const report::Words& item : list.items) {
            Piece& piece = begin();
            piece.runs.push_back(
                {.at = {4.0f * sizes().scale, y}, .text = "•", .style = body_style()});
            y += words(piece, item, indent, width_ - indent, body_style());
            end(piece, sizes().xs);
        }
        y += sizes().xs;
    }
    void operator()(const report::TableBlock& table) {
        const std::vector<float> columns = columns_of(table);
        std::vector<report::Words> head;
        for (const std::string& name : table.head) {
            head.push_back({{name}});
        }
        row(table, columns, head, head_style());
        for (const std::vector<report::Words>& cells : table.rows) {
            row(table, columns, cells, cell_style());
        }
        y += sizes().md;
    }
    void operator()(const report::TilesBlock& block) {
        if (block.tiles.empty()) return;
        const float gap = sizes().md;
        const auto all = block.tiles.size();
        const auto fit = static_cast<std::size_t>(
            std::max(1.0f, (width_ + gap) / (kTileWidth * sizes().scale + gap)));
        // Rows of the same length: four tiles stand two by two where four do not fit.
        const std::size_t rows = (all + fit - 1) / fit;
        const std::size_t in_row = (all + rows - 1) / rows;
        const auto count = static_cast<float>(in_row);
        const float each = std::floor((width_ - gap * (count - 1)) / count);
        for (std::size_t first = 0; first < all; first += in_row) {
            tile_row(std::span(block.tiles).subspan(first, std::min(in_row, all - first)), each);
        }
    }
    void operator()(const report::ChartBlock& chart) {
        const auto* drawn = std::get_if<report::Picture>(&chart.drawn);
        const report::Size size = drawn == nullptr ? report::kReportChart : drawn->size;
        const float scale = sizes().scale;
        const auto wide = static_cast<float>(size.width) * scale;
        const auto tall = static_cast<float>(size.height) * scale;
        const bool beside = width_ >= wide + (kCaptionWidth + kCellGap) * scale;
        const float room = beside ? width_ - wide - kCellGap * scale : width_;
        Piece& piece = begin();
        y += sizes().sm;
        const float top = y;
        y += words(piece, {{chart.title}}, 0, room,
                   {.size = text_size::kBody, .weight = Weight::Semibold});
        y += words(piece, chart.says, 0, room, muted_style());
        piece.chart = &chart;
        piece.chart_at = beside ? ImVec2{width_ - wide, top} : ImVec2{0, y + sizes().xs};
        piece.chart_width = std::min(wide, width_);
        y = std::max(y, piece.chart_at.y + tall);
        end(piece, sizes().md);
    }
    // One line or more of one style, with a gap below.
    void line(const std::string& text, const TextStyle& style, float below) {
        Piece& piece = begin();
        y += words(piece, {{text}}, 0, width_, style);
        end(piece, below);
    }

private:
    Piece& begin() {
        Piece& piece = pieces.emplace_back();
        piece.top = y;
        return piece;
    }
    void end(Piece& piece, float below) {
        piece.bottom = y;
        y += below;
    }

    void tile_row(std::span<const report::Tile> tiles, float each) {
        const float pad = sizes().md;
        const TextStyle large{.size = text_size::kTitle * 1.2f, .weight = Weight::Bold};
        Piece& piece = begin();
        const float top = y;
        float bottom = top;
        float x = 0;
        for (const report::Tile& tile : tiles) {
            const float inner = each - 2 * pad;
            y = top + sizes().sm;
            y += words(piece, {{tile.label}}, x + pad, inner, caption_style());
            y += words(piece, tile.value, x + pad, inner, large);
            y += words(piece, tile.note, x + pad, inner, caption_style());
            bottom = std::max(bottom, y + sizes().sm);
            piece.grounds.push_back({{x, top}, {x + each, top}});
            x += each + sizes().md;
        }
        for (auto& ground : piece.grounds)
            ground.second.y = bottom;
        y = bottom;
        end(piece, sizes().md);
    }

    // By their shares, but no column narrower than its longest word where others have room.
    std::vector<float> columns_of(const report::TableBlock& table) const {
        std::vector<double> shares = table.shares;
        if (shares.size() != table.head.size()) shares.assign(table.head.size(), 1.0);
        const double all = std::max(std::accumulate(shares.begin(), shares.end(), 0.0), 1e-9);
        std::vector<float> columns;
        float missing = 0;
        float spare = 0;
        std::vector<float> longest;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            columns.push_back(width_ * static_cast<float>(shares[i] / all));
            longest.push_back(longest_word(table, i) + kCellGap * sizes().scale + 1.0f);
            missing += std::max(0.0f, longest[i] - columns[i]);
            spare += std::max(0.0f, columns[i] - longest[i]);
        }
        if (missing > spare) return narrow_columns(table, longest);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const float over = columns[i] - longest[i];
            columns[i] =
                over < 0 ? longest[i] : columns[i] - over * (missing / std::max(spare, 1.0f));
        }
        return columns;
    }
    // Where not every word fits: pictures are left out, and the others share by their words.
    std::vector<float> narrow_columns(const report::TableBlock& table,
                                      std::vector<float> longest) const {
        for (std::size_t i = 0; i < longest.size(); ++i) {
            const bool is_picture = std::ranges::any_of(table.rows, [i](const auto& row) {
                return i < row.size() && !row[i].empty() && row[i].front().line;
            });
            if (is_picture) longest[i] = 0;
        }
        const float all = std::accumulate(longest.begin(), longest.end(), 0.0f);
        for (float& column : longest)
            column *= width_ / std::max(all, 1.0f);
        return longest;
    }
    static float longest_word(const report::TableBlock& table, std::size_t column) {
        float longest = text_width(table.head[column], head_style());
        const auto most = std::min<std::size_t>(table.rows.size(), kRowsMeasured);
        for (std::size_t i = 0; i < most; ++i) {
            if (column >= table.rows[i].size()) continue;
            for (const report::Span& span : table.rows[i][column]) {
                const float mark = span.mood == report::Mood::Neutral ? 0.0f : mood_width();
                if (span.line) {
                    longest = std::max(longest,
                                       static_cast<float>(span.line->size.width) * sizes().scale);
                    continue;
                }
                for (const std::string& word : split(span.text, ' '))
                    longest = std::max(longest, mark + text_width(word, cell_style()));
            }
        }
        return longest;
    }

    void row(const report::TableBlock& table, const std::vector<float>& columns,
             const std::vector<report::Words>& cells, const TextStyle& style) {
        Piece& piece = begin();
        y += sizes().xs;
        float tallest = step_of(style);
        float x = 0;
        for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
            if (columns[i] <= 0) continue;
            const float width = std::max(columns[i] - kCellGap * sizes().scale, 8.0f);
            const std::size_t first = piece.runs.size();
            tallest = std::max(tallest, words(piece, cells[i], x, width, style));
            if (std::ranges::find(table.numbers, i) != table.numbers.end())
                align_right(piece, first, x + width);
            x += columns[i];
        }
        y += tallest + sizes().xs;
        piece.has_rule = true;
        end(piece, 0);
    }

    static void align_right(Piece& piece, std::size_t first, float right) {
        std::map<float, float> ends;
        for (std::size_t i = first; i < piece.runs.size(); ++i) {
            float& end = ends[piece.runs[i].at.y];
            end = std::max(end, piece.runs[i].at.x + piece.runs[i].width);
        }
        for (std::size_t i = first; i < piece.runs.size(); ++i)
            piece.runs[i].at.x += right - ends[piece.runs[i].at.y];
    }

    // Breaks words into lines; their height. `y` stays.
    float words(Piece& piece, const report::Words& spans, float x, float width,
                const TextStyle& style);
    void add_word(Piece& piece, const report::Span& span, std::string_view word, bool begins,
                  const TextStyle& style);
    std::string link_id(const std::string& figure) {
        const int times = ++links_[figure];
        return "fig:" + figure + (times > 1 ? ":" + std::to_string(times) : "");
    }

    float width_;
    std::map<std::string, int>& links_;
    // While lines are broken.
    float left_ = 0, right_ = 0, pen_ = 0, line_y_ = 0;
    bool glue_ = false;  // the next word continues the run before it
};

// As many bytes of a word as fit, at least one character: for what has no spaces.
std::size_t bytes_that_fit(std::string_view word, const TextStyle& style, float width) {
    const char* end = word.data() + word.size();
    const char* stop =
        font_of(style.weight)
            ->CalcWordWrapPosition(text_px(style.size), word.data(), end, std::max(width, 1.0f));
    auto bytes = static_cast<std::size_t>(stop - word.data());
    if (bytes == 0) bytes = 1;
    while (bytes < word.size() && (static_cast<unsigned char>(word[bytes]) & 0xC0u) == 0x80u)
        ++bytes;
    return bytes;
}

void Builder::add_word(Piece& piece, const report::Span& span, std::string_view word, bool begins,
                       const TextStyle& style) {
    const float step = step_of(style);
    float mark = begins && span.mood != report::Mood::Neutral ? mood_width() : 0.0f;
    while (!word.empty()) {
        std::string_view part = word;
        const std::string_view solid = word.substr(0, word.find_last_not_of(' ') + 1);
        if (pen_ + mark + text_width(solid, style) > right_) {
            if (pen_ > left_) {
                pen_ = left_;
                line_y_ += step;
                glue_ = false;
                continue;
            }
            if (!solid.empty() && text_width(solid, style) > right_ - left_ - mark)
                part = word.substr(0, bytes_that_fit(word, style, right_ - pen_ - mark));
        }
        const float wide = text_width(part, style);
        if (glue_ && !piece.runs.empty()) {
            piece.runs.back().text += part;
            piece.runs.back().width += wide;
        } else {
            Run run{.at = {pen_, line_y_}, .width = wide + mark, .text = std::string(part)};
            run.style = style;
            run.figure = span.figure;
            if (!run.figure.empty()) run.id = link_id(run.figure);
            run.mood = mark > 0 ? span.mood : report::Mood::Neutral;
            piece.runs.push_back(std::move(run));
            pen_ += mark;
            mark = 0.0f;
        }
        glue_ = true;
        pen_ += wide;
        word.remove_prefix(part.size());
    }
}

float Builder::words(Piece& piece, const report::Words& spans, float x, float width,
                     const TextStyle& style) {
    left_ = pen_ = x;
    right_ = x + width + 0.5f;
    line_y_ = y;
    for (const report::Span& span : spans) {
        glue_ = false;
        if (span.line) {
            const auto wide = static_cast<float>(span.line->size.width) * sizes().scale;
            piece.runs.push_back({.at = {pen_, line_y_},
                                  .width = std::min(wide, width),
                                  .text = span.text,
                                  .line = span.line.get()});
            pen_ += wide;
            continue;
        }
        std::string_view rest = span.text;
        bool begins = true;
        while (!rest.empty()) {
            std::size_t end = rest.find(' ');
            end = end == std::string_view::npos
                      ? rest.size()
                      : std::min(rest.find_first_not_of(' ', end), rest.size());
            add_word(piece, span, rest.substr(0, end), begins, style);
            rest.remove_prefix(end);
            begins = false;
        }
    }
    return line_y_ - y + step_of(style);
}

void add_section(const report::Section& section, const model::TextMap* texts, float width,
                 std::map<std::string, int>& links, PageLayout& page) {
    SectionLayout laid{.handle = section.handle, .title = section.title};
    Builder own(width, links);
    std::vector<report::Block> written;
    if (texts != nullptr) {
        const auto found = texts->find(section.handle);
        if (found != texts->end()) written = report::paragraphs_of(found->second);
    }
    for (const report::Block& block : written)
        std::visit(own, block);
    Builder drafted(width, links);
    for (std::size_t i = texts != nullptr ? section.own_words : 0; i < section.blocks.size(); ++i)
        std::visit(drafted, section.blocks[i]);
    laid.own = std::move(own.pieces);
    laid.own_height = own.y;
    laid.drafted = std::move(drafted.pieces);
    laid.drafted_height = drafted.y;
    page.sections.push_back(std::move(laid));
}

// Where the numbers come from, as the page ends in print.
report::Section evidence_of(const report::Document& document) {
    report::Section section{"evidence", "Where the numbers come from", {}, 0};
    for (const report::Figure& figure : document.figures) {
        if (!figure.evidence.empty())
            section.blocks.emplace_back(
                report::Paragraph{{{figure.value + "  " + figure.evidence}}, true});
    }
    return section;
}

}  // namespace

float mood_width() {
    return 15.0f * sizes().scale;
}

PageLayout lay_out(const report::Document& document, const model::TextMap* texts, float width) {
    PageLayout page{.width = width};
    std::map<std::string, int> links;
    Builder head(width, links);
    head.line(document.title, {.size = text_size::kTitle * 1.3f, .weight = Weight::Bold},
              sizes().xxs);
    head.line(document.subtitle, muted_style(), sizes().lg);
    page.head = std::move(head.pieces);
    page.head_height = head.y;
    for (const report::Section& section : document.sections)
        add_section(section, texts, width, links, page);
    if (!document.figures.empty()) add_section(evidence_of(document), nullptr, width, links, page);
    Builder foot(width, links);
    foot.line(document.foot, caption_style(), 0);
    page.foot = std::move(foot.pieces);
    page.foot_height = foot.y;
    return page;
}

}  // namespace throughline::gui::monthly
