"""Why a decision came out as it did, in lines that a moderator can read."""

from __future__ import annotations

from bot.core.model import Answer, Chat, Decision, Decline, Match, NotCovered, Reasons

WORDS_SHOWN = 6


def why(decision: Decision) -> tuple[tuple[str, str], ...]:
    """Return the reasons of *decision* as pairs of a name and a text, in the order of reading.

    The same question on the same base gives the same lines, to the last digit.
    """
    found = decision.reasons
    lines = [("read as", found.read_as or "no words")]
    for best in _decided_for(decision):
        lines += [
            ("nearest phrasing", f"{best.phrasing} [{best.target.id}]"),
            ("what counted", _counted(found)),
            ("score", f"{best.score:.3f}, {_lead(best.lead)}"),
            ("confidence", f"{best.confidence:.3f}; an answer needs {found.threshold:.2f}"),
            *(("runner-up", _runner_up(match)) for match in found.matches[:3] if match != best),
        ]
    if isinstance(decision, Answer) and decision.also:
        lines.append(("also answered", ", ".join(entry.id for entry in decision.also)))
    for objection in found.objections:
        lines.append(("guard", f"{objection.target_id}: {objection.sentence}"))
    if not found.objections:
        lines.append(("guard", "no objection"))
    return (*lines, ("base", found.base_version))


def _decided_for(decision: Decision) -> tuple[Match, ...]:
    """Return the match that *decision* is about; none where nothing matched."""
    match decision:
        case Answer(target) | Decline(NotCovered(target)) | Decline(Chat(target)):
            wanted = target.id
        case _:
            return decision.reasons.matches[:1]
    return tuple(each for each in decision.reasons.matches if each.target.id == wanted)[:1]


def _counted(found: Reasons) -> str:
    shown = [f"{word} {share:.1%}" for word, share in found.counted[:WORDS_SHOWN] if share > 0]
    return ", ".join(shown) or "no word by itself"


def _lead(lead: float) -> str:
    return f"{abs(lead):.3f} {'ahead of' if lead >= 0 else 'behind'} its best rival"


def _runner_up(match: Match) -> str:
    return f"{match.target.id}: score {match.score:.3f}, confidence {match.confidence:.3f}"
