#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "app/gui/theme/theme.h"

namespace {

using namespace throughline::gui;

struct Named {
    std::string name;
    ImU32 colour;
};

struct Variant {
    const char* name;
    ThemeSettings settings;
};
constexpr Variant kVariants[] = {
    {"light", {.mode = Mode::Light}},
    {"dark", {.mode = Mode::Dark}},
    {"light, high contrast", {.mode = Mode::Light, .high_contrast = true}},
    {"dark, high contrast", {.mode = Mode::Dark, .high_contrast = true}}};

std::vector<Named> grounds(const Theme& t) {
    return {{"bg", t.bg},
            {"rail", t.rail},
            {"surface", t.surface},
            {"raised", t.surface_raised},
            {"column", t.column},
            {"card", t.card},
            {"card_hover", t.card_hover},
            {"field", t.field}};
}

void check_ratio(const Named& top, const Named& ground, float least) {
    CAPTURE(top.name);
    CAPTURE(ground.name);
    CHECK(contrast_ratio(flatten(top.colour, ground.colour), ground.colour) >= least);
}

void check_tone(const std::string& name, const ToneColours& c, const Theme& t) {
    for (const Named& ground : {Named{"surface", t.surface}, Named{"card", t.card},
                                Named{"column", t.column}, Named{"its soft", c.soft}}) {
        check_ratio({name + " ink", c.ink}, ground, 4.5f);
    }
    check_ratio({name + " on fill", c.on_fill}, {"its fill", c.fill}, 4.5f);
    for (const Named& ground : {Named{"surface", t.surface}, Named{"card", t.card}}) {
        check_ratio({name + " fill", c.fill}, ground, 3.0f);
        check_ratio({name + " edge", c.edge}, ground, 3.0f);
    }
}

using Rgb = std::array<double, 3>;

Rgb linear(ImU32 colour) {
    Rgb result{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double v = static_cast<double>((colour >> (8 * i)) & 0xFFu) / 255.0;
        result[i] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    }
    return result;
}

// Machado, Oliveira, Fernandes (2009), severity 1: protan, deutan, tritan; first the usual vision.
constexpr std::array<std::array<double, 9>, 4> kVisions = {{
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}};

std::array<double, 3> lab(const Rgb& rgb, const std::array<double, 9>& m) {
    Rgb s{};
    for (std::size_t i = 0; i < 3; ++i) {
        s[i] =
            std::clamp(m[i * 3] * rgb[0] + m[i * 3 + 1] * rgb[1] + m[i * 3 + 2] * rgb[2], 0.0, 1.0);
    }
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
    const double x = f((0.4124 * s[0] + 0.3576 * s[1] + 0.1805 * s[2]) / 0.9505);
    const double y = f(0.2126 * s[0] + 0.7152 * s[1] + 0.0722 * s[2]);
    const double z = f((0.0193 * s[0] + 0.1192 * s[1] + 0.9505 * s[2]) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(ImU32 a, ImU32 b, const std::array<double, 9>& vision) {
    const auto p = lab(linear(a), vision);
    const auto q = lab(linear(b), vision);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

}  // namespace

TEST_CASE("white on black is 21, a colour on itself 1") {
    CHECK(contrast_ratio(rgb(0xFFFFFF), rgb(0x000000)) == doctest::Approx(21.0));
    CHECK(contrast_ratio(rgb(0x4353E0), rgb(0x4353E0)) == doctest::Approx(1.0));
    CHECK(contrast_ratio(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("every text role reads on every ground") {
    for (const Variant& variant : kVariants) {
        CAPTURE(variant.name);
        const Theme t = make_theme(variant.settings);
        const float least = variant.settings.high_contrast ? 7.0f : 4.5f;
        for (const Named& ground : grounds(t)) {
            for (const Named& text : {Named{"text", t.text}, Named{"muted", t.text_muted},
                                      Named{"faint", t.text_faint}}) {
                check_ratio(text, ground, text.name == "faint" ? 4.5f : least);
            }
            check_ratio({"focus", t.focus}, ground, 3.0f);
            check_ratio({"strong border", t.border_strong}, ground, 3.0f);
        }
        check_ratio({"text", t.text}, {"selected", flatten(t.selected, t.surface)}, 4.5f);
        check_ratio({"accent text", t.accent_text}, {"accent", t.accent}, 4.5f);
        check_ratio({"accent text", t.accent_text}, {"accent hover", t.accent_hover}, 4.5f);
    }
}

TEST_CASE("tones, ages and classes read and are seen") {
    for (const Variant& variant : kVariants) {
        CAPTURE(variant.name);
        const Theme t = make_theme(variant.settings);
        for (std::size_t i = 0; i < t.tones.size(); ++i)
            check_tone("tone " + std::to_string(i), t.tones[i], t);
        for (std::size_t i = 0; i < t.ages.size(); ++i)
            check_tone("age " + std::to_string(i), t.ages[i], t);
        for (std::size_t i = 0; i < t.classes.size(); ++i)
            check_tone("class " + std::to_string(i), t.classes[i], t);
    }
}

TEST_CASE("category colours are seen on cards and their letters read") {
    for (const Variant& variant : kVariants) {
        CAPTURE(variant.name);
        const Theme t = make_theme(variant.settings);
        for (std::size_t i = 0; i < kCategoryCount; ++i) {
            const CategoryColours& c = t.category(i);
            const std::string name = "category " + std::to_string(i);
            for (const Named& ground :
                 {Named{"card", t.card}, Named{"surface", t.surface}, Named{"column", t.column}}) {
                check_ratio({name, c.fill}, ground, 3.0f);
            }
            check_ratio({name + " letter", c.on_fill}, {"its fill", c.fill}, 4.5f);
            for (const Named& ground :
                 {Named{"its soft", c.soft}, Named{"card", t.card}, Named{"surface", t.surface}}) {
                check_ratio({name + " ink", c.ink}, ground, 4.5f);
            }
        }
    }
}

TEST_CASE("no two category colours look alike to usual, protan, deutan or tritan vision") {
    for (const Mode mode : {Mode::Light, Mode::Dark}) {
        const Theme t = make_theme({.mode = mode});
        for (std::size_t i = 0; i < kCategoryCount; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                for (const auto& vision : kVisions) {
                    CAPTURE(i);
                    CAPTURE(j);
                    CHECK(distance(t.category(i).fill, t.category(j).fill, vision) >= 15.0);
                }
            }
        }
    }
}

TEST_CASE("sizes are whole pixels at every scale") {
    for (const float scale : {1.0f, 1.25f, 1.5f, 2.0f}) {
        const Sizes s = make_sizes(scale);
        for (const float value :
             {s.hair, s.xs, s.sm, s.md, s.lg, s.control, s.row, s.chip, s.radius}) {
            CHECK(value == std::round(value));
            CHECK(value >= 1.0f);
        }
    }
    CHECK(make_sizes(2.0f).control == 2.0f * make_sizes(1.0f).control);
}
