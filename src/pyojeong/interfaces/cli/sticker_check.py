"""``pyojeong sticker check``: will a store take this pack, and can people read it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pyojeong.interfaces.cli.asking import argument, option
from pyojeong.interfaces.cli.options import AsJson
from pyojeong.interfaces.cli.screen import patience, print_json, show
from pyojeong.interfaces.messages import ENGLISH, language, readable, say

if TYPE_CHECKING:
    from rich.text import Text

    from pyojeong.stickers.preflight import Finding, Report

REFUSED = 2
"""Exit code of a pack that its store refuses: the person can mend it."""

PackPlace = Annotated[
    Path,
    argument("DIR|ZIP", "팩의 폴더나 ZIP; 누가 만들었든.", "Folder or ZIP of a pack, whoever made it."),
]
ForStore = Annotated[
    str,
    option("--for", "어느 상점에 낼 팩인지: kakao, line ….", "kakao, line, ogq ….", metavar="STORE"),
]
ReportFile = Annotated[
    Path | None,
    option(
        "--report",
        "그림과 함께 볼 보고서 한 장을 저장할 파일.",
        "One page with the pictures to write.",
        metavar="OUT.html",
    ),
]


def check(place: PackPlace, store: ForStore, report: ReportFile = None, as_json: AsJson = False) -> None:
    """Check a pack before it is sent: files, pictures, poses, captions, emotions; and how to mend what is found."""
    from pyojeong.stickers.preflight import check_pack
    from pyojeong.stickers.stores import find_store

    if report is not None:
        _check_name(report)
    rules = find_store(store)
    with patience():
        found = check_pack(place, rules)
    if report is not None:
        _write(found, report)
    if as_json:
        print_json(found.to_dict())
    else:
        _print(found, report)
    if not found.passed:
        raise typer.Exit(REFUSED)


def _check_name(report: Path) -> None:
    from pyojeong.errors import PyojeongError

    if report.suffix.lower() not in (".html", ".htm"):
        raise PyojeongError(
            f"보고서는 .html 로 저장할 수 있는데 {report.suffix or '확장자 없음'}입니다.",
            f"The report is saved as .html, but got {report.suffix or 'no extension'}.",
            kind="unknown-format",
        )


def _write(found: Report, place: Path) -> None:
    from pyojeong.interfaces.documents import write_document
    from pyojeong.stickers.preflight.report_page import report_html

    write_document(place, report_html(found, english=language() == ENGLISH))


def _print(found: Report, report: Path | None) -> None:
    from rich.text import Text

    from pyojeong.stickers.preflight import Severity

    for finding in found.findings:
        show(_line(finding))
    for said in found.unchecked:
        show(Text(f"  {say(*said)}", "dim"))
    errors, warnings, notes = (found.counts[severity] for severity in Severity)
    verdict = say(
        f"{found.store_korean}: 고쳐야 할 것 {errors}, 살펴볼 것 {warnings}, 알아둘 것 {notes}.",
        f"{found.store_english}: {errors} to mend, {warnings} to look at, {notes} to know.",
    )
    show(Text(verdict, "bold"))
    if report is not None:
        show(say(f"보고서: {report}", f"Report: {report}"))


def _line(finding: Finding) -> Text:
    from rich.text import Text

    signs = {"error": ("✗ ", "red"), "warning": ("! ", "yellow"), "note": ("· ", "dim")}
    sign, style = signs[finding.severity.value]
    says, mend = readable(say(*finding.says)), readable(say(*finding.mend))
    return Text.assemble((sign, style), says, (f"\n  → {mend}", "dim"))
