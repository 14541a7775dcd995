#include "core/model/tables.h"

#include "tests/conformance/random_rows.h"

#include <doctest/doctest.h>

#include <set>

using namespace throughline;
using namespace throughline::model;

namespace {

class RowAsReader final : public RowReader {
public:
    explicit RowAsReader(const Row& row) : row_(row) {}
    ValueView value(std::size_t field) override { return row_[field]; }

private:
    const Row& row_;
};

}  // namespace

TEST_CASE("every stored type comes back from its row, extreme values too") {
    test::Dice dice(1);
    for_each_stored_type([&]<class T>() {
        CAPTURE(std::string(Fields<T>::kName));
        for (std::int64_t id = 1; id <= 200; ++id) {
            const T object = test::random_object<T>(dice, id);
            const Row row = to_row(object);
            T again;
            REQUIRE(read_fields(again, [&](std::size_t i) -> const Value& { return row[i]; }) ==
                    "");
            REQUIRE(again == object);
            Workspace workspace;
            RowAsReader reader(row);
            REQUIRE(table_of<T>().read(workspace, reader) == "");
            REQUIRE(table_of<T>().row(workspace, id) == row);
        }
    });
}

TEST_CASE("a value of the wrong kind is refused by every field and named") {
    for (const Table& table : tables()) {
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            CAPTURE(std::string(table.name));
            CAPTURE(std::string(table.fields[i].name));
            Row row = table.blank();
            row[0] = std::int64_t{1};
            const bool is_text = table.fields[i].kind == FieldKind::Text;
            row[i] = is_text ? Value(1.5) : Value(std::string("{no such value"));
            Workspace workspace;
            CHECK(table.put(workspace, row) == table.fields[i].name);
            CHECK(table.count(workspace) == 0);
            CHECK_FALSE(table.fields[i].fits(row[i]));
            CHECK(table.fields[i].fits(Value{}) == table.fields[i].nullable);
        }
    }
}

TEST_CASE("a blank row fits once it has an id") {
    for (const Table& table : tables()) {
        CAPTURE(std::string(table.name));
        Row row = table.blank();
        Workspace workspace;
        CHECK(table.put(workspace, row) == "id");
        row[0] = std::int64_t{9};
        CHECK(table.put(workspace, row) == "");
        CHECK(*table.row(workspace, 9) == row);
    }
}

TEST_CASE("a row that is too short is refused") {
    Workspace workspace;
    CHECK(table_of<Term>().put(workspace, {}) == "id");
    CHECK(table_of<Term>().put(workspace, {std::int64_t{1}}) == "id");
}

TEST_CASE("names of tables and fields are plain and each is there once") {
    std::set<std::string_view> names;
    // Needs no quotes in SQL, in any letter case.
    const auto plain = [](std::string_view name) {
        constexpr std::string_view kFirst = "abcdefghijklmnopqrstuvwxyz";
        return !name.empty() && kFirst.find(name.front()) != std::string_view::npos &&
               name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                   std::string_view::npos;
    };
    for (const Table& table : tables()) {
        CHECK(plain(table.name));
        CHECK(names.insert(table.name).second);
        CHECK(table.fields[0].name == "id");
        std::set<std::string_view> fields;
        for (const FieldInfo& field : table.fields) {
            CHECK(plain(field.name));
            CHECK(fields.insert(field.name).second);
        }
        CHECK(table_by_name(table.name) == &table);
    }
    CHECK(table_by_name("no_such_table") == nullptr);
}

TEST_CASE("rows are visited in ascending order of id, whatever the order of coming") {
    Workspace workspace;
    for (const std::int64_t id : {5, 1, 9, 3}) {
        Term term;
        term.id = {id};
        workspace.put(term);
    }
    std::vector<std::int64_t> ids;
    table_of<Term>().each(workspace,
                          [&](const Row& row) { ids.push_back(std::get<std::int64_t>(row[0])); });
    CHECK(ids == std::vector<std::int64_t>{1, 3, 5, 9});
}
