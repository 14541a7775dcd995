#include "core/exchange/csv_reader.h"

#include <algorithm>
#include <array>

namespace throughline::exchange {
namespace {

constexpr std::size_t kSampleRecords = 50;
constexpr std::size_t kSampleBytes = 256 * 1024;

// Fields of the header when at least nine of ten sampled records have as many; else 0.
std::size_t steady_fields(std::string_view sample, char separator, bool is_whole) {
    CsvReader reader(sample, separator);
    if (!reader.next()) {
        return 0;
    }
    const std::size_t header = reader.fields().size();
    std::size_t records = 0;
    std::size_t same = 0;
    while (records < kSampleRecords && reader.next()) {
        if (!is_whole && reader.offset() == sample.size()) {
            break;  // perhaps cut off by the sample's end
        }
        ++records;
        same += static_cast<std::size_t>(reader.fields().size() == header);
    }
    return same * 10 >= records * 9 ? header : 0;
}

}  // namespace

bool CsvReader::at_line_end() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvReader::skip_line_end() {
    if (at_ < text_.size()) {
        at_ += text_.substr(at_, 2) == "\r\n" ? 2U : 1U;
        ++next_line_;
    }
}

bool CsvReader::next() {
    fields_.clear();
    unquoted_.clear();
    while (at_ < text_.size() && at_line_end()) {
        skip_line_end();
    }
    if (at_ == text_.size() || error_) {
        return false;
    }
    line_ = next_line_;
    while (read_field()) {
    }
    skip_line_end();
    return !error_;
}

// True when another field follows.
bool CsvReader::read_field() {
    if (at_ < text_.size() && text_[at_] == '"') {
        fields_.push_back(read_quoted());
        if (error_) {
            return false;
        }
    } else {
        const std::array<char, 3> ends{separator_, '\n', '\r'};
        const std::size_t end = std::min(
            text_.find_first_of(std::string_view(ends.data(), ends.size()), at_), text_.size());
        fields_.push_back(text_.substr(at_, end - at_));
        at_ = end;
    }
    if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        return true;
    }
    return false;
}

// The field whose quote is at at_; what stands behind its closing quote belongs to it.
std::string_view CsvReader::read_quoted() {
    const std::size_t opened_on = next_line_;
    const std::size_t begin = ++at_;
    std::string* built = nullptr;  // once a piece had to be left out
    std::size_t piece = begin;
    for (;;) {
        const std::size_t quote = text_.find('"', at_);
        if (quote == std::string_view::npos) {
            error_ = Error{ErrorCode::Corrupt,
                           "a quote is opened and never closed: the file is cut off, or a quote "
                           "inside a text is not doubled",
                           "line " + std::to_string(opened_on)};
            at_ = text_.size();
            return {};
        }
        for (std::size_t i = at_; i < quote; ++i) {
            const bool crlf = text_[i] == '\r' && i + 1 < quote && text_[i + 1] == '\n';
            next_line_ += static_cast<std::size_t>(text_[i] == '\n' || (text_[i] == '\r' && !crlf));
        }
        at_ = quote + 1;
        const bool doubled = at_ < text_.size() && text_[at_] == '"';
        if (!doubled && (at_line_end() || text_[at_] == separator_)) {
            if (built == nullptr) {
                return text_.substr(begin, quote - begin);
            }
            built->append(text_.substr(piece, quote - piece));
            return *built;
        }
        if (built == nullptr) {
            built = &unquoted_.emplace_back();
        }
        built->append(text_.substr(piece, quote + (doubled ? 1U : 0U) - piece));
        at_ += doubled ? 1U : 0U;
        piece = at_;
        if (!doubled) {  // text behind the closing quote, up to the field's end
            const std::array<char, 3> ends{separator_, '\n', '\r'};
            const std::size_t end = std::min(
                text_.find_first_of(std::string_view(ends.data(), ends.size()), at_), text_.size());
            built->append(text_.substr(at_, end - at_));
            at_ = end;
            return *built;
        }
    }
}

CsvSeparator detect_separator(std::string_view text) {
    if (text.starts_with("sep=") && text.size() > 5 && (text[5] == '\n' || text[5] == '\r')) {
        return {text[4], text.substr(5, 2) == "\r\n" ? std::size_t{7} : std::size_t{6}};
    }
    const std::string_view sample = text.substr(0, kSampleBytes);
    CsvSeparator best;
    std::size_t most = 1;
    for (const char separator : {';', '\t', '|', ','}) {
        const std::size_t fields = steady_fields(sample, separator, sample.size() == text.size());
        if (fields > most) {
            most = fields;
            best.separator = separator;
        }
    }
    return best;
}

}  // namespace throughline::exchange
