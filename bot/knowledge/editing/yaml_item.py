"""One entry as the text of a YAML item, laid out as a person would write it."""

from __future__ import annotations

from typing import Any

import yaml

from bot.knowledge import document
from bot.knowledge.schema import EntrySpec, StubSpec

WIDTH = 99
FOLDED_FROM_CHARS = 80

_SEQUENCE, _MAPPING, _TEXT = (f"tag:yaml.org,2002:{kind}" for kind in ("seq", "map", "str"))


class _Inline(list[Any]):
    """A list on one line, in brackets."""


class _InlineMapping(dict[Any, Any]):
    """A mapping on one line, in braces."""


class _Folded(str):
    """A text over several lines, under ``>-``."""


class _AsIs(str):
    """A text of several lines, under ``|-``."""


class _Dumper(yaml.SafeDumper):
    """Indents the items of a list below their key, and folds nothing that is not to be folded."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def write_plain(self, text: str, split: bool = True) -> None:
        super().write_plain(text, split=False)

    def write_single_quoted(self, text: str, split: bool = True) -> None:
        super().write_single_quoted(text, split=False)

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        super().write_double_quoted(text, split=False)


def _inline(dumper: yaml.SafeDumper, value: _Inline) -> yaml.Node:
    return dumper.represent_sequence(_SEQUENCE, value, flow_style=True)


def _inline_mapping(dumper: yaml.SafeDumper, value: _InlineMapping) -> yaml.Node:
    return dumper.represent_mapping(_MAPPING, value.items(), flow_style=True)


def _folded(dumper: yaml.SafeDumper, value: _Folded) -> yaml.Node:
    return dumper.represent_scalar(_TEXT, value, style=">")


def _as_is(dumper: yaml.SafeDumper, value: _AsIs) -> yaml.Node:
    return dumper.represent_scalar(_TEXT, value, style="|")


_Dumper.add_representer(_AsIs, _as_is)
_Dumper.add_representer(_Inline, _inline)
_Dumper.add_representer(_InlineMapping, _inline_mapping)
_Dumper.add_representer(_Folded, _folded)


def to_item(spec: EntrySpec | StubSpec) -> str:
    """Return *spec* as an item of an entry file; what has its default value is left out."""
    content = spec.model_dump(exclude_defaults=True)
    laid_out = {key: _laid_out(key, value) for key, value in content.items()}
    text: str = yaml.dump(
        [laid_out], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH
    )
    return text


def _laid_out(key: str, value: Any) -> Any:
    match value:
        case list() if key != "phrasings":
            return _Inline(value)
        case dict() if key == "evidence":
            return _InlineMapping({place: _Inline(terms) for place, terms in value.items()})
        case dict():
            return {inner: _laid_out(inner, each) for inner, each in value.items()}
        case str() if "\n" in value:
            return _AsIs(value)
        case str() if key == "answer" and len(value) > FOLDED_FROM_CHARS:
            return _Folded(value)
        case str():
            return str(value)
        case _:
            return value


def reads_back(spec: EntrySpec | StubSpec) -> bool:
    """Tell whether *spec*, written as YAML, is read as it is: no control character, for one."""
    read = document.parse(to_item(spec), "an item")
    return not read.problems and read.value == [_plain(spec)]


def _plain(spec: EntrySpec | StubSpec) -> dict[str, Any]:
    content = spec.model_dump(exclude_defaults=True)
    return {key: str(value) if isinstance(value, str) else value for key, value in content.items()}
