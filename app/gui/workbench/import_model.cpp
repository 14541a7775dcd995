#include "app/gui/workbench/import_model.h"

#include "core/base/text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace throughline::gui::workbench {
namespace {

Result<std::string> read_file(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return Error{ErrorCode::Io, "This is a folder. Choose the file in it.", path};
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return Error{
            ErrorCode::Io,
            "This file cannot be opened. Check the path, or drop the file onto the window.", path};
    }
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

// A path as people paste it: with quotes, with file://, with ~.
std::string plain_path(std::string_view text) {
    std::string path(trim(text));
    if (path.size() >= 2 && (path.front() == '"' || path.front() == '\'') &&
        path.back() == path.front()) {
        path = path.substr(1, path.size() - 2);
    }
    if (path.starts_with("file://")) {
        path = path.substr(7);
    }
    if (const char* home = std::getenv("HOME"); home != nullptr && path.starts_with("~/")) {
        path = std::string(home) + path.substr(1);
    }
    return path;
}

int format_index(std::string_view name) {
    const auto formats = exchange::import_formats();
    for (std::size_t i = 0; i < formats.size(); ++i) {
        if (formats[i].name == name) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

// The report speaks of the command line's options; here they are fields.
std::string in_words_of_the_dialog(std::string note) {
    for (const auto& [option, words] :
         {std::pair<std::string_view, std::string_view>{"with --done", "under 'Work is done in'"},
          {"with --start", "under 'Work begins in'"}}) {
        if (const std::size_t at = note.find(option); at != std::string::npos) {
            note.replace(at, option.size(), words);
        }
    }
    return note;
}

std::string words_of(const desk::Stop& stop) {
    return stop.refusal ? rules::to_text(*stop.refusal) : stop.error ? to_text(*stop.error) : "";
}

}  // namespace

struct ImportModel::Answer {
    exchange::ImportMode mode = exchange::ImportMode::Preview;
    std::string problem;
    exchange::ImportReport report;
};

std::vector<ImportLine> lines_of(const exchange::ImportReport& report) {
    std::map<std::string, std::vector<std::string>> parts;
    const auto add = [&parts](const std::map<std::string, int>& counts, const char* word) {
        for (const auto& [what, count] : counts) {
            if (count > 0) {
                parts[what].push_back(std::to_string(count) + word);
            }
        }
    };
    add(report.created, " new");
    add(report.updated, " changed");
    add(report.unchanged, " as before");
    std::vector<ImportLine> lines;
    for (const auto& [what, words] : parts) {
        if (what == "creations") {
            continue;  // one per card: says nothing that the cards do not
        }
        std::string name = what == "transitions" ? "moves between columns" : what;
        std::replace(name.begin(), name.end(), '_', ' ');
        name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
        lines.push_back({name, join(words, ", ")});
    }
    return lines;
}

int guess_format(const std::string& path, std::string_view begin) {
    const std::string end = fold(std::filesystem::path(path).extension().string());
    const bool json = end == ".json" || trim(begin).starts_with("{");
    if (json) {
        return format_index(
            begin.find("\"throughline\"") == std::string_view::npos ? "trello" : "throughline");
    }
    for (const std::string_view name : {"flow-csv", "csv"}) {
        if (const int index = format_index(name); index >= 0 && end == ".csv") {
            return index;
        }
    }
    return -1;
}

bool ImportModel::is_stale() const {
    return form.path != previewed_.path || form.format != previewed_.format ||
           form.start != previewed_.start || form.done != previewed_.done;
}

void ImportModel::reset(const std::string& path) {
    form = {.path = path};
    step_ = ImportStep::Choose;
    problem_.clear();
    report_ = {};
    left_out_.clear();
    alive_ = std::make_shared<int>(0);
}

void ImportModel::begin(Context& context, exchange::ImportMode mode) {
    step_ = mode == exchange::ImportMode::Run ? ImportStep::Running : ImportStep::Reading;
    problem_.clear();
    previewed_ = form;
    auto answer = std::make_shared<Answer>();
    answer->mode = mode;
    exchange::ImportOptions options{.start = std::string(trim(form.start)), .zone = context.zone()};
    for (const std::string& name : split(form.done, ',')) {
        if (!trim(name).empty()) {
            options.done.emplace_back(trim(name));
        }
    }
    context.desk().with_desk(
        [answer, options, mode, path = plain_path(form.path), format = form.format,
         nonce = context.desk().new_nonce()](desk::Desk& desk) mutable {
            auto bytes = read_file(path);
            if (!bytes) {
                answer->problem = to_text(bytes.error());
                return;
            }
            const int chosen =
                format >= 0 ? format : guess_format(path, std::string_view(*bytes).substr(0, 4096));
            if (chosen < 0) {
                answer->problem = "It cannot be told what this file is. Choose its format above.";
                return;
            }
            options.file_name = std::filesystem::path(path).filename().string();
            auto report = exchange::import_file(
                desk, exchange::import_formats()[static_cast<std::size_t>(chosen)], *bytes, options,
                mode, nonce);
            if (report) {
                answer->report = std::move(report).value();
            } else {
                answer->problem = words_of(report.error());
            }
        },
        [this, answer, alive = std::weak_ptr<int>(alive_)] {
            if (!alive.expired()) {
                take(*answer);
            }
        });
}

void ImportModel::take(const Answer& answer) {
    problem_ = answer.problem;
    if (!problem_.empty()) {
        step_ = ImportStep::Choose;
        return;
    }
    report_ = answer.report;
    for (std::string& note : report_.notes) {
        note = in_words_of_the_dialog(std::move(note));
    }
    left_out_.clear();
    for (const exchange::LeftOut& row : report_.left_out) {
        left_out_.push_back(row.what + ", " + row.where + ": " + row.why);
    }
    step_ = answer.mode == exchange::ImportMode::Run ? ImportStep::Done : ImportStep::Preview;
}

}  // namespace throughline::gui::workbench
