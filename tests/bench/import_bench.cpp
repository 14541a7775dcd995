#include "core/exchange/import.h"
#include "tests/bench/benches.h"
#include "tests/bench/boards.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>

namespace throughline::bench {

void bench_import(Report& report) {
    const std::string bytes = trello_export(100);
    const auto import = [&] {
        auto desk = desk::Desk::in_memory(desk::system_clock(), desk::system_nonces());
        (void)desk->run(rules::CreateBoard{"empty", "Bench", "UTC", "ana", "Ana"});
        desk->set_actor(desk->workspace().person_by_handle("ana")->id);
        const auto done = exchange::import_file(*desk, *exchange::import_format("trello"), bytes,
                                                {}, exchange::ImportMode::Run, 5);
        if (!done) {
            std::fprintf(stderr, "bench: the import failed\n");
            std::exit(1);
        }
    };
    const auto parse = [&] {
        const auto parsed = nlohmann::json::parse(bytes);
        if (parsed.empty()) {
            std::exit(1);
        }
    };
    const auto [ours, theirs] = time_pair(3, import, parse);
    report.add({"Trello import of 100 MB", ours, "bare JSON parse", theirs, "<= 4 x",
                ours.median_ms <= 4 * theirs.median_ms});
}

}  // namespace throughline::bench
