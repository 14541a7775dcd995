// The steps of an import as the dialog shows them: a file, what it is, its columns and points, a
// report of what would come in, the import. All reading happens on the desk's worker. No drawing.
#pragma once

#include "app/gui/context/context.h"
#include "core/exchange/file_look.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::workbench {

enum class ImportStep { Choose, Reading, Preview, Running, Done };

struct ImportForm {
    std::string path;
    int format = -1;  // index into exchange::import_formats(); -1: by the file
    std::string start;
    std::string done;  // names, separated by commas
    // What a person said of a table's columns; absent: as the last import of the file, else as
    // found.
    std::optional<exchange::CsvMapping> mapping;

    friend bool operator==(const ImportForm&, const ImportForm&) = default;
};

// A line of the report: "Cards", "62 new, 3 changed".
struct ImportLine {
    std::string what;
    std::string counts;

    friend bool operator==(const ImportLine&, const ImportLine&) = default;
};
std::vector<ImportLine> lines_of(const exchange::ImportReport& report);

// What the library says of files, in the words of the dialog: options are fields there.
std::string in_words_of_the_dialog(std::string words);

class ImportModel {
public:
    ImportForm form;

    ImportStep step() const { return step_; }
    bool is_busy() const { return step_ == ImportStep::Reading || step_ == ImportStep::Running; }
    const std::string& problem() const { return problem_; }
    const exchange::ImportReport& report() const { return report_; }
    const std::vector<std::string>& left_out() const { return left_out_; }
    // What the file was found to be, or was said to be; null before it was looked at.
    const exchange::ImportFormat* format() const;
    // The columns of the file looked at; null when it is no table.
    const exchange::TableLook* table() const;
    // What its columns become: as the preview took them, with what others decided of their dates;
    // before one as said, else as they would be taken. Only with a table.
    const exchange::CsvMapping& mapping() const;
    // The mapping in use is that of an earlier import: index into table()->earlier; -1 for none.
    int earlier() const;
    // Takes up an earlier mapping, or with -1 what the file itself suggests.
    void use_earlier(int index);
    // The preview was made with other answers than the form has now.
    bool is_stale() const { return form != previewed_; }
    // 0..1, of the reading.
    double progress() const;

    void reset(const std::string& path);
    void preview(Context& context) { begin(context, exchange::ImportMode::Preview); }
    void run(Context& context) { begin(context, exchange::ImportMode::Run); }
    // Stops the reading; what was chosen stays. A commit that has begun is not stopped.
    void stop();

private:
    struct Work;
    void begin(Context& context, exchange::ImportMode mode);
    static void read(Work& work, desk::Desk& desk, const std::string& path,
                     const exchange::ImportFormat* format, exchange::ImportOptions options,
                     const std::function<void()>& wake, std::uint64_t nonce);
    void take(Work& work);
    // Of the file and format that the form names now.
    bool is_looked_at() const;

    ImportStep step_ = ImportStep::Choose;
    ImportForm previewed_;
    std::string problem_;
    exchange::ImportReport report_;
    std::vector<std::string> left_out_;
    std::optional<exchange::FileLook> look_;
    std::optional<exchange::CsvMapping> used_;               // by the last preview
    std::shared_ptr<Work> work_;                             // under way, or the last one
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);  // an answer may come after the end
};

}  // namespace throughline::gui::workbench
