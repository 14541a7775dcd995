#include "app/gui/travel/travel_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"

#include <algorithm>
#include <cmath>

namespace throughline::gui::travel {
namespace {

constexpr std::size_t kMostLines = 6;  // of one mark

std::string day_and_time(const Zone& zone, Instant at) {
    return long_date(zone.day(at)) + ", " + clock_time(zone, at);
}

std::string words_of(const std::vector<const model::WorkflowChange*>& changes) {
    std::vector<std::string> lines;
    for (const model::WorkflowChange* change : changes) {
        if (lines.size() == kMostLines) {
            lines.push_back("and " + std::to_string(changes.size() - kMostLines) + " more");
            break;
        }
        lines.push_back(to_text(*change));
    }
    return join(lines, "\n");
}

std::vector<Mark> marks_of(const model::Workspace& workspace, const Zone& zone) {
    std::vector<const model::WorkflowChange*> changes;
    for (const model::WorkflowChange& change : workspace.rows<model::WorkflowChange>()) {
        changes.push_back(&change);
    }
    std::ranges::sort(changes, {},
                      [](const model::WorkflowChange* one) { return std::pair(one->at, one->id); });
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < changes.size();) {
        const Day day = zone.day(changes[i]->at);
        std::vector<const model::WorkflowChange*> of_day;
        for (; i < changes.size() && zone.day(changes[i]->at) == day; ++i) {
            of_day.push_back(changes[i]);
        }
        marks.push_back({of_day.front()->at, long_date(day) + "\n" + words_of(of_day)});
    }
    return marks;
}

}  // namespace

std::string to_text(const model::WorkflowChange& change) {
    const std::string what = change.what == "wip-limit" ? "WIP limit" : change.what;
    const std::size_t colon = change.subject.find(':');
    const std::string subject =
        colon == std::string::npos ? change.subject : change.subject.substr(colon + 1);
    const auto value = [](const std::string& text) { return text.empty() ? "none" : text; };
    if (change.what == "policy") {
        return "Policy of " + subject + " changed";
    }
    return what + " of " + subject + ": " + value(change.before) + " -> " + value(change.after);
}

TravelModel::TravelModel(std::shared_ptr<const desk::Rewind> rewind, Instant now, Zone zone)
    : rewind_(std::move(rewind)), zone_(std::move(zone)), end_(now) {
    const auto moments = rewind_->moments();
    begin_ = moments.empty() ? now : std::min(now, moments.front());
    moment_ = end_;
    marks_ = marks_of(rewind_->present(), zone_);
}

void TravelModel::go(Instant moment) {
    moment_ = std::clamp(moment, begin_, end_);
}

void TravelModel::step(Step step, int direction) {
    if (step == Step::Entry) {
        const auto moments = rewind_->moments();
        if (direction < 0) {
            const auto here = std::ranges::lower_bound(moments, moment_);
            go(here == moments.begin() ? begin_ : *std::prev(here));
        } else {
            const auto next = std::ranges::upper_bound(moments, moment_);
            go(next == moments.end() ? end_ : *next);
        }
        return;
    }
    const int count = direction * (step == Step::Week ? 7 : 1);
    go(zone_.at(zone_.day(moment_) + count, zone_.time_of_day(moment_)));
}

double TravelModel::share_of(Instant at) const {
    const Duration life = end_ - begin_;
    return life.us <= 0 ? 1.0 : std::clamp((at - begin_).days() / life.days(), 0.0, 1.0);
}

Instant TravelModel::at_share(double share) const {
    const double us = static_cast<double>((end_ - begin_).us) * std::clamp(share, 0.0, 1.0);
    return begin_ + Duration{static_cast<std::int64_t>(std::llround(us))};
}

void TravelModel::play() {
    playing_ = true;
    if (moment_ >= end_) {
        go(begin_);
    }
}

void TravelModel::advance(double seconds) {
    if (!playing_) {
        return;
    }
    const double passed = kSpeeds[speed].days_per_second * seconds;
    go(moment_ + Duration{std::llround(passed * static_cast<double>(kMicrosPerDay))});
    playing_ = moment_ < end_;
}

std::string TravelModel::words() const {
    return day_and_time(zone_, moment_);
}

std::string TravelModel::distance_words() const {
    if (moment_ >= end_) {
        return "now";
    }
    const int count = zone_.day(end_) - zone_.day(moment_);
    return count == 0 ? "earlier today" : plural(count, "day", "days") + " before today";
}

}  // namespace throughline::gui::travel
