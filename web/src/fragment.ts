// A link to words on a live page: https://wicg.github.io/scroll-to-text-fragment/

const WHOLE = 120; // longer words are named by their first and last few
const SHORT = 24; // shorter ones need the words before them, or another place may be found

function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\s+/g, " ").trim()).replace(/-/g, "%2D");
}

/** The address with a text directive for the words at `start` to `end` of the text. */
export function liveAddress(address: string, text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  const tokens = words.trim().split(/\s+/);
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim().split(/\s+/).slice(-4).join(" ");
  const before = words.length < SHORT && line ? `${encoded(line)}-,` : "";
  const long = words.length > WHOLE || words.includes("\n");
  const named = long && tokens.length > 8
    ? `${encoded(tokens.slice(0, 4).join(" "))},${encoded(tokens.slice(-4).join(" "))}`
    : encoded(words);
  return `${address}${address.includes("#") ? "" : "#"}:~:text=${before}${named}`;
}
