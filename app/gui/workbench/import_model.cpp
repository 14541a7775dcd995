#include "app/gui/workbench/import_model.h"

#include "core/base/text.h"

#include <algorithm>
#include <atomic>
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
    return std::move(bytes).str();
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

std::string file_name(const std::string& path) {
    return std::filesystem::path(plain_path(path)).filename().string();
}

std::string words_of(const desk::Stop& stop) {
    return stop.refusal ? rules::to_text(*stop.refusal) : stop.error ? to_text(*stop.error) : "";
}

}  // namespace

struct ImportModel::Work {
    std::atomic<double> share = 0.0;
    std::atomic<bool> stop = false;
    exchange::ImportMode mode = exchange::ImportMode::Preview;
    std::string problem;
    std::optional<exchange::FileLook> look;
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

std::string in_words_of_the_dialog(std::string words) {
    struct Saying {
        std::string_view begin;
        std::string_view end;  // its first one, taken away too; "": of the text
        std::string_view words;
    };
    for (const Saying& one : {
             Saying{"with --done", "with --done", "under 'Work is done in'"},
             Saying{"with --start", "with --start", "under 'Work begins in'"},
             Saying{"; --map changes it", "; --map changes it", ""},
             Saying{" Say which in a mapping (--map)", "", " Choose at the column below."},
             Saying{" Name it in a mapping (--map)", "", " Say below which one does."},
             Saying{" Name the format in a mapping (--map), \"date_format\";", ";",
                    " Choose one at the column below;"},
         }) {
        const std::size_t at = words.find(one.begin);
        if (at == std::string::npos) continue;
        const std::size_t stop =
            one.end.empty() ? words.size() : words.find(one.end, at) + one.end.size();
        words.replace(at, stop - at, one.words);
    }
    return words;
}

bool ImportModel::is_looked_at() const {
    return look_ && form.path == previewed_.path && form.format == previewed_.format;
}

const exchange::ImportFormat* ImportModel::format() const {
    return is_looked_at() ? look_->format : nullptr;
}

const exchange::TableLook* ImportModel::table() const {
    return is_looked_at() && look_->table ? &*look_->table : nullptr;
}

const exchange::CsvMapping& ImportModel::mapping() const {
    if (used_ && form.mapping == previewed_.mapping) return *used_;
    return form.mapping ? *form.mapping : table()->usual(file_name(form.path));
}

int ImportModel::earlier() const {
    const auto& earlier = table()->earlier;
    const auto same = std::find_if(earlier.begin(), earlier.end(), [&](const auto& one) {
        return form.mapping ? one.mapping == *form.mapping : one.source == file_name(form.path);
    });
    return same == earlier.end() ? -1 : static_cast<int>(same - earlier.begin());
}

void ImportModel::use_earlier(int index) {
    form.mapping =
        index < 0 ? table()->proposed : table()->earlier[static_cast<std::size_t>(index)].mapping;
}

double ImportModel::progress() const {
    return work_ ? work_->share.load() : 0.0;
}

void ImportModel::stop() {
    if (work_) work_->stop = true;
}

void ImportModel::reset(const std::string& path) {
    stop();
    *this = ImportModel{};
    form = {.path = path};
}

void ImportModel::begin(Context& context, exchange::ImportMode mode) {
    step_ = mode == exchange::ImportMode::Run ? ImportStep::Running : ImportStep::Reading;
    problem_.clear();
    if (!table()) form.mapping.reset();  // it was of another file
    previewed_ = form;
    work_ = std::make_shared<Work>();
    work_->mode = mode;
    exchange::ImportOptions options{.start = std::string(trim(form.start)),
                                    .zone = context.zone(),
                                    .file_name = file_name(form.path),
                                    .mapping = form.mapping ? to_json(*form.mapping) : ""};
    for (const std::string& name : split(form.done, ',')) {
        if (!trim(name).empty()) {
            options.done.emplace_back(trim(name));
        }
    }
    context.desk().with_desk(
        [work = work_, options, path = plain_path(form.path), format = form.format,
         wake = context.waker(), nonce = context.desk().new_nonce()](desk::Desk& desk) mutable {
            const auto told = exchange::import_formats();
            const auto* chosen = format < 0 ? nullptr : &told[static_cast<std::size_t>(format)];
            read(*work, desk, path, chosen, std::move(options), wake, nonce);
        },
        [this, work = work_, alive = std::weak_ptr<int>(alive_)] {
            if (!alive.expired() && work == work_) {
                take(*work);
            }
        });
}

// On the worker. A look goes over the file once and takes a twentieth of what an import does, which
// goes over it three times and makes its rows.
void ImportModel::read(Work& work, desk::Desk& desk, const std::string& path,
                       const exchange::ImportFormat* format, exchange::ImportOptions options,
                       const std::function<void()>& wake, std::uint64_t nonce) {
    constexpr double kLook = 0.05;
    const auto report_from = [&](double from, double span) {
        options.progress = [&work, &wake, from, span](std::size_t done, std::size_t total) {
            const double part =
                static_cast<double>(done) / static_cast<double>(std::max<std::size_t>(total, 1));
            work.share = std::min(1.0, from + span * part);
            if (wake) wake();
            return !work.stop;
        };
    };
    auto bytes = read_file(path);
    if (!bytes) {
        work.problem = to_text(bytes.error());
        return;
    }
    report_from(0.0, 3.0 * kLook);
    auto look = exchange::look_at_file(*bytes, format, desk.workspace(), options);
    if (!look) {
        work.problem = to_text(look.error());
        return;
    }
    work.look = std::move(look).value();
    const double from = work.look->table ? kLook : 0.0;
    report_from(from, 1.0 - from);
    auto report =
        exchange::import_file(desk, *work.look->format, *bytes, options, work.mode, nonce);
    if (report) {
        work.report = std::move(report).value();
    } else {
        work.problem = words_of(report.error());
    }
}

void ImportModel::take(Work& work) {
    look_ = std::move(work.look);
    used_.reset();
    problem_ = work.stop && !work.problem.empty() ? "" : in_words_of_the_dialog(work.problem);
    if (!work.problem.empty()) {
        step_ = ImportStep::Choose;
        return;
    }
    report_ = std::move(work.report);
    if (auto mapping = exchange::parse_mapping(report_.mapping); table() && mapping) {
        used_ = std::move(mapping).value();
        used_->start.clear();  // the form has fields of its own for the points
        used_->done.clear();
    }
    for (std::string& note : report_.notes) {
        note = in_words_of_the_dialog(std::move(note));
    }
    // The columns stand in the dialog themselves.
    std::erase_if(report_.notes,
                  [](const std::string& note) { return note.starts_with("Columns"); });
    left_out_.clear();
    for (const exchange::LeftOut& row : report_.left_out) {
        left_out_.push_back(row.what + ", " + row.where + ": " + row.why);
    }
    if (report_.refused) problem_ = in_words_of_the_dialog(rules::to_text(*report_.refused));
    step_ = work.mode == exchange::ImportMode::Run ? ImportStep::Done : ImportStep::Preview;
}

}  // namespace throughline::gui::workbench
