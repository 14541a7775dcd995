#include "core/exchange/kpi_csv.h"

#include "core/base/period.h"
#include "core/base/text.h"
#include "core/exchange/csv_table.h"
#include "core/exchange/import_run.h"
#include "core/model/keys.h"
#include "core/rules/measuring.h"

#include <algorithm>
#include <array>
#include <map>

namespace throughline::exchange {
namespace {

using model::KeyResult;
using model::KeyResultId;
using model::Kpi;
using model::KpiId;
using model::Measurement;

constexpr std::size_t kNoColumn = std::string::npos;
constexpr const char* kMeasurements = "measurements";

struct KpiColumns {
    std::size_t subject = kNoColumn;
    std::size_t day = kNoColumn;
    std::size_t value = kNoColumn;
    std::size_t unit = kNoColumn;  // kNoColumn: the file names none
    std::size_t note = kNoColumn;
};

std::size_t column_of(const CsvTable& table, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (const std::size_t found = table.column_named(name); found != kNoColumn) {
            return found;
        }
    }
    return kNoColumn;
}

Result<KpiColumns> columns_of(const CsvTable& table) {
    const KpiColumns columns{
        .subject = column_of(table, {"kpi", "key", "metric", "measure", "indicator"}),
        .day = column_of(table, {"date", "day", "as of", "period", "month"}),
        .value = column_of(table, {"value", "actual"}),
        .unit = column_of(table, {"unit"}),
        .note = column_of(table, {"note", "comment"})};
    const auto missing = [&](std::string_view name, std::string_view holds) {
        return Error{ErrorCode::Invalid,
                     "there is no column '" + std::string(name) + "' (" + std::string(holds) +
                         "); the columns are " + join(table.names(), ", "),
                     "line 1"};
    };
    if (columns.subject == kNoColumn) return missing("KPI", "the key or the name of a KPI");
    if (columns.day == kNoColumn) return missing("Date", "the last day of the period");
    if (columns.value == kNoColumn) return missing("Value", "a number");
    return columns;
}

// What a row measures: exactly one of the two.
struct Subject {
    const Kpi* kpi = nullptr;
    const KeyResult* result = nullptr;
    const std::string& unit() const { return kpi != nullptr ? kpi->unit : result->unit; }
};

class KpiReader {
public:
    KpiReader(const CsvTable& table, KpiColumns columns, DateFormat format, ImportInput& input,
              ImportReport report)
        : table_(table),
          columns_(columns),
          format_(format),
          ws_(input.workspace),
          input_(input),
          report_(std::move(report)),
          changes_(ws_) {
        for (const Measurement& one : ws_.rows<Measurement>()) {
            const Measurement*& latest = known_[{one.kpi.value, one.key_result.value, one.day}];
            if (latest == nullptr ||
                std::pair(latest->known_at, latest->id) < std::pair(one.known_at, one.id)) {
                latest = &one;
            }
        }
    }

    Result<ImportPlan> plan() {
        TL_CHECK(table_.for_each_row(
            input_.options, 1,
            [this](const auto& fields, std::size_t line) { take(fields, line); }));
        if (changes_.empty() && report_.unchanged.empty() && !report_.left_out.empty()) {
            const auto& first = report_.left_out.front();
            return Error{ErrorCode::Invalid,
                         "no row can be taken. The first: " + first.what + ": " + first.why,
                         first.where};
        }
        return finish_plan(std::move(report_), changes_, input_);
    }

private:
    struct Place {
        std::int64_t kpi = 0;
        std::int64_t result = 0;
        Day day;
        friend auto operator<=>(const Place&, const Place&) = default;
    };

    template <class Fields>
    std::string field(const Fields& fields, std::size_t column) const {
        return column < fields.size() ? std::string(trim(fields[column])) : std::string();
    }

    void leave_out(const std::string& what, std::size_t line, std::string why) {
        report_.left_out.push_back({what.empty() ? "row" : "value of \"" + what + "\"",
                                    "line " + std::to_string(line), std::move(why)});
    }

    Subject find(const std::string& name) const {
        Subject found;
        found.kpi = ws_.find(KpiId{model::id_by_key(ws_, model::table_of<Kpi>(), name)});
        found.result =
            ws_.find(KeyResultId{model::id_by_key(ws_, model::table_of<KeyResult>(), name)});
        const std::string folded = fold(name);
        for (const Kpi& kpi : ws_.rows<Kpi>()) {
            if (found.kpi == nullptr && found.result == nullptr && fold(kpi.name) == folded) {
                found.kpi = &kpi;
            }
        }
        return found;
    }

    // A day, or a month or quarter for its last day.
    std::optional<Day> day_of_text(const std::string& text) const {
        if (is_month(text) || is_quarter(text)) {
            return parse_period(text)->last;
        }
        const Zone& zone = input_.options.zone;
        const auto moment = read_moment(text, format_.order, format_.midnight_is_day, zone, zone);
        return moment ? std::optional(moment->day) : std::nullopt;
    }

    // "1,234" is a thousand here and a fraction there; "1.234" too where the fields are parted by
    // semicolons, as in files of countries that write a fraction with a comma.
    bool is_unclear(std::string_view number) const {
        const std::size_t mark = number.find_first_of(",.");
        if (mark == std::string_view::npos || mark != number.find_last_of(",.")) {
            return false;
        }
        const bool may_part = number[mark] == ',' || table_.separator() == ';';
        const std::string_view behind = number.substr(mark + 1);
        const std::size_t digits = std::min(behind.find_first_not_of("0123456789"), behind.size());
        return may_part && digits == 3 && !number.starts_with('0') && !number.starts_with("-0");
    }

    static std::optional<double> number_of(std::string text, const std::string& unit) {
        if (!unit.empty() && text.size() > unit.size() && text.ends_with(unit)) {
            text = trim(text.substr(0, text.size() - unit.size()));
        }
        const std::size_t comma = text.rfind(',');
        const std::size_t point = text.rfind('.');
        if (comma != std::string::npos && point != std::string::npos) {
            std::erase(text, comma < point ? ',' : '.');  // 1,234.5 and 1.234,5
        }
        return parse_number(text);
    }

    // Why the row is not taken; "" and the row's place and value when it is.
    template <class Fields>
    std::string read(const Fields& fields, Measurement& row) const {
        const std::string name = field(fields, columns_.subject);
        const Subject subject = find(name);
        if (subject.kpi == nullptr && subject.result == nullptr) {
            return "there is no such KPI; give the key or the name of one, or add it first";
        }
        const std::string unit = field(fields, columns_.unit);
        if (!unit.empty() && fold(unit) != fold(subject.unit())) {
            return "its unit is " + unit + ", here it is " +
                   (subject.unit().empty() ? "none" : subject.unit()) +
                   "; convert the values, or change the unit of the KPI";
        }
        const std::string day = field(fields, columns_.day);
        const auto read_day = day_of_text(day);
        if (!read_day) {
            return day.empty()
                       ? "it has no date"
                       : "'" + day +
                             "' is no date of this file's form; write it as its other dates";
        }
        if (*read_day > input_.options.zone.day(input_.now)) {
            return to_text(*read_day) +
                   " is in the future; measure what has happened, what is wanted is a target";
        }
        const std::string value = field(fields, columns_.value);
        if (is_unclear(value)) {
            return "'" + value +
                   "' may be a thousand or a fraction; write it without the mark, or with more "
                   "digits";
        }
        const auto number = number_of(value, subject.unit());
        if (!number) {
            return value.empty()
                       ? "it has no value"
                       : "'" + value + "' is no number; write the number alone, such as 1234.5";
        }
        const rules::Verdict may =
            subject.kpi != nullptr
                ? rules::may_measure(*subject.kpi)
                : rules::may_measure(*subject.result, ws_.find(subject.result->kpi), *number);
        if (!may) {
            return may.error().reason + " " + may.error().remedy;
        }
        row.kpi = subject.kpi != nullptr ? subject.kpi->id : KpiId{};
        row.key_result = subject.kpi != nullptr ? KeyResultId{} : subject.result->id;
        row.day = *read_day;
        row.value = *number;
        row.note = field(fields, columns_.note);
        return "";
    }

    template <class Fields>
    void take(const Fields& fields, std::size_t line) {
        Measurement row;
        if (std::string why = read(fields, row); !why.empty()) {
            return leave_out(field(fields, columns_.subject), line, std::move(why));
        }
        const Place place{row.kpi.value, row.key_result.value, row.day};
        const auto [first, is_new] = lines_.try_emplace(place, line);
        if (!is_new) {
            return leave_out(
                field(fields, columns_.subject), line,
                "its value for this day stands already in line " + std::to_string(first->second));
        }
        const auto here = known_.find(place);
        if (here != known_.end() && here->second->value == row.value) {
            ++report_.unchanged[kMeasurements];
            return;
        }
        row.id = input_.ids.next<model::MeasurementId>();
        row.source = kKpiCsv;
        // History is known from the end of its day on; what corrects a value, from now on.
        row.known_at = here != known_.end()
                           ? input_.now
                           : std::min(input_.now, input_.options.zone.start_of(row.day + 1));
        add(changes_, report_, row, here != known_.end() ? "corrections" : kMeasurements);
    }

    const CsvTable& table_;
    KpiColumns columns_;
    DateFormat format_;
    const model::Workspace& ws_;
    ImportInput& input_;
    ImportReport report_;
    ChangeSet changes_;
    std::map<Place, const Measurement*> known_;  // the value that counts now
    std::map<Place, std::size_t> lines_;
};

}  // namespace

Result<ImportPlan> read_kpi_csv(ImportInput input) {
    TL_TRY(ImportReport report, begin_report(input, kKpiCsv));
    TL_TRY(CsvMapping mapping, parse_mapping(input.options.mapping));
    TL_TRY(const CsvTable table, CsvTable::open(input.bytes, mapping.separator, input.options));
    TL_TRY(const KpiColumns columns, columns_of(table));
    const CsvColumn& days = table.columns()[columns.day];
    auto told = mapping.date_formats.find(days.name);
    if (told == mapping.date_formats.end()) {
        told = mapping.date_formats.find("");
    }
    const std::array questions{DateQuestion{
        days.name, &days.dates,
        told == mapping.date_formats.end() ? std::nullopt : parse_date_format(told->second), true}};
    TL_TRY(DateAnswers answers, decide_formats(questions));
    report.notes = std::move(answers.notes);
    mapping.separator = std::string(1, table.separator());
    report.mapping = to_json(mapping);
    return KpiReader(table, columns, answers.formats.front(), input, std::move(report)).plan();
}

}  // namespace throughline::exchange
