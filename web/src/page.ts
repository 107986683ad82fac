// The page reads without this script. With it, a line opens its words beside it.

import { follow } from "./bar";
import { listen } from "./keys";
import { placeOf, placesOf } from "./place";
import { nameOf } from "./reader";
import { Stage } from "./stage";

const stage = new Stage();

/** Numbers in boxes say to a screen reader, and to the pointer, which report they are. */
function nameBoxes(): void {
  const names = [...document.querySelectorAll("#reports > .report")].map((report) =>
    `Report ${report.id.slice(1)}, ${nameOf(report)}`);
  for (const box of document.querySelectorAll(":is(.boxes > a, a.box):not(.named)")) {
    const name = names[Number(box.textContent) - 1];
    if (!name) continue;
    box.setAttribute("aria-label", name);
    box.setAttribute("title", name);
  }
}

/** A cell of the table says which report it is when it is pointed at. */
document.addEventListener("pointerover", (event) => {
  const cell = (event.target as Element).closest?.(".matrix td");
  if (!cell || cell.hasAttribute("title")) return;
  const report = document.getElementById(`r${(cell as HTMLTableCellElement).cellIndex}`);
  const state = cell.querySelector(".cell")?.textContent || "not found";
  cell.setAttribute("title", `${nameOf(report)}: ${state}`);
});

function openFromAddress(quiet: boolean): boolean {
  const place = placeOf(location.hash);
  return place !== null && stage.open([place], null, quiet);
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = (event.target as Element).closest("main a[href^='#r']");
  const places = link ? placesOf(link) : [];
  if (!link || !stage.open(places, link)) return;
  event.preventDefault();
  // In the frame of a notebook (about:srcdoc) there is no address to keep.
  if (location.protocol !== "about:") history.replaceState(null, "", link.getAttribute("href"));
});

addEventListener("hashchange", () => openFromAddress(false));

// On paper there is nothing to unfold. The reports' texts stay folded: they are long; so does all of a long page.
const unfolded: HTMLDetailsElement[] = [];
addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll<HTMLDetailsElement>("main:not(.long) details:not([open], .report)")) {
    one.open = true;
    unfolded.push(one);
  }
});
addEventListener("afterprint", () => {
  for (const one of unfolded.splice(0)) one.open = false;
});

listen(() => stage.leave());
if (!openFromAddress(true)) {
  const first = document.querySelector(":is(h1, .claim, .glance) a[href^='#r']");
  if (first) stage.open(placesOf(first), first, true);
}
nameBoxes();
follow();
