// What a reader does: answers questions by keyboard, searches, changes the theme, prints.

/** Every option of every question can be chosen and submitted without a mouse, and is answered. */
export async function questions(page, name, expect) {
  const forms = await page.$$(".question form:not([data-several], [data-number]), .predict form");
  for (const [number, form] of forms.entries()) {
    const where = `${name} question ${number + 1}`;
    const radios = await form.$$("input[type=radio]");
    const isQuestion = await form.evaluate((f) => f.parentElement.classList.contains("question"));
    await form.evaluate((f) => { for (let e = f; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true; });
    await form.$eval("button[type=submit]", (button) => button.focus());
    await page.keyboard.press("Enter");
    expect((await form.$eval(".verdict", (v) => v.textContent)) === "Choose one first.", where, "does not ask for a choice");
    await radios[0].focus();
    await page.keyboard.press("Space");
    let right = 0;
    for (const [at, radio] of radios.entries()) {
      if (at > 0) { await radio.evaluate((r) => r.form.querySelector("input:checked").focus()); await page.keyboard.press("ArrowDown"); }
      expect(await radio.isChecked(), where, `option ${at + 1} is not reached by the arrow key`);
      await page.keyboard.press("Enter");
      const verdict = await form.$eval(".verdict", (v) => v.textContent);
      expect(verdict.length > 3, where, `option ${at + 1} gets no answer that is read out`);
      if (/^(Right|As you)/.test(verdict)) right += 1;
      const shown = await form.$$eval(".feedback", (all) => all.filter((f) => f.checkVisibility()).length);
      if (isQuestion) expect(shown === 1, where, `option ${at + 1} shows ${shown} pieces of feedback`);
    }
    expect(right === 1, where, `${right} options count as right`);
    if (!isQuestion) expect(await form.evaluate((f) => f.parentElement.querySelector(".reveal").open), where, "the answer does not open");
  }
}

/** Questions with several right options, and those that ask for a number, by keyboard as well. */
export async function quiz(page, name, expect) {
  const answered = (form) => form.$eval(".verdict", (v) => v.textContent);
  for (const form of await page.$$(".question form[data-several]")) {
    const where = `${name}, ${await form.evaluate((f) => f.parentElement.id)}`;
    const boxes = await form.$$("input[type=checkbox]");
    for (const box of boxes) {
      const right = await box.evaluate((b) => "right" in b.closest(".choice").dataset);
      await box.focus();
      if (right) await page.keyboard.press("Space");
    }
    await page.keyboard.press("Enter");
    expect((await answered(form)).startsWith("Right"), where, "the right options are not right");
    await boxes[0].focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    expect((await answered(form)).startsWith("Not quite"), where, "one option more or less is right as well");
    expect((await form.$$eval(".feedback", (all) => all.filter((f) => f.checkVisibility()).length)) === 1, where, "does not say about which option");
  }
  for (const form of await page.$$(".question form[data-number]")) {
    const where = `${name}, ${await form.evaluate((f) => f.parentElement.id)}`;
    const field = await form.$("input");
    await field.focus();
    await page.keyboard.press("Enter");
    expect((await answered(form)).startsWith("Write a number"), where, "does not ask for a number");
    const rows = await form.$$eval(".feedback[data-value]", (all) => all.map((f) => [f.dataset.value, "right" in f.dataset]));
    for (const [value, right] of rows) {
      await field.fill(value);
      await field.press("Enter");
      expect((await answered(form)).startsWith("Right") === right, where, `${value} is judged the wrong way`);
      expect((await form.$$eval(".feedback", (all) => all.filter((f) => f.checkVisibility()).length)) === 1, where, `${value} shows no feedback of its own`);
    }
    await field.fill("1e9");
    await field.press("Enter");
    expect((await answered(form)).startsWith("Not this one"), where, "any number is right");
  }
}

export async function search(page, expect) {
  const where = `search at ${new URL(page.url()).protocol}`;
  await page.keyboard.press("/");
  await page.keyboard.type("ellipse kernel");
  await page.waitForSelector("dialog.search .results a").catch(() => {});
  const found = await page.$$eval("dialog.search .results a", (links) => links.map((l) => l.getAttribute("href")));
  expect(found.some((href) => href.includes("04-constant-kernel")), where, `does not find the ellipse: ${found}`);
  await page.fill("dialog.search input", "katex-html");
  await page.waitForTimeout(100);
  expect((await page.$$("dialog.search .results a")).length === 0, where, "finds markup");
  await page.fill("dialog.search input", "pseudo-inverse");
  await page.waitForSelector("dialog.search .results a").catch(() => {});
  await page.keyboard.press("Enter");
  await page.waitForURL(/html/, { waitUntil: "load" }).catch(() => {});
  await page.waitForTimeout(300);
  const says = await page.$eval("main", (main) => main.textContent.includes("pseudo-inverse")).catch(() => false);
  expect(says && /html/.test(page.url()), where, `Enter leads to ${page.url()}`);
}

/** The ledger's filter, by keyboard: what it shows is counted aloud, stands in the address, and comes back. */
export async function ledger(page, address, expect) {
  const where = "ledger";
  const shown = () => page.$$eval(".claim[data-verdict]", (all) => all.filter((c) => c.checkVisibility()).map((c) => ({ ...c.dataset })));
  const status = () => page.$eval(".filter [role=status]", (s) => s.textContent);
  await page.goto(address, { waitUntil: "load" });
  const all = await shown();
  expect(all.length > 90, where, `shows ${all.length} claims before anything is chosen`);
  expect(await page.$eval(".filter [role=status]", (s) => s.getAttribute("aria-live") === "polite"), where, "the count is not read out");

  for (const verdict of ["holds", "conditional", "loose"]) {
    await page.focus(`.filter [value=${verdict}]`);
    await page.keyboard.press("Space");
  }
  const wrong = await shown();
  expect(wrong.length > 0 && wrong.length < all.length && wrong.every((c) => c.verdict === "wrong"), where, "the boxes do not choose by verdict");
  expect((await status()) === `${wrong.length} of ${all.length} claims`, where, `counts ${await status()}`);
  await page.focus(".filter select");
  await page.keyboard.type("16");
  await page.keyboard.press("Tab");
  const chapter = await shown();
  expect(chapter.length > 0 && chapter.every((c) => c.verdict === "wrong" && c.chapter === "16"), where, "the list does not choose by chapter");
  const headings = await page.$$eval("h2[data-chapter]", (hs) => hs.filter((h) => h.checkVisibility()).length);
  expect(headings === 1, where, `${headings} headings stand over the claims of one chapter`);
  expect(page.url() === `${address}?verdict=wrong&chapter=16`, where, `the address is ${page.url()}`);

  await page.reload({ waitUntil: "load" });
  expect((await shown()).length === chapter.length, where, "the address does not bring the choice back");
  expect(!(await page.isChecked(".filter [value=holds]")) && (await page.inputValue(".filter select")) === "16", where, "the form does not say what is shown");
  await page.goto(`${address}?verdict=wrong&chapter=16#C64`, { waitUntil: "load" });
  expect(await page.isVisible("#C64"), where, "a link to a claim is hidden by the filter");
  await page.focus(".filter [type=reset]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.search === "", null, { timeout: 2000 }).catch(() => {});
  expect(page.url() === address && (await shown()).length === all.length, where, "there is no way back to all");
  await page.goto(`${address}?verdict=nonsense&chapter=99`, { waitUntil: "load" });
  expect((await shown()).length === all.length, where, "an address that nobody wrote hides claims");
}

export async function themes(page, expect) {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const before = await background();
  await page.focus("button.theme");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const dark = await background();
  expect(before !== dark, "theme", "the button changes nothing");
  await page.reload({ waitUntil: "load" });
  expect((await background()) === dark, "theme", "the choice is forgotten");
  await page.evaluate(() => localStorage.clear());
}

export async function contents(page, expect) {
  expect(!(await page.isVisible("#contents")), "contents", "cover the page of a phone");
  await page.focus("button.menu");
  await page.keyboard.press("Enter");
  expect(await page.isVisible("#contents"), "contents", "do not open");
  await page.keyboard.press("Escape");
  expect(!(await page.isVisible("#contents")), "contents", "do not close");
}

export async function print(page, name, expect) {
  const seen = await page.$$eval(".bar, #contents, .turn", (all) => all.filter((e) => e.checkVisibility()).length);
  expect(seen === 0, `${name} on paper`, "navigation is printed");
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  expect(pdf.length > 10_000, `${name} on paper`, "the printed page is empty");
}

/** Without script the contents are there and questions can be read. */
export async function withoutScript(origin, chromium, expect) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${origin}index.html`);
  expect(await page.isVisible("#contents"), "without script", "no contents");
  expect(!(await page.isVisible("button.menu")), "without script", "a menu button that does nothing");
  await page.goto(`${origin}ledger.html`);
  expect(!(await page.isVisible(".filter")), "without script", "a filter that does nothing");
  expect(await page.isVisible(".claim[data-verdict]:last-of-type"), "without script", "the ledger is not all there");
  return browser;
}
