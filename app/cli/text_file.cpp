#include "app/cli/brief_file.h"
#include "app/cli/json.h"
#include "core/base/text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>

namespace throughline::cli {

namespace {

constexpr std::uintmax_t kLargest = 512ULL * 1024 * 1024;

// "line 3, column 14" of a byte of the text, both from 1.
std::string place_of(const std::string& text, std::size_t byte) {
    const std::size_t end = std::min(byte, text.size());
    const std::size_t line = static_cast<std::size_t>(
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    const std::size_t begin = line == 0 ? 0 : text.rfind('\n', end == 0 ? 0 : end - 1) + 1;
    return "line " + std::to_string(line + 1) + ", column " +
           std::to_string(end - std::min(begin, end) + 1);
}

}  // namespace

Fallible<std::string> read_text_file(Session& session, const std::string& path) {
    std::string text;
    if (path == "-") {
        text.assign(std::istreambuf_iterator<char>(session.in()), {});
    } else {
        std::error_code code;
        if (std::filesystem::is_directory(path, code)) {
            return bad_input("this is a folder, not a file", path);
        }
        std::ifstream file(path, std::ios::binary);
        if (!file) {
            return bad_input(std::string("cannot be read: ") + std::strerror(errno), path,
                             ErrorCode::NotFound);
        }
        if (const auto size = std::filesystem::file_size(path, code); !code && size > kLargest) {
            return bad_input("the file is larger than 512 MB", path);
        }
        text.assign(std::istreambuf_iterator<char>(file), {});
        if (file.bad()) {
            return bad_input("could not be read to its end", path, ErrorCode::Io);
        }
    }
    if (!is_valid_utf8(text)) {
        return bad_input("the file is not valid UTF-8 text", path);
    }
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    return text;
}

Ending write_text_file(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (!file) {
        return store_failure(
            {ErrorCode::Io, std::string("cannot be written: ") + std::strerror(errno), path});
    }
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) {
        return store_failure({ErrorCode::Io, "could not be written to its end", path});
    }
    return Done{};
}

Fallible<Json> read_json_file(Session& session, const std::string& path) {
    TL_TRY(const std::string text, read_text_file(session, path));
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        const std::string what = error.what();
        const std::size_t dash = what.find(": ", what.find("column"));
        return bad_input(
            "this is not JSON: " + (dash == std::string::npos ? what : what.substr(dash + 2)),
            path + ", " + place_of(text, error.byte == 0 ? 0 : error.byte - 1));
    } catch (const Json::exception& error) {  // a number out of range
        return bad_input(std::string("this is not JSON that can be used: ") + error.what(), path);
    }
}

}  // namespace throughline::cli
