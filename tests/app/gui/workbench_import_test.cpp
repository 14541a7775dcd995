#include "app/gui/workbench/import_mapping_model.h"
#include "app/gui/workbench/import_model.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>

namespace throughline::gui::workbench {
namespace {

using test::Bench;

std::string fixture(const std::string& name) {
    return TL_FIXTURES_DIR "/trello/" + name;
}

void confirm(Bench& bench) {
    bench.ui.click("dialog-confirm");
    bench.settle();
}

TEST_CASE("an import is looked at before it is done, and is one step to undo") {
    Bench bench({.kind = "empty", .size = {1440, 1400}});
    bench.context().open_import();
    bench.settle();
    bench.ui.fill("path", "\"" + fixture("small.json") + "\"");
    confirm(bench);
    CHECK(bench.ui.shows("What would come in"));
    CHECK(bench.ws().rows<model::Card>().size() == 0);
    confirm(bench);
    CHECK(bench.ui.shows("What came in"));
    CHECK(bench.ws().rows<model::Card>().size() > 0);
    bench.ui.click("dialog-cancel");
    bench.settle();
    bench.ui.click("undo");
    bench.settle();
    CHECK(bench.ws().rows<model::Card>().size() == 0);
}

TEST_CASE("a file that cannot be read says where and what to do, and changes nothing") {
    Bench bench({.kind = "empty"});
    const std::filesystem::path folder = std::filesystem::temp_directory_path();
    const std::filesystem::path cut = folder / "throughline-cut-off.json";
    std::ofstream(cut) << "{\"id\": \"1\",\n\"lists\": [";
    struct Case {
        std::string path;
        const char* says;
    };
    const std::filesystem::path notes = folder / "throughline-notes.csv";
    std::ofstream(notes) << "hello\nthere\n";
    for (const Case& one :
         {Case{"/there/is/no/such/file.json", "cannot be opened"}, Case{folder.string(), "folder"},
          Case{cut.string(), "line 2"}, Case{notes.string(), "cannot be told what this file is"}}) {
        bench.context().open_import();
        bench.settle();
        bench.ui.fill("path", one.path);
        const std::int64_t before = bench.ws().seq();
        confirm(bench);
        INFO(one.path);
        CHECK(bench.ui.shows(one.says));
        CHECK_FALSE(bench.ui.shows("What would come in"));
        CHECK(bench.ui.find("path") != nullptr);
        CHECK(bench.ws().seq() == before);
        bench.ui.click("dialog-cancel");
        bench.settle();
    }
    std::filesystem::remove(cut);
    std::filesystem::remove(notes);
}

TEST_CASE("a dropped file opens the dialog with its path") {
    Bench bench;
    bench.window().file_dropped(fixture("small.json"));
    bench.settle();
    CHECK(bench.ui.shows("small.json"));
}

// A table in a file, with the dialog open on what comes in.
struct TableBench {
    std::filesystem::path path;
    Bench bench{{.kind = "empty", .size = {1440, 1800}}};
    headless::UiDriver& ui = bench.ui;

    explicit TableBench(std::string_view bytes, const std::string& name = "throughline-table.csv")
        : path(std::filesystem::temp_directory_path() / name) {
        look_at(bytes);
    }
    ~TableBench() { std::filesystem::remove(path); }
    TableBench(const TableBench&) = delete;
    TableBench& operator=(const TableBench&) = delete;

    void look_at(std::string_view bytes) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
        bench.context().open_import();
        bench.settle();
        ui.fill("path", path.string());
        confirm(bench);
    }
    void choose(const char* field, const char* label) {
        ui.click(field);
        ui.frames(2);
        ui.click(label);
        bench.settle();
    }
    void choose_role(const char* field, const char* label) {  // of a long list
        ui.click(field);
        ui.frames(2);
        ui.type(label);
        ui.key(ImGuiKey_Enter);
        bench.settle();
    }
    std::size_t cards() { return bench.ws().rows<model::Card>().size(); }
};

TEST_CASE("a table is found by its contents and shows its columns, first values and dates") {
    TableBench t("ID;Name;Begun;Done\nA1;First;12.03.2024;14.03.2024\nA2;Second;13.03.2024;\n",
                 "throughline-table.txt");
    CHECK(t.ui.shows("Found by its contents: Flow metrics CSV"));
    CHECK(t.ui.shows("A1  ·  A2"));
    CHECK(t.ui.shows("12.03.2024 is 12 Mar 2024"));
    CHECK(t.ui.shows("Would come in: 2 cards"));
    CHECK(t.ui.shows("What would come in"));
    CHECK(t.cards() == 0);
    confirm(t.bench);
    CHECK(t.cards() == 2);
}

TEST_CASE(
    "a date that can be read two ways is never guessed: the person chooses, and it is shown") {
    TableBench t("ID,Begun,Done\nA1,3/4/2025,5/4/2025\nA2,6/4/2025,\n");
    CHECK(t.ui.shows("can be read two ways"));
    CHECK(t.ui.shows("Choose at the column below"));
    CHECK_FALSE(t.ui.shows("--map"));
    CHECK_FALSE(t.ui.shows("What would come in"));
    CHECK(t.ui.shows("Two readings: choose one"));
    t.choose("dates:Begun", "3/4/2025 is 3 Apr 2025");
    CHECK_FALSE(t.ui.shows("can be read two ways"));  // the answers are other ones now
    CHECK(t.ui.shows("3/4/2025 is 3 Apr 2025"));
    confirm(t.bench);
    CHECK(t.ui.shows("What would come in"));
    CHECK(t.ui.shows("the dates of 'Begun' decide"));
    CHECK(t.ui.shows("5/4/2025 is 5 Apr 2025"));
    CHECK_FALSE(t.ui.shows("Two readings: choose one"));
    confirm(t.bench);
    REQUIRE(t.cards() == 2);
    for (const model::Card& card : t.bench.ws().rows<model::Card>()) {
        const auto moves = t.bench.ws().of<model::Transition>(card.id);
        REQUIRE_FALSE(moves.empty());
        const Day begun = t.bench.context().zone().day(moves.front()->at);
        CHECK(to_text(begun) == (card.title == "A1" ? "2025-04-03" : "2025-04-06"));
    }
}

TEST_CASE("a table without a known column of ids asks which one holds them") {
    TableBench t("Ref,What,Begun,Done\nR1,First,2024-03-12,2024-03-14\n");
    CHECK(t.ui.shows("Say below which one does"));
    t.choose_role("role:Ref", "Key or id");
    t.choose_role("role:What", "Title");
    confirm(t.bench);
    CHECK(t.ui.shows("What would come in"));
    confirm(t.bench);
    REQUIRE(t.cards() == 1);
    CHECK(t.bench.ws().rows<model::Card>().begin()->title == "First");
}

TEST_CASE("what was said of the columns is used again, offered for other files, and can be left") {
    TableBench t("ID,Name,Who,Begun,Done\n1,First,Ana,2024-03-12,2024-03-14\n");
    t.choose_role("role:Who", "A label with its header");
    confirm(t.bench);
    confirm(t.bench);
    REQUIRE(t.cards() == 1);
    t.ui.click("dialog-cancel");
    t.bench.settle();

    t.look_at(
        "ID,Name,Who,Begun,Done\n1,First,Ana,2024-03-12,2024-03-14\n2,Second,Bo,2024-03-13,\n");
    CHECK(t.ui.shows("Read as before"));
    CHECK(t.ui.shows("with the mapping of the last import"));
    CHECK_FALSE(t.ui.shows("--map"));
    CHECK(t.ui.shows("A label with its header"));
    t.choose("earlier", "As the file itself suggests");
    CHECK_FALSE(t.ui.shows("A label with its header"));
    t.choose("earlier", "throughline-table.csv");
    CHECK(t.ui.shows("A label with its header"));
    confirm(t.bench);
    CHECK(t.ui.shows("1 new"));
}

TEST_CASE("a reading says how far it is; stopped it changes nothing and keeps what was chosen") {
    const std::string path =
        (std::filesystem::temp_directory_path() / "throughline-stopped.csv").string();
    std::ofstream(path) << "ID,Begun,Done\n1,2024-03-12,2024-03-14\n";
    Bench bench({.kind = "empty"});
    std::promise<void> go;  // the worker is kept busy until the person has pressed Stop
    bench.desk().with_desk([gate = go.get_future().share()](desk::Desk&) { gate.wait(); }, [] {});
    bench.context().open_import();
    bench.settle();
    bench.ui.fill("path", path);
    bench.ui.frames(3);
    bench.ui.click("dialog-confirm");
    bench.ui.frames(3);
    CHECK(bench.window().is_busy());
    CHECK(bench.ui.shows("Reading, 0 %"));
    CHECK(bench.ui.shows("Stop"));
    bench.ui.click("dialog-cancel");
    go.set_value();
    bench.settle();
    CHECK(bench.ui.shows("throughline-stopped.csv"));  // in its field, the dialog still open
    CHECK_FALSE(bench.ui.shows("What would come in"));
    CHECK_FALSE(bench.ui.shows("cancelled"));
    CHECK(bench.ws().rows<model::Card>().size() == 0);
    confirm(bench);
    CHECK(bench.ui.shows("What would come in"));
    std::filesystem::remove(path);
}

TEST_CASE("the mapping: a field that only one column can be leaves the other") {
    exchange::TableLook table;
    for (const char* name : {"A", "B", "C", "D"})
        table.columns.push_back({.name = name, .values = {}, .readings = {}});
    exchange::CsvMapping mapping;
    mapping.columns = {{"A", exchange::CsvField::Title}, {"B", exchange::CsvField::None}};
    mapping.stages = {{"D", "Live"}};
    const auto role = [&](std::string_view name) {
        const auto names = role_names();
        return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
    };
    set_role(mapping, table, "B", role("Title"));
    CHECK(mapping.columns.at("A") == exchange::CsvField::None);
    CHECK(mapping.columns.at("B") == exchange::CsvField::Title);
    set_role(mapping, table, "A", role("Labels"));
    set_role(mapping, table, "C", role("Labels"));  // several may be
    CHECK(mapping.columns.at("A") == exchange::CsvField::Labels);
    set_role(mapping, table, "B", kStage);
    REQUIRE(mapping.stages.size() == 2);
    CHECK(mapping.stages[0] == exchange::CsvStage{"B", "B"});  // where it stands in the file
    CHECK(mapping.stages[1] == exchange::CsvStage{"D", "Live"});
    CHECK_FALSE(mapping.columns.contains("B"));
    set_role(mapping, table, "D", kNotTaken);
    CHECK(mapping.stages.size() == 1);
    const auto rows = mapping_rows(table, mapping);
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].role == kStage);
    CHECK(rows[3].role == kNotTaken);
    CHECK(rows[0].dates.empty());
}

TEST_CASE("the library's words about options become words about fields") {
    CHECK(in_words_of_the_dialog("name it with --done if not") ==
          "name it under 'Work is done in' if not");
    CHECK(in_words_of_the_dialog("Read so; --map changes it.") == "Read so.");
    CHECK(in_words_of_the_dialog("No id. Name it in a mapping (--map): {\"columns\"}. It has A") ==
          "No id. Say below which one does.");
    CHECK(
        in_words_of_the_dialog(
            "Two ways. Name the format in a mapping (--map), \"date_format\"; rows are left out") ==
        "Two ways. Choose one at the column below; rows are left out");
    CHECK(in_words_of_the_dialog("Nothing of this.") == "Nothing of this.");
}

}  // namespace
}  // namespace throughline::gui::workbench
