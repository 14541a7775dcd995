// The report of one month, made or read back off the frame: drafted from the data, or as it was
// issued. No drawing.
#pragma once

#include "app/gui/context/flow_answer.h"
#include "core/report/monthly.h"

#include <memory>

namespace throughline::gui::monthly {

struct Written {
    std::string month;
    report::Document document;
    std::string markdown;
    std::string html;
    model::TextMap figures;
    std::int64_t seq = 0;  // of a draft: the last entry it saw
    std::string head;      // of a draft that is to be issued
    bool is_issued = false;
    std::uint64_t version = 0;  // another for each one made
};

class WrittenModel {
public:
    // Each frame in which it is shown. `head`: as report::monthly_report has it.
    void refresh(Context& context, const std::string& month, const std::string& head);
    // Of the month last asked for; null before it is made.
    const Written* written() const;
    // It is a draft of the present board.
    bool is_current() const { return draft_.is_current(); }
    bool is_busy() const { return draft_.is_busy() || reading_.is_busy(); }

private:
    struct Question {
        std::string month;
        std::string head;
        friend bool operator==(const Question&, const Question&) = default;
    };
    void refresh_issued(Context& context, const model::Report& report);

    std::string month_;
    bool wants_issued_ = false;
    FlowAnswer<Question, Written> draft_;
    Background<Written> reading_;
    std::optional<Written> issued_;
};

}  // namespace throughline::gui::monthly
