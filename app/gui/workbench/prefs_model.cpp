#include "app/gui/workbench/prefs_model.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace throughline::gui::workbench {
namespace {

using Json = nlohmann::json;

// By the number of the screen.
constexpr std::array<std::string_view, 15> kScreens{
    "board", "intake", "objectives", "flow",     "forecast", "alerts", "history", "settings",
    "plan",  "kpis",   "inbox",      "calendar", "reviews",  "report", "learning"};

Json parse(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    return json.is_object() ? json : Json::object();
}

// A member of the right kind, or the default.
template <class T>
void read(const Json& json, const char* name, T& value) {
    const auto found = json.find(name);
    if (found == json.end()) {
        return;
    }
    try {
        value = found->get<T>();
    } catch (const Json::exception&) {
        // A wrong kind of value: the default stays.
    }
}

Json comments_json(const std::vector<card::CommentDraft>& drafts) {
    Json list = Json::array();
    for (const card::CommentDraft& one : drafts) {
        list.push_back(
            {{"author", one.author.value}, {"card", one.card.value}, {"text", one.text}});
    }
    return list;
}

Json briefs_json(const std::vector<intake::CardDraft>& drafts) {
    Json list = Json::array();
    for (const auto& [card, draft] : drafts) {
        list.push_back({{"card", card.value},
                        {"id", draft.id},
                        {"owner", draft.owner.value},
                        {"template_version", draft.version.value},
                        {"title", draft.title},
                        {"answers", draft.answers},
                        {"changed_at", draft.changed_at.us}});
    }
    return list;
}

// Drafts without a text, a card or a person are none.
std::vector<card::CommentDraft> read_comments(const Json& json) {
    std::vector<card::CommentDraft> drafts;
    for (const Json& row : json.value("comment_drafts", Json::array())) {
        card::CommentDraft one;
        read(row, "author", one.author.value);
        read(row, "card", one.card.value);
        read(row, "text", one.text);
        if (one.author && one.card && !one.text.empty()) drafts.push_back(std::move(one));
    }
    return drafts;
}

std::vector<intake::CardDraft> read_briefs(const Json& json) {
    std::vector<intake::CardDraft> drafts;
    for (const Json& row : json.value("card_drafts", Json::array())) {
        intake::CardDraft one;
        read(row, "card", one.card.value);
        read(row, "id", one.draft.id);
        read(row, "owner", one.draft.owner.value);
        read(row, "template_version", one.draft.version.value);
        read(row, "title", one.draft.title);
        read(row, "answers", one.draft.answers);
        read(row, "changed_at", one.draft.changed_at.us);
        if (one.card && one.draft.id != 0 && one.draft.owner) drafts.push_back(std::move(one));
    }
    return drafts;
}

// FNV-1a: names a file, guards nothing.
std::string digest(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    std::ostringstream out;
    out << std::hex << hash;
    return out.str();
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

std::string to_json(const WindowPrefs& prefs) {
    const Json json{{"theme", prefs.appearance.dark ? "dark" : "light"},
                    {"high_contrast", prefs.appearance.high_contrast},
                    {"zoom", prefs.appearance.zoom},
                    {"width", prefs.width},
                    {"height", prefs.height},
                    {"maximized", prefs.maximized}};
    return json.dump(2) + "\n";
}

std::string to_json(const BoardPrefs& prefs) {
    const Json json{{"actor", prefs.actor},
                    {"screen", screen_name(prefs.screen)},
                    {"filter", prefs.filter.query},
                    {"lanes", prefs.filter.lanes},
                    {"collapsed_columns", prefs.collapsed_columns},
                    {"collapsed_lanes", prefs.collapsed_lanes},
                    {"recents", prefs.recents},
                    {"settings_section", prefs.settings_section},
                    {"flow_weeks", prefs.flow_weeks},
                    {"working_days", prefs.working_days},
                    {"limits_from", prefs.limits_from},
                    {"comment_drafts", comments_json(prefs.comment_drafts)},
                    {"card_drafts", briefs_json(prefs.card_drafts)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

WindowPrefs window_prefs(std::string_view text) {
    const Json json = parse(text);
    WindowPrefs prefs;
    std::string theme;
    read(json, "theme", theme);
    prefs.appearance.dark = theme == "dark";
    read(json, "high_contrast", prefs.appearance.high_contrast);
    read(json, "zoom", prefs.appearance.zoom);
    read(json, "width", prefs.width);
    read(json, "height", prefs.height);
    read(json, "maximized", prefs.maximized);
    prefs.appearance.zoom = std::clamp(prefs.appearance.zoom, 0.75, 2.0);
    prefs.width = std::clamp(prefs.width, 600, 16000);
    prefs.height = std::clamp(prefs.height, 400, 16000);
    return prefs;
}

BoardPrefs board_prefs(std::string_view text) {
    const Json json = parse(text);
    BoardPrefs prefs;
    std::string screen;
    read(json, "actor", prefs.actor);
    read(json, "screen", screen);
    read(json, "filter", prefs.filter.query);
    read(json, "lanes", prefs.filter.lanes);
    read(json, "collapsed_columns", prefs.collapsed_columns);
    read(json, "collapsed_lanes", prefs.collapsed_lanes);
    read(json, "recents", prefs.recents);
    read(json, "settings_section", prefs.settings_section);
    read(json, "flow_weeks", prefs.flow_weeks);
    read(json, "working_days", prefs.working_days);
    read(json, "limits_from", prefs.limits_from);
    prefs.comment_drafts = read_comments(json);
    prefs.card_drafts = read_briefs(json);
    prefs.screen = screen_of(screen);
    prefs.flow_weeks = std::clamp(prefs.flow_weeks, 1, 520);
    return prefs;
}

std::string_view screen_name(Screen screen) {
    return kScreens[static_cast<std::size_t>(screen)];
}

Screen screen_of(std::string_view name) {
    const auto found = std::find(kScreens.begin(), kScreens.end(), name);
    return found == kScreens.end() ? Screen::Board : static_cast<Screen>(found - kScreens.begin());
}

std::string config_folder() {
    for (const auto& [name, below] :
         {std::pair{"XDG_CONFIG_HOME", ""}, {"APPDATA", ""}, {"HOME", ".config"}}) {
        const std::string base = variable(name);
        if (!base.empty()) {
            return (std::filesystem::path(base) / below / "throughline").string();
        }
    }
    return "";
}

std::string window_file(const std::string& folder) {
    return folder.empty() ? "" : (std::filesystem::path(folder) / "window.json").string();
}

std::string board_file(const std::string& folder, const std::string& where) {
    if (folder.empty()) {
        return "";
    }
    std::error_code error;
    const std::filesystem::path full = std::filesystem::absolute(where, error);
    return (std::filesystem::path(folder) /
            ("board-" + digest(error ? where : full.string()) + ".json"))
        .string();
}

std::string read_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return file ? text.str() : "";
}

bool write_text(const std::string& path, const std::string& text) {
    if (path.empty()) {
        return false;
    }
    std::error_code error;
    const std::filesystem::path target(path);
    std::filesystem::create_directories(target.parent_path(), error);
    const std::filesystem::path part = path + ".part";
    {
        std::ofstream file(part, std::ios::binary | std::ios::trunc);
        file << text;
        if (!file.flush()) {
            return false;
        }
    }
    std::filesystem::rename(part, target, error);
    return !error;
}

}  // namespace throughline::gui::workbench
