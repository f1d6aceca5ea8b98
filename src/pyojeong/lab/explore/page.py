"""The page: sections of figures and tables in, one HTML file out that needs nothing else."""

from __future__ import annotations

import base64
import io
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pyojeong.media.fonts import FontWeight, font_path

_STYLE = Path(__file__).with_name("report.css")
_OPEN_ROWS = 16
"""Longer tables are folded; they open at a touch."""
_SVG_WORDS = re.compile(r"<text[^>]*>([^<]*)</text>")


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of cells under a head; columns of numbers are set to the right."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    caption: str = ""
    quotes: bool = False
    """Whether the first cell is a quotation, which may run over several lines."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with what it shows in words, of how many it speaks, and its numbers beside it.

    Attributes:
        title: What is drawn.
        says: The finding, one or two sentences.
        n: Of how many rows or pictures.
        svg: The drawing.
        alt: What somebody who cannot see the drawing needs.
        table: The numbers.
        wide: Whether it takes the whole width and is scrolled on a small screen.
    """

    title: str
    says: str
    n: str
    svg: str
    alt: str
    table: Table | None = None
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Gallery:
    """Small drawings or pictures beside each other, each with its words."""

    title: str
    n: str
    items: Sequence[tuple[str, str]]
    """A caption and the HTML of the picture (SVG or `picture_html`)."""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence of its own."""

    words: str


Part = Figure | Table | Gallery | Note


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the page."""

    title: str
    english: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole page: facts are pairs of a short label and a value, findings are sentences."""

    title: str
    about: str
    facts: Sequence[tuple[str, str]]
    findings: Sequence[str]
    sections: Sequence[Section]


def picture_html(jpeg: bytes, alt: str) -> str:
    """A picture that travels inside the page."""
    return f'<img alt="{escape(alt)}" src="data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}">'


def page(report: Report) -> str:
    """The HTML document."""
    body = "".join(_section(number, section) for number, section in enumerate(report.sections, 1))
    regular = "".join(_SVG_WORDS.findall(body))
    return (
        '<!doctype html><html lang="ko"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(report.title)} · 표정 자료 보기</title>"
        f"<style>{_font(FontWeight.REGULAR, regular)}{_font(FontWeight.BOLD, regular)}"
        f"{_STYLE.read_text('utf-8')}</style></head><body>"
        f"{_head(report)}<main>{body}</main>"
        "<footer>표정 연구실 · <code>pyojeong-lab explore</code> · 이 파일은 인터넷 없이 열립니다.</footer>"
        "</body></html>"
    )


def _head(report: Report) -> str:
    facts = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in report.facts)
    findings = "".join(f"<li>{escape(finding)}</li>" for finding in report.findings)
    links = "".join(
        f'<a href="#s{number}">{escape(section.title)}</a>' for number, section in enumerate(report.sections, 1)
    )
    return (
        f'<header><p class="kicker">자료 보기 · data report</p><h1>{escape(report.title)}</h1>'
        f'<p class="about">{escape(report.about)}</p><dl class="facts">{facts}</dl>'
        f'<section class="findings" aria-label="눈에 띄는 점"><h2>눈에 띄는 점</h2><ul>{findings}</ul></section>'
        f'<nav aria-label="차례">{links}</nav></header>'
    )


def _section(number: int, section: Section) -> str:
    parts = "".join(_part(part) for part in section.parts)
    return (
        f'<section id="s{number}"><h2>{escape(section.title)} <span lang="en">{escape(section.english)}</span></h2>'
        f"{parts}</section>"
    )


def _part(part: Part) -> str:
    if isinstance(part, Figure):
        return _figure(part)
    if isinstance(part, Gallery):
        return _gallery(part)
    if isinstance(part, Table):
        return f'<div class="card">{_table(part)}</div>'
    return f'<p class="note">{escape(part.words)}</p>'


def _figure(figure: Figure) -> str:
    svg = _spoken(figure.svg, figure.alt)
    drawing = f'<div class="drawing" tabindex="0">{svg}</div>' if figure.wide else f'<div class="drawing">{svg}</div>'
    table = "" if figure.table is None else _table(figure.table)
    return (
        f'<figure class="card{" wide" if figure.wide else ""}{"" if table else " alone"}"><figcaption>'
        f'<h3>{escape(figure.title)} <span class="n">{escape(figure.n)}</span></h3><p>{escape(figure.says)}</p>'
        f"</figcaption>{drawing}{table}</figure>"
    )


def _gallery(gallery: Gallery) -> str:
    items = "".join(
        f"<figure>{_spoken(html, caption)}<figcaption>{escape(caption)}</figcaption></figure>"
        for caption, html in gallery.items
    )
    return (
        f'<div class="card"><h3>{escape(gallery.title)} <span class="n">{escape(gallery.n)}</span></h3>'
        f'<div class="gallery{" small" if gallery.small else ""}">{items}</div></div>'
    )


def _spoken(html: str, alt: str) -> str:
    """A drawing with words for those who cannot see it."""
    return html.replace("<svg", f'<svg role="img" aria-label="{escape(alt)}"', 1)


def _table(table: Table) -> str:
    right = [n > 0 and _is_number("".join(row[n] for row in table.rows)) for n in range(len(table.head))]
    head = "".join(
        f'<th scope="col"{" class=num" if number else ""}>{escape(cell)}</th>'
        for cell, number in zip(table.head, right, strict=True)
    )
    rows = "".join(f"<tr>{''.join(map(_cell, row, right))}</tr>" for row in table.rows)
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    kind = ' class="quotes"' if table.quotes else ""
    html = f'<div class="table"><table{kind}>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    if len(table.rows) <= _OPEN_ROWS:
        return html
    words = table.caption or "표"
    return f"<details><summary>{escape(words)} · {len(table.rows)}줄 펼치기</summary>{html}</details>"


def _cell(cell: str, right: bool) -> str:
    return f"<td{' class=num' if right else ''}>{escape(cell)}</td>"


def _is_number(cell: str) -> bool:
    return bool(cell) and not cell.strip("0123456789.,%–-+×° ")


def _font(weight: FontWeight, words: str) -> str:
    """An ``@font-face`` with only the letters of ``words``: drawings look the same where the font is missing."""
    from fontTools import subset

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of every table it drops
    options = subset.Options(flavor="woff", notdef_outline=True, layout_features=[])
    packed = io.BytesIO()
    with subset.load_font(str(font_path(weight)), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=words + " 0123456789.,%")
        subsetter.subset(font)
        subset.save_font(font, packed, options)
    number = 700 if weight is FontWeight.BOLD else 400
    source = f"data:font/woff;base64,{base64.b64encode(packed.getvalue()).decode()}"
    return f"@font-face{{font-family:NanumGothic;font-weight:{number};src:url({source})}}"
