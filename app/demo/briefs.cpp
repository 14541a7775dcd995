#include "app/demo/briefs.h"

#include <array>
#include <cctype>
#include <initializer_list>

namespace throughline::demo {
namespace {

struct Subject {
    const char* form;
    const char* title;  // {p} product, {r} region, {s} segment
    const char* what;
    const char* measure;
    const char* baseline;
    const char* target;
};

constexpr std::array<Subject, 24> kSubjects{{
    {"campaign-launch", "{p} launch campaign, {r}",
     "Prospects learn that {p} is there and ask for a demo.", "Demo requests", "18 a month",
     "45 a month"},
    {"campaign-launch", "Renewal campaign for {s}",
     "Customers up for renewal see what is new before the call.", "Renewal rate", "86%", "90%"},
    {"content-asset", "Guide: {p} for {s}",
     "A guide that answers the questions {s} ask before they buy.", "Qualified downloads",
     "40 a month", "90 a month"},
    {"content-asset", "Case study: how {s} work with {p}",
     "A customer tells in their own words what changed.", "Use in sales calls", "0", "15 a month"},
    {"content-asset", "Benchmark report {r}", "Numbers nobody else has, which the press can quote.",
     "Mentions", "3", "12"},
    {"event", "Webinar: {p} in 30 minutes", "Trial users see the three things that make them stay.",
     "Attendance", "60", "140"},
    {"event", "Customer day {r}", "Customers meet each other and the product team.",
     "Expansion talks opened", "4", "12"},
    {"event", "Booth at the operations fair, {r}",
     "People with the problem find us and book a follow-up.", "Meetings booked", "25", "50"},
    {"email", "Onboarding mails for {s}", "New users reach their first result within a week.",
     "Activated within 7 days", "34%", "50%"},
    {"email", "Win-back mail to {s}", "Accounts that went quiet take another look.",
     "Reactivated accounts", "2%", "5%"},
    {"email", "Newsletter special: {p}", "Readers understand what is new and try it.", "Click rate",
     "2.1%", "3.5%"},
    {"web-page", "Landing page {p}, {r}", "Visitors from ads find what the ad promised.",
     "Conversion", "1.8%", "3%"},
    {"web-page", "Pricing page for {s}", "Buyers find their plan without a call.",
     "Plan chosen without contact", "22%", "35%"},
    {"web-page", "Comparison page {p}",
     "Evaluators see honestly where we are better and where not.", "Organic visits", "900",
     "2,500"},
    {"web-page", "Partner directory {r}", "Customers find help near them.", "Partner enquiries",
     "5 a month", "20 a month"},
    {"sales-enablement", "Battle card {p}", "Sales answers the three objections that lose deals.",
     "Win rate against the leader", "31%", "40%"},
    {"sales-enablement", "Deck for {s}", "One story for first calls, in ten slides.",
     "Second meetings", "38%", "50%"},
    {"sales-enablement", "One-pager {p}, {r}", "What a champion forwards to the buyer.",
     "Forwarded links", "12", "60"},
    {"research", "Interviews with {s}", "We know why they leave after the trial.",
     "Reasons with evidence", "0", "5"},
    {"research", "Message test {p}", "We know which promise is believed.",
     "Preference for the winner", "unknown", "60%"},
    {"campaign-launch", "Always-on search, {r}", "People who search for the problem find us first.",
     "Cost per demo", "190", "140"},
    {"content-asset", "Video: {p} in two minutes", "A visitor gets it without reading.",
     "Watched to the end", "28%", "50%"},
    {"email", "Product update to {s}", "Users know what changed and where.",
     "Feature use after 14 days", "11%", "25%"},
    {"event", "Round table with {s}", "Eight decision makers talk, we listen.",
     "Follow-up meetings", "2", "6"},
}};

constexpr std::array<const char*, 8> kProducts{"Reporting",    "Forecasts",    "Mobile app",
                                               "Integrations", "Team plans",   "API",
                                               "Automation",   "Security pack"};
constexpr std::array<const char*, 5> kRegions{"EMEA", "DACH", "North America", "APAC", "LATAM"};
constexpr std::array<const char*, 8> kSegments{
    "operations leads", "finance teams",      "agencies", "trial users",
    "IT buyers",        "mid-size customers", "partners", "founders"};
constexpr std::array<const char*, 6> kRequesters{"tom", "ingrid", "raj", "claire", "lena", "nina"};
constexpr std::array<const char*, 6> kWhyNow{
    "The release is in six weeks, and sales asks for it in every call.",
    "Three of the last ten lost deals named this.",
    "Renewals of the top forty accounts begin next month.",
    "The competitor moved last week; we should be heard while it is a topic.",
    "The fair is the one date in the year when all of them are in one place.",
    "The page still shows last year's product, and traffic to it has doubled.",
};

std::string replace_all(std::string text, std::string_view mark, std::string_view value) {
    for (std::size_t at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + value.size())) {
        text.replace(at, mark.size(), value);
    }
    return text;
}

// What the template itself asks.
void answer_own_questions(const std::string& form, const std::string& region, Day day,
                          Random& random, model::TextMap& answers) {
    const auto choose = [&](std::initializer_list<const char*> values) {
        return std::string(values.begin()[random.below(values.size())]);
    };
    if (form == "campaign-launch") {
        answers["channel"] = choose({"Paid search", "Paid social", "Email", "Website"});
        answers["region"] = region;
        answers["budget"] = std::to_string(2000 + 500 * random.below(30));
    } else if (form == "content-asset") {
        answers["format"] = choose({"Article", "Guide", "Case study", "Video"});
    } else if (form == "event") {
        answers["event_date"] = to_text(day + 35 + static_cast<int>(random.below(40)));
        answers["event_kind"] = choose({"Trade show", "Webinar", "Customer day", "Dinner"});
        answers["region"] = region;
    } else if (form == "email") {
        answers["segment"] =
            choose({"Trial users of the last 30 days", "Customers without a login for 60 days",
                    "Newsletter readers in the region"});
        answers["sequence"] = choose({"One mail", "Two or three"});
    } else if (form == "web-page") {
        answers["page_kind"] =
            choose({"New page", "Change of text", "Change of layout", "Experiment"});
    } else if (form == "sales-enablement") {
        answers["asset_kind"] = choose({"Deck", "One-pager", "Battle card", "Demo script"});
        answers["product"] = choose({"Core", "Add-ons", "Services"});
    } else if (form == "research") {
        answers["decision"] = "Which message leads the next campaign.";
        answers["method"] = choose({"Interviews", "Survey", "Test"});
    }
}

}  // namespace

Ask make_ask(std::size_t n, Day day, Random& random) {
    // Each round through the subjects takes other products, regions and segments, so that titles do
    // not repeat within a quarter.
    const std::size_t which = (n * 7) % kSubjects.size();
    const std::size_t round = n / kSubjects.size();
    const Subject& subject = kSubjects[which];
    const std::string product = kProducts[(which + 3 * round) % kProducts.size()];
    const std::string region = kRegions[(which + round) % kRegions.size()];
    const std::string segment = kSegments[(3 * which + round) % kSegments.size()];
    const auto fill = [&](const char* text) {
        std::string out = replace_all(replace_all(replace_all(text, "{p}", product), "{r}", region),
                                      "{s}", segment);
        out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
        return out;
    };
    Ask ask;
    ask.form = subject.form;
    ask.requester = kRequesters[random.below(kRequesters.size())];
    ask.title = fill(subject.title);
    ask.answers = {{"what", fill(subject.what)},
                   {"audience", fill("{s} in {r}")},
                   {"why_now", kWhyNow[random.below(kWhyNow.size())]},
                   {"success_measure", subject.measure},
                   {"success_baseline", subject.baseline},
                   {"success_target", subject.target},
                   {"objective", "triage"},
                   {"needed_by", "none"}};
    if (random.chance(0.35)) {
        ask.answers["needed_by"] = to_text(day + 25 + static_cast<int>(random.below(45)));
        ask.answers["needed_by_reason"] = random.chance(0.5)
                                              ? "The date of the release is public"
                                              : "Sales has promised it to three customers";
    }
    answer_own_questions(ask.form, region, day, random, ask.answers);
    return ask;
}

}  // namespace throughline::demo
