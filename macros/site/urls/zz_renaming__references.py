"""Where one record names another by its file, so that a rename takes the names along. Reads and changes text alone."""

from collections.abc import Iterator

import yaml

_KEYS = {"consultations": ("諮問",), "answers": ("答申", "答申の確認")}


def with_new_name(text: str, kind: str, name: str, new_name: str) -> str:
    """The YAML `text` in which every reference to the record `name` of `kind` says `new_name`; all else as it was."""
    keys = _KEYS.get(kind, ())
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    # From the end, so that the places before it stay where they are.
    for start, end in sorted(_places(root, keys, name), reverse=True):
        text = text[:start] + new_name + text[end:]
    return text


def _places(node: yaml.Node | None, keys: tuple[str, ...], name: str) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _places(each, keys, name)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _named(value, name) if key.value in keys else ()
            yield from _places(value, keys, name)


def _named(node: yaml.Node, name: str) -> Iterator[tuple[int, int]]:
    for each in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if isinstance(each, yaml.ScalarNode) and each.value == name:
            yield each.start_mark.index, each.end_mark.index
