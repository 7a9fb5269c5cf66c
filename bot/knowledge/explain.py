"""What a validation error means, in a sentence for the person who edits the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from bot.knowledge.document import short

At = tuple[str | int, ...]

_PLAIN = re.compile(r"\w[\w -]{0,40}")


def explain(error: ValidationError, value: Any) -> Iterator[tuple[At, str]]:
    """Yield where within *value* each error stands, and a sentence; each place once."""
    told: set[At] = set()
    for detail in error.errors(include_url=False):
        at = _within(value, detail["loc"])
        if detail["type"] == "missing":
            yield at, f"the key {detail['loc'][-1]!r} is missing: add it"
        elif at not in told:
            told.add(at)
            yield at, _sentence(detail, at)


def _within(value: Any, loc: tuple[int | str, ...]) -> At:
    """Cut *loc* to the part that exists in *value*: unions and keys add steps of their own."""
    at: list[str | int] = []
    for step in loc:
        match value:
            case dict() if step in value:
                value = value[step]
            case list() if isinstance(step, int) and step < len(value):
                value = value[step]
            case _:
                break
        at.append(step)
    return tuple(at)


def _sentence(detail: Any, at: At) -> str:
    name = short(at[-1]) if at and isinstance(at[-1], str) else "this"
    limits = detail.get("ctx", {})
    match detail["type"]:
        case "int_type" | "literal_error" | "greater_than_equal" if _is_place(detail["loc"]):
            return (
                f"{short(detail['input'])} is no place: write a paragraph number, meta or "
                "caption, and before it the id of another source and a colon if it is there"
            )
        case "list_type" if name == "'reach'":
            return "'reach' must be a list of entry ids, or decline"
        case "extra_forbidden":
            return f"the key {short(detail['loc'][-1])} is not known here: correct or remove it"
        case "string_type" if isinstance(detail["input"], dict | list):
            return (
                f"{name} must be text: put it in quotes if it holds a colon or begins with [ or {{"
            )
        case "string_type":
            return f"{name} must be text: write words, or put the value in quotes"
        case "string_too_long":
            length = len(detail["input"])
            return f"{name} has {length} characters: shorten it to {limits['max_length']}"
        case "string_too_short" | "too_short":
            return f"{name} is empty: fill it in"
        case "string_pattern_mismatch":
            return f"{name} is {short(detail['input'])}, {_form(limits['pattern'])}"
        case "list_type":
            listed = _list(detail["input"])
            return f"{name} must be a list: write it as {listed}, or each item behind a dash"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{name} must be a mapping of keys to values"
        case "enum" | "literal_error":
            return f"{name} is {short(detail['input'])}: it may be {limits['expected']}"
        case "value_error":
            return f"{name} is {short(detail['input'])}: {limits['error']}"
        case _:
            return f"{name} is {short(detail['input'])}: {detail['msg'].lower()}"


def _list(value: Any) -> str:
    """Return the list that somebody meant who wrote *value*."""
    is_one = isinstance(value, int) or (isinstance(value, str) and _PLAIN.fullmatch(value))
    return f"[{value}]" if is_one else "[one, two]"


def _is_place(loc: tuple[int | str, ...]) -> bool:
    return "cites" in loc or "evidence" in loc


def _form(pattern: str) -> str:
    if pattern == r"\S":
        return "which is blank: fill it in"
    if "http" in pattern:
        return "which is no web address: write it with https://"
    if "0-9a-f" in pattern:
        return "which is no SHA-256: footnote draft --update writes it"
    if "{4}" in pattern:
        return "which is no day: write it as 2026-06-29, in quotes"
    if pattern == "^[a-z]{2}$":
        return "which is no language code: write two letters such as en"
    return "which is no id: use small letters, digits and single hyphens"
