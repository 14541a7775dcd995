#include "core/exchange/export.h"
#include "app/cli/json.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>

namespace throughline::cli {

namespace {

struct ExportArgs {
    std::string format;
    std::optional<std::string> file;
};

std::string known_formats() {
    std::vector<std::string> names;
    for (const exchange::ExportFormat& format : exchange::export_formats()) {
        names.emplace_back(format.name);
    }
    return join(names, ", ");
}

// Into a file beside it first, so that a disk that fills up does not cost the file that was there.
Ending write_file(desk::Desk& desk, const exchange::ExportFormat& format, const std::string& path) {
    const std::string partial = path + ".part";
    std::error_code ignored;
    std::ofstream file(partial, std::ios::binary | std::ios::trunc);
    if (!file) {
        return store_failure(
            {ErrorCode::Io, std::string("cannot be written: ") + std::strerror(errno), path});
    }
    auto written = format.write(desk, file);
    file.close();
    if (!written || !file) {
        std::filesystem::remove(partial, ignored);
        return store_failure(written ? Error{ErrorCode::Io, "could not be written to its end", path}
                                     : std::move(written).error());
    }
    std::error_code code;
    std::filesystem::rename(partial, path, code);
    if (code) {
        std::filesystem::remove(partial, ignored);
        return store_failure({ErrorCode::Io, "cannot be written: " + code.message(), path});
    }
    return Done{};
}

Ending export_board(Session& session, const ExportArgs& args) {
    const exchange::ExportFormat* format = exchange::export_format(args.format);
    if (format == nullptr) {
        return bad_input(
            "there is no export format \"" + args.format + "\"; there are: " + known_formats(),
            "FORMAT", ErrorCode::NotFound);
    }
    TL_TRY(auto* desk, session.desk());
    if (!args.file || *args.file == "-") {
        return lift(format->write(*desk, session.out()));
    }
    TL_CHECK(write_file(*desk, *format, *args.file));
    if (session.json()) {
        session.print(
            {{"format", format->name}, {"file", *args.file}, {"seq", desk->workspace().seq()}});
    } else {
        session.out() << "Written: " << *args.file << "\n";
    }
    return Done{};
}

}  // namespace

void add_export(Verb& program) {
    auto args = std::make_shared<ExportArgs>();
    program.verb("export", "Write the board out; throughline holds everything, lossless")
        .needs("FORMAT", args->format, known_formats())
        .may("FILE", args->file, "Where to (default: standard output)")
        .example("throughline export throughline board.json")
        .example("throughline export cards-csv cards.csv")
        .does(args, &export_board);
}

}  // namespace throughline::cli
