"""Phrasings that lead elsewhere when nothing was learned from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.core.index import LeftOut
from bot.core.model import Entry, SmallTalk
from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject

SURE = 0.95
"""How confident a wrong answer must be to be told. Below it, much of what is told is chance."""
TRIED = 0.5
"""From which confidence in a wrong answer on a phrasing is tried as it stands, too."""
ENOUGH = 8
"""With fewer phrasings, an entry that none of them reaches has not had its chance."""


def astray(subject: Subject) -> Iterator[Finding]:
    """Phrasings that lead to another entry: word for word, or surely if not learned from."""
    for each in subject.left_out:
        if each.right or each.confidence < TRIED or _both_small_talk(each):
            continue
        if subject.index.search(each.phrasing, limit=1)[0].target == each.reached:
            yield _overruled(subject, each)
        elif each.confidence >= SURE:
            yield _astray(subject, each)


def _overruled(subject: Subject, each: LeftOut) -> Finding:
    way = subject.by_text[each.target.id, each.lang, each.phrasing]
    message = (
        f"{each.phrasing!r}, word for word, leads to {each.reached.id!r}, where "
        f"{_nearest(subject, each)!r} is nearest: drop it here, or reword that"
    )
    return warning("overruled", way.owner, message, *way.at)


def _astray(subject: Subject, each: LeftOut) -> Finding:
    way = subject.by_text[each.target.id, each.lang, each.phrasing]
    message = (
        f"{each.phrasing!r} would lead to {each.reached.id!r} if it stood nowhere (confidence "
        f"{each.confidence:.2f}, by {_nearest(subject, each)!r}): move it there, or write more "
        f"like it"
    )
    return warning("astray", way.owner, message, *way.at)


def _nearest(subject: Subject, each: LeftOut) -> str:
    return subject.index.nearest(each.phrasing, each.reached)


def unreached(subject: Subject) -> Iterator[Finding]:
    """Entries that none of their own phrasings reaches when it is left out."""
    tried: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    instead: dict[str, Counter[str]] = {}
    for each in subject.left_out:
        if isinstance(each.target, Entry):
            tried[each.target.id] += 1
            reached[each.target.id] += each.right
            instead.setdefault(each.target.id, Counter())[each.reached.id] += 1
    for entry in subject.content.entries:
        id_ = entry.spec.id
        if tried[id_] >= ENOUGH and not reached[id_]:
            (other, _), *_ = instead[id_].most_common(1)
            message = (
                f"none of {tried[id_]} phrasings reaches {id_!r} if not learned from, most often "
                f"{other!r} comes first: let more of them share the words that are its own"
            )
            yield warning("unreached", entry, message, "id")


def _both_small_talk(each: LeftOut) -> bool:
    return isinstance(each.target, SmallTalk) and isinstance(each.reached, SmallTalk)
