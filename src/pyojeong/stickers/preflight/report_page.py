"""One HTML file of a `Report`: opens without a network, prints, follows light and dark, speaks Korean and English."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from html import escape
from pathlib import Path

import numpy as np
import PIL.Image

from pyojeong.stickers.lettering.at_chat_size import CHAT_PX
from pyojeong.stickers.preflight.finding import Finding, Report, Row, Said, Severity
from pyojeong.stickers.stores.specs import Source, Standing

_STYLE = Path(__file__).with_name("report.css")
_STANDING = {
    Standing.VERIFIED: Said("상점의 글", "the store's own page"),
    Standing.REPORTED: Said("전해 들음", "reported"),
    Standing.CHOSEN: Said("우리가 정함", "chosen here"),
}
_GUESS = 0.4
"""Share under which a reading is called unsure: there it was right in under half of drawings of unseen designs."""
_SEVERITY_ENGLISH = {Severity.ERROR: "to mend", Severity.WARNING: "to look at", Severity.NOTE: "to know"}


def report_html(report: Report, *, english: bool = False) -> str:
    """The document; both languages are in it and a switch shows one.

    Args:
        report: What was found.
        english: Which language shows first.
    """
    troubled = [row for row in report.rows if _own(report, row)]
    sound = [row for row in report.rows if not _own(report, row)]
    whole = [finding for finding in report.findings if not finding.sticker]
    parts = [
        _section(Said("팩 전체", "The whole pack"), _list(whole, report), len(whole)),
        _section(Said("살펴볼 스티커", "Stickers to look at"), _cards(troubled, report), len(troubled)),
        _section(Said("문제를 찾지 못한 스티커", "Nothing found"), _gallery(sound), len(sound)),
        _section(Said("모든 파일", "Every file"), _table(report), len(report.rows)),
        _section(Said("살피지 못한 것", "Not checked"), _sentences(report.unchecked), len(report.unchecked)),
    ]
    title = f"{report.pack} · {report.store_english if english else report.store_korean}"
    return (
        f'<!doctype html><html lang="{"en" if english else "ko"}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE.read_text('utf-8')}</style></head><body>"
        f"{_switch(english)}{_head(report)}<main>{''.join(parts)}</main>{_foot()}</body></html>\n"
    )


def _switch(english: bool) -> str:
    """Two radio buttons that come before all else, so that style alone can show one language."""
    buttons = "".join(
        f'<input type="radio" name="language" id="show-{code}"{" checked" if chosen else ""}>'
        f'<label for="show-{code}" lang="{code}" class="switch">{word}</label>'
        for code, word, chosen in (("ko", "한국어", not english), ("en", "English", english))
    )
    return f'<div class="switches" role="group" aria-label="언어 / Language">{buttons}</div>'


def _said(said: Said) -> str:
    korean, english = escape(said.korean), escape(said.english)
    return f'<span lang="ko" class="ko">{korean}</span><span lang="en" class="en">{english}</span>'


def _head(report: Report) -> str:
    errors, warnings = report.counts[Severity.ERROR], report.counts[Severity.WARNING]
    if errors:
        verdict = Said(f"고쳐야 할 것이 {errors}가지 있습니다", f"{errors} to mend before sending")
    elif warnings:
        verdict = Said(
            f"규격은 맞습니다. 살펴볼 것이 {warnings}가지 있습니다", f"It fits the rules; {warnings} to look at"
        )
    elif report.counts[Severity.NOTE]:
        notes = report.counts[Severity.NOTE]
        verdict = Said(f"규격에 맞습니다. 알아둘 것이 {notes}가지 있습니다", f"It fits the rules; {notes} to know")
    else:
        verdict = Said("규격에 맞고, 걸리는 것을 찾지 못했습니다", "It fits the rules, and nothing was found")
    store = Said(report.store_korean, report.store_english)
    count = sum(row.role == "sticker" for row in report.rows)
    about = Said(f"스티커 {count}개", f"{count} stickers")
    kind = "fails" if errors else ("passes" if not warnings else "careful")
    return (
        f'<header class="{kind}"><p class="kicker">{_said(Said("이모티콘 점검", "sticker check"))}</p>'
        f'<h1>{_said(verdict)}</h1><p class="about"><b>{escape(report.pack)}</b> → {_said(store)} · {_said(about)}</p>'
        "</header>"
    )


def _section(title: Said, body: str, count: int) -> str:
    if not count:
        return ""
    return f'<section><h2>{_said(title)} <span class="n">{count}</span></h2>{body}</section>'


def _own(report: Report, row: Row) -> tuple[Finding, ...]:
    """Findings of the sticker itself; those of the whole pack that merely name it are told above."""
    return tuple(finding for finding in report.of(row.name) if finding.sticker)


def _list(findings: Iterable[Finding], report: Report) -> str:
    return f'<ul class="findings">{"".join(_finding(finding, report) for finding in findings)}</ul>'


def _finding(finding: Finding, report: Report) -> str:
    severity = finding.severity
    badge = _said(Said(severity.korean, _SEVERITY_ENGLISH[severity]))
    source = _source(finding.source) if finding.source else ""
    others = "".join(_pair(row) for row in report.rows if row.name in finding.others and finding.sticker)
    beside = f'<span class="beside">{others}</span>' if others else ""
    return (
        f'<li class="{severity.value}"><span class="badge">{badge}</span><div><p>{_said(finding.says)}</p>'
        f'<p class="mend"><span class="arrow" aria-hidden="true">→</span> {_said(finding.mend)}</p>{source}{beside}'
        "</div></li>"
    )


def _source(source: Source) -> str:
    words = f"{_said(_STANDING[source.standing])} · {escape(source.title)}, {escape(source.checked)}"
    if source.address.startswith("https://"):
        words = f'<a href="{escape(source.address)}" rel="noreferrer">{words}</a>'
    return f'<p class="source">{words}</p>'


def _cards(rows: Iterable[Row], report: Report) -> str:
    return "".join(
        f'<article><div class="shown">{_pair(row)}<p class="name">{escape(row.name)}</p>{_facts(row)}</div>'
        f"{_list(_own(report, row), report)}</article>"
        for row in rows
    )


def _gallery(rows: Iterable[Row]) -> str:
    items = "".join(
        f'<figure>{_pair(row)}<figcaption><span class="name">{escape(row.name)}</span>{_facts(row)}</figcaption>'
        "</figure>"
        for row in rows
    )
    return f'<div class="gallery">{items}</div>'


def _facts(row: Row) -> str:
    """What it is meant to show and what our reader saw, where either is known."""
    words = []
    if row.intended is not None:
        words.append(_said(Said(f"뜻한 감정 {row.intended.korean}", f"meant: {row.intended.value}")))
    if row.read:
        emotion, share = row.read[0]
        korean, english = ("읽은 감정", "read:") if share >= _GUESS else ("감정을 잘 모르겠음:", "not sure:")
        words.append(_said(Said(f"{korean} {emotion.korean} {share:.0%}", f"{english} {emotion.value} {share:.0%}")))
    return f'<p class="facts">{"<br>".join(words)}</p>' if words else ""


def _pair(row: Row) -> str:
    """The picture at chat size, on light and on dark."""
    if row.small is None:
        return '<span class="pair"><span class="light none">?</span><span class="dark none">?</span></span>'
    stream = io.BytesIO()
    PIL.Image.fromarray(np.ascontiguousarray(row.small)).save(stream, "PNG", optimize=True)
    address = f"data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}"
    alt = escape(row.caption or (row.intended.korean if row.intended else row.name))
    picture = f'<img src="{address}" width="{CHAT_PX}" height="{CHAT_PX}" alt="'
    return f'<span class="pair"><span class="light">{picture}{alt}"></span><span class="dark">{picture}"></span></span>'


def _table(report: Report) -> str:
    head = "".join(
        f'<th scope="col"{" class=num" if number else ""}>{_said(Said(*words))}</th>'
        for words, number in (
            (("파일", "file"), False),
            (("크기", "size"), True),
            (("용량", "bytes"), True),
            (("장면", "frames"), True),
            (("초", "seconds"), True),
            (("뜻한 감정", "meant"), False),
            (("읽은 감정", "read"), False),
            (("글귀", "caption"), False),
            (("결과", "result"), False),
        )
    )
    rows = "".join(_line(row, report) for row in report.rows)
    return f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _line(row: Row, report: Report) -> str:
    found = [finding.severity for finding in _own(report, row)]
    worst = next((severity for severity in Severity if severity in found), None)
    result = Said("–", "–") if worst is None else Said(worst.korean, _SEVERITY_ENGLISH[worst])
    size = f"{row.size_wh[0]}×{row.size_wh[1]}" if row.size_wh else "?"
    seconds = f"{row.seconds:.2f}" if row.frames > 1 else "–"
    read = [_emotion(emotion) + f" {share:.0%}" for emotion, share in row.read[:2]]
    cells = (
        f"<td>{escape(row.name)}</td><td class=num>{size}</td><td class=num>{row.bytes / 1000:,.1f} KB</td>"
        f"<td class=num>{row.frames or '?'}</td><td class=num>{seconds}</td>"
        f"<td>{_emotion(row.intended) if row.intended else '–'}</td><td>{', '.join(read) or '–'}</td>"
        f"<td>{escape(row.caption) or '–'}</td><td>{_said(result)}</td>"
    )
    return f'<tr class="{worst.value if worst else ""}">{cells}</tr>'


def _emotion(emotion: object) -> str:
    korean, english = getattr(emotion, "korean", ""), getattr(emotion, "value", "")
    return _said(Said(korean, english))


def _sentences(said: Iterable[Said]) -> str:
    return f'<ul class="plain">{"".join(f"<li>{_said(one)}</li>" for one in said)}</ul>'


def _foot() -> str:
    about = Said(
        "규격은 적어 둔 날에 확인한 것입니다. 상점의 안내가 늘 먼저입니다. 이 점검은 심사를 대신하지 않습니다.",
        "Rules are as read on the day noted; the store's own page comes first, and this check is no review.",
    )
    return f"<footer>{_said(about)} · <code>pyojeong sticker check</code></footer>"
