#include "app/cli/brief_file.h"
#include "app/cli/json.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/text_table.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "app/gui/headless/chart_picture.h"
#include "core/base/text.h"
#include "core/flow/scorecard.h"
#include "core/model/keys.h"
#include "core/report/chart_draw.h"
#include "core/report/chart_file.h"
#include "core/report/chart_kinds.h"
#include "core/report/kpi_chart.h"

#include <algorithm>
#include <ostream>

namespace throughline::cli {

namespace {

struct ChartArgs {
    std::optional<std::string> name;
    std::optional<std::string> file;
    ScopeArgs scope;
    std::optional<std::string> size;
    std::optional<std::string> theme;
    std::optional<std::string> cards;
    std::optional<std::string> days;
    std::optional<std::string> seed;
    std::optional<std::string> limits_from;
    bool by_day = false;
};

Ending list_charts(Session& session) {
    if (session.json()) {
        Json list = Json::array();
        for (const report::ChartKind& kind : report::chart_kinds()) {
            list.push_back({{"name", kind.name},
                            {"title", kind.title},
                            {"tells", kind.tells},
                            {"section", kind.section}});
        }
        session.print(list);
        return Done{};
    }
    for (const report::ChartKind& kind : report::chart_kinds()) {
        session.out() << painted(kind.name, Paint::Bold, session.terminal()) << "  " << kind.title
                      << "\n    " << kind.tells << "\n";
    }
    return Done{};
}

Fallible<const report::ChartKind*> kind_of(const std::string& name) {
    if (const report::ChartKind* kind = report::find_chart(name)) {
        return kind;
    }
    constexpr double kAlike = 0.3;  // below it a guess is none
    const std::string_view nearest = report::nearest_chart(name);
    const bool alike = std::max(likeness(name, nearest),
                                likeness(name, report::find_chart(nearest)->title)) >= kAlike;
    return bad_input("there is no chart \"" + name + "\"; " +
                         (alike ? "did you mean " + std::string(nearest) + "? " : "") +
                         "`chart list` names them all",
                     "NAME", ErrorCode::NotFound);
}

enum class Format { Svg, Png, Csv };
Fallible<Format> format_of(const std::string& file) {
    if (file.ends_with(".svg")) return Format::Svg;
    if (file.ends_with(".png")) return Format::Png;
    if (file.ends_with(".csv")) return Format::Csv;
    return bad_input("name a file that ends in .svg, .png or .csv", file);
}

// "1400x800"
Fallible<report::Size> size_of(const std::optional<std::string>& text) {
    constexpr std::int64_t kLeast = 300;
    constexpr std::int64_t kMost = 10'000;
    if (!text) {
        return report::Size{1400, 800};
    }
    const std::size_t cross = text->find('x');
    if (cross == std::string::npos) {
        return bad_input("\"" + *text + "\" is not of the form 1400x800", "--size");
    }
    const std::string_view view = *text;
    TL_TRY(const std::int64_t width, number_value(view.substr(0, cross), "--size", kLeast, kMost));
    TL_TRY(const std::int64_t height,
           number_value(view.substr(cross + 1), "--size", kLeast, kMost));
    return report::Size{static_cast<double>(width), static_cast<double>(height)};
}

Fallible<bool> is_dark(const std::optional<std::string>& theme) {
    if (theme && *theme != "light" && *theme != "dark") {
        return bad_input("\"" + *theme + "\" is none of: light, dark", "--theme");
    }
    return theme.value_or("light") == "dark";
}

Fallible<report::ChartChoices> choices_of(const ChartArgs& args) {
    report::ChartChoices choices{.by_day = args.by_day};
    TL_TRY(choices.cards, count_value(args.cards, "--cards", 1, 100'000));
    TL_TRY(const auto days, count_value(args.days, "--days", 1, 3650));
    choices.days = days.value_or(choices.days);
    if (args.limits_from) {
        TL_TRY(choices.limits_from, day_value(*args.limits_from, "--limits-from"));
    }
    TL_TRY(const auto seed, count_value(args.seed, "--seed", 0, 1'000'000'000));
    choices.seed = static_cast<std::uint64_t>(seed.value_or(1));
    return choices;
}

Fallible<report::Chart> chart_of(Session& session, const report::ChartKind& kind,
                                 const ChartArgs& args) {
    TL_CHECK(session.desk());
    TL_TRY(const Instant as_of, asked_moment(session, args.scope.as_of));
    TL_TRY(flow::Scope scope, scope_of(session, args.scope, as_of));
    TL_TRY(const report::ChartChoices choices, choices_of(args));
    TL_TRY(const flow::Flow flow, flow_at(session, as_of));
    return report::make_chart(kind, flow::Slice(flow, std::move(scope)), choices);
}

constexpr std::string_view kKpiPrefix = "kpi:";

// "kpi:K-1": the XmR chart of a KPI's values, as its screen shows it.
Fallible<report::Chart> kpi_chart_of(Session& session, const std::string& key,
                                     const ChartArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    const model::Kpi* kpi = workspace.find(
        model::KpiId{model::id_by_key(workspace, model::table_of<model::Kpi>(), key)});
    if (kpi == nullptr) {
        return bad_input("there is no KPI \"" + key + "\"; see: throughline kpi list", "NAME",
                         ErrorCode::NotFound);
    }
    TL_TRY(const Instant as_of, asked_moment(session, args.scope.as_of));
    TL_TRY(const flow::Flow flow, flow_at(session, as_of));
    const auto scorecard = flow::scorecard(flow::plan_rows_of(workspace), flow);
    const auto reading = std::ranges::find(scorecard, kpi->id, &flow::KpiReading::kpi);
    return report::make_kpi_chart(*reading, model::key_of(*kpi) + " " + kpi->name, kpi->unit);
}

Fallible<report::Chart> named_chart(Session& session, const ChartArgs& args) {
    if (args.name->starts_with(kKpiPrefix)) {
        return kpi_chart_of(session, args.name->substr(kKpiPrefix.size()), args);
    }
    TL_TRY(const report::ChartKind* kind, kind_of(*args.name));
    return chart_of(session, *kind, args);
}

// A picture of a chart with nothing on it says so; the file is written all the same.
Ending write_chart(const report::Chart& chart, Format format, const ChartArgs& args) {
    TL_TRY(const report::Size size, size_of(args.size));
    TL_TRY(const bool dark, is_dark(args.theme));
    switch (format) {
        case Format::Svg:
            return write_text_file(*args.file, report::chart_svg(chart, size,
                                                                 dark ? report::SvgTheme::Dark
                                                                      : report::SvgTheme::Light));
        case Format::Csv: return write_text_file(*args.file, report::chart_csv(chart));
        case Format::Png: break;
    }
    const auto image = gui::headless::draw_chart_picture(
        [&chart](report::Canvas& canvas) { report::draw_page(canvas, chart); }, size,
        report::page_scale(size), dark);
    if (!gui::headless::write_png(image, *args.file)) {
        return store_failure({ErrorCode::Io, "the picture cannot be written", *args.file});
    }
    return Done{};
}

Ending draw(Session& session, const ChartArgs& args) {
    if (!args.name || (*args.name == "list" && !args.file)) {
        return list_charts(session);
    }
    if (!args.name->starts_with(kKpiPrefix)) {
        TL_CHECK(kind_of(*args.name));
    }
    if (!args.file) {
        return bad_input("name the file to write: one that ends in .svg, .png or .csv", "FILE");
    }
    TL_TRY(const Format format, format_of(*args.file));
    TL_TRY(const report::Chart chart, named_chart(session, args));
    TL_CHECK(write_chart(chart, format, args));
    const std::string says = chart.missing ? chart.missing->what : chart.says;
    if (session.json()) {
        session.print({{"chart", chart.name},
                       {"file", *args.file},
                       {"verdict", chart.missing ? Json() : Json(to_text(chart.verdict.call))},
                       {"rule", chart.verdict.rule},
                       {"says", says},
                       {"missing", chart.missing ? Json(chart.missing->what) : Json()},
                       {"rows", chart.table.rows.size()}});
    } else {
        session.out() << "Written: " << *args.file << "\n" << says << "\n";
        if (!chart.missing) {
            session.out() << to_text(chart.verdict.call) << ": " << chart.verdict.rule << "\n";
        }
    }
    return Done{};
}

}  // namespace

void add_chart(Verb& program) {
    auto args = std::make_shared<ChartArgs>();
    Verb chart = program.verb(
        "chart", "Draw a chart of the flow into a file, or write its rows; list names them");
    chart.may("NAME", args->name, "Which; `list` or none: names them all; kpi:K-1 for a KPI")
        .may("FILE", args->file, "Where to; ends in .svg, .png or .csv");
    add_scope_options(chart, args->scope);
    chart.option("--size", "WxH", args->size, "Of the picture in pixels (default 1400x800)")
        .option("--theme", "THEME", args->theme, "light (default) or dark")
        .option("--cards", "N", args->cards, "forecast-when: so many (default: those in process)")
        .option("--days", "N", args->days, "forecast-how-many: in so many days (default 28)")
        .option("--seed", "N", args->seed, "Of forecasts (default 1)")
        .option("--limits-from", "DAY", args->limits_from,
                "xmr charts: limits from the first values of this day on (default: of all)")
        .flag("--by-day", args->by_day, "throughput: a bar a day instead of a week")
        .example(
            "throughline chart cycle-time-scatter cycle.svg --from 2026-01-01 --filter "
            "class:standard")
        .does(args, &draw);
}

}  // namespace throughline::cli
