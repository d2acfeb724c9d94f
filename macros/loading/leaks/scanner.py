"""Nothing may leak: what must not be public is found in any text of a file, in names and comments too.

What must stand all the same is named with its reason under 公開の例外; see `records/exemption.py`. What a leak looks
like is known by the modules beside this one.
"""

from collections.abc import Iterator
from typing import Any

from macros.loading.leaks import leaking
from macros.loading.problems import Finding
from macros.records import contact
from macros.records.record import KEY, ValuePath


def leaks(values: Any, at: ValuePath = (), exempt: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Each text of a file, at any depth, that must not be published."""
    match values:
        case dict():
            exempt = (*exempt, *_exempt(values.get(KEY)))
            for key, value in values.items():
                yield from _in_text(key, (*at, key), exempt)
                yield from leaks(_without_contacts(key, value), (*at, key), exempt)
        case list():
            for position, value in enumerate(values):
                yield from leaks(value, (*at, position), exempt)
        case str():
            yield from _in_text(values, at, exempt)


def _without_contacts(key: Any, value: Any) -> Any:
    """`value` without the telephone and mail of an office, which stand in fields made for them to be published."""
    if key not in contact.KEYS or not isinstance(value, dict):
        return value
    return {name: inner for name, inner in value.items() if name not in contact.PUBLIC}


def leaks_in_comments(text: str) -> Iterator[tuple[int, str]]:
    """Line and sentence for each comment that must not be public: the repository shows them to everybody."""
    for number, line in enumerate(text.split("\n"), start=1):
        _, hash_sign, comment = line.partition("#")
        if hash_sign:
            yield from ((number, _said(what)) for what in leaking(comment, ()))


def leaks_in_lines(text: str, exemptions: Any = None) -> Iterator[tuple[int, str]]:
    """Line and sentence for each line of a hand-written page that must not be public."""
    exempt = tuple(_exempt(exemptions))
    for number, line in enumerate(text.split("\n"), start=1):
        yield from ((number, finding.sentence) for finding in _in_text(line, (), exempt))


def leaks_in_message(text: str) -> Iterator[tuple[int, str]]:
    """Line and sentence for each line, of a commit's message or a file's name, that nothing can exempt."""
    for number, line in enumerate(text.split("\n"), start=1):
        yield from ((number, _said(what)) for what in leaking(line, ()))


def _exempt(listed: Any) -> Iterator[str]:
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("文字"), str) and entry.get("理由"):
            yield entry["文字"]


def _in_text(text: str, at: ValuePath, exempt: tuple[str, ...]) -> Iterator[Finding]:
    for what in leaking(text, exempt):
        yield Finding(at, f"{_said(what)}公開してよいものなら「公開の例外」に理由を書きます。")


def _said(what: str) -> str:
    return f"{what}が書かれています。公開できないので取り除いてください。"
