// A table of one kind of record: add, filter, sort, change, remove; by mouse and by keys. Arrows
// move, Enter changes, Delete removes.
#pragma once

#include "app/gui/records/list_model.h"
#include "app/gui/records/record_editor.h"
#include "app/gui/widgets/table.h"

#include <string>
#include <vector>

namespace throughline::gui::records {

struct RecordTableOptions {
    std::vector<std::pair<std::string, std::string>> where;  // only rows with these values
    model::TextMap preset;                                   // what an added one begins with
    model::TextMap fixed;                                    // and is not asked for
    float height = 0.0f;                                     // as TableOptions
    int most_rows = 0;                                       // as TableOptions
    bool chooses_first = false;  // while none is chosen: what is told of it is not empty
    std::string_view empty;      // what these records are for
};

class RecordTable {
public:
    // `fields` are the columns beside the key, by name; empty: the kind's first six.
    explicit RecordTable(std::string_view table, const std::vector<std::string_view>& fields = {});

    // What is asked for goes to `editor`, which the screen draws later.
    void draw(Context& context, RecordEditor& editor, const RecordTableOptions& options = {});

    std::int64_t selected() const { return selected_; }
    // Chosen and shown at the next draw.
    void select(std::int64_t id);
    const RecordList& list() const { return list_; }

private:
    void draw_tools(Context& context, RecordEditor& editor, const RecordTableOptions& options);
    void draw_cell(std::size_t row, int column, Day today) const;

    RecordList list_;
    ListQuestion question_;
    TableSort sort_;
    std::int64_t selected_ = 0;
    bool reveal_ = false;
};

}  // namespace throughline::gui::records
