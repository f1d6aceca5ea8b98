"""``pyojeong serve``: the address it says, and addresses nobody can listen on."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from pyojeong.interfaces.cli.serve import check_free, url_of


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_taken_port_is_one_line_with_another_to_try(pyojeong: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = pyojeong("serve", "--port", port)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert f"--port {port + 1}" in said.err
    assert f"make start PORT={port + 1}" in said.err


@pytest.mark.parametrize(
    ("host", "port"), [("127.0.0.1", 0), ("127.0.0.1", 70_000), ("nowhere.invalid", 8080), ("192.0.2.1", 8080)]
)
def test_an_address_that_is_not_ours_is_one_line(pyojeong: Any, host: str, port: int) -> None:
    said = pyojeong("serve", "--host", host, "--port", port)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)


def test_a_free_port_passes_and_its_url_can_be_typed() -> None:
    port = free_port()
    check_free("127.0.0.1", port)
    assert url_of("127.0.0.1", port) == f"http://127.0.0.1:{port}"
