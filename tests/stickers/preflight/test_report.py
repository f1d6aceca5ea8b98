"""The report: values that check themselves, an order, and a page in two languages."""

from __future__ import annotations

import json

import numpy as np
import pytest

from pyojeong.stickers.preflight import Finding, Report, Row, Said, Severity
from pyojeong.stickers.preflight.report_page import report_html


def _finding(code: str, severity: Severity, sticker: str = "01.png") -> Finding:
    return Finding(code, severity, sticker, Said(f"{code} 한글 & <b>", f"{code} english"), Said("고침", "mend"))


def _report(*findings: Finding) -> Report:
    rows = (Row("01.png", "sticker", 1000, (100, 100), 1, small=np.full((100, 100, 4), 200, np.uint8)),)
    return Report("팩", "line", "라인", "LINE", findings, rows)


def test_errors_come_first_and_decide() -> None:
    report = _report(_finding("note", Severity.NOTE), _finding("worst", Severity.ERROR))
    assert [finding.code for finding in report.findings] == ["worst", "note"]
    assert not report.passed and _report(_finding("w", Severity.WARNING)).passed
    assert report.counts == {Severity.ERROR: 1, Severity.WARNING: 0, Severity.NOTE: 1}


def test_a_finding_needs_every_sentence() -> None:
    with pytest.raises(ValueError, match="both languages"):
        Finding("x", Severity.NOTE, "", Said("글", ""), Said("글", "text"))


def test_the_document_is_json_and_leaves_pictures_out() -> None:
    document = json.loads(json.dumps(_report(_finding("x", Severity.ERROR)).to_dict()))
    assert document["stickers"][0]["size_wh"] == [100, 100] and "small" not in document["stickers"][0]


def test_the_page_holds_both_languages_and_shows_the_one_asked_for() -> None:
    report = _report(_finding("x", Severity.ERROR))
    korean, english = report_html(report), report_html(report, english=True)
    for page in (korean, english):
        assert "x 한글 &amp; &lt;b&gt;" in page and "x english" in page and "<b>" not in page.replace("<b>팩", "")
    assert 'id="show-ko" checked' in korean and 'id="show-en" checked' in english
    assert "고쳐야 할 것이 1가지 있습니다" in korean


def test_a_pack_without_findings_says_so() -> None:
    page = report_html(_report())
    assert "걸리는 것을 찾지 못했습니다" in page and "살펴볼 스티커" not in page
