#include "core/exchange/csv_survey.h"

#include "core/base/text.h"
#include "core/exchange/column_names.h"

#include <algorithm>
#include <unordered_set>

namespace throughline::exchange {
namespace {

enum class Kind { Waiting, Working, Finished };

Kind kind_of(const CsvStatus& status) {
    if (status.category == "done" || status.category == "to do" ||
        status.category == "in progress") {
        return status.category == "done"    ? Kind::Finished
               : status.category == "to do" ? Kind::Waiting
                                            : Kind::Working;
    }
    if (sounds_finished(status.name) || status.finished == status.rows) {
        return Kind::Finished;
    }
    return sounds_waiting(status.name) ? Kind::Waiting : Kind::Working;
}

// Stages end in the finished one; a single one before it is where work begins.
void hint_stages(std::vector<SourceColumn>& stages) {
    std::vector<SourceColumn*> open;
    for (SourceColumn& stage : stages) {
        stage.hint = sounds_finished(stage.name) ? ColumnHint::Done : ColumnHint::None;
        if (stage.hint == ColumnHint::None) {
            open.push_back(&stage);
        }
    }
    if (open.size() == stages.size() && stages.size() > 1) {
        stages.back().hint = ColumnHint::Done;
        open.pop_back();
    }
    if (open.size() == 1 && stages.size() > 1) {
        open.front()->hint = ColumnHint::Start;
    }
}

// In the mapping's order, then by kind; as they first appear in the file.
std::vector<const CsvStatus*> sorted(const CsvSurvey& survey, const CsvMapping& mapping) {
    const auto rank = [&](const CsvStatus* status) {
        const auto found = std::find_if(
            mapping.order.begin(), mapping.order.end(),
            [&](const std::string& name) { return fold(trim(name)) == fold(status->name); });
        return std::pair(found - mapping.order.begin(), kind_of(*status));
    };
    std::vector<const CsvStatus*> statuses;
    for (const CsvStatus& status : survey.statuses) {
        statuses.push_back(&status);
    }
    std::stable_sort(statuses.begin(), statuses.end(),
                     [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    return statuses;
}

// The leftmost column, when options stand there; else a new one.
std::string where_cards_begin(const model::Workspace& workspace) {
    const auto columns = workspace.columns();
    const model::Board& board = *workspace.board();
    if (columns.empty() || columns.front() == board.commitment ||
        columns.front() == board.delivery) {
        return "To do";
    }
    return workspace.find(columns.front())->name;
}

SourceColumn place(std::string name, ColumnHint hint) {
    SourceColumn column;
    column.name = std::move(name);
    column.has_cards = true;
    column.hint = hint;
    return column;
}

}  // namespace

Result<CsvSurvey> survey(const CsvTable& table, const CsvLayout& layout,
                         const ImportOptions& options) {
    CsvSurvey found;
    if (!layout.has(CsvField::Column) && !layout.has(CsvField::Dri)) {
        return found;
    }
    std::unordered_map<std::string, std::size_t> numbers;
    std::unordered_set<std::string> dris;
    const auto take = [&](const CsvLayout::Fields& row, std::size_t) {
        const std::string name = layout.value(row, CsvField::Column);
        if (!name.empty()) {
            const auto [at, is_new] = numbers.try_emplace(fold(name), found.statuses.size());
            if (is_new) {
                found.statuses.push_back({name, fold(layout.value(row, CsvField::Category))});
            }
            CsvStatus& status = found.statuses[at->second];
            ++status.rows;
            status.finished += layout.value(row, CsvField::Finished).empty() ? 0U : 1U;
        }
        std::string dri = layout.value(row, CsvField::Dri);
        for (const auto& [id_field, who] :
             {std::pair(CsvField::DriId, CsvField::Dri), {CsvField::AuthorId, CsvField::Author}}) {
            std::string id = layout.value(row, id_field);
            if (!id.empty()) {
                found.names.try_emplace(std::move(id), layout.value(row, who));
            }
        }
        if (!dri.empty() && dris.insert(dri).second) {
            found.dris.push_back(std::move(dri));
        }
    };
    TL_CHECK(table.for_each_row(options, 1, take));
    return found;
}

CsvPlaces places_of(const CsvSurvey& survey, const CsvMapping& mapping,
                    const model::Workspace& workspace, ImportReport& report) {
    CsvPlaces places;
    for (const CsvStage& stage : mapping.stages) {
        places.by_status.try_emplace(fold(trim(stage.name)), places.columns.size());
        places.columns.push_back(place(stage.name, ColumnHint::None));
    }
    hint_stages(places.columns);
    const std::vector<const CsvStatus*> statuses = sorted(survey, mapping);
    const bool waits = !mapping.stages.empty() || !mapping.order.empty() ||
                       std::any_of(statuses.begin(), statuses.end(), [](const auto* status) {
                           return kind_of(*status) == Kind::Waiting;
                       });
    if (!waits) {
        const std::string beginning = where_cards_begin(workspace);
        places.by_status.try_emplace(fold(beginning), 0);
        places.columns.push_back(place(beginning, ColumnHint::None));
        report.notes.push_back("No column of the file holds work that waits: cards begin in '" +
                               beginning + "'.");
    }
    bool begun = !mapping.stages.empty();
    for (const CsvStatus* status : statuses) {
        if (!places.by_status.try_emplace(fold(status->name), places.columns.size()).second) {
            continue;
        }
        const Kind kind = kind_of(*status);
        const bool starts = kind == Kind::Working && !begun;
        begun = begun || starts;
        places.columns.push_back(place(status->name, kind == Kind::Finished ? ColumnHint::Done
                                                     : starts               ? ColumnHint::Start
                                                                            : ColumnHint::None));
    }
    return places;
}

}  // namespace throughline::exchange
