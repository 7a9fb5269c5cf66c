"""New numbers for the paragraphs that a file of entries cites, with nothing else touched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.knowledge.document import PARSER


def renumber(text: str, numbers: Mapping[int, int], prefix: str = "") -> str:
    """Return the entries in *text* with each cited paragraph's number replaced by its new one.

    *prefix* is what stands before the numbers in entries of another source: ``manual:``. Comments,
    order and layout stay as they are: only the digits change. *text* has been read
    without a problem before.
    """
    root = yaml.compose(text, Loader=PARSER)
    cited = sorted(_cited(root), key=lambda node: node.start_mark.index, reverse=True)
    for node in cited:
        found = re.fullmatch(rf"{prefix}([0-9]+)", node.value)
        if found and (number := int(found[1])) in numbers:
            start, end = node.start_mark.index, node.end_mark.index
            text = text[:start] + f"{prefix}{numbers[number]}" + text[end:]
    return text


def _cited(root: Node | None) -> Iterator[ScalarNode]:
    """Yield the items of ``cites`` and the keys of ``evidence`` of every entry."""
    for entry in _children(root):
        for key, value in _pairs(entry):
            nodes = _children(value) if key.value == "cites" else []
            if key.value == "evidence":
                nodes = [place for place, _ in _pairs(value)]
            yield from (node for node in nodes if isinstance(node, ScalarNode))


def _children(node: Node | None) -> list[Node]:
    return node.value if isinstance(node, SequenceNode) else []


def _pairs(node: Node) -> list[tuple[Node, Node]]:
    return node.value if isinstance(node, MappingNode) else []
