// Everything that moves on a page. Without it the book reads as well: contents stand above the text,
// questions show their options, answers unfold by hand.
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  root.classList.add("script");
  all(".bar [hidden], form[data-filter]").forEach((element) => { element.hidden = false; });

  // Theme: as the system, light, dark, and round again.
  const THEMES = ["", "light", "dark"];
  const themeButton = one("button.theme");
  const named = () => {
    themeButton.setAttribute("aria-label", `Theme: ${root.dataset.theme || "as the system"}`);
    themeButton.title = themeButton.getAttribute("aria-label");
  };
  themeButton.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme || "") + 1) % THEMES.length];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
    try { localStorage.setItem("theme", next); } catch { /* a private window forgets */ }
    named();
  });
  named();

  // Contents on a narrow screen.
  const contents = one("#contents"), menu = one("button.menu");
  const showContents = (open) => {
    contents.classList.toggle("open", open);
    menu.setAttribute("aria-expanded", String(open));
    if (open) one("a[aria-current], a", contents)?.focus();
  };
  menu.addEventListener("click", () => showContents(!contents.classList.contains("open")));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && contents.classList.contains("open")) { showContents(false); menu.focus(); }
  });
  const current = one("[aria-current]", contents);
  if (current && contents.scrollHeight > contents.clientHeight) {
    contents.scrollTop = current.offsetTop - contents.clientHeight / 3;
  }

  // Copy buttons.
  all("pre > code.language-sh").forEach((code) => { code.parentElement.dataset.copy = ""; });
  for (const box of all("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(one("code", box).textContent); button.textContent = "Copied"; }
      catch { getSelection().selectAllChildren(one("code", box)); button.textContent = "Selected"; }
      setTimeout(() => { button.textContent = "Copy"; }, 1600);
    });
    box.append(button);
  }

  // What is too wide for its place scrolls, also by keyboard.
  const wide = all(".katex-display, [data-copy] code, pre, .table-wrapper");
  const reach = (element) => {
    if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0; else element.removeAttribute("tabindex");
  };
  const scrollable = new ResizeObserver((entries) => entries.forEach(({ target }) => reach(target)));
  wide.forEach((element) => scrollable.observe(element));
  document.fonts.ready.then(() => wide.forEach(reach));

  // Quick questions, predictions and the quiz. An answer is one option, several, or a number; judging it
  // gives whether it is right, the options to mark, and what to say. Null: there is no answer yet.
  const number = (text) => {
    const parts = text.trim().replaceAll("−", "-").replaceAll(",", ".").split("/");
    const values = parts.map((part) => (part.trim() === "" ? NaN : Number(part)));
    return parts.length > 2 ? NaN : values.reduce((over, under) => over / under);
  };
  const judgeNumber = (form) => {
    const given = number(one("input", form).value);
    if (!Number.isFinite(given)) return null;
    const rows = all(".feedback", form);
    const near = ({ dataset }) => "value" in dataset && Math.abs(given - dataset.value) <= Number(dataset.tolerance);
    const row = rows.find(near) ?? rows.at(-1);
    return { right: "right" in row.dataset, marked: [], said: [row] };
  };
  const judgeSeveral = (form) => {
    const choices = all(".choice", form);
    const wrong = choices.filter((choice) => one("input", choice).checked !== ("right" in choice.dataset));
    const marked = wrong.length ? wrong : choices.filter((choice) => "right" in choice.dataset);
    return { right: !wrong.length, marked, said: marked.map((choice) => one(".feedback", choice)) };
  };
  const judgeOne = (form) => {
    const chosen = one("input:checked", form)?.closest(".choice");
    if (!chosen) return null;
    return { right: "right" in chosen.dataset, marked: [chosen], said: all(".feedback", chosen) };
  };
  for (const form of all(".question form, .predict form")) {
    const verdict = one(".verdict", form), reveal = one(".reveal", form.parentElement);
    const judge = "number" in form.dataset ? judgeNumber : "several" in form.dataset ? judgeSeveral : judgeOne;
    const clear = () => {
      all(".choice", form).forEach((choice) => choice.classList.remove("right", "off"));
      all(".feedback", form).forEach((feedback) => { feedback.hidden = true; });
    };
    form.addEventListener("input", () => { clear(); verdict.textContent = ""; });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clear();
      const judged = judge(form);
      if (!judged) {
        verdict.textContent = judge === judgeNumber ? "Write a number first, 0.25 or 1/4." : "Choose one first.";
        return;
      }
      const { right, marked, said } = judged;
      // Of several, an option may be wrong by being missed: what it says is marked as the answer is.
      marked.forEach((choice) => choice.classList.add(right ? "right" : "off"));
      said.forEach((feedback) => { feedback.hidden = false; });
      if (reveal) {
        reveal.open = true;
        verdict.textContent = right ? "As you predicted." : "It goes another way.";
      } else {
        verdict.textContent = (right ? "Right. " : "Not this one. ");
        if (judge === judgeSeveral && !right) verdict.textContent = "Not quite. ";
        const spoken = document.createElement("span");
        spoken.className = "unseen";
        spoken.textContent = said.map((feedback) => feedback.textContent).join(" ");
        verdict.append(spoken);
      }
    });
  }

  // The ledger's filter. What it shows is in the address, so that it can be sent and comes back.
  for (const form of all("form[data-filter]")) {
    const claims = all(".claim[data-verdict]"), headings = all("h2[data-chapter]");
    const boxes = all("[name=verdict]", form), chapter = one("[name=chapter]", form);
    const read = () => {
      const asked = new URLSearchParams(location.search);
      const verdicts = (asked.get("verdict") ?? "").split(",");
      const known = asked.get("verdict") === "none" || boxes.some((box) => verdicts.includes(box.value));
      boxes.forEach((box) => { box.checked = !known || verdicts.includes(box.value); });
      chapter.value = asked.get("chapter") ?? "";
      if (chapter.selectedIndex < 0) chapter.value = "";
    };
    const show = () => {
      const verdicts = boxes.filter((box) => box.checked).map((box) => box.value);
      claims.forEach(({ dataset }, at) => {
        claims[at].hidden = !verdicts.includes(dataset.verdict) || !["", dataset.chapter].includes(chapter.value);
      });
      const shown = claims.filter((claim) => !claim.hidden);
      headings.forEach((heading) => {
        heading.hidden = !shown.some(({ dataset }) => dataset.chapter === heading.dataset.chapter);
      });
      one("[role=status]", form).textContent = `${shown.length} of ${claims.length} claims`;
      return verdicts;
    };
    const change = () => {
      const verdicts = show(), asked = new URLSearchParams();
      if (verdicts.length < boxes.length) asked.set("verdict", verdicts.join(",") || "none");
      if (chapter.value) asked.set("chapter", chapter.value);
      const query = String(asked).replaceAll("%2C", ",");
      try { history.replaceState(null, "", location.pathname + (query && `?${query}`)); } catch { /* from disk, perhaps not */ }
    };
    form.addEventListener("change", change);
    form.addEventListener("reset", () => setTimeout(change));
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => { read(); show(); });
    read();
    show();
  }

  // A link into folded text opens it; print opens everything.
  const unfold = () => {
    let inside = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const target = inside;
    for (; inside; inside = inside.parentElement) if (inside.tagName === "DETAILS") inside.open = true;
    if (target) { target.hidden = false; target.scrollIntoView(); }
  };
  addEventListener("hashchange", unfold);
  unfold();
  addEventListener("beforeprint", () => all("details:not(.home)").forEach((d) => { d.open = true; }));

  // Search: words of every section; all must occur, whole words and titles come first.
  const dialog = one("dialog.search"), input = one("input", dialog);
  const results = one(".results", dialog), count = one(".count", dialog);
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  let index;
  const load = () => new Promise((done) => {
    if (index) { done(); return; }
    const script = document.createElement("script");
    script.src = dialog.dataset.search;
    script.onload = () => {
      index = window.searchIndex.map(([address, page, section, words]) => ({
        address, page, section, words, title: plain(`${page} ${section}`), body: plain(words),
      }));
      done();
    };
    script.onerror = () => { count.textContent = "The search index could not be loaded."; };
    document.head.append(script);
  });
  const score = (entry, words) => {
    let total = 0;
    for (const word of words) {
      const inTitle = entry.title.includes(word), at = entry.body.indexOf(word);
      if (!inTitle && at < 0) return 0;
      const whole = new RegExp(`(^|[^\\p{L}])${word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}($|[^\\p{L}])`, "u");
      total += (inTitle ? 20 : 0) + (whole.test(entry.body) ? 5 : 1) + Math.min(5, entry.body.split(word).length - 1);
    }
    return total;
  };
  const snippet = (entry, words) => {
    const places = words.map((word) => entry.body.indexOf(word)).filter((at) => at >= 0);
    const start = Math.max(0, (places.length ? Math.min(...places) : 0) - 50);
    return (start ? "…" : "") + entry.words.slice(start, start + 150) + "…";
  };
  const marked = (text, words) => {
    const out = document.createDocumentFragment();
    const folded = plain(text);
    if (folded.length !== text.length) { out.append(text); return out; }
    let at = 0;
    while (at < text.length) {
      const next = words.map((word) => [folded.indexOf(word, at), word]).filter(([p]) => p >= 0).sort((a, b) => a[0] - b[0])[0];
      if (!next) break;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next[0], next[0] + next[1].length);
      out.append(text.slice(at, next[0]), mark);
      at = next[0] + next[1].length;
    }
    out.append(text.slice(at));
    return out;
  };
  const search = async () => {
    await load();
    const words = plain(input.value).split(/\s+/).filter((word) => word.length > 1 || /[^\x00-\x7f]/.test(word));
    results.replaceChildren();
    if (!words.length) { count.textContent = ""; return; }
    const found = index.map((entry) => [score(entry, words), entry]).filter(([s]) => s).sort((a, b) => b[0] - a[0]);
    count.textContent = found.length === 1 ? "1 section" : `${found.length} sections`;
    for (const [, entry] of found.slice(0, 12)) {
      const item = document.createElement("li"), link = document.createElement("a");
      const title = document.createElement("b"), text = document.createElement("span");
      link.href = root.dataset.root + entry.address;
      title.append(marked(entry.section ? `${entry.page}: ${entry.section}` : entry.page, words));
      text.append(marked(snippet(entry, words), words));
      link.append(title, text);
      link.addEventListener("click", () => dialog.close());
      item.append(link);
      results.append(item);
    }
  };
  const open = () => { dialog.showModal(); input.select(); load(); };
  one("button.find").addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
    if ((event.key === "/" || event.key === "s") && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); open(); }
  });
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); one("a", results)?.click(); }
  });
})();
