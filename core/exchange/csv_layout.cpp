#include "core/exchange/csv_layout.h"

#include "core/base/text.h"

#include <algorithm>

namespace throughline::exchange {

Result<CsvLayout> CsvLayout::make(const CsvTable& table, CsvMapping& mapping, const Zone& team,
                                  ImportReport& report) {
    CsvLayout layout(table, team);
    layout.find_columns(mapping);
    TL_CHECK(layout.find_formats(mapping, report));
    TL_CHECK(layout.find_zone(mapping, report));
    return layout;
}

void CsvLayout::find_columns(const CsvMapping& mapping) {
    const auto& columns = table_->columns();
    is_date_.assign(columns.size(), false);
    values_.resize(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto field = mapping.columns.find(columns[i].name);
        if (field != mapping.columns.end() && field->second != CsvField::None) {
            columns_[static_cast<std::size_t>(field->second)].push_back(i);
            is_date_[i] = is_date(field->second);
        }
        const auto values = mapping.values.find(columns[i].name);
        if (values != mapping.values.end()) {
            for (const auto& [value, meaning] : values->second) {
                values_[i][fold(trim(value))] = meaning;
            }
        }
    }
    for (const CsvStage& stage : mapping.stages) {
        stages_.push_back(table_->column_named(stage.column));
        is_date_[stages_.back()] = true;
    }
}

Status CsvLayout::find_formats(CsvMapping& mapping, ImportReport& report) {
    std::vector<DateQuestion> questions;
    for (std::size_t i = 0; i < table_->columns().size(); ++i) {
        const CsvColumn& column = table_->columns()[i];
        DateQuestion question{column.name, &column.dates, {}, is_date_column(i)};
        for (const std::string& key : {column.name, std::string()}) {
            const auto told = mapping.date_formats.find(key);
            if (!question.told && told != mapping.date_formats.end()) {
                question.told = parse_date_format(told->second);
            }
        }
        questions.push_back(std::move(question));
    }
    TL_TRY(DateAnswers answers, decide_formats(questions));
    formats_ = std::move(answers.formats);
    for (std::string& note : answers.notes) {
        report.notes.push_back(std::move(note));
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const bool has_dates = questions[i].told || questions[i].column->first();
        if (is_date_column(i) && has_dates && formats_[i].is_known) {
            mapping.date_formats[questions[i].name] = format(i);
        }
    }
    return Done{};
}

Status CsvLayout::find_zone(CsvMapping& mapping, ImportReport& report) {
    zone_ = *team_;
    if (!mapping.zone.empty()) {
        auto zone = Zone::load(mapping.zone);
        if (!zone) {
            return Error{ErrorCode::Invalid, zone.error().message, "mapping, zone"};
        }
        zone_ = std::move(zone).value();
    }
    for (std::size_t i = 0; i < table_->columns().size(); ++i) {
        const bool is_serial = formats_[i].order == DateOrder::ExcelSerial;
        if (is_date_column(i) &&
            (is_serial || table_->columns()[i].dates.has_times_without_zone())) {
            report.notes.push_back("Times without a zone are in " + zone_.name() +
                                   (mapping.zone.empty() ? ", the board's zone." : "."));
            mapping.zone = zone_.name();
            break;
        }
    }
    return Done{};
}

std::string CsvLayout::value(const Fields& row, std::size_t column) const {
    if (column >= row.size()) {
        return {};
    }
    const std::string_view text = trim(row[column]);
    const model::TextMap& meanings = values_[column];
    if (!meanings.empty()) {
        const auto found = meanings.find(fold(text));
        if (found != meanings.end()) {
            return found->second;
        }
    }
    return std::string(text);
}

std::string CsvLayout::value(const Fields& row, CsvField field) const {
    return has(field) ? value(row, columns(field).front()) : std::string();
}

std::optional<Moment> CsvLayout::moment(std::string_view text, std::size_t column) const {
    const DateFormat& format = formats_[column];
    return read_moment(text, format.order, format.midnight_is_day, zone_, *team_);
}

std::string CsvLayout::format(std::size_t column) const {
    const auto& first = table_->columns()[column].dates.first();
    if (formats_[column].order == DateOrder::ExcelSerial || !first) {
        return formats_[column].order == DateOrder::ExcelSerial    ? "excel"
               : formats_[column].order == DateOrder::DayMonthYear ? "dd/mm/yyyy"
               : formats_[column].order == DateOrder::MonthDayYear ? "mm/dd/yyyy"
                                                                   : "yyyy-mm-dd";
    }
    return format_text(first->date, formats_[column].order);
}

}  // namespace throughline::exchange
