"""One page to a new address: its id or file is changed, and `data/retired.yml` remembers the old one.

Changes the text of files line by line, so that comments and order stay, wherever a record names another by its file.
Prints nothing.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from macros.loading.archive import load
from macros.loading.problems import ProblemsFound
from macros.loading.yaml_format import Layout, write
from macros.loading.yaml_reader import read
from macros.records.kinds import RECORD_KINDS, WITH_PAGES


def with_new_name(text: str, kind: str, name: str, new_name: str) -> str:
    """The YAML `text` in which every reference to the record `name` of `kind` says `new_name`; all else as it was."""
    keys = RECORD_KINDS[kind].keys if kind in RECORD_KINDS else ()
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    # From the end, so that the places before it stay where they are.
    for start, end in sorted(_places(root, keys, name), reverse=True):
        text = text[:start] + new_name + text[end:]
    return text


def _places(node: yaml.Node | None, keys: tuple[str, ...], name: str) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _places(child, keys, name)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _named(value, name) if key.value in keys else ()
            yield from _places(value, keys, name)


def _named(node: yaml.Node, name: str) -> Iterator[tuple[int, int]]:
    for scalar in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if isinstance(scalar, yaml.ScalarNode) and scalar.value == name:
            yield scalar.start_mark.index, scalar.end_mark.index


_WORDS = frozenset(kind.name for kind in WITH_PAGES)
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEAD = "# なくなったアドレスと、その理由。ここから行を消さないでください。\n"


class NotRenamed(Exception):
    """Nothing was changed; the message says why and what would be right."""


def rename(data: Path, old: str, new: str, reason: str, today: date) -> list[Path]:
    """Move what stands at address `old` to `new`; return the files that changed.

    Raises NotRenamed, or ProblemsFound when the records would no longer be sound; then everything is as it was.
    """
    kind, _, name = old.strip("/").partition("/")
    new_kind, _, new_name = new.strip("/").partition("/")
    place = "#" in old or "#" in new
    if not place and (kind != new_kind or not _NAME.fullmatch(name) or not _NAME.fullmatch(new_name)):
        raise NotRenamed(
            f"「{old}」から「{new}」へは移せません。items/account-number items/bank-account のように、"
            "同じ種類の中で、半角の英小文字・数字・「-」で書いてください。"
        )
    before = {path: path.read_bytes() for path in data.rglob("*.yml")}
    changes = {} if place else dict(_changes(data, kind, name, new_name))
    changes[data / "retired.yml"] = _remembered(data / "retired.yml", _address(old), _address(new), reason, today)
    try:
        return _write(changes, data)
    except ProblemsFound:
        _write({path: before.get(path) for path in changes})
        raise


def _address(typed: str) -> str:
    page, hash_sign, place = typed.strip("/").partition("#")
    return f"{page.strip('/')}/{hash_sign}{place}"


def _changes(data: Path, kind: str, name: str, new_name: str) -> Iterator[tuple[Path, bytes | None]]:
    """Each file with its new content; None for one that goes."""
    if kind in _WORDS:
        path = data / "vocabulary" / f"{kind}.yml"
        yield path, _with_new_id(path, name, new_name)
        return
    path, new_path = data / kind / f"{name}.yml", data / kind / f"{new_name}.yml"
    if not path.is_file():
        raise NotRenamed(
            f"「{kind}/{name}/」という記録はありません。data/{kind}/ にあるファイルの名前を書いてください。"
        )
    if new_path.exists():
        raise NotRenamed(f"「{kind}/{new_name}/」はもう使われています。別の名前にしてください。")
    yield path, None
    yield (
        new_path,
        re.sub(rf"(?m)^((?:諮問|答申)番号: *){name}$".encode(), rf"\g<1>{new_name}".encode(), path.read_bytes()),
    )
    yield from _followed(data, kind, name, new_name)


def _followed(data: Path, kind: str, name: str, new_name: str) -> Iterator[tuple[Path, bytes]]:
    """The answers and meetings that name the record."""
    for path in (*(data / "answers").glob("*.yml"), *(data / "meetings").glob("*.yml")):
        text = path.read_bytes().decode()
        followed = with_new_name(text, kind, name, new_name)
        if followed != text and path != data / kind / f"{name}.yml":
            yield path, followed.encode()


def _with_new_id(path: Path, name: str, new_name: str) -> bytes:
    document, _ = read(path)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for position, values in enumerate(document.values or ()):
        if isinstance(values, dict) and values.get("id") == name:
            number = document.line_of((position, "id")) - 1
            lines[number] = re.sub(rf"(id: *[\"']?){name}\b", rf"\g<1>{new_name}", lines[number], count=1)
            return "".join(lines).encode()
    raise NotRenamed(f"id「{name}」は {path.name} にありません。いまの id を確かめてください。")


def _remembered(path: Path, old: str, new: str, reason: str, today: date) -> bytes:
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n" if path.exists() else _HEAD
    entry = {"アドレス": old, "日付": today.isoformat(), "理由": reason, "移動先": new}
    return f"{text}{write([entry], 'retired', Layout())}".encode()


def _write(changes: dict[Path, bytes | None], checked: Path | None = None) -> list[Path]:
    for path, content in changes.items():
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)
    if checked:
        load(checked)
    return sorted(changes)
