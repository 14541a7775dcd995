#include "core/journal/entry.h"
#include "tests/conformance/random_rows.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace throughline;
using namespace throughline::journal;

namespace {

// A good payload with one piece replaced.
std::string payload_with(const std::string& from, const std::string& to) {
    std::string text =
        R"({"v":1,"seq":7,"when":5,"actor":42,"kind":"done","command":"move-card","args":{},"nonce":"9f3c","of":0,)"
        R"("changes":[{"t":"term","id":3,"k":"i","f":{"kind":"region","value":"EU","retired":0}}]})";
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a payload written by hand is read") {
    const auto decoded = decode_payload(payload_with("", ""));
    REQUIRE(decoded.ok());
    CHECK(decoded->seq == 7);
    CHECK(decoded->draft.nonce == 0x9f3c);
    CHECK(decoded->draft.actor == model::PersonId{42});
    REQUIRE(decoded->draft.changes.size() == 1);
    CHECK(decoded->draft.changes[0].table->name == "term");
}

TEST_CASE("what is encoded decodes to the same") {
    test::Dice dice(11);
    model::Workspace workspace;
    for (int i = 1; i <= 300; ++i) {
        Draft draft;
        draft.when = {std::numeric_limits<std::int64_t>::min() + i};
        draft.actor = {dice.below(3)};
        draft.kind = static_cast<EntryKind>(dice.below(4));
        draft.command = test::random_text(dice);
        draft.args = "{}";
        draft.nonce = dice.any();
        draft.of = dice.below(100);
        draft.changes = test::random_changes(dice, workspace);
        REQUIRE(check_storable(draft).ok());
        const auto decoded = decode_payload(encode_payload(draft, i));
        REQUIRE_MESSAGE(decoded.ok(), (decoded ? "" : to_text(decoded.error())));
        REQUIRE(decoded->draft == draft);
        REQUIRE(decoded->seq == i);
        REQUIRE(encode_payload(decoded->draft, i) == encode_payload(draft, i));
    }
}

TEST_CASE("a payload is printed as the library prints the same document") {
    test::Dice dice(12);
    model::Workspace workspace;
    for (int i = 1; i <= 300; ++i) {
        Draft draft;
        draft.when = {i};
        draft.command = test::random_text(dice);
        draft.args = R"({"to":7,"cards":[1],"reason":"a\n\"b\" \u001f"})";
        draft.nonce = dice.any();
        draft.changes = test::random_changes(dice, workspace);
        const std::string payload = encode_payload(draft, i);
        REQUIRE(nlohmann::json::parse(payload).dump() == payload);
    }
}

TEST_CASE("a payload that is not one is Corrupt and says why") {
    struct Case {
        std::string payload;
        std::string words;
    };
    const std::vector<Case> cases{
        {"", "not JSON"},
        {"{", "not JSON"},
        {"null", "not an object"},
        {"[]", "not an object"},
        {"{}", "'v' is missing"},
        {payload_with(R"(]})", ""), "not JSON"},
        {payload_with(R"("v":1)", R"("v":2)"), "version 2 is unknown"},
        {payload_with(R"("v":1)", R"("v":"1")"), "'v' is not a whole number"},
        {payload_with(R"("seq":7)", R"("seq":0)"), "not valid"},
        {payload_with(R"("seq":7)", R"("seq":7.5)"), "'seq' is not a whole number"},
        {payload_with(R"("seq":7)", R"("seq":18446744073709551615)"),
         "'seq' is not a whole number"},
        {payload_with(R"("seq":7)", R"("seq":99999999999999999999999)"),
         "'seq' is not a whole number"},
        {payload_with(R"("seq":7)", R"("seq":1e999)"), "not JSON"},
        {payload_with(R"("when":5)", R"("when":null)"), "'when' is not a whole number"},
        {payload_with(R"("actor":42)", R"("actor":-1)"), "not valid"},
        {payload_with(R"("kind":"done")", R"("kind":"undone")"), "not valid"},
        {payload_with(R"("kind":"done")", R"("kind":3)"), "'kind' is not text"},
        {payload_with(R"("command":"move-card",)", ""), "'command' is missing"},
        {payload_with(R"("args":{})", R"("args":[])"), "'args' is not an object"},
        {payload_with(R"("9f3c")", R"("xyz")"), "not a hexadecimal number"},
        {payload_with(R"("9f3c")", R"("")"), "not a hexadecimal number"},
        {payload_with(R"("9f3c")", R"("10000000000000000")"), "not a hexadecimal number"},
        {payload_with(R"("changes":[)", R"("changes":[[],)"), "a change is not an object"},
        {payload_with(R"("t":"term")", R"("t":"tram")"), "table 'tram' is unknown"},
        {payload_with(R"("id":3)", R"("id":0)"), "no valid id"},
        {payload_with(R"("id":3)", R"("id":-3)"), "no valid id"},
        {payload_with(R"("k":"i")", R"("k":"x")"), "no valid id or kind"},
        {payload_with(R"("kind":"region")", R"("kinds":"region")"), "no field 'kinds'"},
        {payload_with(R"("kind":"region")", R"("id":4)"), "no field 'id'"},
        {payload_with(R"("kind":"region")", R"("kind":["region"])"), "cannot be read"},
        {payload_with(R"("kind":"region")", R"("kind":18446744073709551615)"), "cannot be read"},
        {payload_with(R"("k":"i")", R"("k":"u")"), "cannot be read"},
        {payload_with("region", "re\xFFgion"), "not JSON"},
        {payload_with("region", "re\xED\xA0\x80gion"), "not JSON"},
        {payload_with(R"("args":{})", R"("args":{"a":)" + std::string(100'000, '[') +
                                          std::string(100'000, ']') + "}"),
         "nested too deep"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.payload.substr(0, 300));
        const auto decoded = decode_payload(one.payload);
        REQUIRE_FALSE(decoded.ok());
        CHECK(decoded.error().code == ErrorCode::Corrupt);
        CHECK_MESSAGE(decoded.error().message.find(one.words) != std::string::npos,
                      decoded.error().message);
    }
}

TEST_CASE("brackets in a text are not nesting") {
    const auto decoded = decode_payload(payload_with("region", std::string(1000, '[') + "\\\"[{"));
    CHECK(decoded.ok());
}

TEST_CASE("a value that cannot be one of its field is refused when the entry is applied") {
    const auto decoded = decode_payload(payload_with(R"("retired":0)", R"("retired":2)"));
    REQUIRE(decoded.ok());
    model::Workspace workspace;
    const Status applied = apply(workspace, decoded->draft.changes);
    REQUIRE_FALSE(applied.ok());
    CHECK(applied.error().where == "term 3");
    CHECK(applied.error().message.find("'retired'") != std::string::npos);
}

TEST_CASE("an entry from before a field was added gives the field its blank value") {
    const auto decoded = decode_payload(payload_with(R"(,"retired":0)", ""));
    REQUIRE(decoded.ok());
    model::Workspace workspace;
    REQUIRE(apply(workspace, decoded->draft.changes).ok());
    CHECK_FALSE(workspace.find(model::TermId{3})->retired);
}

TEST_CASE("a draft that could not be read back is not storable") {
    const auto draft_with = [](std::size_t field, model::Value after) {
        Draft draft;
        draft.args = "{}";
        draft.changes = {{&model::table_of<model::Column>(),
                          1,
                          ChangeKind::Update,
                          {{field, {}, std::move(after)}}}};
        return draft;
    };
    const auto index = [](std::string_view name) {
        return *model::table_of<model::Column>().field_index(name);
    };
    CHECK(check_storable(draft_with(index("name"), std::string("fine"))).ok());
    CHECK_FALSE(check_storable(draft_with(index("name"), std::string("\xC3"))).ok());
    CHECK_FALSE(check_storable(draft_with(index("name"), {})).ok());
    CHECK_FALSE(check_storable(draft_with(index("name"), std::int64_t{1})).ok());
    CHECK_FALSE(
        check_storable(draft_with(index("rank"), std::numeric_limits<double>::infinity())).ok());
    CHECK_FALSE(
        check_storable(draft_with(index("rank"), std::numeric_limits<double>::quiet_NaN())).ok());
    CHECK_FALSE(check_storable(draft_with(index("kind"), std::string("no such kind"))).ok());
    CHECK(check_storable(draft_with(index("wip_limit"), {})).ok());
    CHECK_FALSE(check_storable(draft_with(0, std::int64_t{2})).ok());
    CHECK_FALSE(check_storable(draft_with(999, std::int64_t{2})).ok());
    Draft draft;
    CHECK(check_storable(draft).ok());
    draft.args = "[]";
    CHECK_FALSE(check_storable(draft).ok());
    draft.args = R"({"a":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
    CHECK_FALSE(check_storable(draft).ok());
}

TEST_CASE("the digest is BLAKE2b-256") {
    // The first value is published (draft-irtf-cfrg-vrf and libsodium's own tests use it): the hash
    // of no bytes.
    CHECK(digest("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(chain("", digest("a")) != chain("", digest("b")));
    CHECK(chain(digest("x"), digest("a")) != chain("", digest("a")));
}
