// The steps of an import as the dialog shows them: a file, its columns and points, a report of what
// would come in, the import. All reading happens on the desk's worker. No drawing.
#pragma once

#include "app/gui/context/context.h"
#include "core/exchange/import.h"

#include <memory>
#include <string>
#include <vector>

namespace throughline::gui::workbench {

enum class ImportStep { Choose, Reading, Preview, Running, Done };

struct ImportForm {
    std::string path;
    int format = -1;  // index into exchange::import_formats(); -1: by the file
    std::string start;
    std::string done;  // names, separated by commas
};

// A line of the report: "Cards", "62 new, 3 changed".
struct ImportLine {
    std::string what;
    std::string counts;

    friend bool operator==(const ImportLine&, const ImportLine&) = default;
};
std::vector<ImportLine> lines_of(const exchange::ImportReport& report);

// The format that fits a file by its name and first bytes; -1 when none does.
int guess_format(const std::string& path, std::string_view begin);

class ImportModel {
public:
    ImportForm form;

    ImportStep step() const { return step_; }
    const std::string& problem() const { return problem_; }
    const exchange::ImportReport& report() const { return report_; }
    const std::vector<std::string>& left_out() const { return left_out_; }
    // The preview was made with other answers than the form has now.
    bool is_stale() const;

    void reset(const std::string& path);
    void preview(Context& context) { begin(context, exchange::ImportMode::Preview); }
    void run(Context& context) { begin(context, exchange::ImportMode::Run); }

private:
    struct Answer;
    void begin(Context& context, exchange::ImportMode mode);
    void take(const Answer& answer);

    ImportStep step_ = ImportStep::Choose;
    ImportForm previewed_;
    std::string problem_;
    exchange::ImportReport report_;
    std::vector<std::string> left_out_;
    std::shared_ptr<int> alive_ =
        std::make_shared<int>(0);  // answers that come after reset() are dropped
};

}  // namespace throughline::gui::workbench
