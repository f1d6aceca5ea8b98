"""Subtitles as files: SubRip and WebVTT (W3C, 2019), the latter with a time for every word."""

from __future__ import annotations

from collections.abc import Iterable

from pyojeong.performing.film.subtitles import Page


def srt(pages: Iterable[Page]) -> str:
    """SubRip text; pages with times from the film's start.

    >>> from pyojeong.performing.film.subtitles import Word
    >>> print(srt([Page(((Word("안녕", 0.5, 0.9),),), 0.5, 1.25, "토끼")]), end="")
    1
    00:00:00,500 --> 00:00:01,250
    토끼: 안녕
    <BLANKLINE>
    """
    parts = []
    for number, page in enumerate(pages, start=1):
        said = f"{page.name}: {page.text}" if page.name else page.text
        parts.append(f"{number}\n{_clock(page.start, ',')} --> {_clock(page.end, ',')}\n{said}\n")
    return "\n".join(parts)


def vtt(pages: Iterable[Page]) -> str:
    """WebVTT text: who speaks as a voice span, and a timestamp before every word.

    >>> from pyojeong.performing.film.subtitles import Word
    >>> print(vtt([Page(((Word("안녕", 0.5, 0.9),),), 0.5, 1.25, "토끼")]).splitlines()[-1])
    <v 토끼><00:00:00.500>안녕
    """
    parts = ["WEBVTT\n"]
    for page in pages:
        rows = [" ".join(f"<{_clock(w.start, '.')}>{_escaped(w.text)}" for w in row) for row in page.rows]
        voice = f"<v {_escaped(page.name)}>" if page.name else ""
        parts.append(f"{_clock(page.start, '.')} --> {_clock(page.end, '.')}\n{voice}" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _clock(seconds: float, point: str) -> str:
    milliseconds = round(max(0.0, seconds) * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}{point}{rest % 1000:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
