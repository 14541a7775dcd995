#include "app/gui/workbench/welcome_model.h"

#include "core/base/text.h"
#include "core/base/zone.h"

#include <filesystem>

namespace throughline::gui::workbench {
namespace {

using OpenResult = Result<std::unique_ptr<desk::Desk>>;
constexpr std::uint64_t kDemoSeed = 1;

Error error_of(const desk::Stop& stop) {
    if (stop.error) {
        return *stop.error;
    }
    return {ErrorCode::Invalid,
            stop.refusal ? rules::to_text(*stop.refusal) : "The board could not be made.", ""};
}

OpenResult open_empty(const std::string& where, const desk::OpenOptions& options) {
    std::error_code ignored;  // opening says what is wrong with the folder
    std::filesystem::create_directories(std::filesystem::path(where).parent_path(), ignored);
    TL_TRY(std::unique_ptr<desk::Desk> desk, desk::Desk::open(where, options));
    if (desk->workspace().board() != nullptr) {
        return Error{ErrorCode::Conflict,
                     "There is a board in this file already. Start again to open it.", where};
    }
    return desk;
}

}  // namespace

std::string handle_of(const std::string& name) {
    const std::string all = slug(name);
    return all.substr(0, all.find('-'));
}

WelcomeProblems check(const WelcomeForm& form) {
    WelcomeProblems problems;
    if (form.start == Start::Demo) {
        return problems;
    }
    if (trim(form.board).empty()) {
        problems.board = "Give the board a name, for example Marketing.";
    }
    if (form.handle.empty()) {
        problems.handle = "Write a short name for yourself, for example ana.";
    } else if (slug(form.handle) != form.handle) {
        problems.handle = "Use small letters, digits and dashes, for example ana.";
    }
    if (!Zone::load(form.zone)) {
        problems.zone = "This machine does not know the zone " + form.zone + ".";
    }
    return problems;
}

WelcomeJob make_job(const WelcomeForm& form, const WorkbenchSetup& setup) {
    const desk::OpenOptions options{.mode = desk::OpenOptions::Mode::OpenOrCreate,
                                    .clock = setup.clock,
                                    .nonces = setup.nonces,
                                    .automatic_backups = setup.automatic_backups};
    if (form.start == Start::Demo) {
        return {.make = [where = form.where, options, demo = setup.make_demo]() -> OpenResult {
            TL_TRY(std::unique_ptr<desk::Desk> desk, open_empty(where, options));
            TL_CHECK(demo(*desk, kDemoSeed, desk->now()));
            return desk;
        }};
    }
    const rules::CreateBoard board{
        .kind = form.start == Start::Import ? "empty" : "marketing",
        .name = std::string(trim(form.board)),
        .zone = form.zone,
        .handle = form.handle,
        .person_name = trim(form.name).empty() ? form.handle : std::string(trim(form.name))};
    return {.make = [where = form.where, options, board]() -> OpenResult {
                TL_TRY(std::unique_ptr<desk::Desk> desk, open_empty(where, options));
                if (desk::Outcome made = desk->run(board); !made) {
                    return error_of(made.error());
                }
                return desk;
            },
            .then_import = form.start == Start::Import,
            .handle = form.handle};
}

}  // namespace throughline::gui::workbench
