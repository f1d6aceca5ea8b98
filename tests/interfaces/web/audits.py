"""What can be measured of how well a page can be read and used, in the browser that shows it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from visiting import Visitor

SEEN = """
const seen = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length
  && !e.closest('.unseen, [hidden], .skip');
"""

NAMELESS = """
const named = (e) => (e.innerText || '').trim() || e.ariaLabel || e.title || e.labels?.length
  || (e.getAttribute('aria-labelledby') || '').split(' ').some((id) => document.getElementById(id)?.textContent.trim());
return [...document.querySelectorAll('button, a, input, select, textarea, video, progress, [role=group], nav, img')]
  .filter((e) => seen(e) && (e.tagName === 'IMG' ? e.getAttribute('alt') === null : !named(e)))
  .map((e) => e.outerHTML.slice(0, 120));
"""

PALE = """
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
};
const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
const ground = (e) => {
  const style = getComputedStyle(e);
  if (style.backgroundImage !== 'none' && e.tagName !== 'SELECT') return null;
  const own = rgba(style.backgroundColor);
  if (own[3] === 1) return own;
  const below = e.parentElement ? ground(e.parentElement) : [255, 255, 255, 1];
  return below && over(own, below);
};
const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const texts = [...document.querySelectorAll('main *, header *, footer *')].filter((e) => seen(e)
  && !e.closest('[disabled], [aria-disabled=true], svg, optgroup')
  && (e.matches('input:not([type])') || [...e.childNodes].some((n) => n.nodeType === 3 && n.nodeValue.trim())));
return texts.flatMap((e) => {
  const under = ground(e);
  if (!under) return [];
  const [a, b] = [light(over(rgba(getComputedStyle(e).color), under)), light(under)].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  return ratio < 4.5 ? [`${ratio.toFixed(2)} ${e.className || e.tagName}: ${e.textContent.trim().slice(0, 40)}`] : [];
});
"""

CUT = """
const wide = (select) => {
  const style = getComputedStyle(select), canvas = new OffscreenCanvas(1, 1).getContext('2d');
  canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return canvas.measureText(select.selectedOptions[0]?.text ?? '').width > room + 2;
};
const cut = (e) => e.tagName === 'SELECT' ? wide(e)
  : e.scrollWidth > e.clientWidth + 1 && !['visible', 'auto', 'scroll'].includes(getComputedStyle(e).overflowX);
const past = (e) => !e.closest('.pages') && e.getBoundingClientRect().right > innerWidth + 1;
const words = document.querySelectorAll('select, button, .chip, label, h2, h3, p, summary, .hint, output, main span');
return [...words].filter((e) => seen(e) && (cut(e) || past(e))).map((e) => (e.className || e.tagName) + ': '
  + (e.selectedOptions?.[0]?.text ?? e.textContent).trim().slice(0, 60));
"""

JUMPS = """
const kinds = ['a[href]', 'button', 'input', 'select', 'textarea', 'summary', 'video'].map((kind) => `main ${kind}`);
const stops = [...document.querySelectorAll(kinds)].filter((e) => seen(e) && !e.disabled && e.tabIndex >= 0);
const place = (e) => {
  const b = e.getBoundingClientRect();
  return [b.left + b.width / 2, b.top + scrollY, b.bottom + scrollY];
};
return stops.slice(1).flatMap((e, i) => {
  const [x0, y0] = place(stops[i]), [x, , below] = place(e);
  return below < y0 - 4 && x <= x0 + 40 ? [`${stops[i].outerHTML.slice(0, 70)} -> ${e.outerHTML.slice(0, 70)}`] : [];
});
"""
"""Going on with the tabulator leads down or to the right; whoever is led up in the same column is lost."""


def nameless(visit: Visitor) -> list[Any]:
    """Controls, groups and pictures a screen reader can say nothing of."""
    return list(visit.run(SEEN + NAMELESS))


def pale(visit: Visitor) -> list[Any]:
    """Texts with less contrast than 4.5 (WCAG 2.2, 1.4.3), as far as what is behind them is one colour."""
    return list(visit.run(SEEN + PALE))


def cut(visit: Visitor) -> list[Any]:
    """Words of which an end is hidden."""
    return list(visit.run(SEEN + CUT))


def jumps(visit: Visitor) -> list[Any]:
    """Where the focus goes against the order in which the page is read."""
    return list(visit.run(SEEN + JUMPS))


def look_over(visit: Visitor, *, cut_anyway: Callable[[], list[str]] = list) -> None:
    """Returns when everything on the page fits, is named, in order, and legible in both themes.

    Args:
        visit: The visitor, whose window has its size.
        cut_anyway: Gives the words that may be cut off.
    """
    visit.until(lambda: visit.run("return document.documentElement.scrollWidth <= window.innerWidth"))
    assert [one for one in lasting(visit, cut) if one not in cut_anyway()] == []
    assert nameless(visit) == [] and jumps(visit) == []
    for theme in ("light", "dark"):
        visit.run("window.pyojeongTheme(arguments[0])", theme)
        assert lasting(visit, pale) == []


def lasting(visit: Visitor, look: Callable[[Visitor], list[Any]]) -> list[Any]:
    """What ``look`` finds and still finds when colours and sizes have passed into each other."""
    deadline = time.monotonic() + visit.patience_seconds / 6
    while (found := look(visit)) and time.monotonic() < deadline:
        time.sleep(visit.pause_seconds)
    return found
