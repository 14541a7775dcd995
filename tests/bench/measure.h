// Times of one thing, its machine's baseline from the same run beside it, printed as a table and
// JSON.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace throughline::bench {

// Median and 99th percentile (nearest rank), milliseconds.
struct Times {
    double median_ms = 0;
    double p99_ms = 0;
};

struct Line {
    std::string name;
    Times times;
    std::string baseline;  // what it is held against; "" for none
    std::optional<Times> baseline_times;
    std::string goal;  // in words
    std::optional<bool> met;
};

enum class ClockKind { Wall, Cpu };  // Cpu: this thread's processor time

Times of(std::vector<double> samples_ms);
// Runs `work` `runs` times and times each.
Times time(int runs, const std::function<void()>& work, ClockKind clock = ClockKind::Wall);
// The two in turn, so that a drift of the machine meets both.
std::pair<Times, Times> time_pair(int runs, const std::function<void()>& work,
                                  const std::function<void()>& baseline,
                                  ClockKind clock = ClockKind::Wall);

// Heap memory in use, MB of 10^6 bytes (glibc). Resident memory would count what earlier work left.
double heap_mb();

class Report {
public:
    void add(Line line);
    void number(std::string name, double value, std::string unit, std::string goal = "",
                std::optional<bool> met = {});
    // The table goes to standard error as lines come in; the JSON document to standard output at
    // the end.
    void print_json() const;

private:
    struct Number {
        std::string name;
        double value;
        std::string unit;
        std::string goal;
        std::optional<bool> met;
    };
    std::vector<Line> lines_;
    std::vector<Number> numbers_;
};

}  // namespace throughline::bench
