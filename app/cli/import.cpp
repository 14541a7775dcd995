#include "core/exchange/import.h"
#include "app/cli/brief_file.h"
#include "app/cli/json.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"
#include "core/exchange/throughline_import.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>

namespace throughline::cli {

namespace {

struct ImportArgs {
    std::string format;
    std::string file;
    bool dry_run = false;
    std::optional<std::string> start;
    std::vector<std::string> done;
    std::optional<std::string> map;
};

// What a report counts, one or many, under the names that its JSON has: those of an import stand in
// the plural, those of a whole export (tables) in the singular.
std::string in_number(int count, const std::string& name) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Pair, 6> kOdd{{{"person", "people"},
                                               {"entry", "entries"},
                                               {"accountability", "accountabilities"},
                                               {"dependency", "dependencies"},
                                               {"move_by_renaming", "moves_by_renaming"},
                                               {"move_assumed", "moves_assumed"}}};
    const auto odd = std::ranges::find_if(
        kOdd, [&](const Pair& pair) { return pair.first == name || pair.second == name; });
    std::string one = name;
    std::string many = name;
    if (odd != kOdd.end()) {
        one = odd->first;
        many = odd->second;
    } else if (name.ends_with("s")) {
        one.pop_back();
    } else {
        many += "s";
    }
    std::string words = count == 1 ? one : many;
    std::ranges::replace(words, '_', ' ');
    return std::to_string(count) + " " + words;
}

std::string counts(const std::map<std::string, int>& counts) {
    std::vector<std::string> parts;
    for (const auto& [what, count] : counts) {
        parts.push_back(in_number(count, what));
    }
    return parts.empty() ? "nothing" : join(parts, ", ");
}

void print_report(Session& session, const exchange::ImportReport& report, bool dry_run) {
    if (session.json()) {
        Json document = Json::parse(exchange::to_json(report));
        document["dry_run"] = dry_run;
        session.print(document);
        return;
    }
    std::ostream& out = session.out();
    out << (dry_run             ? "Would come in: "
            : report.is_empty() ? "Nothing new. Came in: "
                                : "Came in: ")
        << counts(report.created) << "\n";
    if (!report.updated.empty()) {
        out << (dry_run ? "Would change: " : "Changed: ") << counts(report.updated) << "\n";
    }
    if (!report.unchanged.empty()) {
        out << "Already there: " << counts(report.unchanged) << "\n";
    }
    for (const std::string& note : report.notes) {
        out << "Note: " << printable(note) << "\n";
    }
    const Json mapping = Json::parse(report.mapping, nullptr, false);
    if (dry_run && mapping.is_object() && !mapping.empty()) {
        out << "Mapping, to be changed and given with --map:\n" << mapping.dump(2) << "\n";
    }
    if (!report.left_out.empty()) {
        out << "Left out:\n";
        TextTable table("  ");
        for (const exchange::LeftOut& left : report.left_out) {
            table.row({left.what, left.where, left.why});
        }
        table.print(out, session.terminal());
    }
}

std::string known_formats() {
    std::vector<std::string> names;
    for (const exchange::ImportFormat& format : exchange::import_formats()) {
        names.emplace_back(format.name);
    }
    return join(names, ", ");
}

// What a reader says about the file is the file's fault; what the store says is the store's.
Failure import_failure(desk::Stop stop, const std::string& path) {
    if (stop.error && stop.error->code != ErrorCode::Io &&
        stop.error->code != ErrorCode::Conflict) {
        Error error = std::move(*stop.error);
        error.where = error.where.empty() ? path : path + ", " + error.where;
        return {Exit::BadInput, std::move(error)};
    }
    return failure_of(std::move(stop));
}

// The bytes as they are: tables come in many encodings. What cannot be read is put into words by
// read_text_file().
Fallible<std::string> read_bytes(Session& session, const std::string& path) {
    if (path == "-") {
        return std::string(std::istreambuf_iterator<char>(session.in()), {});
    }
    std::error_code code;
    std::ifstream file(path, std::ios::binary);
    if (file && std::filesystem::is_regular_file(path, code)) {
        std::string bytes(std::filesystem::file_size(path, code), '\0');
        if (file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
            return bytes;
        }
    }
    return read_text_file(session, path);
}

// How far the reading is, on a terminal only.
std::function<bool(std::size_t, std::size_t)> progress_of(Session& session) {
    if (!session.terminal() || session.json()) {
        return nullptr;
    }
    return [&session](std::size_t done, std::size_t total) {
        session.err() << "\r\033[KReading, " << (total == 0 ? 0 : done * 100 / total) << " %"
                      << std::flush;
        return true;
    };
}

// A whole export goes into a file of its own. It is read and replayed in memory first, so that a
// damaged one makes no file.
Ending import_whole(Session& session, const ImportArgs& args) {
    const Environment& environment = session.environment();
    TL_TRY(const std::string bytes, read_text_file(session, args.file));
    const auto trial = desk::Desk::in_memory(environment.clock, environment.nonces);
    auto report = exchange::restore_export(*trial, bytes, exchange::ImportMode::Preview);
    if (report && !args.dry_run) {
        TL_TRY(auto* desk, session.empty_or_new_desk());
        report = exchange::restore_export(*desk, bytes, exchange::ImportMode::Run);
    }
    if (!report) {
        return import_failure(std::move(report).error(), args.file);
    }
    print_report(session, *report, args.dry_run);
    return Done{};
}

Ending import_file(Session& session, const ImportArgs& args) {
    const exchange::ImportFormat* format = exchange::import_format(args.format);
    if (format == nullptr) {
        return bad_input(
            "there is no import format \"" + args.format + "\"; there are: " + known_formats(),
            "FORMAT", ErrorCode::NotFound);
    }
    if (format->read == nullptr) {
        return import_whole(session, args);
    }
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const std::string bytes, read_bytes(session, args.file));
    exchange::ImportOptions options;
    options.start = args.start.value_or("");
    options.done = args.done;
    options.zone = session.zone();
    options.file_name = std::filesystem::path(args.file).filename().string();
    options.progress = progress_of(session);
    if (args.map) {
        TL_TRY(options.mapping, read_text_file(session, *args.map));
    }
    auto report = exchange::import_file(
        *desk, *format, bytes, options,
        args.dry_run ? exchange::ImportMode::Preview : exchange::ImportMode::Run,
        session.environment().nonces());
    if (options.progress) {
        session.err() << "\r\033[K" << std::flush;
    }
    if (!report) {
        desk::Stop stop = std::move(report).error();
        const bool is_mapping = stop.error && stop.error->where.starts_with("mapping");
        return import_failure(std::move(stop),
                              is_mapping ? args.map.value_or(args.file) : args.file);
    }
    print_report(session, *report, args.dry_run);
    if (report->refused) {
        Failure failure = refused(*report->refused);
        failure.answered = true;
        return failure;
    }
    return Done{};
}

}  // namespace

void add_import(Verb& program) {
    auto args = std::make_shared<ImportArgs>();
    program
        .verb("import",
              "Take in a board or table of another tool, all or nothing; again takes only what is "
              "new")
        .needs("FORMAT", args->format, known_formats())
        .needs("FILE", args->file, "The file; - is standard input")
        .flag("--dry-run", args->dry_run, "Say what would come in; change nothing")
        .option("--start", "COLUMN", args->start, "Where work is committed: the commitment point")
        .repeated("--done", "COLUMN", args->done, "Where it is delivered; may be given again")
        .option("--map", "FILE", args->map,
                "What the columns of a table mean, as JSON; --dry-run prints the one in use")
        .example("throughline import trello board.json --start Doing --done Done --dry-run")
        .example("throughline import flow-csv stages.csv --dry-run")
        .does(args, &import_file);
}

}  // namespace throughline::cli
