// Where in the board's life the window stands: the moment chosen, steps, playing, what the slider
// shows. No drawing, no desk; travel_view asks it.
#pragma once

#include "core/base/zone.h"
#include "core/desk/rewind.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace throughline::gui::travel {

enum class Step { Entry, Day, Week };

struct Speed {
    std::string_view label;
    double days_per_second;
};
inline constexpr std::array<Speed, 3> kSpeeds{{{"1 day/s", 1}, {"1 week/s", 7}, {"1 month/s", 30}}};

// Limits, policies and points that changed on one day.
struct Mark {
    Instant at;  // of the first of them
    std::string words;
};

class TravelModel {
public:
    TravelModel(std::shared_ptr<const desk::Rewind> rewind, Instant now, Zone zone);

    const desk::Rewind& rewind() const { return *rewind_; }
    const Zone& zone() const { return zone_; }
    Instant begin() const { return begin_; }  // of the board's life
    Instant end() const { return end_; }      // when the journey began: now
    Instant moment() const { return moment_; }

    // Into the board's life, the nearest end when it is outside.
    void go(Instant moment);
    // `direction` -1 or 1. A day or week keeps the local time of day; an entry goes to the moment
    // at which something happened before or after, and stays where there is none.
    void step(Step step, int direction);

    // 0 at the begin, 1 at the end.
    double share_of(Instant at) const;
    Instant at_share(double share) const;

    bool is_playing() const { return playing_; }
    // From the begin when it stands at the end.
    void play();
    void pause() { playing_ = false; }
    void advance(double seconds);  // while playing; pauses at the end
    std::size_t speed = 0;         // index of kSpeeds

    const std::vector<Mark>& marks() const { return marks_; }
    // "Tue 3 Mar 2026, 14:20"
    std::string words() const;
    // "7 days before now", "now"
    std::string distance_words() const;

private:
    std::shared_ptr<const desk::Rewind> rewind_;
    Zone zone_;
    Instant begin_;
    Instant end_;
    Instant moment_;
    bool playing_ = false;
    std::vector<Mark> marks_;
};

// One change of the workflow: "WIP limit of create: 4 -> 3".
std::string to_text(const model::WorkflowChange& change);

}  // namespace throughline::gui::travel
