#include "core/exchange/import_run.h"

#include "core/base/text.h"

#include <algorithm>

namespace throughline::exchange {
namespace {

bool is_named(std::string_view wanted, std::string_view name) {
    return fold(trim(wanted)) == fold(trim(name));
}

// A point that nobody has moved since: none, or the column of one of these names.
bool is_untouched(model::ColumnId point, const std::vector<std::string>& names,
                  const model::Workspace& workspace) {
    const model::Column* column = workspace.find(point);
    return column == nullptr || std::any_of(names.begin(), names.end(), [&](const auto& name) {
               return is_named(name, column->name) || is_named(name, column->handle);
           });
}

}  // namespace

Result<ImportReport> begin_report(const ImportInput& input, std::string_view format) {
    if (input.workspace.board() == nullptr) {
        return Error{ErrorCode::Invalid, "this file has no board yet; create one first", ""};
    }
    ImportReport report;
    report.format = format;
    report.source = input.options.file_name;
    return report;
}

std::optional<CsvMapping> remembered_mapping(const model::Workspace& workspace,
                                             std::string_view format, std::string_view source) {
    const model::ImportRun* last = nullptr;
    for (const model::ImportRun& run : workspace.rows<model::ImportRun>()) {
        if (run.format == format && run.source == source &&
            (last == nullptr || run.at >= last->at)) {
            last = &run;
        }
    }
    if (last == nullptr || last->mapping.empty()) {
        return std::nullopt;
    }
    auto mapping = parse_mapping(last->mapping);
    return mapping ? std::optional(std::move(mapping).value()) : std::nullopt;
}

ImportOptions with_remembered_points(ImportOptions options, const CsvMapping& remembered,
                                     const std::vector<SourceColumn>& lists,
                                     const model::Workspace& workspace, ImportReport& report) {
    const auto is_there = [&](const std::string& name) {
        return std::any_of(lists.begin(), lists.end(),
                           [&](const SourceColumn& list) { return is_named(name, list.name); }) ||
               std::any_of(workspace.columns().begin(), workspace.columns().end(), [&](auto id) {
                   const model::Column& column = *workspace.find(id);
                   return is_named(name, column.name) || is_named(name, column.handle);
               });
    };
    const model::Board* board = workspace.board();
    if (board == nullptr || !options.start.empty() || !options.done.empty()) {
        return options;
    }
    std::vector<std::string> words;
    if (!remembered.start.empty() && is_there(remembered.start) &&
        is_untouched(board->commitment, {remembered.start}, workspace)) {
        options.start = remembered.start;
        words.push_back("work begins in '" + options.start + "'");
    }
    if (is_untouched(board->delivery, remembered.done, workspace)) {
        for (const std::string& name : remembered.done) {
            if (is_there(name)) {
                options.done.push_back(name);
                words.push_back("is done in '" + name + "'");
            }
        }
    }
    if (!words.empty()) {
        report.notes.push_back("As at the last import of this source: " + join(words, ", ") + ".");
    }
    return options;
}

ImportPlan finish_plan(ImportReport report, ChangeSet& changes, ImportInput& input) {
    if (!changes.empty()) {
        model::ImportRun run;
        run.id = input.ids.next<model::ImportRunId>();
        run.format = report.format;
        run.source = report.source;
        run.at = input.now;
        run.mapping = report.mapping;
        changes.add(run);
    }
    ImportPlan plan;
    plan.command.format = report.format;
    plan.command.source = report.source;
    plan.command.summary = report.summary();
    plan.command.changes = changes.take();
    plan.report = std::move(report);
    return plan;
}

}  // namespace throughline::exchange
