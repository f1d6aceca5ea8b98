// Nobody who uses the keyboard loses their place: when what has the focus goes or is hidden, the focus goes on to what was
// built anew in its place, else to what follows it in its panel, else to what came before. What only cannot be pressed for
// a while gets it back then: were it to go from an undo that is over to the redo beside it, one key more would redo.
(() => {
  const WAYS = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const PANELS = "section, .panel, .notice, dialog, header, footer, main";
  const SETTLED_MS = 60; // a browser takes the focus from what is hidden when it paints, which is after it was told
  const there = (one) => one.isConnected && one.checkVisibility({ visibilityProperty: true });
  const ready = (one) => there(one) && !one.disabled;
  const called = (one) => `${one.tagName} ${one.getAttribute("aria-label") ?? one.textContent.trim()}`;
  let last = null, timer = null;

  document.addEventListener("focusin", ({ target }) => {
    const all = [...(target.closest(PANELS) ?? document.body).querySelectorAll(WAYS)].map((one) => ({ one, name: called(one) }));
    last = { all, at: all.findIndex(({ one }) => one === target) };
  });
  document.addEventListener("pointerdown", () => (last = null), true);

  function mend() {
    const holder = document.activeElement;
    if (!last || (holder !== document.body && there(holder))) return;
    const { all, at } = last;
    if (at < 0 || (there(all[at].one) && !ready(all[at].one))) return;
    const anew = new Map([...document.querySelectorAll(WAYS)].filter(ready).reverse().map((one) => [called(one), one]));
    for (const { one, name } of [...all.slice(at), ...all.slice(0, at).reverse()]) {
      const next = ready(one) ? one : anew.get(name);
      if (!next) continue;
      next.focus({ preventScroll: true });
      if (document.activeElement === next) return;
    }
    document.getElementById("studio")?.focus({ preventScroll: true });
  }

  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(mend, SETTLED_MS);
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["class", "style", "disabled", "hidden", "open"] });
})();
