"""One YAML file as plain values with the line of each: a strict reading, text only.

YAML's surprises are refused rather than guessed at: ``no`` and ``12:30`` must be quoted, a key
may stand once, and anchors, aliases, tags and directives do not exist. Whole numbers stay numbers.
A file that cannot be read to its end has no value at all, since half of one would look full of
mistakes. Whatever a file holds, reading it takes time in proportion to its size, and what is said
of it stays short.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bot.errors import Problem
from bot.knowledge.unreadable import why_unreadable

FILE_LIMIT_BYTES = 8 * 1024 * 1024
DEPTH_LIMIT = 12
VALUE_LIMIT = 250_000
PROBLEM_LIMIT = 200
SHOWN_LENGTH = 60

Place = tuple[str | int, ...]

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Whoever reads a file once more must take this one: PyYAML's own refuses `[who?, where?]`."""
_RESOLVER: Any = yaml.resolver.Resolver()
_INT_TAG, _STR_TAG = "tag:yaml.org,2002:int", "tag:yaml.org,2002:str"
_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")  # 010 would be eight
_BEFORE_READING = (
    (re.compile("[\x85\u2028\u2029]"), "an unusual line break is here: make it a plain one"),
    # A directive. libyaml compares each with all before it.
    (
        re.compile("(?:^|\r)\ufeff?%", re.MULTILINE),
        "a line begins with %: indent it, or put its text in quotes",
    ),
)
_COMMENT = re.compile(r"[ \t]+#")
_CONTROL = re.compile(r"(?![\n\t])[\x00-\x1f\x7f-\x9f]")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(slots=True)
class Document:
    """The content of one file. *lines* tells where each value stands, *problems* what is wrong.

    *value* is ``None`` for an empty file, and for one that could not be read to its end. Of the
    places in *misread*, the problem is told already.
    """

    name: str
    value: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    misread: set[Place] = field(default_factory=set)

    def line(self, place: Place) -> int:
        """Return the line of *place* (of its key, in a mapping), or of the nearest around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def report(self, place: Place, message: str) -> None:
        """Add a problem at the line of *place*, unless its value was misread already."""
        if place not in self.misread:
            self.report_line(self.line(place), message)

    def report_line(self, line: int, message: str) -> None:
        """Add a problem at *line*, counted from 1; of very many, the first will do."""
        if len(self.problems) == PROBLEM_LIMIT:
            message = f"more than {PROBLEM_LIMIT} problems: mend the others, then check again"
        problem = Problem(self.name, line, message)
        if len(self.problems) <= PROBLEM_LIMIT and problem not in self.problems[-1:]:
            self.problems.append(problem)


class _RefusedError(Exception):
    """Reading cannot go on; the problem is in the document already."""


def short(value: Any) -> str:
    """Return *value* in quotes if it is text, as a problem shows it: cut if it is long."""
    return _cut(repr(value[:SHOWN_LENGTH] if isinstance(value, str) else value))


def shown(path: Path) -> str:
    """Return *path* as a problem names it: from the current folder on, where that is shorter."""
    absolute = os.path.normpath(Path.cwd() / path)
    try:
        return min(os.path.relpath(absolute), absolute, key=len)
    except ValueError:  # another drive of Windows
        return absolute


def read(path: Path) -> Document:
    """Read the file at *path*; never raises for what it holds, see ``Document.problems``."""
    text, document = read_text(path)
    if document.problems:
        return document
    return parse(text, document.name)


def read_text(path: Path, limit_bytes: int = FILE_LIMIT_BYTES) -> tuple[str, Document]:
    """Return the text of *path*, and a document that says why there is none, if so."""
    document = Document(shown(path))
    content = b""
    try:
        if path.exists() and not path.is_file():  # to read from a pipe might take for ever
            document.report((), "this is no file: put a file of this name in its place")
            return "", document
        with path.open("rb") as file:
            content = file.read(limit_bytes + 1)
        if len(content) > limit_bytes:
            limit = limit_bytes // 1024 // 1024
            document.report((), f"the file is over {limit} MiB: split it into several files")
            return "", document
        return content.decode("utf-8-sig"), document
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        document.report_line(line, "a character here is not UTF-8: save the file as UTF-8")
    except OSError as error:
        document.report(
            (), f"the file cannot be read ({error.strerror}): check its name and rights"
        )
    return "", document


def parse(text: str, name: str) -> Document:
    """Read *text* as one YAML document, called *name* in problems."""
    document = Document(name)
    for pattern, message in _BEFORE_READING:
        if found := pattern.search(text):
            document.report_line(text.count("\n", 0, found.start()) + 1, message)
            return document
    reader = _Reader(document, text)
    try:
        for event in yaml.parse(text, Loader=PARSER):
            reader.take(event)
        document.value = reader.result
    except _RefusedError:
        return document
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        document.report_line(*why_unreadable(error, text))
    return document


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read; *key* waits for its value."""

    value: list[Any] | dict[str | int, Any]
    place: Place
    awaits_key: bool
    key: str | int = ""
    key_line: int = 0


class _Reader:
    """Builds the value from YAML's events and notes what is not allowed."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self._text = text
        self.result: Any = None
        self._open: list[_Open] = []
        self._documents = 0
        self._values = 0

    def take(self, event: Event) -> None:
        """Read on by one event; raise `_RefusedError` where that makes no sense any more."""
        if len(self.document.problems) > PROBLEM_LIMIT:
            raise _RefusedError
        match event:
            case DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._refuse(event, "a second document begins here: keep one to a file")
            case AliasEvent():
                self._refuse(event, f"alias *{_cut(event.anchor)}: write the text out, in quotes")
            case ScalarEvent():
                self._refuse_marks(event)
                self._scalar(event)
            case MappingStartEvent():
                self._refuse_marks(event)
                self._begin({}, event)
            case SequenceStartEvent():
                self._refuse_marks(event)
                self._begin([], event)
            case MappingEndEvent() | SequenceEndEvent():
                self._open.pop()

    def _refuse(self, event: Event, message: str) -> None:
        self._note(event, message)
        raise _RefusedError

    def _refuse_marks(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.anchor:
            anchor = _cut(event.anchor)
            self._refuse(event, f"anchor &{anchor}: remove it, or put the text in quotes")
        if event.tag:
            self._refuse(event, f"tag {_cut(event.tag)}: remove it, or put the text in quotes")

    def _begin(self, value: list[Any] | dict[str | int, Any], event: Event) -> None:
        if len(self._open) >= DEPTH_LIMIT:
            self._refuse(event, f"nested deeper than {DEPTH_LIMIT} levels: flatten it")
        if self._open and self._open[-1].awaits_key:
            self._refuse(event, "a key must be a word, not a list or a mapping")
        place = self._put(value, event)
        self._open.append(_Open(value, place, awaits_key=isinstance(value, dict)))

    def _scalar(self, event: ScalarEvent) -> None:
        told = len(self.document.problems)
        value = self._plain(event)
        if not self._open or not self._open[-1].awaits_key:
            place = self._put(value, event)
            if len(self.document.problems) > told:
                self.document.misread.add(place)
            return
        parent = self._open[-1]
        if value in parent.value:
            self._note(event, f"the key {short(value)} stands twice: keep one")
        parent.awaits_key, parent.key, parent.key_line = False, value, _line(event)

    def _plain(self, event: ScalarEvent) -> str | int:
        text: str = event.value
        if _CONTROL.search(text):
            self._note(event, "a control character stands in this text: delete it")
        if not _TURNS.isdisjoint(text):
            self._note(event, "an invisible mark that turns the text round is here: delete it")
        if not event.implicit[0]:
            return text
        if self._is_cut_short(event):
            self._note(event, "what stands after # is not read: put the text in quotes")
            return text
        tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
        if tag == _INT_TAG and _WHOLE_NUMBER.fullmatch(text):
            return int(text)
        if not text:
            self._note(event, "nothing stands here: write a value, or remove the key")
        elif tag != _STR_TAG:
            cut = _cut(text)
            self._note(event, f'YAML does not read {cut} as text: put it in quotes, "{cut}"')
        return text

    def _is_cut_short(self, event: ScalarEvent) -> bool:
        """Tell whether a comment behind a plain text may have been meant as the rest of it.

        Behind one word it is a comment: ``kind: stub  # not yet``.
        """
        is_words, end = " " in event.value or not event.value, event.end_mark
        return is_words and end is not None and bool(_COMMENT.match(self._text, end.index))

    def _note(self, event: Event, message: str) -> None:
        self.document.report_line(_line(event), message)

    def _put(self, value: Any, event: Event) -> Place:
        """Store *value* where the reading stands, and return its place."""
        self._values += 1
        if self._values > VALUE_LIMIT:
            self._refuse(event, f"more than {VALUE_LIMIT:,} values: split it into several files")
        if not self._open:
            self.result = value
            return self._placed((), _line(event))
        parent = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(value)
            return self._placed((*parent.place, len(parent.value) - 1), _line(event))
        parent.awaits_key = True
        parent.value[parent.key] = value
        return self._placed((*parent.place, parent.key), parent.key_line)

    def _placed(self, place: Place, line: int) -> Place:
        self.document.lines[place] = line
        return place


def _cut(text: str | None) -> str:
    shown = str(text)
    return shown if len(shown) <= SHOWN_LENGTH else f"{shown[: SHOWN_LENGTH - 1]}…"


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
