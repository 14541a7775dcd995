// The look of a document as HTML: on a screen a sheet of paper, printed two A4 pages.
#pragma once

#include <string_view>

namespace throughline::report {

inline constexpr std::string_view kDocumentStyle = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: #eef1f6; }
body { margin: 24px auto; max-width: 900px; padding: 44px 52px; color: #171c26; background: #fff;
  border-radius: 10px; box-shadow: 0 1px 3px #171c2622, 0 8px 28px #171c2614;
  font: 15px/1.5 Inter, "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif; }
header { border-bottom: 3px solid #4353e0; padding-bottom: 14px; margin-bottom: 20px; }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -0.01em; margin: 0 0 4px; }
h2 { font-size: 17px; line-height: 1.3; margin: 28px 0 8px; }
p { margin: 0 0 10px; }
.subtitle, .quiet, footer { color: #4c5566; }
.subtitle { margin: 0; }
a { color: inherit; text-decoration: underline; text-decoration-color: #a9b3d6; text-underline-offset: 3px; }
a:hover { text-decoration-color: #4353e0; }
.tiles { display: flex; flex-wrap: wrap; gap: 12px; margin: 4px 0 14px; }
.tiles div { flex: 1 1 150px; padding: 12px 14px; background: #f5f7fb; border-radius: 8px; }
.tiles p { margin: 0; font-size: 12.5px; color: #4c5566; }
.tiles .large { font-size: 25px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; color: #171c26; }
table { border-collapse: collapse; width: 100%; margin: 0 0 12px; font-size: 13.5px; line-height: 1.4; }
th { text-align: left; font-weight: 600; color: #4c5566; font-size: 12.5px; white-space: nowrap; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid #e6e9ef; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 1.5px solid #c5ccd9; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td svg { display: block; margin-top: 1px; }
.mood { white-space: nowrap; }
.mood::before { content: ""; display: inline-block; width: 9px; height: 9px; margin-right: 6px; }
.good::before { background: #1a7f4b; border-radius: 50%; }
.watch::before { border: 5px solid transparent; border-top: 0; border-bottom: 9px solid #b45a09;
  width: 0; height: 0; }
.bad::before { background: #ce2c3b; }
ul { margin: 0 0 12px; padding-left: 20px; }
.charts { display: flex; flex-wrap: wrap; gap: 16px; margin: 6px 0 12px; }
figure { flex: 1 1 340px; margin: 0; padding: 12px 14px 8px; border: 1px solid #e6e9ef; border-radius: 8px; }
figcaption { font-size: 12.5px; color: #4c5566; line-height: 1.4; min-height: 3.2em; margin-bottom: 6px; }
figcaption strong { display: block; color: #171c26; font-size: 13.5px; }
figure svg { display: block; width: 100%; height: auto; }
.evidence { font-size: 12px; line-height: 1.45; color: #4c5566; columns: 2; column-gap: 28px; padding-left: 0;
  list-style: none; }
.evidence li { break-inside: avoid; padding: 1px 4px; overflow-wrap: anywhere; }
.evidence li:target { background: #fff0b8; }
.evidence b { color: #171c26; font-weight: 600; }
footer { font-size: 12px; margin-top: 18px; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  body { margin: 0; padding: 24px 18px; border-radius: 0; }
  .evidence { columns: 1; }
  section { overflow-x: auto; }
}
@page { size: A4; margin: 13mm 14mm; }
@media print {
  html, body { background: #fff; }
  body { margin: 0; max-width: none; padding: 0; border-radius: 0; box-shadow: none; font-size: 9pt; line-height: 1.3; }
  header { padding-bottom: 6pt; margin-bottom: 8pt; border-bottom-width: 2pt; }
  h1 { font-size: 17pt; } h2 { font-size: 11pt; margin: 7pt 0 2pt; break-after: avoid; }
  p { margin-bottom: 4pt; }
  .tiles { gap: 7pt; margin: 2pt 0 6pt; }
  .tiles div { flex: 1 1 0; padding: 5pt 8pt; border: 0.75pt solid #e6e9ef; background: #fff; }
  .tiles p { font-size: 7.5pt; } .tiles .large { font-size: 15pt; line-height: 1.25; }
  table { font-size: 8pt; line-height: 1.3; margin-bottom: 5pt; } th { font-size: 7.5pt; }
  th, td { padding: 2.2pt 7pt 2.2pt 0; }
  ul { margin-bottom: 5pt; padding-left: 13pt; }
  .charts { gap: 8pt; margin: 4pt 0 5pt; flex-wrap: nowrap; }
  figure { flex: 1 1 0; min-width: 0; padding: 6pt 8pt 4pt; break-inside: avoid; }
  figcaption { font-size: 7.5pt; min-height: 0; } figcaption strong { font-size: 8.5pt; }
  figure svg { max-height: 37mm; }
  td svg { height: 10pt; width: auto; margin: 0; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
  .mood, .mood::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .evidence { font-size: 6.2pt; line-height: 1.25; columns: 3; column-gap: 14pt; }
  .evidence li { padding: 0; }
  footer { font-size: 6.5pt; margin-top: 6pt; }
}
)";

}  // namespace throughline::report
