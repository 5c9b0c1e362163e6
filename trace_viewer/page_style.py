"""The looks and the script of the HTML report (page.py)."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --hot: 214 72 40; --faint: #8886; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 1.5em auto; max-width: 75em;
       padding: 0 1em; }
h1 { font-size: 1.4em; } h2 { font-size: 1.15em; margin-top: 1.6em; }
h4 { margin: .8em 0 .2em; }
table { border-collapse: collapse; }
th { text-align: left; font-weight: 600; border-bottom: 1px solid var(--faint); }
td, th { padding: .1em .6em; vertical-align: top; }
.sorted th { cursor: pointer; } .sorted th.sorted::after { content: " \\2193"; }
.number, .source td:nth-child(-n+3) { text-align: right; font-variant-numeric: tabular-nums; }
pre, code { font: 13px/1.4 ui-monospace, monospace; margin: 0; white-space: pre-wrap; }
.source pre { white-space: pre; }
.source td { padding: 0 .6em; color: #888; } .source td:last-child { color: inherit; }
.source tr.ran { cursor: pointer; background: rgb(var(--hot) / calc(.06 + .6 * var(--heat))); }
.source tr.ran td { color: inherit; }
:target, tr.lit { outline: 2px solid rgb(var(--hot)); }
.number { white-space: nowrap; }
.bar { display: inline-block; height: .7em; background: rgb(var(--hot)); }
.bad { color: rgb(var(--hot)); } i { color: #888; }
details.trace { border: 1px solid var(--faint); border-radius: 4px; margin: .5em 0;
                padding: .3em .7em; }
.tree { border-left: 3px solid var(--faint); padding-left: .8em; margin: .6em 0; }
summary { cursor: pointer; } dt { font-weight: 600; }
.operations td:first-child { max-width: 22em; }
"""

SCRIPT = """
"use strict";
function open_up(element) {
  for (let node = element; node; node = node.parentElement)
    if (node.tagName === "DETAILS") node.open = true;
}
function go() {
  const target = document.getElementById(location.hash.slice(1));
  if (target) { open_up(target); target.scrollIntoView({block: "center"}); }
}
function sort_by(table, column, head) {
  const body = table.tBodies[0];
  const key = row => row.cells[column].dataset.key ?? row.cells[column].textContent;
  const rows = [...body.rows].sort((a, b) => isNaN(key(a)) || isNaN(key(b))
      ? key(a).localeCompare(key(b)) : key(b) - key(a));
  body.append(...rows);
  table.querySelectorAll("th").forEach(other => other.classList.remove("sorted"));
  head.classList.add("sorted");
}
function light(line) {
  document.querySelectorAll("tr.lit").forEach(row => row.classList.remove("lit"));
  const rows = document.querySelectorAll(`tr[data-line="${line}"]`);
  rows.forEach(row => { row.classList.add("lit"); open_up(row); });
  if (rows.length) rows[0].scrollIntoView({block: "center"});
}
document.querySelectorAll("table.sorted").forEach(table =>
  table.querySelectorAll("th").forEach((head, column) =>
    head.addEventListener("click", () => sort_by(table, column, head))));
document.querySelectorAll("table.source tr.ran").forEach(row =>
  row.addEventListener("click", () => light(row.id)));
addEventListener("hashchange", go);
go();
document.documentElement.dataset.ready = "yes";
"""
