#include "app/gui/theme/fallback_loader.h"

#include <cmath>
#include <cstddef>
#include <cstring>

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/fallback_faces.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace throughline::gui {
namespace {

constexpr ImWchar kVariationSelector = 0xFE0F;
constexpr ImWchar kJoiner = 0x200D;

// What travels in ImFontConfig::FontData: owned and freed by the atlas, so no registry is needed.
struct Descriptor {
    int face_index = 0;
    float em_scale = 1.0f;
    char path[1] = {0};  // continues behind the struct
};

const Descriptor& descriptor(const ImFontConfig* source) {
    return *static_cast<const Descriptor*>(source->FontData);
}

FT_Face face_of(const ImFontConfig* source) {
    const Descriptor& d = descriptor(source);
    return context_state<FallbackFaces>().open(d.path, d.face_index);
}

bool init_source(ImFontAtlas*, ImFontConfig*) {
    return true;
}

void destroy_source(ImFontAtlas*, ImFontConfig*) {}

// ASCII never comes from here: emoji faces have digits of their own.
bool contains_glyph(ImFontAtlas*, ImFontConfig* source, ImWchar codepoint) {
    if (codepoint < 0x80) return false;
    const FT_Face face = face_of(source);
    return face != nullptr && FT_Get_Char_Index(face, codepoint) != 0;
}

bool place_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked,
                 const GlyphPicture& picture, float density, ImFontGlyph* out) {
    if (picture.width == 0 || picture.height == 0) return true;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, picture.width, picture.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    out->Visible = true;
    out->Colored = picture.coloured;
    out->PackId = id;
    out->X0 = picture.left / density;
    out->Y0 = std::round(baked->Ascent) + picture.top / density;
    if (picture.coloured) out->Y0 = std::round(out->Y0);
    out->X1 = out->X0 + static_cast<float>(picture.width) / density;
    out->Y1 = out->Y0 + static_cast<float>(picture.height) / density;
    ImFontAtlasBakedSetFontGlyphBitmap(
        atlas, baked, source, out, ImFontAtlasPackGetRect(atlas, id),
        reinterpret_cast<const unsigned char*>(picture.pixels.data()), ImTextureFormat_RGBA32,
        picture.width * 4);
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*,
                ImWchar codepoint, ImFontGlyph* out, float* advance_only) {
    if (codepoint < 0x80) return false;
    if (codepoint == kVariationSelector ||
        codepoint == kJoiner) {  // drawn as nothing, not as a box
        if (advance_only != nullptr) {
            *advance_only = 0.0f;
        } else {
            out->Codepoint = codepoint & 0x3FFFFFFu;
            out->AdvanceX = 0.0f;
        }
        return true;
    }
    const FT_Face face = face_of(source);
    const FT_UInt glyph = face != nullptr ? FT_Get_Char_Index(face, codepoint) : 0;
    if (glyph == 0) return false;
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    GlyphPicture picture;
    const float pixel_size = baked->Size * density * descriptor(source).em_scale;
    if (!draw_glyph(face, glyph, pixel_size, advance_only == nullptr, picture)) return false;
    if (advance_only != nullptr) {
        *advance_only = picture.advance / density;
        return true;
    }
    out->Codepoint = codepoint & 0x3FFFFFFu;
    out->AdvanceX = picture.advance / density;
    return place_glyph(atlas, source, baked, picture, density, out);
}

// Constant, and shared by all contexts: ImGui keeps only pointers to loaders.
const ImFontLoader* loader() {
    static const ImFontLoader instance = [] {
        ImFontLoader l;
        l.Name = "Fallback";
        l.FontSrcInit = init_source;
        l.FontSrcDestroy = destroy_source;
        l.FontSrcContainsGlyph = contains_glyph;
        l.FontBakedLoadGlyph = load_glyph;
        return l;
    }();
    return &instance;
}

}  // namespace

void merge_fallback(ImFontAtlas& atlas, const FallbackFace& face) {
    const std::size_t size = sizeof(Descriptor) + face.path.size();
    auto* data = static_cast<Descriptor*>(IM_ALLOC(size));
    std::memset(static_cast<void*>(data), 0, size);
    data->face_index = face.face_index;
    data->em_scale = face.em_scale;
    std::memcpy(reinterpret_cast<char*>(data) + offsetof(Descriptor, path), face.path.c_str(),
                face.path.size() + 1);
    ImFontConfig config;
    config.MergeMode = true;
    config.FontLoader = loader();
    config.FontData = data;
    config.FontDataSize = static_cast<int>(size);
    config.FontDataOwnedByAtlas = true;
    ImStrncpy(config.Name, "fallback", sizeof config.Name);
    atlas.AddFont(&config);
}

}  // namespace throughline::gui
