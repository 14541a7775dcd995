#pragma once
// Draws ImDrawData on the processor: no display, no GL. Blends as the GL backend does (straight
// alpha, in the space of the stored values). The same input gives the same bits on every run.

#include "app/gui/headless/image.h"

struct ImDrawData;

namespace throughline::gui::headless {

// Tells the current context that this renderer takes textures and large meshes. Once per context.
void init_renderer();
// Marks textures as uploaded without drawing; for runs that need no picture.
void accept_textures();
// Draws over `target`, which is not cleared; what lies outside of it is left out. Texture requests
// are served first.
void render(const ImDrawData& data, Image& target);
// Before the context is destroyed.
void shutdown_renderer();

}  // namespace throughline::gui::headless
