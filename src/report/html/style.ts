/** The page's own look: light and dark, paper, narrow screens. Colours are those of the pictures. */
export const style = `
:root{color-scheme:light dark;--page:#fff;--ink:#182233;--muted:#526075;--rule:#d5dce6;--soft:#f4f7fb;--link:#1d5fc4;--badge:#fff;
--critical:#9d0b3f;--high:#c2320c;--medium:#8a5d00;--low:#2b5fb8}
@media screen and (prefers-color-scheme:dark){:root{--page:#0e141f;--ink:#e9eef6;--muted:#a7b3c6;--rule:#2b384b;--soft:#172030;
--link:#7db2ff;--badge:#0e141f;--critical:#ff8fb0;--high:#ff9d80;--medium:#f2c75c;--low:#8fc0ff}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:2rem 1.5rem 5rem;max-width:96rem;background:var(--page);color:var(--ink);
font:1rem/1.6 Inter,'Segoe UI','Helvetica Neue',Arial,'Liberation Sans',Roboto,'Noto Sans',sans-serif;overflow-wrap:anywhere}
h1{font-size:2.1rem;line-height:1.2;margin:0 0 .75rem;text-wrap:balance}
h2{font-size:1.45rem;line-height:1.3;margin:3.5rem 0 1rem;padding-top:1.25rem;border-top:1px solid var(--rule)}
h3{font-size:1.1rem;line-height:1.4;margin:2.25rem 0 .5rem;max-width:52rem}
p,ul,ol{max-width:46rem;margin:.6rem 0}
main>p:first-of-type{font-size:1.15rem;color:var(--muted)}
ul,ol{padding-left:1.3rem}
li{margin:.25rem 0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,.table:focus-visible{outline:2px solid var(--link);outline-offset:2px}
main:focus{outline:0}
code{font:.86em/1.4 ui-monospace,SFMono-Regular,Consolas,'Liberation Mono',monospace;background:var(--soft);padding:.12em .35em;
border-radius:4px}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--rule);color:var(--muted)}
.mark{display:inline-block;min-width:2.1em;padding:0 .4em;border-radius:1em;font-size:.82em;font-weight:700;line-height:1.65;text-align:center;
text-decoration:none;color:var(--badge);background:var(--muted)}
.mark.critical{background:var(--critical)}
.mark.high{background:var(--high)}
.mark.medium{background:var(--medium)}
.mark.low{background:var(--low)}
.table{overflow-x:auto;margin:1rem 0;max-width:100%}
table{border-collapse:collapse;font-size:.9rem;line-height:1.5}
th,td{text-align:left;vertical-align:top;padding:.5rem 1.1rem .5rem 0;border-bottom:1px solid var(--rule);max-width:30rem;
min-width:3.5rem;unicode-bidi:isolate;overflow-wrap:break-word}
thead th{color:var(--muted);font-weight:600;white-space:nowrap;border-bottom-width:2px}
tbody th{font-weight:400;min-width:7rem}
tbody th:has(.mark){min-width:0}
strong{font-weight:650}
figure{margin:1.25rem 0;overflow-x:auto}
figure svg,figure img{display:block;max-width:100%;min-width:40rem;height:auto}
nav{font-size:.9rem;line-height:1.45;margin-bottom:2.5rem;padding-bottom:1rem;border-bottom:1px solid var(--rule)}
nav ol{list-style:none;margin:0;padding:0}
nav li{margin:.35rem 0}
nav ol ol{padding-left:.9rem;display:none}
nav a{color:var(--muted);text-decoration:none}
nav a:hover{color:var(--link);text-decoration:underline}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:1rem;z-index:1;background:var(--page);padding:.5rem 1rem;border:1px solid var(--rule)}
@media (min-width:72rem){body{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:0 3.5rem}
nav{position:sticky;top:2rem;align-self:start;max-height:calc(100vh - 4rem);overflow-y:auto;margin:0;border:0}
nav ol ol{display:block}
nav ol ol a{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
nav>ol>li>a{color:var(--ink);font-weight:600}
main{grid-column:2}}
@media print{body{display:block;max-width:none;padding:0;font-size:10pt}table{font-size:8pt}thead th{white-space:normal}th,td{min-width:0;padding-right:.6rem}tbody th{min-width:0}nav,.skip{display:none}h2,h3{break-after:avoid}
tr,figure{break-inside:avoid}.table,figure{overflow:visible}figure svg,figure img{min-width:0}a{color:inherit}.mark{color:inherit;background:none!important;border:1px solid}}
`.replaceAll('\n', '');
