"""A decision as one JSON object: the record that ``ask --json`` and ``eval --jsonl`` write."""

from __future__ import annotations

from typing import Any, assert_never

from bot.core.model import Answer, Base, Decision, Decline, Entry, NotCovered, Suggest
from bot.core.reply import reply


def record(id_: str, decision: Decision, base: Base, *, latency_ms: float) -> dict[str, Any]:
    """Return the record of *decision* on the question *id_*.

    ``entry`` is ``None`` unless an entry's text is shown, answered or declined; ``cites`` are
    what stands under the card, ``urls`` its links in the same order. ``choices`` are the
    suggestions, also those under a decline, best first. ``confidence`` is from 0 to 1.
    """
    entries, card = shown(decision), reply(decision, base)
    return {
        "id": id_,
        "decision": outcome(decision),
        "entry": entries[0].id if entries else None,
        "cites": list(dict.fromkeys(key for entry in entries for key in cites(entry))),
        "urls": [note.url for note in card.footnotes],
        "choices": [{"entry": each.id, "cites": cites(each)} for each in offered(decision, base)],
        "confidence": round(decision.confidence, 4),
        "answer": card.body,
        "latency_ms": round(latency_ms, 3),
    }


def outcome(decision: Decision) -> str:
    """Return "answer", "suggest" or "decline"."""
    match decision:
        case Answer():
            return "answer"
        case Suggest():
            return "suggest"
        case Decline():
            return "decline"
        case _:
            assert_never(decision)


def shown(decision: Decision) -> tuple[Entry, ...]:
    """Return the entries whose text *decision* shows, if it shows any."""
    match decision:
        case Answer():
            return decision.entries
        case Decline(NotCovered(entry)):
            return (entry,)
        case _:
            return ()


def offered(decision: Decision, base: Base) -> tuple[Entry, ...]:
    """Return the entries that the card offers instead of an answer, best first."""
    if isinstance(decision, Answer):
        return ()
    return tuple(base.by_id[choice.entry_id] for choice in reply(decision, base).choices)


def cites(entry: Entry) -> list[str]:
    """Return the names of what *entry* cites: "p5", "meta", "caption", "manual-id:p5"."""
    return [cite.name for cite in entry.cites]
