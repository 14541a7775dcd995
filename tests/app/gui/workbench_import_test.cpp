#include "app/gui/workbench/import_model.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

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
    for (const Case& one : {Case{"/there/is/no/such/file.json", "cannot be opened"},
                            Case{folder.string(), "folder"}, Case{cut.string(), "line 2"}}) {
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
}

TEST_CASE("a dropped file opens the dialog with its path") {
    Bench bench;
    bench.window().file_dropped(fixture("small.json"));
    bench.settle();
    CHECK(bench.ui.shows("small.json"));
}

TEST_CASE("the format of a file is found by its name and first bytes") {
    const auto name = [](int format) {
        return format < 0 ? std::string_view()
                          : exchange::import_formats()[static_cast<std::size_t>(format)].name;
    };
    CHECK(name(guess_format("board.json", "{\"id\": \"1\", \"cards\": []")) == "trello");
    CHECK(name(guess_format("cut.json", "{\"id\": \"1\",")) == "trello");
    CHECK(name(guess_format("all.json", "{\"throughline\": 1, \"head\": {")) == "throughline");
    CHECK(name(guess_format("notes.txt", "hello")) == "");
}

}  // namespace
}  // namespace throughline::gui::workbench
