// A place in a report, as the page's links name it: `#r3-120-25`: the report, the start, and the length in UTF-16 code units.

export interface Place {
  readonly report: number;
  readonly start: number;
  readonly end: number;
}

const ANCHOR = /^#r(\d+)-(\d+)-(\d+)$/;

export function placeOf(anchor: string): Place | null {
  const found = ANCHOR.exec(anchor);
  if (!found) return null;
  const start = Number(found[2]);
  return { report: Number(found[1]), start, end: start + Number(found[3]) };
}

/** All places of a link: that of its address first, then those in `data-more` ("40-12", or "r7-40-12"). */
export function placesOf(link: Element): Place[] {
  const first = placeOf(link.getAttribute("href") ?? "");
  if (!first) return [];
  const more = (link.getAttribute("data-more") ?? "").split(" ").filter(Boolean);
  const others = more.map((text) => placeOf(`#${text.startsWith("r") ? text : `r${first.report}-${text}`}`));
  return [first, ...others.filter((place) => place !== null)];
}
