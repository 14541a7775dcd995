#include "app/cli/json.h"
#include "app/cli/moment.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"

#include <ostream>

namespace throughline::cli {

namespace {

struct ScreenshotArgs {
    std::string view;
    std::string file;
    std::optional<std::string> size;
    std::optional<std::string> theme;
    std::optional<std::string> scale;
    std::optional<std::string> contrast;
    std::optional<std::string> at;
};

// "1440x900"
Ending read_size(const std::string& text, ScreenshotRequest& request) {
    constexpr std::int64_t kLeast = 200;
    constexpr std::int64_t kMost = 10'000;
    const std::size_t cross = text.find('x');
    if (cross == std::string::npos) {
        return bad_input("\"" + text + "\" is not of the form 1440x900", "--size");
    }
    TL_TRY(const std::int64_t width,
           number_value(std::string_view(text).substr(0, cross), "--size", kLeast, kMost));
    TL_TRY(const std::int64_t height,
           number_value(std::string_view(text).substr(cross + 1), "--size", kLeast, kMost));
    request.width = static_cast<int>(width);
    request.height = static_cast<int>(height);
    return Done{};
}

Fallible<ScreenshotRequest> request_of(Session& session, const ScreenshotArgs& args) {
    ScreenshotRequest request;
    request.view = args.view;
    request.file = args.file;
    if (!args.file.ends_with(".png")) {
        return bad_input("the picture is a PNG; name a file that ends in .png", args.file);
    }
    if (args.size) {
        TL_CHECK(read_size(*args.size, request));
    }
    if (args.theme && *args.theme != "light" && *args.theme != "dark") {
        return bad_input("\"" + *args.theme + "\" is none of: light, dark", "--theme");
    }
    request.dark = args.theme.value_or("light") == "dark";
    if (args.contrast && *args.contrast != "normal" && *args.contrast != "high") {
        return bad_input("\"" + *args.contrast + "\" is none of: normal, high", "--contrast");
    }
    request.high_contrast = args.contrast.value_or("normal") == "high";
    if (args.scale) {
        TL_TRY(request.scale, real_value(*args.scale, "--scale", 0.5, 4));
    }
    if (args.at) {
        TL_TRY(request.at, past_moment(session, *args.at, "--at"));
    }
    return request;
}

Ending screenshot(Session& session, const ScreenshotArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const ScreenshotRequest request, request_of(session, args));
    const auto& draw = session.environment().screenshot;
    if (!draw) {
        return store_failure({ErrorCode::Unsupported, "this build draws no views", ""});
    }
    auto drawn = draw(*desk, request);
    if (!drawn) {
        const ErrorCode code = drawn.error().code;
        const bool ours = code == ErrorCode::Invalid || code == ErrorCode::NotFound;
        return lift(std::move(drawn), ours ? Exit::BadInput : Exit::Store);
    }
    if (session.json()) {
        session.print({{"view", request.view}, {"file", request.file}});
    } else {
        session.out() << "Drawn: " << request.file << "\n";
    }
    return Done{};
}

}  // namespace

void add_screenshot(Verb& program) {
    auto args = std::make_shared<ScreenshotArgs>();
    program.verb("screenshot", "Draw a view into a PNG file, without a display")
        .needs("VIEW", args->view,
               "board, intake, triage, brief, card:MKT-12, objectives, people, flow, history, "
               "settings:columns, palette ...")
        .needs("FILE", args->file, "Where to; ends in .png")
        .option("--size", "WxH", args->size, "In pixels before scaling (default 1440x900)")
        .option("--theme", "THEME", args->theme, "light (default) or dark")
        .option("--scale", "S", args->scale, "0.5 to 4 (default 1)")
        .option("--contrast", "CONTRAST", args->contrast, "normal (default) or high")
        .option("--at", kMoment, args->at, "The board as it was then")
        .example("throughline screenshot board board.png --size 1920x1080 --theme dark")
        .does(args, &screenshot);
}

}  // namespace throughline::cli
