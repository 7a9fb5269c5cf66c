"""Two bases side by side: which questions each answers differently, and what got worse."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.index import Index
from bot.core.model import Base
from bot.core.reply import reply
from bot.evaluate.confusion import one_line, reached
from bot.evaluate.gate import Score, key, score, standings, worse
from bot.evaluate.outcome import Outcome, ask_all
from bot.knowledge.questions import Question


@dataclass(frozen=True, slots=True)
class Side:
    """A base that answers, and its golden questions."""

    index: Index
    golden: tuple[Question, ...]


class Verdict(StrEnum):
    """What a changed answer means for a golden question; OTHER is as right or wrong as before.

    ALLOWED goes wrong too, but the question was taken out or changed, may fail, or stood on an
    edge over which any change may tip it.
    """

    WORSE = "worse"
    ALLOWED = "worse, allowed"
    BETTER = "better"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Change:
    """A question that is answered differently; *before* and *after* are what members read."""

    id: str
    question: str
    before: str
    after: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes from one base to another.

    *golden* is ordered by verdict; of *sent* questions nobody has said what is right.
    *before* and *after* are figures over the golden questions of the second base.
    """

    golden: tuple[Change, ...]
    sent: tuple[Change, ...]
    before: Score
    after: Score

    @property
    def worse(self) -> bool:
        """Tell whether the second base would be refused."""
        return any(change.verdict is Verdict.WORSE for change in self.golden)


def compare(old: Side, new: Side, sent: Sequence[Question]) -> Difference:
    """Ask both sides the golden questions of either, and those that were *sent*."""
    now = {question.text for question in new.golden}
    removed = [question for question in old.golden if question.text not in now]
    asked = _ask(old, new, new.golden)
    lost = worse(standings(pair[0] for pair in asked), (pair[1] for pair in asked))
    known = set(map(key, old.golden))
    blocking = {each.question for each in lost if key(each.question) in known}
    golden = _changes(old, new, [*asked, *_ask(old, new, removed)], blocking)
    order = list(Verdict)
    return Difference(
        golden=tuple(sorted(golden, key=lambda each: order.index(each.verdict))),
        sent=tuple(_changes(old, new, _ask(old, new, sent), set())),
        before=score([pair[0] for pair in asked]),
        after=score([pair[1] for pair in asked]),
    )


Pair = tuple[Outcome, Outcome]


def _ask(old: Side, new: Side, questions: Sequence[Question]) -> list[Pair]:
    """Return what came of each question on either side."""
    return list(zip(ask_all(old.index, questions), ask_all(new.index, questions), strict=True))


def _changes(
    old: Side, new: Side, pairs: Iterable[Pair], blocking: Collection[Question]
) -> Iterator[Change]:
    for before, after in pairs:
        shown = _shown(before, old.index.base), _shown(after, new.index.base)
        if shown[0] != shown[1]:
            verdict = Verdict.WORSE if after.question in blocking else _verdict(before, after)
            yield Change(after.question.id, one_line(after.question.text), *shown, verdict)


def _verdict(before: Outcome, after: Outcome) -> Verdict:
    if before.kept == after.kept:
        return Verdict.OTHER
    return Verdict.BETTER if after.kept else Verdict.ALLOWED


def _shown(outcome: Outcome, base: Base) -> str:
    """Return which entries a member sees, and what they read of each."""
    texts = [passage.body for passage in reply(outcome.decision, base).passages]
    return "\n".join([reached(outcome.decision), *filter(None, texts)])
