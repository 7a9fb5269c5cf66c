"""Names that an article uses in two forms, as suggestions for the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.knowledge.article import Article
from bot.knowledge.draft.terms import names

_WORDS = r"[A-Z][\w'’&-]+(?: (?:(?:of|for|and|the|on|in) )*[A-Z][\w'’&-]+)+"
_TITLED = re.compile(
    r"\b(?i:minister|president|chancellor|secretary|general|admiral|adm\.|gen\.|captain|senator|"
    r"professor|director|doctor|dr\.?|mr\.?|mrs\.?|ms\.?) ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)"
)
_INTRODUCED = re.compile(rf"({_WORDS}) \(([A-Z][A-Za-z&-]{{1,9}}s?)\)")


def aliases(article: Article) -> dict[str, list[str]]:
    """Return each name with its other forms in *article*: an abbreviation, or a part of it alone.

    Only what the article itself shows is suggested, so that a person need but look.
    """
    found: dict[str, list[str]] = {}
    texts = [block.text for block in article.paragraphs]
    for name, short in _introduced(texts):
        found.setdefault(name, []).append(short)
    for name, part in _people(texts):
        found.setdefault(name, []).append(part)
    return {name: sorted(set(others)) for name, others in sorted(found.items())}


def _introduced(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield a name and the abbreviation that stands in brackets after it, of the same initials."""
    for text in texts:
        for name, short in _INTRODUCED.findall(text):
            words = [word for word in re.split(r"[ -]", name) if word[0].isupper()]
            length = sum(letter.isupper() for letter in short)
            initials = "".join(word[0] for word in words[-length:])
            if initials == re.sub("[^A-Z]", "", short):
                yield name.removeprefix("The "), short


def _people(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield a titled person's name and the one word of it that stands alone, for nobody else."""
    known = {name for text in texts for name in names(text)}
    people = {found for text in texts for found in _TITLED.findall(text)}
    for person in sorted(people):
        for part in {person.split()[0], person.split()[-1]}:
            if part in known and not any(part in other.split() for other in people - {person}):
                yield person, part
