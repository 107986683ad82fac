// Where the reader stands: beside the page where there is room, else in a drawer over it.

import type { Place } from "./place";
import { Reader } from "./reader";

export class Stage {
  private readonly wide = matchMedia("(min-width: 1100px)");
  private readonly pane = document.getElementById("pane") as HTMLElement;
  private readonly drawer = document.getElementById("drawer") as HTMLDialogElement;
  private readonly status = document.getElementById("said") as HTMLElement;
  private readonly reader = new Reader(() => this.leave(), (text) => this.say(text));
  private line: Element | null = null;

  constructor() {
    this.wide.addEventListener("change", () => this.place());
    this.drawer.addEventListener("close", () => this.unmark());
    this.drawer.addEventListener("click", (event) => {
      if (event.target === this.drawer) this.drawer.close();
    });
  }

  /** Shows the places; a link that is open already passes the focus on to the text. */
  open(places: readonly Place[], link: Element | null, quiet = false): boolean {
    const again = link !== null && link === this.line && !quiet;
    if (!again) this.place();
    if (!again && !quiet && !this.wide.matches && !this.drawer.open) this.drawer.showModal();
    if (!again && !this.reader.open(places, 0, quiet)) return false;
    if (!again) this.unmark();
    if (!quiet || this.wide.matches) {
      this.line = link;
      link?.setAttribute("aria-current", "true");
    }
    if (again || this.drawer.open) this.reader.focus();
    return true;
  }

  /** Back to the line from which the reader was opened; true if there was one to go back to. */
  leave(): boolean {
    const line = this.line as HTMLElement | SVGElement | null;
    if (this.drawer.open) this.drawer.close();
    else if (this.pane.contains(document.activeElement)) line?.focus({ preventScroll: false });
    else return false;
    return true;
  }

  private place(): void {
    const home = this.wide.matches ? this.pane : this.drawer;
    if (this.reader.root.parentElement !== home) home.replaceChildren(this.reader.root);
    this.pane.hidden = !this.wide.matches;
    document.documentElement.classList.toggle("beside", this.wide.matches);
    if (this.wide.matches && this.drawer.open) this.drawer.close();
  }

  private unmark(): void {
    this.line?.removeAttribute("aria-current");
    this.line = null;
  }

  private say(text: string): void {
    this.status.textContent = text;
  }
}
