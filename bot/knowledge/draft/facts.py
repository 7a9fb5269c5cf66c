"""What ``source.yaml`` says of an article as a whole, from the article and the person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from bot.errors import DraftError
from bot.knowledge.draft.source import Facts
from bot.knowledge.explain import explain
from bot.knowledge.reading.told import iso_day
from bot.knowledge.schema import ID, SourceSpec

EXAMPLES = {
    "title": "The old bridge",
    "publisher": "The Orsley Post",
    "byline": "Dina Hale",
    "date": "12 May 2026",
    "url": "https://post.example/old-bridge",
}
NAMES = tuple(EXAMPLES)

_ID: TypeAdapter[str] = TypeAdapter(ID)


def checked_id(id_: str) -> str:
    """Return *id_*; raise `DraftError` where it cannot name a source and its folder."""
    try:
        return _ID.validate_python(id_)
    except ValidationError:
        raise DraftError(
            f"--id is {id_!r}: use at most 48 small letters, digits and single hyphens."
        ) from None


def facts_of(
    id_: str,
    told: Mapping[str, str],
    given: Mapping[str, str],
    needed: Collection[str] = NAMES,
) -> Facts:
    """Return the facts, those *given* before those the article has *told*.

    The date may be written as articles write it. Raises `DraftError` that names every one of the
    *needed* that is missing by its option; another that is missing is empty.
    """
    facts = {**told, **given}
    if missing := [name for name in NAMES if name in needed and not facts.get(name)]:
        raise _missing(missing)
    title, publisher, byline, date, url = (facts.get(name, "") for name in NAMES)
    return Facts(id_, title, publisher, byline, iso_day(date) or date, url)


def _missing(names: list[str]) -> DraftError:
    options = " ".join(f'--{name} "{EXAMPLES[name]}"' for name in names)
    label = "Author" if names[0] == "byline" else names[0].capitalize()
    return DraftError(
        f"The article does not tell its {_listed(names)}: add them as in {options}, or as lines "
        f'under its title, such as "{label}: {EXAMPLES[names[0]]}".'
    )


def known_facts(old: SourceSpec, given: Mapping[str, str]) -> Facts:
    """Return the facts of the *old* source, with those *given* anew: a manual may lack its url."""
    kept = {name: value for name in NAMES if (value := getattr(old, name))}
    return replace(facts_of(old.id, kept, given, kept), opening=old.sections[0].title)


def refusal(error: ValidationError, facts: Facts) -> DraftError:
    """Return in a sentence which of *facts* does not fit ``source.yaml``."""
    values = {name: getattr(facts, name) for name in ("id", *NAMES)}
    problems = [message for _, message in explain(error, values)]
    return DraftError(f"This cannot be a source: {'; '.join(problems)}.")


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
