"""Why YAML cannot read a file, in a sentence for the person who edits it.

libyaml says what it was about to do; a curator needs to know what to change. It knows two
places, and of many mistakes the one where they began is nearer than the one where they came out.
"""

from __future__ import annotations

from collections.abc import Mapping

import yaml

_ASTRAY = (
    "this line begins in another column than those it belongs to: keys stand below one another, "
    "and so do dashes"
)
_BRACKET = "the bracket that opens here is not closed: close it, with commas between its parts"
_BRACKET_AT_END = "the file ends within a bracket: close it"
_COLON = (
    "a colon with a blank behind it makes a key: put a text that holds one in quotes, and begin "
    "each key below the one above"
)
_COLON_IN_TEXT = "a colon is in this text: put the text in quotes"
_GOES_ON = (
    "the line goes on behind a closing quote or bracket: put the whole text in quotes, of a sort "
    "that does not stand in it"
)
_NO_BEGINNING = "no text may begin with {sign}: put it in quotes"
_TAB = "a tab is here: indent with spaces"

_WHERE_IT_CAME_OUT: Mapping[str, str] = {
    "did not find expected '-' indicator": _ASTRAY,
    "did not find expected key": _ASTRAY,
    "did not find expected node content": _NO_BEGINNING,
    "found a tab character that violates indentation": _TAB,
    "found character that cannot start any token": _NO_BEGINNING,
    "found unknown escape character": (
        "a backslash is here in double quotes: write two, or use single quotes"
    ),
    "mapping values are not allowed in this context": _COLON,
}
_WHERE_IT_BEGAN: Mapping[str, str] = {
    "could not find expected ':'": (
        "this line is no key (a word, a colon, a blank), no item (a dash, a blank), and does not "
        "stand under the text above: make it one of them"
    ),
    "did not find expected ',' or ']'": _BRACKET,
    "did not find expected ',' or '}'": _BRACKET,
    "did not find expected alphabetic or numeric character": _NO_BEGINNING,
    "did not find expected comment or line break": _NO_BEGINNING,
    "found unexpected end of stream": (
        "the quote or apostrophe that opens here is not closed: close it, or put the whole text "
        "in quotes of another sort"
    ),
}


def why_unreadable(error: yaml.YAMLError | UnicodeEncodeError, text: str) -> tuple[int, str]:
    """Return the line of *text*, counted from 1, that ended its reading, and what to change."""
    match error:
        case yaml.MarkedYAMLError():
            return _slip(error, text)
        case yaml.reader.ReaderError():
            line = _line_of(error.position, text)
            return line, "a character here is not allowed in YAML: delete it"
        case UnicodeEncodeError():
            line = _line_of(error.start, text)
            return line, "half a character (a lone surrogate) is here: delete it"
        case _:
            return 1, _unknown(str(error))


def _slip(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    problem = error.problem or error.context or ""
    began = _WHERE_IT_BEGAN.get(problem)
    mark = (error.context_mark if began else None) or error.problem_mark
    if mark is None:
        return 1, _unknown(problem)
    line = text[max(0, mark.index - mark.column) :].partition("\n")[0]
    sentence = began or _WHERE_IT_CAME_OUT.get(problem) or _unknown(problem)
    return mark.line + 1, _fitting(sentence, line, mark.column)


def _fitting(sentence: str, line: str, column: int) -> str:
    """Return *sentence*, or a nearer one, for what stands at *column* of *line*."""
    before, sign = line[:column], line[column : column + 1]
    if sentence is _NO_BEGINNING:
        others = {"\t": _TAB, "": _BRACKET_AT_END}
        return others.get(sign, sentence.format(sign=sign))
    if sentence is _ASTRAY and before.strip():
        return _GOES_ON
    if sentence is _COLON and ": " in before:
        return _COLON_IN_TEXT
    return sentence


def _unknown(problem: str) -> str:
    return f"this is not valid YAML: {problem}"


def _line_of(position: int, text: str) -> int:
    return text.count("\n", 0, position) + 1
