/** The page's own look: light and dark, paper, narrow screens. */
export const style = `
:root{color-scheme:light dark;--page:#fff;--ink:#182233;--muted:#526075;--rule:#d5dce6;--soft:#f4f7fb;--link:#1d5fc4}
@media (prefers-color-scheme:dark){:root{--page:#0e141f;--ink:#e9eef6;--muted:#a7b3c6;--rule:#2b384b;--soft:#141c2a;--link:#7db2ff}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;padding:2rem 1.5rem 5rem;max-width:76rem;background:var(--page);color:var(--ink);
font:1rem/1.6 Inter,'Segoe UI','Helvetica Neue',Arial,'Liberation Sans',Roboto,'Noto Sans',sans-serif}
h1{font-size:2rem;line-height:1.2;margin:0 0 .75rem}
h2{font-size:1.4rem;line-height:1.3;margin:3rem 0 1rem;padding-top:1rem;border-top:1px solid var(--rule)}
h3{font-size:1.05rem;line-height:1.4;margin:2rem 0 .5rem}
p,li{max-width:46rem}
a{color:var(--link)}
a:focus-visible,.table:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Consolas,'Liberation Mono',monospace;background:var(--soft);padding:.1em .35em;
border-radius:4px;overflow-wrap:anywhere}
nav ol{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0 0 2rem;padding:0 0 1rem;border-bottom:1px solid var(--rule)}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem 1rem;border:1px solid var(--rule)}
.table{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.9rem;min-width:30rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
th{color:var(--muted);font-weight:600;white-space:nowrap}
.picture{display:block;overflow-x:auto;margin:1rem 0}
.picture svg{max-width:100%;height:auto}
img{max-width:100%;height:auto}
@media print{body{max-width:none;padding:0}nav,.skip{display:none}h2,h3{break-after:avoid}tr,.picture{break-inside:avoid}a{color:inherit}}
`.replaceAll('\n', '');
