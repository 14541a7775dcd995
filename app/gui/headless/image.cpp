#include "app/gui/headless/image.h"

#include <cstddef>
#include <cstdlib>
#include <fstream>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_image_write.h>
#pragma GCC diagnostic pop

namespace throughline::gui::headless {
namespace {

void append_bytes(void* context, void* data, int size) {
    static_cast<std::string*>(context)->append(static_cast<const char*>(data),
                                               static_cast<std::size_t>(size));
}

bool near(std::uint32_t a, std::uint32_t b, int tolerance) {
    for (const int shift : {0, 8, 16, 24}) {
        const int x = static_cast<int>((a >> shift) & 0xFFu);
        const int y = static_cast<int>((b >> shift) & 0xFFu);
        if (std::abs(x - y) > tolerance) return false;
    }
    return true;
}

}  // namespace

std::uint32_t Image::at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
}

Image make_image(int width, int height, std::uint32_t colour) {
    return {width, height,
            std::vector<std::uint32_t>(
                static_cast<std::size_t>(width) * static_cast<std::size_t>(height), colour)};
}

std::string encode_png(const Image& image) {
    std::string bytes;
    if (image.pixels.empty()) return bytes;
    stbi_write_png_to_func(append_bytes, &bytes, image.width, image.height, 4, image.pixels.data(),
                           image.width * 4);
    return bytes;
}

bool write_png(const Image& image, const std::filesystem::path& file) {
    const std::string bytes = encode_png(image);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    return !bytes.empty() && out.good();
}

double difference(const Image& a, const Image& b, int tolerance) {
    if (a.width != b.width || a.height != b.height || a.pixels.empty()) return 1.0;
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        if (!near(a.pixels[i], b.pixels[i], tolerance)) ++differing;
    }
    return static_cast<double>(differing) / static_cast<double>(a.pixels.size());
}

}  // namespace throughline::gui::headless
