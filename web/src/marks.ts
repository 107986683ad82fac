// Marks words in a copy of a report's text.

import type { Place } from "./place";

/** Wraps all places in `<mark>`, and returns the first mark of the current one. */
export function mark(text: Element, places: readonly Place[], current: Place): HTMLElement | null {
  const cuts = [...new Set(places.flatMap((place) => [place.start, place.end]))].sort((a, b) => a - b);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  let offset = 0;
  let first: HTMLElement | null = null;
  for (const node of nodes) {
    const start = offset;
    offset += node.length;
    const inner = cuts.filter((cut) => cut > start && cut < offset);
    const bounds = [start, ...inner, offset];
    if (!places.some((place) => place.start < offset && start < place.end)) continue;
    const pieces = bounds.slice(1).map((end, number) => {
      const from = bounds[number] as number;
      const piece = node.data.slice(from - start, end - start);
      const within = places.filter((place) => place.start <= from && end <= place.end);
      if (!within.length) return piece;
      const made = document.createElement("mark");
      made.textContent = piece;
      if (within.includes(current)) {
        made.className = "now";
        first ??= made;
      }
      return made;
    });
    node.replaceWith(...pieces);
  }
  return first;
}
