// Builds page.js and page.css into the Python package; with --check, says whether what is committed is what comes out.
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const out = new URL("../src/twosource/export/html/static/", import.meta.url);
const made = await build({
  entryPoints: ["src/page.ts", "src/page.css"],
  bundle: true,
  charset: "ascii",
  format: "iife",
  legalComments: "none",
  minify: true,
  outdir: "out",
  target: ["es2022", "chrome110", "firefox115", "safari16.4"],
  write: false,
});

let stale = 0;
for (const file of made.outputFiles) {
  const name = file.path.split("/").at(-1);
  const text = file.text.trim() + "\n";
  if (/<\/(script|style)/i.test(text)) throw new Error(`${name} would end its own element`);
  const place = new URL(name, out);
  if (process.argv.includes("--check")) {
    const same = (await readFile(place, "utf8").catch(() => "")) === text;
    if (!same) stale += 1;
    console.log(`${name}: ${same ? "as committed" : "DIFFERS from its source: npm run build"}`);
  } else {
    await writeFile(place, text);
    console.log(`${name}: ${text.length} bytes`);
  }
}
process.exit(stale ? 1 : 0);
