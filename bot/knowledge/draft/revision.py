"""A source held against its article as it is now: what moved, and what that means for entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.errors import DraftError, Problem
from bot.knowledge import schema
from bot.knowledge.article import Article
from bot.knowledge.content import Located, SourceContent
from bot.knowledge.draft.keep import keep
from bot.knowledge.draft.moves import Changed, Gone, Kept, Move, New, Place, moves
from bot.knowledge.draft.source import Facts, draft_source
from bot.knowledge.places import named
from bot.knowledge.reading.reading import Progress

Written = Located[schema.EntrySpec] | Located[schema.StubSpec]


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of a source's paragraphs, *new* as its facts are now, and entries to look at."""

    old: schema.SourceSpec
    new: schema.SourceSpec
    moves: tuple[Move, ...]
    looks: tuple[Problem, ...]
    blocked: tuple[Problem, ...]
    """Entries that cite what is gone: nobody but a person can say what they rest on now."""

    @property
    def is_nothing(self) -> bool:
        """Whether the article and what is known of it are as they were."""
        return self.old == self.new

    @property
    def numbers(self) -> dict[int, int]:
        """The new number of each old paragraph that has another one now."""
        return {
            move.old: move.new
            for move in self.moves
            if isinstance(move, Kept | Changed)
            and isinstance(move.old, int)
            and isinstance(move.new, int)
            and move.old != move.new
        }

    @property
    def added(self) -> list[int]:
        """The numbers of the paragraphs that are new."""
        found = [move.new for move in self.moves if isinstance(move, New)]
        return [place for place in found if isinstance(place, int)]


def revise(
    content: SourceContent,
    elsewhere: list[Written],
    article: Article,
    facts: Facts,
    progress: Progress,
) -> Revision:
    """Return how *article* differs from the source that was read of it before.

    *elsewhere* are the entries of other sources, which may cite this one too. Raises `DraftError`
    where not one paragraph is known again: it is another article.
    """
    old = content.source.spec
    written: list[Written] = [*content.entries, *content.stubs]
    found = moves(old, _terms(written), article)
    if not any(isinstance(move, Kept | Changed) for move in found):
        raise DraftError(
            f"{content.source.document.name} is of another article: none of its paragraphs stands "
            "in this one. Choose another --id."
        )
    new = keep(old, draft_source(article, facts, progress), article, found)
    changed = {move.old for move in found if isinstance(move, Changed)}
    gone = {move.old for move in found if isinstance(move, Gone)}
    cites = _Cites(written, elsewhere, old.id)
    looks = tuple(cites.of(changed, "reads differently: see that its answer still holds"))
    blocked = tuple(cites.of(gone, "is gone: cite what it rests on now, or delete it"))
    return Revision(old, new, found, looks, blocked)


def _terms(written: list[Written]) -> dict[Place, list[str]]:
    terms: dict[Place, list[str]] = {}
    for entry in written:
        for place, found in entry.spec.evidence.items():
            terms.setdefault(place, []).extend(found)
    return terms


@dataclass(frozen=True, slots=True)
class _Cites:
    """What is cited of one source: in its *own* entries, and with its id in those *elsewhere*."""

    own: list[Written]
    elsewhere: list[Written]
    source_id: str

    def of(self, places: set[Place], what: str) -> Iterator[Problem]:
        """Yield what to say of each entry that cites one of *places*."""
        yield from _citing(self.own, places, what)
        named_here: set[Place] = {f"{self.source_id}:{place}" for place in places}
        yield from _citing(self.elsewhere, named_here, what)


def _citing(written: list[Written], places: set[Place], what: str) -> Iterator[Problem]:
    for entry in written:
        for at, place in enumerate(entry.spec.cites):
            if place in places:
                line = entry.document.line((*entry.place, "cites", at))
                message = f"{entry.spec.id} cites {named(place)}, which {what}"
                yield Problem(entry.document.name, line, message)
