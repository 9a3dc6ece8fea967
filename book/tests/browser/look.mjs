// What a page must not show. Each function runs inside the page and returns its faults as sentences.

/** Unfolds all text and all feedback, so that nothing hides from the checks; or folds them again. */
export function unfold(open) {
  document.querySelectorAll("details").forEach((details) => { details.open = open; });
  document.querySelectorAll(".feedback").forEach((feedback) => { feedback.hidden = !open; });
}

/** The page is never wider than the window, and no text sticks out of it. */
export function overflow() {
  const faults = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) faults.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${wide}`);
  const scrolls = (element) => {
    for (let e = element; e; e = e.parentElement) if (["auto", "scroll", "hidden"].includes(getComputedStyle(e).overflowX)) return true;
    return false;
  };
  for (const element of document.querySelectorAll("main *")) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.right <= wide + 1 || element.closest(".unseen, .katex-mathml") || scrolls(element)) continue;
    faults.push(`<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ends at ${Math.round(box.right)} of ${wide}: ${element.textContent.trim().slice(0, 40)}`);
    if (faults.length > 5) break;
  }
  return faults;
}

/** A claim's box is read at a glance: folded, it is no longer than a screen and a half of a phone. */
export function longBoxes() {
  const boxes = [...document.querySelectorAll(".claim[aria-label^=Claim]")];
  const long = boxes.map((box) => [box.id, Math.round(box.getBoundingClientRect().height)]).filter(([, height]) => height > 1.5 * innerHeight);
  return long.map(([id, height]) => `the box of ${id} is ${height} long`);
}

/** No formula is left as it was written. */
export function dollars() {
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.includes("$") && !node.parentElement.closest("code, pre, script, style, annotation")) faults.push(`an unrendered $: ${node.data.trim().slice(0, 60)}`);
    if (/<(span|div|p)\b|\\[a-zA-Z]{2,}|:::/.test(node.data) && !node.parentElement.closest("code, pre, script, style, annotation")) faults.push(`markup shown as text: ${node.data.trim().slice(0, 60)}`);
  }
  return faults;
}

/** Every formula has its MathML, every figure its words, every empty place-holder was filled. */
export function formulas() {
  const faults = [];
  for (const formula of document.querySelectorAll(".katex")) if (!formula.querySelector("math")) faults.push("a formula without MathML");
  if (document.querySelector("[data-tex], .katex-error")) faults.push("a formula that was not filled in");
  for (const drawing of document.querySelectorAll(".drawing")) {
    if (!drawing.querySelector("svg")) faults.push("a figure that was not filled in");
    if ((drawing.getAttribute("aria-label") ?? "").length < 40) faults.push("a figure without words for it");
  }
  return faults;
}

/** Every character has a glyph: drawn, it differs from a character that no font has. */
export function glyphs() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 48;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const drawn = (text, font) => {
    pen.clearRect(0, 0, 48, 48);
    pen.font = font;
    pen.fillText(text, 8, 34);
    return pen.getImageData(0, 0, 48, 48).data.join();
  };
  const byFont = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.closest("script, style, .katex-mathml")) continue;
    const style = getComputedStyle(element);
    const font = `${style.fontStyle} ${style.fontWeight} 28px ${style.fontFamily}`;
    if (!byFont.has(font)) byFont.set(font, new Set());
    for (const character of node.data) if (/\S/u.test(character) && !/[\u200b-\u200f\u2060\u0300-\u036f\ufe00-\ufe0f\u2061-\u2064]/u.test(character)) byFont.get(font).add(character);
  }
  const faults = [];
  for (const [font, characters] of byFont) {
    const missing = drawn("\u{10fffd}", font);
    for (const character of characters) if (drawn(character, font) === missing) faults.push(`no glyph for ${character} (U+${character.codePointAt(0).toString(16)}) in ${font}`);
  }
  return faults;
}
