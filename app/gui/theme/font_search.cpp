#include <cstdlib>
#include <initializer_list>
#include <string_view>

#include "app/gui/theme/fonts.h"

namespace throughline::gui {
namespace {

std::vector<std::string> paths(const std::string& own_folder,
                               std::initializer_list<std::string_view> files) {
    std::vector<std::string> result;
    for (const std::string_view file : files) {
        if (!own_folder.empty()) {
            result.push_back(own_folder + "/" +
                             std::string(file.substr(file.find_last_of('/') + 1)));
        }
    }
    for (const std::string_view file : files)
        result.emplace_back(file);
    return result;
}

std::string folder_from_environment() {
    const char* value = std::getenv("THROUGHLINE_FONTS");
    return value != nullptr ? value : "";
}

}  // namespace

FontSearch default_font_search() {
    const std::string own = folder_from_environment();
    FontSearch s;
    s.regular =
        paths(own, {"/usr/share/fonts/opentype/inter/Inter-Regular.otf",
                    "/usr/share/fonts/inter/Inter-Regular.otf",
                    "/usr/share/fonts/truetype/inter/Inter-Regular.ttf",
                    "/Library/Fonts/Inter-Regular.otf", "C:/Windows/Fonts/Inter-Regular.otf",
                    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
                    "/System/Library/Fonts/Supplemental/Arial.ttf", "C:/Windows/Fonts/segoeui.ttf",
                    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"});
    s.semibold = paths(
        own, {"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
              "/usr/share/fonts/inter/Inter-SemiBold.otf",
              "/usr/share/fonts/truetype/inter/Inter-SemiBold.ttf",
              "/Library/Fonts/Inter-SemiBold.otf", "C:/Windows/Fonts/Inter-SemiBold.otf",
              "/usr/share/fonts/truetype/noto/NotoSans-SemiBold.ttf",
              "/System/Library/Fonts/Supplemental/Arial Bold.ttf", "C:/Windows/Fonts/seguisb.ttf",
              "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"});
    s.bold = paths(
        own,
        {"/usr/share/fonts/opentype/inter/Inter-Bold.otf", "/usr/share/fonts/inter/Inter-Bold.otf",
         "/usr/share/fonts/truetype/inter/Inter-Bold.ttf", "/Library/Fonts/Inter-Bold.otf",
         "C:/Windows/Fonts/Inter-Bold.otf", "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
         "/System/Library/Fonts/Supplemental/Arial Bold.ttf", "C:/Windows/Fonts/segoeuib.ttf",
         "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"});
    s.mono = paths(own, {"/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf",
                         "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
                         "/usr/share/fonts/dejavu-sans-mono-fonts/DejaVuSansMono.ttf",
                         "/System/Library/Fonts/Menlo.ttc", "C:/Windows/Fonts/consola.ttf"});
    s.icons = paths(
        own,
        {"/usr/share/fonts/truetype/materialdesignicons-webfont/materialdesignicons-webfont.ttf",
         "/Library/Fonts/materialdesignicons-webfont.ttf",
         "C:/Windows/Fonts/materialdesignicons-webfont.ttf"});
    s.wide = paths(own, {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                         "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
                         "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
                         "C:/Windows/Fonts/seguisym.ttf"});
    s.cjk = paths(own, {"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
                        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
                        "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
                        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
                        "/System/Library/Fonts/PingFang.ttc", "C:/Windows/Fonts/msyh.ttc"});
    s.emoji = paths(own, {"/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
                          "/usr/share/fonts/google-noto-emoji/NotoColorEmoji.ttf"});
    return s;
}

}  // namespace throughline::gui
