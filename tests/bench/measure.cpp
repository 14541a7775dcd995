#include "tests/bench/measure.h"

#include <fmt/format.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iostream>

namespace throughline::bench {
namespace {

double now_ms(ClockKind kind) {
    timespec time{};
    clock_gettime(kind == ClockKind::Cpu ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double once(const std::function<void()>& work, ClockKind kind) {
    const double begin = now_ms(kind);
    work();
    return now_ms(kind) - begin;
}

const char* verdict(const std::optional<bool>& met) {
    return !met ? "" : *met ? "met" : "MISSED";
}

}  // namespace

Times of(std::vector<double> samples) {
    std::sort(samples.begin(), samples.end());
    const auto rank = [&](std::size_t percent) {
        return samples[std::max<std::size_t>(1, (percent * samples.size() + 99) / 100) - 1];
    };
    return samples.empty() ? Times{} : Times{rank(50), rank(99)};
}

Times time(int runs, const std::function<void()>& work, ClockKind clock) {
    std::vector<double> samples;
    for (int i = 0; i < runs; ++i) {
        samples.push_back(once(work, clock));
    }
    return of(std::move(samples));
}

std::pair<Times, Times> time_pair(int runs, const std::function<void()>& work,
                                  const std::function<void()>& baseline, ClockKind clock) {
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < runs; ++i) {
        ours.push_back(once(work, clock));
        theirs.push_back(once(baseline, clock));
    }
    return {of(std::move(ours)), of(std::move(theirs))};
}

double heap_mb() {
    const struct mallinfo2 heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6;
}

void Report::add(Line line) {
    std::string against;
    if (line.baseline_times) {
        against =
            fmt::format("  {} {:.3f} ms, {:.2f} x", line.baseline, line.baseline_times->median_ms,
                        line.times.median_ms / std::max(1e-9, line.baseline_times->median_ms));
    }
    fmt::print(stderr, "{:<44} median {:>10.3f} ms  p99 {:>10.3f} ms{}  {} {}\n", line.name,
               line.times.median_ms, line.times.p99_ms, against, line.goal, verdict(line.met));
    lines_.push_back(std::move(line));
}

void Report::number(std::string name, double value, std::string unit, std::string goal,
                    std::optional<bool> met) {
    fmt::print(stderr, "{:<44} {:>10.2f} {}  {} {}\n", name, value, unit, goal, verdict(met));
    numbers_.push_back({std::move(name), value, std::move(unit), std::move(goal), met});
}

void Report::print_json() const {
    nlohmann::json out = nlohmann::json::array();
    const auto met = [](const std::optional<bool>& one) {
        return one ? nlohmann::json(*one) : nlohmann::json(nullptr);
    };
    for (const Line& line : lines_) {
        nlohmann::json one{{"name", line.name},
                           {"median_ms", line.times.median_ms},
                           {"p99_ms", line.times.p99_ms},
                           {"goal", line.goal},
                           {"met", met(line.met)}};
        if (line.baseline_times) {
            one["baseline"] = {{"name", line.baseline},
                               {"median_ms", line.baseline_times->median_ms},
                               {"p99_ms", line.baseline_times->p99_ms}};
            one["ratio"] = line.times.median_ms / std::max(1e-9, line.baseline_times->median_ms);
        }
        out.push_back(std::move(one));
    }
    for (const Number& number : numbers_) {
        out.push_back({{"name", number.name},
                       {"value", number.value},
                       {"unit", number.unit},
                       {"goal", number.goal},
                       {"met", met(number.met)}});
    }
    std::cout << out.dump(2) << '\n';
}

}  // namespace throughline::bench
