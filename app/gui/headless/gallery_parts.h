#pragma once
// The columns of the gallery. Only gallery.cpp calls these.

#include "app/gui/headless/gallery.h"

namespace throughline::gui::headless {

void gallery_form(GalleryState& state);
void gallery_controls(GalleryState& state);
void gallery_figures(GalleryState& state);
// Dialog, menu and toasts, when the state asks for them.
void gallery_overlays(GalleryState& state);

}  // namespace throughline::gui::headless
