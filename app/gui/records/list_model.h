// The rows of one kind of record as a table shows them: chosen columns, narrowed by words, sorted.
// No drawing.
#pragma once

#include "core/rules/records.h"

#include <string>
#include <utility>
#include <vector>

namespace throughline::gui::records {

struct ListColumn {
    std::size_t field = 0;  // of the table; 0 is the key
    std::string label;
    bool is_number = false;
    bool is_short = false;  // needs little room
    bool is_day = false;    // its cells are ISO days, which sort as they are

    friend bool operator==(const ListColumn&, const ListColumn&) = default;
};

struct ListRow {
    std::int64_t id = 0;
    std::string key;                 // "RK-2", "#17"
    std::vector<std::string> cells;  // one a column
};

// What is asked of the list.
struct ListQuestion {
    std::vector<std::pair<std::string, std::string>> where;  // field, value as people write it
    std::string words;                                       // each must be in some cell
    int sort = -1;                                           // column; -1: latest first
    bool descending = false;

    friend bool operator==(const ListQuestion&, const ListQuestion&) = default;
};

class RecordList {
public:
    // `fields` are the columns beside the key, by name, in this order, also those that nobody
    // types; empty: the first six that are typed.
    RecordList(std::string_view table, const std::vector<std::string_view>& fields);

    const rules::RecordKind& kind() const { return *kind_; }
    // Its records have keys that people say, such as RK-2; else the key is only a name for tests.
    bool has_keys() const { return !table_->letters.empty(); }
    const std::vector<ListColumn>& columns() const { return columns_; }
    const std::vector<ListRow>& rows() const { return rows_; }
    std::size_t all() const { return all_; }  // before the words narrowed them
    int index_of(std::int64_t id) const;      // -1 when it is not shown

    // Made anew when the board or the question changed.
    void refresh(const model::Workspace& workspace, std::uint64_t revision,
                 const ListQuestion& question);

private:
    void read(const model::Workspace& workspace);
    void sort();

    const rules::RecordKind* kind_;
    const model::Table* table_;
    std::vector<ListColumn> columns_;
    std::vector<ListRow> rows_;
    std::size_t all_ = 0;
    std::uint64_t revision_ = ~std::uint64_t{0};
    ListQuestion question_;
};

}  // namespace throughline::gui::records
