"""Fetching reaches the public internet and nothing else, and no server can make it take too much or too long."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.reading.page.stopping import when_set
from pyojeong.reading.page.web import fetching
from pyojeong.reading.page.web.address import WebAddress
from pyojeong.reading.page.web.fetching import CHUNK_BYTES, Fetcher, Limits
from pyojeong.reading.page.web.names import checked_addresses, is_public, system_resolver

from .conftest import INNER, PAGE, Site, answer, redirect


def refused(fetcher: Fetcher, url: str) -> str:
    """The kind of the refusal."""
    with pytest.raises(PyojeongError) as told:
        fetcher.fetch(url)
    return told.value.kind


def test_a_page_arrives_with_its_type_and_the_server_sees_the_name(site: Site, fetcher: Fetcher) -> None:
    site.answers["/글"] = answer("안녕".encode())
    site.answers["/%EA%B8%80"] = site.answers["/글"]
    page = fetcher.fetch(site.url("/글?a=1"))
    assert (page.data.decode(), page.media_type, page.charset) == ("안녕", "text/html", "utf-8")
    assert site.asked == [("/%EA%B8%80?a=1", f"page.test:{site.port}")]


@pytest.mark.parametrize("packed", [gzip.compress, zlib.compress])
def test_packed_pages_are_unpacked(site: Site, fetcher: Fetcher, packed: object) -> None:
    name = "gzip" if packed is gzip.compress else "deflate"
    site.answers["/"] = answer(packed(b"hello" * 100), Content_Encoding=name)  # type: ignore[operator]
    assert fetcher.fetch(site.url("/")).data == b"hello" * 100


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("file:///etc/passwd", "web-address"),
        ("ftp://page.test/a", "web-address"),
        ("data:text/html,hi", "web-address"),
        ("gopher://page.test/_x", "web-address"),
        ("javascript:alert(1)", "web-address"),
        ("page.test", "web-address"),
        ("http://", "web-address"),
        ("http:///x", "web-address"),
        ("http://[::1", "web-address"),
        ("http://page.test\\@inner.test/", "web-address"),
        ("http://page.test/\r\nX: y", "web-address"),
        ("http://page.test/a b", "web-address"),
        ("http://page.test:99999/", "web-address"),
        ("http://[fe80::1%25eth0]/", "web-address"),
        ("http://" + "a" * 3000, "web-address"),
        ("http://page.test@inner.test/", "web-userinfo"),
        ("http://user:word@page.test/", "web-userinfo"),
        ("http://@page.test/", "web-userinfo"),
        ("http://page.test:22/", "web-port"),
        ("http://page.test:443/", "web-port"),
        ("https://page.test:25/", "web-port"),
        ("http://nowhere.test/", "web-unknown-host"),
    ],
)
def test_addresses_that_are_no_public_page_are_refused(url: str, kind: str) -> None:
    def resolver(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    assert refused(Fetcher(resolver=resolver), url) == kind


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "0", "0.0.0.0", "10.0.0.7",
        "172.16.3.4", "192.168.0.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1",
        "255.255.255.255", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[fe80::1]",
        "[fc00::1]", "[fec0::1]", "[ff02::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:0:1::1]", "[100::1]",
        "[2001:db8::1]", "１２７.0.0.1", "127。0。0。1",
    ],
)  # fmt: skip
def test_every_spelling_of_a_private_address_is_refused(host: str) -> None:
    assert refused(Fetcher(), f"http://{host}/") in ("web-not-public", "web-unknown-host")


def test_numeric_spellings_really_reach_the_rule() -> None:
    """The system's resolver understands them, so it is the rule that stops them."""
    for host in ("127.1", "2130706433", "0x7f.1", "0177.0.0.1"):
        assert system_resolver(host, 80) == ["127.0.0.1"]


@given(st.integers(0, 2**32 - 1))
def test_an_address_hidden_in_another_is_never_public(number: int) -> None:
    plain = ip_address(number)
    mapped = ip_address((0xFFFF << 32) | number)
    translated = ip_address((0x0064FF9B << 96) | number)
    assert not is_public(mapped) and not is_public(translated)
    assert not (is_public(plain) and (plain.is_private or plain.is_multicast or plain.is_loopback))


@pytest.mark.parametrize("text", ["8.8.8.8", "1.1.1.1", "223.130.200.107", "2606:4700:4700::1111"])
def test_public_addresses_are_public(text: str) -> None:
    assert is_public(ip_address(text))


def test_a_redirect_to_this_machine_is_refused(site: Site, inner: Site, fetcher: Fetcher) -> None:
    for number, target in enumerate(
        (inner.url("/secret", "127.0.0.1"), inner.url("/secret", "localhost"), inner.url("/secret", "inner.test"))
    ):
        site.answers[f"/{number}"] = redirect(target)
        assert refused(fetcher, site.url(f"/{number}")) == "web-not-public"
    site.answers["/file"] = redirect("file:///etc/passwd")
    assert refused(fetcher, site.url("/file")) == "web-address"
    site.answers["/user"] = redirect(f"http://page.test@inner.test:{site.port}/secret")
    assert refused(fetcher, site.url("/user")) == "web-userinfo"
    assert inner.asked == []


def test_a_name_that_also_means_a_private_address_is_refused(site: Site, inner: Site, fetcher: Fetcher) -> None:
    assert refused(fetcher, site.url("/secret", "both.test")) == "web-not-public"
    assert (site.asked, inner.asked) == ([], [])


def test_a_name_that_changes_its_answer_changes_nothing(site: Site, inner: Site, fetcher: Fetcher) -> None:
    """DNS rebinding: public when checked, private ever after; the name is asked once a connection."""
    asked = []

    def turncoat(host: str, port: int) -> list[str]:
        asked.append(host)
        return [PAGE] if len(asked) == 1 else [INNER]

    site.answers["/secret"] = answer(b"public")
    rebound = replace(fetcher, resolver=turncoat)
    assert rebound.fetch(site.url("/secret", "rebind.test")).data == b"public"
    assert asked == ["rebind.test"]
    assert refused(rebound, site.url("/secret", "rebind.test")) == "web-not-public"
    assert inner.asked == []


def test_redirects_are_followed_five_times_and_not_in_circles(site: Site, fetcher: Fetcher) -> None:
    for number in range(7):
        site.answers[f"/{number}"] = redirect(f"/{number + 1}")
    site.answers["/5"] = answer(b"there")
    assert fetcher.fetch(site.url("/0")).data == b"there"
    site.answers["/loop"] = redirect("/loop")
    assert refused(fetcher, site.url("/loop")) == "web-redirects"


def test_a_body_of_ten_gigabytes_is_not_taken(site: Site, fetcher: Fetcher) -> None:
    site.answers["/announced"] = answer(b"x", Content_Length="10000000000")
    assert refused(fetcher, site.url("/announced")) == "web-too-large"
    sent = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        try:
            for _ in range(10_000):
                handler.wfile.write(bytes(1_000_000))
                sent.append(1)
        except OSError:
            pass

    site.answers["/endless"] = endless
    assert refused(fetcher, site.url("/endless")) == "web-too-large"
    assert len(sent) < 50


def test_a_gzip_bomb_does_not_go_off(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = gzip.compress(bytes(60_000_000))
    assert len(bomb) < 100_000
    site.answers["/"] = answer(bomb, Content_Encoding="gzip")
    unpacked: list[int] = []
    unpack = fetching._unpacked

    def counted(sent: Iterator[bytes], encoding: str) -> Iterator[bytes]:
        for piece in unpack(sent, encoding):
            unpacked.append(len(piece))
            yield piece

    monkeypatch.setattr(fetching, "_unpacked", counted)
    assert refused(fetcher, site.url("/")) == "web-too-large"
    assert fetcher.limits.bytes < sum(unpacked) <= fetcher.limits.bytes + CHUNK_BYTES


@pytest.mark.parametrize("after", ["rubbish", "nothing"])
def test_what_comes_after_packed_data_counts_too(site: Site, fetcher: Fetcher, after: str) -> None:
    """Bytes that unpack to nothing are bytes: past the end of a gzip file, and in blocks that hold none (RFC 1951)."""
    packer = zlib.compressobj(wbits=31)
    start = packer.compress(b"hello") + packer.flush(zlib.Z_FINISH if after == "rubbish" else zlib.Z_FULL_FLUSH)
    block = bytes(1_000_000) if after == "rubbish" else b"\x00\x00\x00\xff\xff" * 200_000
    sent = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        handler.end_headers()
        try:
            handler.wfile.write(start)
            for _ in range(1_000):
                handler.wfile.write(block)
                sent.append(1)
        except OSError:
            pass

    site.answers["/"] = endless
    assert refused(fetcher, site.url("/")) == "web-too-large"
    assert len(sent) < 50


def test_a_redirect_that_is_no_address_is_refused(site: Site, fetcher: Fetcher) -> None:
    site.answers["/"] = redirect("//[")
    assert refused(fetcher, site.url("/")) == "web-address"


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte every tenth of a second: no single read ever times out."""
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(600):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass


def drip_head(handler: BaseHTTPRequestHandler) -> None:
    """The same before the body has begun."""
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for byte in b"X-Drip: y\r\n" * 60:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass


@pytest.mark.parametrize("slow", [drip, drip_head, lambda handler: time.sleep(60)], ids=["body", "head", "silence"])
def test_a_slow_drip_ends_at_the_deadline(site: Site, fetcher: Fetcher, slow: object) -> None:
    site.answers["/"] = slow  # type: ignore[assignment]
    hurried = replace(fetcher, limits=Limits(seconds=1.0))
    started = time.monotonic()
    assert refused(hurried, site.url("/")) == "web-too-slow"
    assert time.monotonic() - started < 30, "each of them goes on for a minute"


def test_a_person_can_stop_while_waiting(site: Site, fetcher: Fetcher) -> None:
    site.answers["/"] = drip
    event = threading.Event()
    threading.Timer(0.3, event.set).start()
    with pytest.raises(PyojeongError) as told:
        fetcher.fetch(site.url("/"), stop=when_set(event))
    assert told.value.kind == "cancelled"


def test_a_look_up_that_never_ends_is_given_up(fetcher: Fetcher) -> None:
    woken = threading.Event()

    def slow(host: str, port: int) -> list[str]:
        woken.wait(5)
        return [PAGE]

    with pytest.raises(PyojeongError) as told:
        checked_addresses("slow.test", 80, resolver=slow, seconds=0.2)
    woken.set()
    assert told.value.kind == "web-unknown-host"


def test_answers_that_are_cut_short_or_nonsense_are_refused(site: Site, fetcher: Fetcher) -> None:
    site.answers["/short"] = answer(b"abc", Content_Length="300")
    site.answers["/torn"] = answer(gzip.compress(b"abc" * 90)[:-12], Content_Encoding="gzip")
    site.answers["/brotli"] = answer(b"abc", Content_Encoding="br")
    site.answers["/nonsense"] = lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n") and None
    assert {refused(fetcher, site.url(path)) for path in site.answers} == {"web-answer"}
    site.answers["/gone"] = answer(b"", status=410)
    assert refused(fetcher, site.url("/gone")) == "web-status"


def test_other_types_are_refused_by_name(site: Site, fetcher: Fetcher) -> None:
    site.answers["/"] = answer(b"%PDF", "application/pdf")
    with pytest.raises(PyojeongError, match=r"application/pdf"):
        fetcher.fetch(site.url("/"), media_types=frozenset({"text/html"}), wanted=("웹 페이지", "a web page"))


def test_a_server_that_is_not_there_is_told(fetcher: Fetcher) -> None:
    with socket.socket() as taken:
        taken.bind((PAGE, 0))
        port = taken.getsockname()[1]
        lonely = replace(fetcher, ports=frozenset({port}))
        assert refused(lonely, f"http://page.test:{port}/") == "web-unreachable"


def test_tls_is_proven_for_the_name(site: Site, fetcher: Fetcher) -> None:
    """A server without TLS cannot pass for one."""
    assert refused(fetcher, f"https://page.test:{site.port}/") == "web-unreachable"


def test_names_in_other_scripts_become_ascii() -> None:
    host = WebAddress.parse("https://표정.한국/").host
    assert host.isascii() and host.encode().decode("idna") == "표정.한국"
