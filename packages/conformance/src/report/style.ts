/** The look of report.html: the reader's own font and colours, in light and dark. */
export const style = `
:root { color-scheme: light dark; --bad: light-dark(#a4001d, #ff9ba5); --good: light-dark(#14632d, #8fdfa6); --dim: light-dark(#5a5a5a, #b0b0b0); --line: light-dark(#d5d5d5, #444); }
body { font: 1rem/1.5 system-ui, sans-serif; max-inline-size: 60rem; margin-inline: auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.2rem; margin-block-start: 2rem; } h3 { font-size: 1rem; margin: 0; } h4 { margin: .5rem 0 0; font-size: .875rem; }
.sums { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; }
article { border-block-start: 1px solid var(--line); padding-block: .75rem; }
article p, dl { margin-block: .25rem; }
.status { font-weight: normal; } .fail .status, .error .status, li.fail, li.error { color: var(--bad); } .pass .status, li.pass { color: var(--good); }
.id, dl, article.skipped, article.unsupported { color: var(--dim); font-size: .875rem; }
.sums .none, .sums .skipped, .sums .unsupported { color: var(--dim); }
.fail .reason, .error .reason, header .reason { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; } dd { margin: 0; }
pre { overflow-x: auto; background: light-dark(#f4f4f4, #1d1d1d); padding: .5rem; font-size: .8125rem; white-space: pre-wrap; }
summary { cursor: pointer; padding-block: .25rem; }
`;
