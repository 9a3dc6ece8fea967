// Opens every page of the built book in Chromium, at three widths and in both themes, and looks for
// what a reader would stumble over. Serves the book under a sub-path, as a host might.
//
//   node check.mjs FOLDER [--shots FOLDER] [--only PAGE]
import { createServer } from "node:http";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import * as look from "./look.mjs";
import * as use from "./use.mjs";

const WIDTHS = [360, 768, 1360];
const THEMES = ["light", "dark"];
const LIMIT_PAGE = 300_000, LIMIT_SCRIPT = 15_000;

const words = process.argv.slice(2);
const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const folder = resolve(words[0]);
const shots = option("--shots");
const pages = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith(".html") && (!option("--only") || name === option("--only"))).sort();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let passed = 0;
const faults = [];
const expect = (good, where, what) => { if (good) passed += 1; else faults.push(`${where}: ${what}`); };

const KINDS = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml", woff2: "font/woff2" };
const BASE = "/some/where/";
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  try {
    if (!path.startsWith(BASE) || path.includes("..")) throw new Error("outside");
    const body = readFileSync(join(folder, path.slice(BASE.length)));
    response.writeHead(200, { "content-type": KINDS[path.split(".").pop()] ?? "application/octet-stream" }).end(body);
  } catch { response.writeHead(404).end("no such page"); }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}${BASE}`;

const profile = mkdtempSync(join(tmpdir(), "book-check-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

/** A tab that reports every error and every request that leaves the book. */
async function tab(where, settings) {
  const page = await browser.newPage();
  await page.setViewportSize({ width: settings.width ?? 1360, height: 900 });
  await page.emulateMedia({ colorScheme: settings.theme ?? "light", media: settings.media ?? "screen", reducedMotion: "reduce" });
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) expect(false, where, `console: ${message.text()}`); });
  page.on("pageerror", (error) => expect(false, where, `script: ${error.message}`));
  page.on("requestfailed", (request) => expect(false, where, `not loaded: ${request.url()}`));
  page.on("request", (request) => {
    const own = [origin, "data:", "file:", "blob:"].some((start) => request.url().startsWith(start));
    if (!own) expect(false, where, `asks another server: ${request.url()}`);
  });
  return page;
}

// Weight: what a first visit loads, without fonts, as a server would send it.
for (const name of pages) {
  const html = readFileSync(join(folder, name), "utf8");
  const size = (file) => gzipSync(readFileSync(join(folder, dirname(name), file))).length;
  const files = (pattern) => [...html.matchAll(pattern)].map((found) => found[1]);
  const scripts = files(/<script[^>]*src="([^"]+)"/g).map(size).reduce((a, b) => a + b, 0);
  const styles = files(/<link rel="stylesheet" href="([^"]+)"/g).map(size).reduce((a, b) => a + b, 0);
  const total = gzipSync(html).length + scripts + styles;
  expect(total < LIMIT_PAGE, name, `weighs ${total} bytes, more than ${LIMIT_PAGE}`);
  expect(scripts < LIMIT_SCRIPT, name, `scripts weigh ${scripts} bytes, more than ${LIMIT_SCRIPT}`);
}

/** Everything about one page. It is loaded once: width and theme change under it, as they do for readers. */
async function check(name) {
  const where = { toString: () => now }, settings = { width: WIDTHS[0], theme: THEMES[0] };
  let now = name;
  const page = await tab(where, settings);
  await page.goto(origin + name, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  for (const width of WIDTHS) {
    for (const theme of THEMES) {
      now = `${name} ${width} ${theme}`;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme, media: "screen", reducedMotion: "reduce" });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      if (shots) {
        mkdirSync(shots, { recursive: true });
        await page.screenshot({ path: join(shots, `${name.replace(".html", "").replaceAll("/", "-")}-${width}-${theme}.png`), fullPage: true });
      }
      if (width === WIDTHS[0] && theme === "light") {
        for (const fault of await page.evaluate(look.longBoxes)) expect(false, now, fault);
        passed += 1;
      }
      for (const open of [false, true]) {
        await page.evaluate(look.unfold, open);
        for (const fault of await page.evaluate(look.overflow)) expect(false, now, fault);
        passed += 1;
      }
      if (theme === "light") {
        for (const fault of await page.evaluate(look.dollars)) expect(false, now, fault);
        passed += 1;
      }
      if (theme === "light" && width === 1360) {
        for (const fault of await page.evaluate(look.glyphs)) expect(false, now, fault);
        for (const fault of await page.evaluate(look.formulas)) expect(false, now, fault);
        passed += 2;
      }
      if ((width === 360 && theme === "light") || (width === 1360 && theme === "dark")) {
        await page.evaluate(axe);
        const report = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        const grave = report.violations.filter((v) => ["serious", "critical"].includes(v.impact));
        for (const v of grave) expect(false, now, `axe ${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target.join(" ")} (${n.failureSummary.split("\n").slice(1, 3).join(" ").trim()})`).join("; ")}`);
        passed += 1;
      }
      await page.evaluate(look.unfold, false);
    }
  }
  now = `${name} by keyboard`;
  await use.questions(page, name, expect);
  await use.quiz(page, name, expect);
  now = `${name} on paper`;
  await page.emulateMedia({ media: "print" });
  await use.print(page, name, expect);
  await page.close();
}

// Two pages at a time: while one waits for its browser, the other one works.
const waiting = [...pages];
await Promise.all([0, 1].map(async () => { while (waiting.length) await check(waiting.shift()); }));

const page = await tab("index.html by keyboard", { width: 1360 });
await page.goto(`${origin}index.html`, { waitUntil: "load" });
await use.search(page, expect);
await use.themes(page, expect);
await page.close();
const ledger = await tab("ledger.html by keyboard", { width: 1360 });
await use.ledger(ledger, `${origin}ledger.html`, expect);
await ledger.close();
const phone = await tab("index.html on a phone", { width: 360 });
await phone.goto(`${origin}index.html`, { waitUntil: "load" });
await use.contents(phone, expect);
await phone.close();
const disk = await tab("index.html from disk", { width: 1360 });
await disk.goto(pathToFileURL(join(folder, "index.html")).href, { waitUntil: "load" });
await use.search(disk, expect);
await disk.close();

await browser.close();
rmSync(profile, { recursive: true, force: true });
const bare = await use.withoutScript(origin, chromium, expect);
if (bare) await bare.close();
server.close();
for (const fault of faults) console.error(fault);
console.log(`book in the browser: ${passed} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
