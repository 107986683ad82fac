// The bar says which section is being read.

export function follow(): void {
  const bar = document.querySelector(".bar ul");
  const links = new Map<Element, HTMLElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".bar a")) {
    const section = document.getElementById(link.hash.slice(1));
    if (section) links.set(section, link);
  }
  const seen = new IntersectionObserver((entries) => {
    const entered = entries.filter((entry) => entry.isIntersecting).at(-1);
    const link = entered && links.get(entered.target);
    if (!link || !bar) return;
    for (const other of links.values()) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    bar.scrollLeft = link.offsetLeft - bar.clientWidth / 2 + link.offsetWidth / 2;
  }, { rootMargin: "-15% 0px -75% 0px" });
  for (const section of links.keys()) seen.observe(section);
}
