#include "core/model/tables.h"

#include <algorithm>

namespace throughline::model {
namespace {

template <class T>
Table make_table() {
    using Id = decltype(T::id);
    static_assert(Target<Id>::kTable == Fields<T>::kName, "ids.h names another table");
    Table table;
    table.letters = kKeyLetters<T>;
    table.name = Fields<T>::kName;
    table.fields = field_infos<T>();
    table.count = [](const Workspace& ws) { return ws.rows<T>().size(); };
    table.row = [](const Workspace& ws, std::int64_t id) -> std::optional<Row> {
        const T* found = ws.rows<T>().find(Id{id});
        return found == nullptr ? std::nullopt : std::optional(to_row(*found));
    };
    table.each = [](const Workspace& ws, const std::function<void(Row)>& use) {
        std::vector<const T*> sorted;
        sorted.reserve(ws.rows<T>().size());
        for (const T& row : ws.rows<T>()) {
            sorted.push_back(&row);
        }
        std::sort(sorted.begin(), sorted.end(),
                  [](const T* a, const T* b) { return a->id < b->id; });
        for (const T* row : sorted) {
            use(to_row(*row));
        }
    };
    table.by_number = [](const Workspace& ws, std::int64_t number) -> std::int64_t {
        if constexpr (requires(const T& row) { row.number; }) {
            for (const T& row : ws.rows<T>()) {
                if (row.number == number) {
                    return row.id.value;
                }
            }
        }
        return 0;
    };
    table.put = [](Workspace& ws, const Row& row) -> std::string_view {
        T object;
        if (row.size() != kFieldCount<T>) {
            return "id";
        }
        const auto wrong =
            read_fields(object, [&](std::size_t i) -> const Value& { return row[i]; });
        if (wrong.empty() && !object.id) {
            return "id";
        }
        if (wrong.empty()) {
            ws.put(std::move(object));
        }
        return wrong;
    };
    table.read = [](Workspace& ws, RowReader& reader) -> std::string_view {
        T object;
        const auto wrong = read_fields(object, [&](std::size_t i) { return reader.value(i); });
        if (wrong.empty() && !object.id) {
            return "id";
        }
        if (wrong.empty()) {
            ws.put(std::move(object));
        }
        return wrong;
    };
    table.remove = [](Workspace& ws, std::int64_t id) { ws.remove(Id{id}); };
    table.blank = [] {
        Row row = to_row(T{});
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (field_infos<T>()[i].nullable) {
                row[i] = Value{};
            }
        }
        return row;
    };
    return table;
}

}  // namespace

std::optional<std::size_t> Table::field_index(std::string_view field) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const FieldInfo& one) { return one.name == field; });
    return found == fields.end() ? std::nullopt
                                 : std::optional(static_cast<std::size_t>(found - fields.begin()));
}

std::span<const Table> tables() {
    static const auto kTables = [] {
        std::vector<Table> all;
        for_each_stored_type([&all]<class T>() { all.push_back(make_table<T>()); });
        return all;
    }();
    return std::span<const Table>(kTables);
}

const Table* table_by_name(std::string_view name) {
    const auto all = tables();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Table& table) { return table.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::int64_t id_by_key(const Workspace& workspace, const Table& table, std::string_view key) {
    const auto number = table.letters.empty() ? std::nullopt : number_of_key(key, table.letters);
    return number ? table.by_number(workspace, *number) : 0;
}

}  // namespace throughline::model
