#include "app/gui/headless/renderer.h"

#include <algorithm>
#include <cstddef>

#include "app/gui/headless/raster.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace throughline::gui::headless {
namespace {

// A texture's id is its address, so that drawing finds the pixels without a table.
void accept(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantDestroy) {
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    } else if (texture.Status != ImTextureStatus_OK &&
               texture.Status != ImTextureStatus_Destroyed) {
        texture.SetTexID(reinterpret_cast<ImTextureID>(&texture));
        texture.SetStatus(ImTextureStatus_OK);
    }
}

Texture texture_of(const ImDrawCmd& command) {
    auto* data = reinterpret_cast<ImTextureData*>(command.GetTexID());
    return {reinterpret_cast<const std::uint32_t*>(data->GetPixels()), data->Width, data->Height};
}

ClipBox clip_of(const ImDrawCmd& command, const ImDrawData& data, const Image& target) {
    const ImVec4& clip = command.ClipRect;
    const ImVec2 origin = data.DisplayPos;
    return {std::max(0, static_cast<int>(clip.x - origin.x)),
            std::max(0, static_cast<int>(clip.y - origin.y)),
            std::min(target.width, static_cast<int>(clip.z - origin.x)),
            std::min(target.height, static_cast<int>(clip.w - origin.y))};
}

// Two triangles that ImGui wrote as one upright rectangle of one colour: corners 0 1 2, 0 2 3.
bool is_rectangle(const ImDrawIdx* index, const ImDrawVert* vertices) {
    if (index[0] != index[3] || index[2] != index[4]) return false;
    const ImDrawVert& a = vertices[index[0]];
    const ImDrawVert& b = vertices[index[1]];
    const ImDrawVert& c = vertices[index[2]];
    const ImDrawVert& d = vertices[index[5]];
    const bool upright = a.pos.x == d.pos.x && a.pos.y == b.pos.y && b.pos.x == c.pos.x &&
                         c.pos.y == d.pos.y && a.pos.x < b.pos.x && a.pos.y < d.pos.y;
    const bool plain = a.col == b.col && a.col == c.col && a.col == d.col;
    return upright && plain && a.uv.y == b.uv.y && a.uv.x == d.uv.x;
}

void draw_command(const ImDrawList& list, const ImDrawCmd& command, const ImDrawData& data,
                  Image& target) {
    const ClipBox clip = clip_of(command, data, target);
    if (clip.empty()) return;
    const Texture texture = texture_of(command);
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        if (i + 5 < command.ElemCount && is_rectangle(index + i, vertices)) {
            draw_rect(target, clip, texture, vertices[index[i]], vertices[index[i + 2]]);
            i += 3;
            continue;
        }
        draw_triangle(target, clip, texture, vertices[index[i]], vertices[index[i + 1]],
                      vertices[index[i + 2]]);
    }
}

}  // namespace

void init_renderer() {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendRendererName = "processor";
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

void accept_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
        accept(*texture);
}

void render(const ImDrawData& data, Image& target) {
    if (data.Textures != nullptr) {
        for (ImTextureData* texture : *data.Textures)
            accept(*texture);
    }
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.UserCallback == nullptr && command.ElemCount > 0)
                draw_command(*list, command, data, target);
        }
    }
}

void shutdown_renderer() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::GetIO().BackendRendererName = nullptr;
}

}  // namespace throughline::gui::headless
