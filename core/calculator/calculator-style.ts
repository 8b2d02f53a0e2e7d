/** On top of the look of every page for debtors: a form for a thumb, and paper. */
export const CALCULATOR_STYLE = `
form{display:grid;gap:1.1rem}
label,legend{font-weight:600;display:block;padding:0}
fieldset{border:0;margin:0;padding:0}
input:not([type=radio]){width:100%;min-height:44px;padding:.5rem .7rem;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:8px}
input[aria-invalid]{border:2px solid #b3261e}
.choice{display:flex;gap:.6rem;align-items:center;min-height:44px;font-weight:400}
.choice input{width:1.3rem;height:1.3rem;margin:0;flex:none}
.row{display:grid;grid-template-columns:1fr 1fr;gap:.8rem;margin-top:.6rem}
.problem{color:#b3261e;margin:.3rem 0 0;font-size:.95rem}
button{min-height:48px;font:inherit;font-weight:650;border:0;border-radius:10px;background:var(--accent);color:var(--card);cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
summary{min-height:44px;padding:.6rem 0;font-weight:600;cursor:pointer}
.answer{margin-bottom:1.5rem;padding-bottom:1.5rem;border-bottom:1px solid var(--line)}
.problems,.warnings{border-left:4px solid #b3261e;padding:.2rem 0 .2rem .9rem;margin:0 0 1.2rem}
.warnings{border-color:#9a6700}
h2{font-size:1.1rem;margin:1.3rem 0 .4rem}
ul{margin:0;padding-left:1.2rem}
nav{margin-top:1.5rem;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
nav a{min-height:44px;padding:.6rem 0;color:var(--accent)}
.period{margin:0 0 .5rem;font-variant-numeric:tabular-nums}
@media (prefers-color-scheme:dark){.problem{color:#ff9c94}button{color:#12181e}}
@media print{body{background:#fff;color:#000;font-size:11pt}form,nav,.screen{display:none}.card{border:0;padding:0}main{max-width:none;padding:0}}
`;
