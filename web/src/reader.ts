// The reading pane: a report beside the line that rests on it, scrolled to the marked words.

import { liveAddress } from "./fragment";
import { mark } from "./marks";
import type { Place } from "./place";

type Words = { readonly places: readonly Place[]; readonly at: number };

function element<K extends keyof HTMLElementTagNameMap>(
  name: K, className: string, ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...inside);
  return made;
}

function button(label: string, className: string, action: () => void): HTMLButtonElement {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

/** A copy of a part of the report, without the names that only the original may have. */
function copied(report: Element, part: string): Node[] {
  const copy = report.querySelector(part)?.cloneNode(true) as Element | undefined;
  copy?.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
  return copy ? [...copy.childNodes] : [];
}

/** What a report is called: its outlet, or its title. */
export function nameOf(report: Element | null): string {
  return (report?.querySelector(".outlet") ?? report?.querySelector(".title"))?.textContent ?? "";
}

export class Reader {
  readonly root = element("div", "reader");
  private shown: Words = { places: [], at: 0 };

  constructor(private readonly leave: () => void, private readonly announce: (text: string) => void) {}

  open(places: readonly Place[], at = 0, quiet = false): boolean {
    const place = places[at];
    const report = place && document.getElementById(`r${place.report}`);
    const original = report?.querySelector(".text");
    if (!place || !report || !original) return false;
    this.shown = { places, at };
    const text = element("div", "text");
    text.append(...[...original.childNodes].map((node) => node.cloneNode(true)));
    text.querySelectorAll("i[id]").forEach((one) => one.remove());
    text.lang = (original as HTMLElement).lang;
    const first = mark(text, places.filter((one) => one.report === place.report), place);
    const body = element("div", "reader-body", text);
    body.tabIndex = 0;
    body.setAttribute("role", "region");
    const name = `Report ${place.report}, ${nameOf(report)}`;
    body.setAttribute("aria-label", name);
    this.root.replaceChildren(this.head(report, original.textContent ?? "", place), body);
    if (first) body.scrollTop = first.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
    if (!quiet) this.announce(`${name}: ${first?.textContent ?? ""}. ${this.counter()}`);
    return true;
  }

  focus(): void {
    this.root.querySelector<HTMLElement>(".reader-body")?.focus({ preventScroll: true });
  }

  private counter(): string {
    return this.shown.places.length > 1 ? `${this.shown.at + 1} of ${this.shown.places.length}` : "";
  }

  private head(report: Element, text: string, place: Place): HTMLElement {
    const head = element("header", "reader-head");
    const name = element("p", "reader-name", element("b", "number", String(place.report)), " ");
    name.append(...copied(report, ".outlet"));
    const date = report.querySelector(".date")?.textContent;
    if (date) name.append(element("span", "date", ` ${date}`));
    head.append(name, element("p", "reader-title", ...copied(report, ".title")), this.tools(report, text, place));
    return head;
  }

  private tools(report: Element, text: string, place: Place): HTMLElement {
    const tools = element("p", "reader-tools");
    const { places, at } = this.shown;
    if (places.length > 1) {
      const step = (by: number) => () => {
        this.open(places, (at + by + places.length) % places.length);
        this.root.querySelector<HTMLElement>(by > 0 ? ".next" : ".previous")?.focus();
      };
      tools.append(
        button("Previous", "previous", step(-1)),
        element("span", "counter", this.counter()),
        button("Next", "next", step(1)),
      );
    }
    const live = report.querySelector<HTMLAnchorElement>("a.live");
    if (live && /^https?:$/.test(live.protocol)) {
      const link = element("a", "live", "On the live page");
      link.href = liveAddress(live.href, text, place.start, place.end);
      link.rel = "noreferrer noopener";
      link.target = "_blank";
      tools.append(link);
    }
    tools.append(button("Close", "close", this.leave));
    return tools;
  }
}
