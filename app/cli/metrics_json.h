// The flow figures as a document and as a summary to read. Shapes of the document: README.md.
#pragma once

#include "app/cli/json_fwd.h"
#include "core/flow/figures.h"

#include <iosfwd>

namespace throughline::cli {

struct MetricsPeriod {
    Day from;
    Day to;  // as asked for; the series end today at the latest
};

Json metrics_json(const flow::Figures& figures, const flow::Slice& slice,
                  const model::Workspace& workspace, const MetricsPeriod& period);
void print_metrics(std::ostream& out, bool terminal, const flow::Figures& figures,
                   const flow::Slice& slice, const model::Workspace& workspace,
                   const MetricsPeriod& period);

}  // namespace throughline::cli
