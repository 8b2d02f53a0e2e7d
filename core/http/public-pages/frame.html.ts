import type { Locale } from '@inning/sdk';

const STYLE = `
:root{color-scheme:light dark;--ground:#f4f6f8;--card:#fff;--ink:#1c2733;--soft:#586675;--line:#dde3e9;--accent:#1f5f8b;--on-accent:#fff}
@media (prefers-color-scheme:dark){:root{--ground:#12181e;--card:#1b232b;--ink:#eef2f5;--soft:#a3b0bc;--line:#33404c;--accent:#7fbbe3;--on-accent:#10202c}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:34rem;margin:0 auto;padding:2.5rem 1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.5rem}
h1{font-size:1.45rem;line-height:1.25;margin:0 0 1.25rem}
.label{color:var(--soft);font-size:.95rem;margin:0}
.amount{font-size:2.3rem;font-weight:650;margin:0 0 1.25rem;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
dl{margin:.75rem 0 1.25rem;border-top:1px solid var(--line)}
dl div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem 1rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft)}
dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;user-select:all}
p{margin:0 0 1rem}
.soft{color:var(--soft);font-size:.95rem}
.link{display:inline-block;min-height:44px;padding:.6rem 0;color:var(--accent);font-weight:600}
h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
button,.button{display:block;width:100%;min-height:52px;padding:.8rem 1rem;border:0;border-radius:10px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:650;text-align:center;text-decoration:none;cursor:pointer}
button.second{background:transparent;color:var(--accent);border:1px solid var(--accent)}
summary{min-height:44px;padding:.6rem 0;font-weight:600;color:var(--accent);cursor:pointer}
label.item{display:flex;gap:.75rem;align-items:flex-start;padding:.75rem 0;border-bottom:1px solid var(--line)}
label.item input{width:24px;height:24px;flex:none;margin:.1rem 0 0}
label.item span{flex:1}
label.item b{white-space:nowrap;font-variant-numeric:tabular-nums}
.small{display:block;color:var(--soft);font-size:.95rem}
.notice{padding:.75rem 1rem;border-left:4px solid var(--accent);background:var(--ground);border-radius:6px}
.good{border-color:#2e7d4f}
figure.code{margin:0 0 1.25rem;display:flex;flex-wrap:wrap;gap:1rem;align-items:center}
figure.code svg{width:11rem;height:11rem;flex:none;background:#fff;border-radius:6px}
figure.code figcaption{flex:1 1 12rem}
@media print{button,details,.link{display:none}}
button:focus-visible,summary:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
`;

/** One calm column, without a script and without anything from elsewhere. */
export function frame(
  {
    locale,
    title,
    goTo,
    style = '',
  }: {
    readonly locale: Locale;
    readonly title: string;
    readonly goTo?: string;
    /** A look of its own on top of the usual one. */
    readonly style?: string;
  },
  parts: readonly string[],
): string {
  // Not an answer that leads elsewhere: browsers let a form lead only to where its page came from.
  const leading = goTo === undefined ? '' : `<meta http-equiv="refresh" content="${goTo}">\n`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
${leading}<link rel="icon" href="data:,">
<title>${title}</title>
<style>${STYLE}${style}</style>
</head>
<body><main><div class="card"><h1>${title}</h1>
${parts.join('\n')}
</div></main></body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
