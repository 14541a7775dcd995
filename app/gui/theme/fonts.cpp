#include "app/gui/theme/fonts.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/fallback_loader.h"
#include "app/gui/theme/icons.h"
#include "app/gui/theme/sizes.h"
#include "imgui.h"
#include "imgui_freetype.h"
#include "imgui_internal.h"

namespace throughline::gui {
namespace {

// Text faces stay out of the icons' range: some of them have glyphs of their own there.
constexpr ImWchar kNotInText[] = {icons::kFirst, icons::kLast, 0};

std::optional<std::string> read_file(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || size < 128 || size > 64u * 1024u * 1024u) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) return std::nullopt;
    return bytes;
}

enum class Place { OwnFace, Merged };

// The atlas takes a copy; null when the bytes are no font.
ImFont* add_bytes(const std::string& bytes, Place place, const ImWchar* exclude) {
    void* copy = IM_ALLOC(bytes.size());
    std::memcpy(copy, bytes.data(), bytes.size());
    ImFontConfig config;
    config.MergeMode = place == Place::Merged;
    config.GlyphExcludeRanges = exclude;
    config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
    config.Flags = ImFontFlags_NoLoadError;
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(copy, static_cast<int>(bytes.size()),
                                                      text_size::kBody, &config);
}

// The first readable file of the list.
ImFont* add_first(const std::vector<std::string>& files, Place place,
                  const ImWchar* exclude = nullptr) {
    for (const std::string& file : files) {
        const auto bytes = read_file(file);
        if (!bytes) continue;
        if (ImFont* font = add_bytes(*bytes, place, exclude); font != nullptr) return font;
    }
    return nullptr;
}

void merge_first_fallback(const std::vector<std::string>& files, float em_scale) {
    for (const std::string& file : files) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error)) continue;
        merge_fallback(*ImGui::GetIO().Fonts, {.path = file, .em_scale = em_scale});
        return;
    }
}

ImFont* add_face(const std::vector<std::string>& files, const FontSearch& search, bool& has_icons) {
    ImFont* font = add_first(files, Place::OwnFace, kNotInText);
    if (font == nullptr) font = ImGui::GetIO().Fonts->AddFontDefault();
    has_icons = add_first(search.icons, Place::Merged) != nullptr;
    add_first(search.wide, Place::Merged, kNotInText);
    merge_first_fallback(search.cjk, 0.84f);
    merge_first_fallback(search.emoji, 0.86f);
    return font;
}

}  // namespace

void load_fonts(const FontSearch& search) {
    ImGui::GetIO().Fonts->SetFontLoader(ImGuiFreeType::GetFontLoader());
    auto& current = context_state<Fonts>();
    current.regular = add_face(search.regular, search, current.has_icons);
    current.semibold = add_face(search.semibold, search, current.has_icons);
    current.bold = add_face(search.bold, search, current.has_icons);
    current.mono = add_face(search.mono, search, current.has_icons);
}

const Fonts& fonts() {
    return context_state<Fonts>();
}

}  // namespace throughline::gui
