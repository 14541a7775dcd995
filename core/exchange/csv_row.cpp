#include "core/exchange/csv_row.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace throughline::exchange {
namespace {

// "High, urgent;email" in its parts.
std::vector<std::string> parts_of(std::string text) {
    std::replace(text.begin(), text.end(), ';', ',');
    std::vector<std::string> parts;
    for (const std::string& part : split(text, ',')) {
        if (!trim(part).empty()) {
            parts.emplace_back(trim(part));
        }
    }
    return parts;
}

}  // namespace

Result<CsvRow, std::string> CsvRowReader::read(const CsvLayout::Fields& fields,
                                               std::string id) const {
    CsvRow row;
    row.id = std::move(id);
    if (auto why = read_way(fields, row)) {
        return std::move(*why);
    }
    read_texts(fields, row);
    read_class(fields, row);
    read_due(fields, row);
    read_labels(fields, row);
    read_score(fields, row);
    read_comments(fields, row);
    return row;
}

// --- dates and the way over the board -----------------------------------------------------------

Result<std::optional<CsvStep>, std::string> CsvRowReader::date(const CsvLayout::Fields& fields,
                                                               std::size_t column,
                                                               std::size_t place) const {
    using Date = std::optional<CsvStep>;
    const std::string text = layout_.value(fields, column);
    if (text.empty()) {
        return Date();
    }
    const auto moment = layout_.moment(text, column);
    const std::string named = "'" + text + "' in '" + layout_.header(column) + "' ";
    if (!moment) {
        return named + "is no date as " + layout_.format(column);
    }
    if (!is_sane(moment->at, now_)) {
        return named + (moment->at > now_ ? "lies in the future" : "lies before 1970");
    }
    return Date(CsvStep{place, *moment, layout_.header(column)});
}

Result<std::optional<CsvStep>, std::string> CsvRowReader::date(const CsvLayout::Fields& fields,
                                                               CsvField field) const {
    if (!layout_.has(field)) {
        return std::optional<CsvStep>();
    }
    return date(fields, layout_.columns(field).front(), 0);
}

CsvRowReader::Why CsvRowReader::read_way(const CsvLayout::Fields& fields, CsvRow& row) const {
    std::vector<CsvStep> stages;
    for (std::size_t i = 0; i < layout_.stages().size(); ++i) {
        auto step = date(fields, layout_.stages()[i], i);
        if (!step) {
            return std::move(step).error();
        }
        if (*step) {
            stages.push_back(**step);
        }
    }
    auto created = date(fields, CsvField::Created);
    if (!created) {
        return std::move(created).error();
    }
    if (*created) {
        row.created = (*created)->moment;
    }
    auto way = way_of(fields, std::move(stages), *created);
    if (!way) {
        return std::move(way).error();
    }
    row.way = std::move(way).value();
    return std::nullopt;
}

Result<CsvWay, std::string> CsvRowReader::way_of(const CsvLayout::Fields& fields,
                                                 std::vector<CsvStep> stages,
                                                 const std::optional<CsvStep>& created) const {
    CsvStanding standing;
    standing.created = created;
    for (const auto& [field, date_there] : {std::pair(CsvField::Finished, &standing.finished),
                                            {CsvField::Entered, &standing.entered},
                                            {CsvField::Changed, &standing.changed}}) {
        auto step = date(fields, field);
        if (!step) {
            return std::move(step).error();
        }
        *date_there = *step;
    }
    const bool tells_dates = !layout_.stages().empty() || layout_.has(CsvField::Created) ||
                             layout_.has(CsvField::Finished) || layout_.has(CsvField::Entered) ||
                             layout_.has(CsvField::Changed);
    const auto place = places_.by_status.find(fold(layout_.value(fields, CsvField::Column)));
    if (place != places_.by_status.end() && layout_.has(CsvField::Column)) {
        standing.present = place->second;
    } else if (!layout_.stages().empty()) {
        return way_of_stages(std::move(stages), created, is_done_);
    }
    if (!tells_dates) {
        standing.entered = CsvStep{0, Moment{now_, today_, false}, "now"};
    }
    return way_of_standing(standing, std::move(stages), is_done_);
}

// --- fields -------------------------------------------------------------------------------------

void CsvRowReader::read_texts(const CsvLayout::Fields& fields, CsvRow& row) const {
    row.card.title = layout_.value(fields, CsvField::Title);
    if (row.card.title.empty()) {
        row.card.title = row.id;
    }
    row.card.description = layout_.value(fields, CsvField::Description);
    row.card.type = layout_.value(fields, CsvField::Type);
    row.dri = layout_.value(fields, CsvField::Dri);
    row.author = layout_.value(fields, CsvField::Author);
    for (const std::size_t column : layout_.columns(CsvField::Link)) {
        if (std::string link = layout_.value(fields, column); !link.empty()) {
            row.links.push_back(std::move(link));
        }
    }
}

void CsvRowReader::read_class(const CsvLayout::Fields& fields, CsvRow& row) const {
    const std::string text = layout_.value(fields, CsvField::Class);
    if (text.empty()) {
        return;
    }
    if (const auto known = model::from_name<model::ServiceClass>(slug(text))) {
        row.card.service_class = *known;
        return;
    }
    row.oddities.push_back({layout_.header(layout_.columns(CsvField::Class).front()), text,
                            "it is no class of service; say in the mapping's \"values\" which of "
                            "standard, fixed-date, expedite, intangible it is"});
}

void CsvRowReader::read_due(const CsvLayout::Fields& fields, CsvRow& row) const {
    if (!layout_.has(CsvField::Due)) {
        return;
    }
    const std::size_t column = layout_.columns(CsvField::Due).front();
    const std::string text = layout_.value(fields, column);
    const auto moment = layout_.moment(text, column);
    if (moment && is_sane(moment->at, now_ + days(365 * 50))) {
        row.card.due = moment->day;
    } else if (!text.empty()) {
        row.oddities.push_back({layout_.header(column), text, "it is no date that can be"});
    }
}

void CsvRowReader::read_labels(const CsvLayout::Fields& fields, CsvRow& row) const {
    model::TextList& labels = row.card.labels;
    for (const std::size_t column : layout_.columns(CsvField::Labels)) {
        for (std::string& label : parts_of(layout_.value(fields, column))) {
            labels.push_back(std::move(label));
        }
    }
    for (const std::size_t column : layout_.columns(CsvField::Label)) {
        if (const std::string value = layout_.value(fields, column); !value.empty()) {
            labels.push_back(layout_.header(column) + ": " + value);
        }
    }
    std::sort(labels.begin(), labels.end());
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
}

void CsvRowReader::read_score(const CsvLayout::Fields& fields, CsvRow& row) const {
    constexpr std::array kScale{1, 2, 3, 5, 8, 13};
    for (const auto& [field, member] : {std::pair(CsvField::Value, &row.card.value),
                                        {CsvField::Urgency, &row.card.urgency},
                                        {CsvField::Enablement, &row.card.enablement},
                                        {CsvField::Size, &row.card.size}}) {
        const std::string text = layout_.value(fields, field);
        if (text.empty()) {
            continue;
        }
        const auto number = parse_number(text);
        const auto step = std::find_if(kScale.begin(), kScale.end(),
                                       [&](int one) { return number && *number == one; });
        if (step != kScale.end()) {
            *member = *step;
        } else {
            row.oddities.push_back({layout_.header(layout_.columns(field).front()), text,
                                    "it is not on the scale of 1, 2, 3, 5, 8, 13"});
        }
    }
}

// "12/Mar/24 3:04 PM;ben;text", as Jira writes comments; without a date of their own they are of
// the card's last known moment.
void CsvRowReader::read_comments(const CsvLayout::Fields& fields, CsvRow& row) const {
    std::map<std::string, int> same;  // two of one person in one minute
    for (const std::size_t column : layout_.columns(CsvField::Comment)) {
        const std::string text = layout_.value(fields, column);
        if (text.empty()) {
            continue;
        }
        CsvComment comment;
        comment.at = row.way.steps.back().moment.at;
        comment.text = text;
        const std::size_t first = text.find(';');
        const std::size_t second = first == std::string::npos ? first : text.find(';', first + 1);
        const std::size_t format_of =
            layout_.has(CsvField::Created) ? layout_.columns(CsvField::Created).front() : column;
        const auto at = second == std::string::npos
                            ? std::nullopt
                            : layout_.moment(std::string_view(text).substr(0, first), format_of);
        if (at && is_sane(at->at, now_)) {
            comment.at = at->at;
            comment.by = text.substr(first + 1, second - first - 1);
            comment.text = std::string(trim(std::string_view(text).substr(second + 1)));
            comment.id = text.substr(0, second);
        } else {
            comment.id = text.substr(0, 200);
        }
        const int count = ++same[comment.id];
        comment.id += count == 1 ? "" : ";" + std::to_string(count);
        row.comments.push_back(std::move(comment));
    }
}

}  // namespace throughline::exchange
