// The stored types without their C++ types: what stores, journal and exports work with. Made from
// the field lists; nothing here knows any type by name.
#pragma once

#include "core/model/workspace.h"

#include <functional>

namespace throughline::model {

// The values of one row, one by one, where a store has them.
class RowReader {
public:
    virtual ~RowReader() = default;
    // Of the field with this index; valid until the next call.
    virtual ValueView value(std::size_t field) = 0;
};

// A stored type at run time.
struct Table {
    std::string_view name;
    std::span<const FieldInfo> fields;  // fields[0] is always the id
    // What keys of its rows begin with, "O" for O-3; "" when its rows have no number of their own,
    // or one that the board names (cards).
    std::string_view letters;
    std::size_t (*count)(const Workspace&);
    // Null row when there is no such row.
    std::optional<Row> (*row)(const Workspace&, std::int64_t id);
    // The id of the row with this number; 0 when there is none or rows have no numbers.
    std::int64_t (*by_number)(const Workspace&, std::int64_t number);
    // Every row, in ascending order of id.
    void (*each)(const Workspace&, const std::function<void(Row)>& use);
    // Adds or replaces; the name of the field that has a wrong value, or "".
    std::string_view (*put)(Workspace&, const Row&);
    // As put, with the values taken from a reader: the fast way in for a store.
    std::string_view (*read)(Workspace&, RowReader& reader);
    void (*remove)(Workspace&, std::int64_t id);

    // What a row holds of fields it was not given: null where that is allowed, else the type's
    // initial value. So an entry written before a field was added can still be applied.
    Row (*blank)();

    std::optional<std::size_t> field_index(std::string_view field) const;
};

// In the order of StoredTypes.
std::span<const Table> tables();
const Table* table_by_name(std::string_view name);

// "KR-3" -> the id of that row, in any letter case; 0 when there is none.
std::int64_t id_by_key(const Workspace& workspace, const Table& table, std::string_view key);
template <class T>
const Table& table_of() {
    return *table_by_name(Fields<T>::kName);
}

}  // namespace throughline::model
