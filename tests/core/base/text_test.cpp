#include "core/base/text.h"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;

TEST_CASE("malformed UTF-8 is found and replaced byte by byte") {
    CHECK(is_valid_utf8("Größe, 目, 😀"));
    for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\x80", "a\xE2\x82",
                            "\xF4\x90\x80\x80"}) {
        CHECK_FALSE(is_valid_utf8(bad));
        CHECK(is_valid_utf8(to_valid_utf8(bad)));
    }
    CHECK(to_valid_utf8("a\xFFz") == "a\xEF\xBF\xBDz");
    CHECK(utf8_length("Größe 😀") == 7);
}

TEST_CASE("text is trimmed, split and joined") {
    CHECK(trim(" \t a b \r\n") == "a b");
    CHECK(trim("   ").empty());
    CHECK(split("a,,b", ',') == std::vector<std::string>{"a", "", "b"});
    CHECK(split("", ',') == std::vector<std::string>{""});
    CHECK(join({"a", "b", "a"}, ", ") == "a, b, a");
    CHECK(join({"", "", ""}, "-") == "--");
    CHECK(join({}, "-").empty());
}

TEST_CASE("folding drops case and Latin accents") {
    CHECK(fold("ÀÉÎÕÜ Çñ") == "aeiou cn");
    CHECK(fold("ŠŽłŃ") == "szln");
    CHECK(fold("ÆŒĲŊ") == "æœĳŋ");
    CHECK(fold("ΑΩ АЯЁ") == "αω аяё");
    CHECK(fold("straße × ÷") == "straße × ÷");
    CHECK(fold("目") == "目");
}

TEST_CASE("a slug holds small Latin letters, digits and single hyphens") {
    CHECK(slug("Launch prep (EU)") == "launch-prep-eu");
    CHECK(slug("  Überprüfung!  ") == "uberprufung");
    CHECK(slug("目標").empty());
    CHECK(slug("--a--b--") == "a-b");
}

TEST_CASE("titles are alike by words and letters") {
    CHECK(likeness("Spring launch", "spring LAUNCH") == doctest::Approx(1));
    CHECK(likeness("Spring launch", "Launch of spring") > 0.7);
    CHECK(likeness("Spring launch", "Quarterly report") < 0.2);
    CHECK(likeness("", "a") == 0);
}

TEST_CASE("counts are written with their word") {
    CHECK(plural(1, "card", "cards") == "1 card");
    CHECK(plural(0, "card", "cards") == "0 cards");
}
