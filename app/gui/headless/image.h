#pragma once
// A picture in memory and its way into a PNG file.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace throughline::gui::headless {

// Rows from the top, one 32-bit value a pixel: red in the lowest byte, then green, blue, alpha.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;

    [[nodiscard]] std::uint32_t at(int x, int y) const;
    bool operator==(const Image&) const = default;
};

[[nodiscard]] Image make_image(int width, int height, std::uint32_t colour);
// The bytes of a PNG file; empty only if memory ran out inside the writer.
[[nodiscard]] std::string encode_png(const Image& image);
// Writes or replaces the file; false when it could not be written.
[[nodiscard]] bool write_png(const Image& image, const std::filesystem::path& file);
// Share of pixels (0..1) in which any channel differs by more than `tolerance`; 1 if sizes differ.
[[nodiscard]] double difference(const Image& a, const Image& b, int tolerance = 8);

}  // namespace throughline::gui::headless
