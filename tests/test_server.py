"""The server for a look at one's own site: what it says in the terminal, and what it keeps to itself."""

import socket
import struct
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from macros.site.server import server
from tests.served import served

_MORE_THAN_WAITS_IN_A_SOCKET = b"x" * 20_000_000
_CLOSE_AT_ONCE = struct.pack("ii", 1, 0)


def test_a_tab_that_closes_too_early_leaves_no_traceback(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "long.txt").write_bytes(_MORE_THAN_WAITS_IN_A_SOCKET)
    waiting_for_answers = server(tmp_path, 0)
    waiting_for_answers.daemon_threads = False  # closing waits until every answer has ended
    with served(waiting_for_answers):
        _ask_and_leave(waiting_for_answers)
    assert "Traceback" not in capfd.readouterr().err


def _ask_and_leave(serving: ThreadingHTTPServer) -> None:
    with socket.create_connection(serving.server_address[:2]) as tab:
        tab.sendall(b"GET /long.txt HTTP/1.0\r\n\r\n")
        tab.recv(1000)
        tab.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _CLOSE_AT_ONCE)
