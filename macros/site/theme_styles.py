"""The theme's stylesheet → what of it our pages use, in a cascade layer. Not our own styles, which win against it.

Our frame takes the place of the theme's: of its classes, pages bear that for written text alone. Rules for the others
are 10 kB that every visitor would be sent and nobody would see.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

_OF_ITS_FRAME = re.compile(r"\.md-(?!typeset(?![\w-]))|\[data-md-")
_BETWEEN_CHOICES = re.compile(r":(?:not|is|where|has)\([^()]*\)")  # may hold for ours whatever else stands there
_NESTING = frozenset(("media", "supports"))


def is_theme_stylesheet(uri: str) -> bool:
    """Whether this is the theme's main stylesheet, whatever hash its name carries."""
    return PurePosixPath(uri).match("assets/stylesheets/main.*.min.css")


def as_layer(stylesheet: str) -> str:
    """The rules for our pages in a layer, below all of ours whatever their specificity (CSS Cascading 5)."""
    rules = tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True)
    return f"@layer theme{{{_used(rules)}}}"


def _used(rules: Sequence[Node]) -> str:
    return "".join(map(_rule, rules))


def _rule(rule: Node) -> str:
    if isinstance(rule, QualifiedRule):
        selectors = [
            selector
            for selector in _selectors(rule.prelude)
            if not _OF_ITS_FRAME.search(_BETWEEN_CHOICES.sub("", selector))
        ]
        return f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}" if selectors else ""
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING:
        within = _used(tinycss2.parse_rule_list(rule.content or (), skip_comments=True, skip_whitespace=True))
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{within}}}" if within else ""
    if isinstance(rule, AtRule) and rule.lower_at_keyword == "charset":
        return ""  # may stand first only, and the site says it in its own way
    return str(rule.serialize())


def _selectors(prelude: Sequence[Node]) -> Iterator[str]:
    """The selectors of a rule; a comma within :is(…) parts none, for that is one node."""
    selector: list[Node] = []
    for node in prelude:
        if node == ",":
            yield tinycss2.serialize(selector).strip()
            selector = []
        else:
            selector.append(node)
    yield tinycss2.serialize(selector).strip()
