// One row of a table as a card: its fields and its way, or why it is left out.
#pragma once

#include "core/exchange/card_parts.h"
#include "core/exchange/csv_history.h"
#include "core/exchange/csv_survey.h"

namespace throughline::exchange {

// A field of a row that was not taken, though the row was.
struct CsvOddity {
    std::string header;
    std::string value;
    std::string why;

    auto operator<=>(const CsvOddity&) const = default;
};

struct CsvComment {
    std::string id;
    Instant at;
    std::string by;  // name or id there
    std::string text;
};

struct CsvRow {
    std::string id;
    std::string dri;
    std::string author;
    std::vector<std::string> links;
    std::vector<CsvComment> comments;
    std::optional<Moment> created;
    CsvWay way;  // places of CsvPlaces
    std::vector<CsvOddity> oddities;
    // Title, description, type, class, due day, labels, score.
    model::Card card;
};

class CsvRowReader {
public:
    // Everything must outlive the reader. `is_done` by place.
    CsvRowReader(const CsvLayout& layout, const CsvPlaces& places, std::vector<bool> is_done,
                 const Zone& team, Instant now)
        : layout_(layout),
          places_(places),
          is_done_(std::move(is_done)),
          now_(now),
          today_(team.day(now)) {}

    // The error is why the whole row is left out. `id` is not empty.
    Result<CsvRow, std::string> read(const CsvLayout::Fields& fields, std::string id) const;

private:
    using Why = std::optional<std::string>;

    Result<std::optional<CsvStep>, std::string> date(const CsvLayout::Fields& fields,
                                                     std::size_t column, std::size_t place) const;
    Result<std::optional<CsvStep>, std::string> date(const CsvLayout::Fields& fields,
                                                     CsvField field) const;
    Why read_way(const CsvLayout::Fields& fields, CsvRow& row) const;
    Result<CsvWay, std::string> way_of(const CsvLayout::Fields& fields, std::vector<CsvStep> stages,
                                       const std::optional<CsvStep>& created) const;
    void read_texts(const CsvLayout::Fields& fields, CsvRow& row) const;
    void read_class(const CsvLayout::Fields& fields, CsvRow& row) const;
    void read_due(const CsvLayout::Fields& fields, CsvRow& row) const;
    void read_labels(const CsvLayout::Fields& fields, CsvRow& row) const;
    void read_score(const CsvLayout::Fields& fields, CsvRow& row) const;
    void read_comments(const CsvLayout::Fields& fields, CsvRow& row) const;

    const CsvLayout& layout_;
    const CsvPlaces& places_;
    std::vector<bool> is_done_;
    Instant now_;
    Day today_;
};

}  // namespace throughline::exchange
