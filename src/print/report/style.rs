//! The look of the page: the browser's own fonts, one column, light or dark as the reader has it, black on white on
//! paper. Team colours are those of Okabe and Ito (*Color Universal Design*, 2008), told apart by most colour-blind
//! eyes; nothing is said by colour alone.

pub(super) const STYLE: &str = r"
:root { color-scheme: light dark;
  --page: #ffffff; --ink: #1b1f24; --dim: #57606a; --rule: #d0d7de; --track: #eef1f4; --solid: #0a58b0; --light: #9db4cc; --warn: #8a5a00;
  --t0: #0072b2; --t1: #e69f00; --t2: #009e73; --t3: #cc79a7; --t4: #56b4e9; --t5: #d55e00; --t6: #f0e442; --t7: #3a3a3a; }
@media (prefers-color-scheme: dark) { :root {
  --page: #14181d; --ink: #e6e8eb; --dim: #a0a8b2; --rule: #3a424c; --track: #242b33; --solid: #6cb6ff; --light: #4d647c; --warn: #e0b050;
  --t7: #c8c8c8; } }
@media print { :root { color-scheme: light;
  --page: #ffffff; --ink: #000000; --dim: #444444; --rule: #bbbbbb; --track: #eeeeee; --solid: #0a58b0; --light: #9db4cc; --warn: #6a4500; --t7: #3a3a3a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 54rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.3rem; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--rule); }
h3 { font-size: 1.05rem; line-height: 1.4; margin: 2rem 0 .5rem; display: flex; gap: .6rem; }
h3 .no { flex: none; min-width: 1.6rem; color: var(--solid); }
p { margin: .5rem 0; max-width: 44rem; }
.aside, .readings, figcaption, caption { color: var(--dim); font-size: .9rem; }
.caution { border-left: 4px solid var(--warn); padding: .2rem 0 .2rem .8rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0 1rem; }
dt { color: var(--dim); } dd { margin: 0; }
figure { margin: 1rem 0; } figcaption { margin-bottom: .4rem; }
.charts { display: flex; flex-wrap: wrap; gap: 0 2.5rem; } .charts > figure { flex: 1 1 18rem; min-width: 0; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .2rem 1.25rem; align-items: center; padding: .22rem 0; }
.row + .row { border-top: 1px solid var(--track); }
.short .row { grid-template-columns: 2rem minmax(0, 1fr); border: 0; padding: .08rem 0; }
.what { display: flex; gap: .5rem; align-items: baseline; } .mark { font-weight: 700; min-width: 1.4rem; flex: none; }
.short .mark { text-align: right; font-weight: 400; }
.bar { display: grid; grid-template-columns: minmax(0, 1fr) var(--room, 3.2rem); gap: .6rem; align-items: center; }
.wide .bar { --room: 9.5rem; } .n { font-variant-numeric: tabular-nums; white-space: nowrap; font-size: .9rem; }
.tag { font-weight: 700; white-space: nowrap; }
svg { display: block; overflow: visible; }
.track { fill: var(--track); } .solid { fill: var(--solid); } .light { fill: var(--light); }
.hollow { fill: var(--page); stroke: var(--solid); stroke-width: 1.5; }
.zero { stroke: var(--dim); } .aim { stroke: var(--ink); stroke-width: 3; }
svg text { fill: var(--ink); font-size: 12px; } svg text.class { fill: var(--dim); font-size: 11px; }
.shape { display: inline-block; vertical-align: -.2em; flex: none; } .shape *, .team { stroke: var(--ink); stroke-width: .8; }
.t0 { fill: var(--t0); } .t1 { fill: var(--t1); } .t2 { fill: var(--t2); } .t3 { fill: var(--t3); }
.t4 { fill: var(--t4); } .t5 { fill: var(--t5); } .t6 { fill: var(--t6); } .t7 { fill: var(--t7); }
.team-name { white-space: nowrap; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .95rem; } caption { text-align: left; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .9rem .25rem 0; border-bottom: 1px solid var(--rule); }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } th { font-weight: 600; }
td.short { white-space: nowrap; }
.close th, .close td { padding-right: .55rem; }
ul { margin: .5rem 0; padding-left: 1.2rem; } li { margin: .25rem 0; }
.said { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; padding: 0; margin: .6rem 0; list-style: none; font-size: .95rem; }
footer { margin-top: 4rem; padding-top: .75rem; border-top: 1px solid var(--rule); color: var(--dim); font-size: .85rem; }
@media (min-width: 641px) { caption { white-space: nowrap; } }
@media (max-width: 640px) {
  body { padding: 1.25rem .9rem 3rem; } .row { grid-template-columns: minmax(0, 1fr); } dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .4rem; } td.long { min-width: 12rem; }
  .prose thead { display: none; } .prose tr { display: grid; grid-template-columns: 1fr auto; border-bottom: 1px solid var(--rule); }
  .prose td { border: 0; } .prose td:last-child { grid-column: 1 / -1; color: var(--dim); }
  svg text.class { font-size: 9.5px; } }
@media print {
  @page { margin: 16mm; } html { font-size: 10pt; } body { padding: 0; max-width: none; } h2, h3 { break-after: avoid; }
  article, figure, tr, li { break-inside: avoid; } .scroll { overflow: visible; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
";
