// Moving with the keyboard. Letters count only while a link to words has the focus (WCAG 2.1.4).

const LINES = "h1, .claim, .marks, .lines li, li.versions > li, .times > li, .matrix tr";
const CELL = ".marks a, .matrix td a";
const WORDS = "a[href^='#r']";

function isSeen(element: Element): boolean {
  return element.getClientRects().length > 0;
}

function step(from: Element, by: number): void {
  const lines = [...document.querySelectorAll(`main :is(${LINES})`)];
  const here = from.closest(LINES);
  for (let at = (here ? lines.indexOf(here) : -1) + by; at >= 0 && at < lines.length; at += by) {
    const link = lines[at]?.querySelector<HTMLElement>(WORDS);
    if (link && link !== from && isSeen(link)) return link.focus();
  }
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0],
};

/** The next linked mark of a row, or cell of the matrix, in a direction. */
function neighbour(cell: HTMLElement, [down, right]: readonly [number, number]): HTMLElement | null {
  const row = cell.closest(".marks");
  if (row) {
    const marks = [...row.querySelectorAll<HTMLElement>(CELL)];
    return marks[marks.indexOf(cell) + right + down] ?? null;
  }
  return below(cell, down, right);
}

function below(cell: HTMLElement, down: number, right: number): HTMLElement | null {
  const place = cell.closest("td") as HTMLTableCellElement;
  const rows = [...(place.closest("tbody") as HTMLTableSectionElement).rows];
  let row = rows.indexOf(place.parentElement as HTMLTableRowElement) + down;
  let column = place.cellIndex + right;
  while (row >= 0 && row < rows.length && column > 0 && column < (rows[row]?.cells.length ?? 0)) {
    const found = rows[row]?.cells[column]?.querySelector<HTMLElement>(CELL);
    if (found) return found;
    row += down;
    column += right;
  }
  return null;
}

/** One cell of the matrix is in the tab order; the arrows lead to the others. */
function rove(cells: Iterable<HTMLElement>): void {
  let first = true;
  for (const cell of cells) {
    cell.tabIndex = first ? 0 : -1;
    first = false;
  }
}

export function listen(leave: () => boolean): void {
  for (const row of document.querySelectorAll(".marks, .matrix")) rove(row.querySelectorAll<HTMLElement>(CELL));
  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (event.ctrlKey || event.metaKey || event.altKey || !at) return;
    if (event.key === "Escape" && leave()) return event.preventDefault();
    if (!at.matches(`main ${WORDS}`)) return;
    if (event.key === "j" || event.key === "k") return step(at, event.key === "j" ? 1 : -1);
    const arrow = ARROWS[event.key];
    const next = arrow && at.matches(CELL) ? neighbour(at as HTMLElement, arrow) : null;
    if (!next) return;
    event.preventDefault();
    (at as HTMLElement).tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}
