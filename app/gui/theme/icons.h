#pragma once
// Icons by role, as UTF-8 in the Material Design Icons webfont (1.6.50) that every face carries.
// An icon always has a text beside it or in its tooltip. To add one: its name in the font's CSS,
// its code point here, a row in kAllIcons, and a look at the gallery picture.

#include <array>

namespace throughline::gui::icons {

// Code points of the icon font; text fonts are kept out of this range.
inline constexpr unsigned kFirst = 0xF001;
inline constexpr unsigned kLast = 0xF673;

// Actions.
inline constexpr const char* kPlus = "\xef\x90\x95";          // plus U+F415
inline constexpr const char* kMinus = "\xef\x8d\xb4";         // minus U+F374
inline constexpr const char* kSearch = "\xef\x8d\x89";        // magnify U+F349
inline constexpr const char* kFilter = "\xef\x88\xb6";        // filter-variant U+F236
inline constexpr const char* kSort = "\xef\x92\xba";          // sort U+F4BA
inline constexpr const char* kSettings = "\xef\x92\x93";      // settings U+F493
inline constexpr const char* kEdit = "\xef\x8f\xab";          // pencil U+F3EB
inline constexpr const char* kDelete = "\xef\x87\x80";        // delete U+F1C0
inline constexpr const char* kArchive = "\xef\x80\xbc";       // archive U+F03C
inline constexpr const char* kMore = "\xef\x87\x98";          // dots-horizontal U+F1D8
inline constexpr const char* kMoreVertical = "\xef\x87\x99";  // dots-vertical U+F1D9
inline constexpr const char* kCopy = "\xef\x86\x8f";          // content-copy U+F18F
inline constexpr const char* kDownload = "\xef\x87\x9a";      // download U+F1DA
inline constexpr const char* kUpload = "\xef\x95\x92";        // upload U+F552
inline constexpr const char* kSave = "\xef\x86\x93";          // content-save U+F193
inline constexpr const char* kSend = "\xef\x92\x8a";          // send U+F48A
inline constexpr const char* kUndo = "\xef\x95\x8c";          // undo U+F54C
inline constexpr const char* kRedo = "\xef\x91\x8e";          // redo U+F44E
inline constexpr const char* kRefresh = "\xef\x91\x90";       // refresh U+F450
inline constexpr const char* kSync = "\xef\x93\xa6";          // sync U+F4E6
inline constexpr const char* kOpen = "\xef\x8f\x8c";          // open-in-new U+F3CC
inline constexpr const char* kPlay = "\xef\x90\x8a";          // play U+F40A
inline constexpr const char* kPause = "\xef\x8f\xa4";         // pause U+F3E4
inline constexpr const char* kFullscreen = "\xef\x8a\x93";    // fullscreen U+F293
inline constexpr const char* kPin = "\xef\x90\x83";           // pin U+F403
inline constexpr const char* kSwap = "\xef\x93\xa2";          // swap-vertical U+F4E2
inline constexpr const char* kSelectAll = "\xef\x92\x86";     // select-all U+F486

// State.
inline constexpr const char* kCheck = "\xef\x84\xac";        // check U+F12C
inline constexpr const char* kCheckCircle = "\xef\x97\xa0";  // check-circle U+F5E0
inline constexpr const char* kClose = "\xef\x85\x96";        // close U+F156
inline constexpr const char* kAlert = "\xef\x80\xa6";        // alert U+F026
inline constexpr const char* kAlertCircle = "\xef\x80\xa8";  // alert-circle U+F028
inline constexpr const char* kInfo = "\xef\x8b\xbc";         // information U+F2FC
inline constexpr const char* kHelp = "\xef\x8b\x97";         // help-circle U+F2D7
inline constexpr const char* kLock = "\xef\x8c\xbe";         // lock U+F33E
inline constexpr const char* kUnlock = "\xef\x8c\xbf";       // lock-open U+F33F
inline constexpr const char* kBlocked = "\xef\x82\xad";      // block-helper U+F0AD
inline constexpr const char* kClock = "\xef\x85\x90";        // clock U+F150
inline constexpr const char* kTimer = "\xef\x94\x9b";        // timer U+F51B
inline constexpr const char* kHourglass = "\xef\x94\x9f";    // timer-sand U+F51F
inline constexpr const char* kFlag = "\xef\x88\xbb";         // flag U+F23B
inline constexpr const char* kStar = "\xef\x93\x8e";         // star U+F4CE
inline constexpr const char* kStarOutline = "\xef\x93\x92";  // star-outline U+F4D2
inline constexpr const char* kBell = "\xef\x82\x9c";         // bell-outline U+F09C
inline constexpr const char* kEye = "\xef\x88\x88";          // eye U+F208
inline constexpr const char* kEyeOff = "\xef\x88\x89";       // eye-off U+F209
inline constexpr const char* kShield = "\xef\x92\x98";       // shield U+F498
inline constexpr const char* kTrendUp = "\xef\x94\xb5";      // trending-up U+F535
inline constexpr const char* kTrendDown = "\xef\x94\xb3";    // trending-down U+F533
inline constexpr const char* kTrendFlat = "\xef\x94\xb4";    // trending-neutral U+F534

// Classes of service.
inline constexpr const char* kStandard = "\xef\x84\xb0";    // checkbox-blank-circle-outline U+F130
inline constexpr const char* kFixedDate = "\xef\x83\xb0";   // calendar-clock U+F0F0
inline constexpr const char* kExpedite = "\xef\x89\x81";    // flash U+F241
inline constexpr const char* kIntangible = "\xef\x8c\xb6";  // lightbulb-outline U+F336

// Things.
inline constexpr const char* kBoard = "\xef\x95\xad";          // view-column U+F56D
inline constexpr const char* kDashboard = "\xef\x95\xae";      // view-dashboard U+F56E
inline constexpr const char* kList = "\xef\x95\xb2";           // view-list U+F572
inline constexpr const char* kInbox = "\xef\x8b\xbb";          // inbox U+F2FB
inline constexpr const char* kChart = "\xef\x84\xaa";          // chart-line U+F12A
inline constexpr const char* kBarChart = "\xef\x84\xa8";       // chart-bar U+F128
inline constexpr const char* kAreaChart = "\xef\x84\xa7";      // chart-areaspline U+F127
inline constexpr const char* kTarget = "\xef\x93\xbe";         // target U+F4FE
inline constexpr const char* kPerson = "\xef\x80\x84";         // account U+F004
inline constexpr const char* kPeople = "\xef\x80\x8e";         // account-multiple U+F00E
inline constexpr const char* kPersonAdd = "\xef\x80\x94";      // account-plus U+F014
inline constexpr const char* kHistory = "\xef\x8b\x9a";        // history U+F2DA
inline constexpr const char* kComment = "\xef\x86\x82";        // comment-outline U+F182
inline constexpr const char* kLink = "\xef\x8c\xb9";           // link-variant U+F339
inline constexpr const char* kAttachment = "\xef\x8f\xa2";     // paperclip U+F3E2
inline constexpr const char* kCalendar = "\xef\x83\xad";       // calendar U+F0ED
inline constexpr const char* kCalendarBlank = "\xef\x83\xae";  // calendar-blank U+F0EE
inline constexpr const char* kChecklist = "\xef\x97\x87";      // playlist-check U+F5C7
inline constexpr const char* kDocument = "\xef\x88\x99";       // file-document U+F219
inline constexpr const char* kFolder = "\xef\x89\x8b";         // folder U+F24B
inline constexpr const char* kTag = "\xef\x93\xbc";            // tag-outline U+F4FC
inline constexpr const char* kBookmark = "\xef\x83\x80";       // bookmark U+F0C0
inline constexpr const char* kBook = "\xef\x82\xbd";           // book-open U+F0BD
inline constexpr const char* kHome = "\xef\x8b\x9c";           // home U+F2DC
inline constexpr const char* kMap = "\xef\x8d\x8d";            // map U+F34D
inline constexpr const char* kTrophy = "\xef\x94\xb8";         // trophy U+F538
inline constexpr const char* kRocket = "\xef\x91\xa3";         // rocket U+F463
inline constexpr const char* kMoney = "\xef\x86\xb3";          // currency-usd U+F1B3
inline constexpr const char* kGauge = "\xef\x8a\x9a";          // gauge U+F29A
inline constexpr const char* kLayers = "\xef\x8c\xa8";         // layers U+F328
inline constexpr const char* kBranch = "\xef\x98\xac";         // source-branch U+F62C
inline constexpr const char* kBalance = "\xef\x97\x91";        // scale-balance U+F5D1
inline constexpr const char* kBriefcase = "\xef\x83\x96";      // briefcase U+F0D6
inline constexpr const char* kMonitor = "\xef\x8d\xb9";        // monitor U+F379
inline constexpr const char* kKeyboard = "\xef\x8c\x8c";       // keyboard U+F30C
inline constexpr const char* kSun = "\xef\x96\xa8";            // white-balance-sunny U+F5A8
inline constexpr const char* kMoon = "\xef\x96\x94";           // weather-night U+F594
inline constexpr const char* kContrast = "\xef\x86\x97";       // contrast-circle U+F197

// Directions.
inline constexpr const char* kArrowUp = "\xef\x81\x9d";       // arrow-up U+F05D
inline constexpr const char* kArrowDown = "\xef\x81\x85";     // arrow-down U+F045
inline constexpr const char* kArrowLeft = "\xef\x81\x8d";     // arrow-left U+F04D
inline constexpr const char* kArrowRight = "\xef\x81\x94";    // arrow-right U+F054
inline constexpr const char* kChevronUp = "\xef\x85\x83";     // chevron-up U+F143
inline constexpr const char* kChevronDown = "\xef\x85\x80";   // chevron-down U+F140
inline constexpr const char* kChevronLeft = "\xef\x85\x81";   // chevron-left U+F141
inline constexpr const char* kChevronRight = "\xef\x85\x82";  // chevron-right U+F142
inline constexpr const char* kUnfold = "\xef\x95\x8f";        // unfold-more U+F54F
inline constexpr const char* kDrag = "\xef\x87\x9d";          // drag-vertical U+F1DD
inline constexpr const char* kMenu = "\xef\x8d\x9c";          // menu U+F35C

struct NamedIcon {
    const char* name;
    const char* text;
};
inline constexpr std::array kAllIcons = {
    NamedIcon{"Plus", kPlus},
    NamedIcon{"Minus", kMinus},
    NamedIcon{"Search", kSearch},
    NamedIcon{"Filter", kFilter},
    NamedIcon{"Sort", kSort},
    NamedIcon{"Settings", kSettings},
    NamedIcon{"Edit", kEdit},
    NamedIcon{"Delete", kDelete},
    NamedIcon{"Archive", kArchive},
    NamedIcon{"More", kMore},
    NamedIcon{"MoreVertical", kMoreVertical},
    NamedIcon{"Copy", kCopy},
    NamedIcon{"Download", kDownload},
    NamedIcon{"Upload", kUpload},
    NamedIcon{"Save", kSave},
    NamedIcon{"Send", kSend},
    NamedIcon{"Undo", kUndo},
    NamedIcon{"Redo", kRedo},
    NamedIcon{"Refresh", kRefresh},
    NamedIcon{"Sync", kSync},
    NamedIcon{"Open", kOpen},
    NamedIcon{"Play", kPlay},
    NamedIcon{"Pause", kPause},
    NamedIcon{"Fullscreen", kFullscreen},
    NamedIcon{"Pin", kPin},
    NamedIcon{"Swap", kSwap},
    NamedIcon{"SelectAll", kSelectAll},
    NamedIcon{"Check", kCheck},
    NamedIcon{"CheckCircle", kCheckCircle},
    NamedIcon{"Close", kClose},
    NamedIcon{"Alert", kAlert},
    NamedIcon{"AlertCircle", kAlertCircle},
    NamedIcon{"Info", kInfo},
    NamedIcon{"Help", kHelp},
    NamedIcon{"Lock", kLock},
    NamedIcon{"Unlock", kUnlock},
    NamedIcon{"Blocked", kBlocked},
    NamedIcon{"Clock", kClock},
    NamedIcon{"Timer", kTimer},
    NamedIcon{"Hourglass", kHourglass},
    NamedIcon{"Flag", kFlag},
    NamedIcon{"Star", kStar},
    NamedIcon{"StarOutline", kStarOutline},
    NamedIcon{"Bell", kBell},
    NamedIcon{"Eye", kEye},
    NamedIcon{"EyeOff", kEyeOff},
    NamedIcon{"Shield", kShield},
    NamedIcon{"TrendUp", kTrendUp},
    NamedIcon{"TrendDown", kTrendDown},
    NamedIcon{"TrendFlat", kTrendFlat},
    NamedIcon{"Standard", kStandard},
    NamedIcon{"FixedDate", kFixedDate},
    NamedIcon{"Expedite", kExpedite},
    NamedIcon{"Intangible", kIntangible},
    NamedIcon{"Board", kBoard},
    NamedIcon{"Dashboard", kDashboard},
    NamedIcon{"List", kList},
    NamedIcon{"Inbox", kInbox},
    NamedIcon{"Chart", kChart},
    NamedIcon{"BarChart", kBarChart},
    NamedIcon{"AreaChart", kAreaChart},
    NamedIcon{"Target", kTarget},
    NamedIcon{"Person", kPerson},
    NamedIcon{"People", kPeople},
    NamedIcon{"PersonAdd", kPersonAdd},
    NamedIcon{"History", kHistory},
    NamedIcon{"Comment", kComment},
    NamedIcon{"Link", kLink},
    NamedIcon{"Attachment", kAttachment},
    NamedIcon{"Calendar", kCalendar},
    NamedIcon{"CalendarBlank", kCalendarBlank},
    NamedIcon{"Checklist", kChecklist},
    NamedIcon{"Document", kDocument},
    NamedIcon{"Folder", kFolder},
    NamedIcon{"Tag", kTag},
    NamedIcon{"Bookmark", kBookmark},
    NamedIcon{"Book", kBook},
    NamedIcon{"Home", kHome},
    NamedIcon{"Map", kMap},
    NamedIcon{"Trophy", kTrophy},
    NamedIcon{"Rocket", kRocket},
    NamedIcon{"Money", kMoney},
    NamedIcon{"Gauge", kGauge},
    NamedIcon{"Layers", kLayers},
    NamedIcon{"Branch", kBranch},
    NamedIcon{"Balance", kBalance},
    NamedIcon{"Briefcase", kBriefcase},
    NamedIcon{"Monitor", kMonitor},
    NamedIcon{"Keyboard", kKeyboard},
    NamedIcon{"Sun", kSun},
    NamedIcon{"Moon", kMoon},
    NamedIcon{"Contrast", kContrast},
    NamedIcon{"ArrowUp", kArrowUp},
    NamedIcon{"ArrowDown", kArrowDown},
    NamedIcon{"ArrowLeft", kArrowLeft},
    NamedIcon{"ArrowRight", kArrowRight},
    NamedIcon{"ChevronUp", kChevronUp},
    NamedIcon{"ChevronDown", kChevronDown},
    NamedIcon{"ChevronLeft", kChevronLeft},
    NamedIcon{"ChevronRight", kChevronRight},
    NamedIcon{"Unfold", kUnfold},
    NamedIcon{"Drag", kDrag},
    NamedIcon{"Menu", kMenu},
};

}  // namespace throughline::gui::icons
