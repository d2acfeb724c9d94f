"""Whatever stands in a file of `data/`, the answer is an archive or sentences with a line; never a traceback.

The same mutations every time (derandomized), each within a sound archive: 2,100 files of records and vocabulary under
`make proofs`, a fifth of them otherwise.
"""

import copy
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.loading.archive import load
from macros.loading.cache import Kept
from macros.loading.problems import ProblemsFound
from tests.archives import MIHON, values
from tests.proofs import examples

FILES = sorted(path.relative_to(MIHON).as_posix() for path in MIHON.rglob("*.yml"))
JAPANESE = re.compile(r"[ぁ-ん]")
ENGLISH = re.compile(r"Input should|Value error|Field required|Extra inputs|Traceback|validation error")

thorough = settings(
    max_examples=examples(170, of=850),
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy for all: each mutation is taken back."""
    return Path(shutil.copytree(MIHON, tmp_path_factory.mktemp("fuzz") / "data"))


KEPT = Kept()  # the files that nobody mutated are read once; test_cache.py holds that the outcome is the same


def _answers_for(data: Path, file: str, content: bytes) -> None:
    path = data / file
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        load(data, KEPT)
    except ProblemsFound as found:
        assert found.problems
        for problem in found.problems:
            lines = (problem.path.read_bytes() if problem.path.is_file() else b"").count(b"\n") + 1
            assert 1 <= problem.line <= lines + content.count(b"\r"), problem
            said = str(problem)
            assert JAPANESE.search(problem.sentence) and not ENGLISH.search(problem.sentence), said
            assert len(said.splitlines()) == 1 and len(said.encode()) < 5_000
    finally:
        path.write_bytes(before)


NASTY = st.sampled_from(
    [
        b"\0", b"\t", b"\r", b"\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1b[31m", b"\xe2\x80\xa8", b"\xc2\x85",
        b"\xed\xa0\x80", b"&a [*a, *a]", b"*a", b"<<: {}", b"!!python/object:os.system x", b"---\n", b"...\n", b"%YAML 9\n",
        b"? ", b"? - ", b": ", b"- ", b"[", b"{", b"}", b"'", b'"', b"|", b">", b"#", b" #", b"@", b"`", b"\\", b"~",
        b'"\\ud800"', b'"\\0"', b"9" * 5_000, b"[" * 200, b"- " * 200, b"? " * 200, b"../../etc/passwd",
        "：".encode(), "氏名".encode("cp932"), "氏名".encode("euc_jp"), "\u202e".encode(), "第99の99のとおり".encode(),
    ]
)  # fmt: skip


@given(
    file=st.sampled_from(FILES),
    cuts=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 60), NASTY | st.binary(max_size=8)), min_size=1, max_size=4
    ),
)
@thorough
def test_bytes_anywhere(fuzzed: Path, file: str, cuts: list[tuple[float, int, bytes]]) -> None:
    content = (MIHON / file).read_bytes()
    for share, length, put in cuts:
        at = int(share * len(content))
        content = content[:at] + put + content[at + length :]
    _answers_for(fuzzed, file, content)


@given(file=st.sampled_from(FILES), moves=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=5))
@thorough
def test_lines_in_any_order(fuzzed: Path, file: str, moves: list[tuple[float, float]]) -> None:
    lines = (MIHON / file).read_bytes().splitlines(keepends=True)
    for origin, target in moves:
        line = lines[min(int(origin * len(lines)), len(lines) - 1)]
        lines.insert(int(target * len(lines)), line)
    _answers_for(fuzzed, file, b"".join(lines))


def _places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        yield from _places(below, (*at, key))


PLACES = {file: list(_places(values(MIHON / file))) for file in FILES}
KEYS = sorted({str(key) for places in PLACES.values() for at in places for key in at if isinstance(key, str)})
TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        "", " ", "なし", "等", "未定", "はい", "0", "-1", "1.5", "９", "٣", "1" * 5_000, "0000-00-00", "9999-12-31", "2021-02-30",
        "0001-01-01", "第1の1のとおり", "約9999億件", "約1,000件", "(" * 150 + "1" + ")" * 150, "9*9*9*9", "999999999999*" * 12 + "9",
        "../x", "..", "/etc/passwd", "http://x/", "未収録", "index", "a" * 3_000, "氏名、住所", "{{ 7*7 }}", "<script>",
    ]
)  # fmt: skip
VALUES = st.recursive(
    TEXTS | st.none(),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), below, max_size=4)
    ),
    max_leaves=8,
)


def _put(whole: Any, at: tuple[Any, ...], value: Any) -> Any:
    if not at:
        return value
    holder = whole
    for step in at[:-1]:
        holder = holder[step]
    holder[at[-1]] = value
    return whole


@given(choice=st.data())
@settings(thorough, max_examples=examples(80, of=400))  # each takes long to think up
def test_any_value_in_any_place(fuzzed: Path, choice: st.DataObject) -> None:
    file = choice.draw(st.sampled_from(FILES))
    whole = copy.deepcopy(values(MIHON / file))
    whole = _put(whole, choice.draw(st.sampled_from(PLACES[file])), choice.draw(VALUES))
    text = yaml.safe_dump(whole, allow_unicode=choice.draw(st.booleans()), width=10_000)
    _answers_for(fuzzed, file, text.encode("utf-8", "surrogatepass"))


def _deep(text: str, times: int) -> bytes:
    return (text * times).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"a: &a [" + b"x, " * 9 + b"]\n" + b"".join(b"%c: &%c [%s]\n" % (c, c, b"*%c, " % (c - 1) * 9) for c in b"bcdefghi"),
        b"x" * 10_000_000,
        b"- a\n" * 2_500_000,
        _deep("[", 100_000),
        _deep("{a: ", 100_000),
        _deep("- ", 100_000),
        _deep("? ", 100_000),
        b"".join(b" " * depth + b"a:\n" for depth in range(1_400)),
        bytes(range(256)) * 40,
        "諮問番号: 2\n件名: 図書館業務\n".encode("utf-16"),
        "諮問番号: 2\n件名: 図書館業務\n".encode("utf-16-le"),
        "諮問番号: 2\n件名: 図書館業務\n".encode("utf-32"),
        "諮問番号: 2\n件名: 図書館業務\n".encode("iso2022_jp"),
        b"a: " + b"9" * 1_000_000,
        b"a: '" + b"\\ud800" * 9 + b"'",
        b"%TAG ! tag:x,2000:\n--- !a\nb: c\n",
        b"a: 1\n--- \nb: 2\n",
        b"",
        b"\xef\xbb\xbf",
    ],
    ids=lambda content: repr(content[:20]),
)  # fmt: skip
@pytest.mark.parametrize("file", ["consultations/2.yml", "vocabulary/items.yml"])
def test_bombs(fuzzed: Path, file: str, content: bytes) -> None:
    _answers_for(fuzzed, file, content)


@pytest.mark.parametrize(
    ("encoded", "said"),
    [
        ("cp932", "文字コードが Shift_JIS です。メモ帳なら"),
        ("euc_jp", "文字コードが EUC-JP です。メモ帳なら"),
        ("utf-16", "文字コードが UTF-16 です。メモ帳なら"),
    ],
)
def test_another_encoding_is_named_with_its_remedy(data: Path, encoded: str, said: str) -> None:
    text = (MIHON / "consultations/2.yml").read_text(encoding="utf-8")
    path = data / "consultations/2.yml"
    path.write_bytes(text.encode(encoded, "replace"))
    with pytest.raises(ProblemsFound, match=said):
        load(data)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_marks_of_any_editor_are_the_same_record(data: Path, mark: str, end: str) -> None:
    path = data / "consultations/2.yml"
    expected = load(data)
    path.write_bytes((mark + path.read_text(encoding="utf-8").replace("\n", end)).encode())
    assert load(data) == expected


@pytest.mark.parametrize(
    "make",
    [lambda path: path.symlink_to("/etc/passwd"), lambda path: path.symlink_to(path), os.mkfifo, Path.mkdir],
    ids=["link", "loop", "pipe", "folder"],
)
@pytest.mark.parametrize("name", ["consultations/3.yml", "retired.yml", "vocabulary/synonyms.yml"])
def test_what_is_no_file_of_its_own_is_refused(data: Path, name: str, make: Callable[[Path], None]) -> None:
    (data / name).unlink(missing_ok=True)
    make(data / name)
    with pytest.raises(ProblemsFound, match=r"ふつうのファイルではありません|フォルダではなくファイルに"):
        load(data)


def test_a_linked_folder_is_refused(tmp_path: Path, data: Path) -> None:
    (data / "consultations").rename(tmp_path / "elsewhere")
    (data / "consultations").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProblemsFound, match="リンクではなく、フォルダそのものを"):
        load(data)


@pytest.mark.parametrize(
    "name", ["..yml", "...yml", ".953.yml", "９５３.yml", "a b.yml", "953.yaml", "953.YML", "$(x).yml", b"\xff\xfe.yml", "9\n5.yml"]
)  # fmt: skip
def test_a_name_that_is_no_address_is_refused(data: Path, name: str | bytes) -> None:
    place = bytes(data / "consultations") + b"/" + (name.encode() if isinstance(name, str) else name)
    Path(place.decode("utf-8", "surrogateescape")).write_bytes(b"a: 1\n")
    with pytest.raises(ProblemsFound) as found:
        load(data)
    assert "は使えません。" in str(found.value)
    str(found.value).encode()
