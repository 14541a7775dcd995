#include "core/model/kpi.h"

namespace throughline::model {

Period period_of(Cadence cadence, Day day) {
    switch (cadence) {
        case Cadence::Weekly: return {day - weekday(day), day - weekday(day) + 6};
        case Cadence::Monthly: return *parse_period(month_of(day));
        case Cadence::Quarterly: return *parse_period(quarter_of(day));
    }
    return {day, day};
}

}  // namespace throughline::model
