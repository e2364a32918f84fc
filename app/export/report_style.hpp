#pragma once
#include <string_view>

/// How a report's page looks: the colours, sizes and spaces of the program, on screens of any width and on paper.
namespace gs::report {

inline constexpr std::string_view kStyle = R"css(
:root{--page:#f1eee7;--panel:#fff;--inset:#f5f3ed;--ink:#1b2026;--second:#545c64;--third:#666e76;--hair:#e2ded5;--accent:#0b6e4f;--soft:#dcebe3;--warn:#8a4a12}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:14px/20px "Noto Sans","Noto Sans Arabic","Noto Sans CJK SC",system-ui,sans-serif}
main,body>header,body>footer{max-width:1040px;margin:0 auto;padding:0 20px}
body>header{padding-top:40px;padding-bottom:20px}
.program{margin:0;color:var(--accent);font-weight:700}
h1{margin:8px 0 4px;font:700 36px/44px "Noto Serif Display","Noto Serif",Georgia,serif}
:lang(zh) h1,:lang(ar) h1{font:700 30px/42px "Noto Sans Arabic","Noto Sans CJK SC","Noto Sans",sans-serif}
.subtitle{margin:0 0 12px;font-size:18px;line-height:24px;color:var(--second)}
.about{margin:0;padding:0;list-style:none;color:var(--second);font-size:12px;line-height:18px}
.about li{overflow-wrap:anywhere}
nav{margin:0 auto;max-width:1040px;padding:0 20px 12px}
nav h2{margin:0;font-size:12px;line-height:16px;color:var(--third)}
nav ol{margin:4px 0 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px}
a{color:var(--accent);text-underline-offset:2px}
a:focus-visible,summary:focus-visible,.wide:focus-visible{outline:2px solid #1a6fb0;outline-offset:2px}
section{background:var(--panel);border:1px solid var(--hair);border-radius:6px;margin:0 0 16px;padding:20px}
section.sub{margin-top:-8px}
h2{margin:0 0 8px;font-size:18px;line-height:24px}
h3{margin:0 0 8px;font-size:14px;line-height:20px}
p{margin:0 0 8px;max-width:76ch}
.notes{margin:8px 0 0;padding-inline-start:18px;color:var(--second);font-size:12px;line-height:18px}
figure{margin:12px 0;overflow-x:auto}
figure svg{display:block;max-width:100%;height:auto;direction:ltr}
details{font-size:12px;line-height:16px}
summary{cursor:pointer;color:var(--accent)}
.wide{overflow-x:auto;margin:12px 0 0}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:start;font-size:12px;line-height:16px;color:var(--third);padding-bottom:4px}
th,td{text-align:start;vertical-align:top;padding:6px 8px;border-top:1px solid var(--hair)}
thead th{border-top:0;border-bottom:1px solid #c6c1b6;font-size:12px;line-height:16px;color:var(--second);vertical-align:bottom}
tbody th{font-weight:400}
.number{text-align:end}
td small{display:block;color:var(--second);font-size:12px;line-height:16px}
td.from{color:var(--second);font-size:12px;line-height:16px;max-width:44ch;overflow-wrap:anywhere}
td.refs{font-size:12px;line-height:16px;white-space:normal;min-width:3em}
.estimate{color:var(--warn)}
.sources{margin:0;padding-inline-start:34px}
.sources li{margin:0 0 6px;overflow-wrap:anywhere}
.sources li:target{background:var(--soft)}
[dir=rtl] :is(p,li,td,th,caption,small){unicode-bidi:plaintext;text-align:right}
[dir=rtl] .number,[dir=rtl] .number small,[dir=ltr] p{text-align:left}
body>footer{padding-top:8px;padding-bottom:40px;color:var(--second);font-size:12px;line-height:18px;overflow-wrap:anywhere}
@media print{
@page{size:A4;margin:16mm 14mm}
body{background:#fff;color:#000;font-size:9pt;line-height:13pt}
main,body>header,body>footer,nav{max-width:none;padding-left:0;padding-right:0}
section{border:0;border-radius:0;padding:0;margin:0 0 14pt}
h2,h3{break-after:avoid}
figure,tr,.sources li{break-inside:avoid}
thead{display:table-header-group}
.wide,figure{overflow:visible}
table{font-size:8pt;line-height:11pt}
th,td{padding:2pt 4pt}
details,nav{display:none}
a{color:inherit;text-decoration:none}
.sources a::after{content:" " attr(href);color:#444;overflow-wrap:anywhere}
}
)css";

}  // namespace gs::report
