"""What a person may have chosen in a source, carried over into the one drafted anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from bot.knowledge import fragments
from bot.knowledge.article import CAPTION, Article
from bot.knowledge.citations import fingerprint
from bot.knowledge.draft.moves import Kept, Move, Place
from bot.knowledge.schema import TRANSLATIONS, PassageSpec, SourceSpec

PassageT = TypeVar("PassageT", bound=PassageSpec)

_KEPT = {"sha256", "start", "end", "prefix", "suffix"}


def keep(old: SourceSpec, new: SourceSpec, article: Article, moves: Iterable[Move]) -> SourceSpec:
    """Return *new* with what a person may have chosen in *old*.

    That is its form, the ids of its sections and what they are called in other languages, and its
    links that open their passage still.
    """
    ids = _section_ids(old, new)
    translations = {
        each.title: each.model_dump(include=set(TRANSLATIONS)) for each in old.sections
    }
    passages = _by_place(old)
    links = {
        move.new: passages[move.old].model_dump(include=_KEPT)
        for move in moves
        if isinstance(move, Kept) and _opens(article, passages[move.old])
    }

    def renewed(passage: PassageT, place: Place) -> PassageT:
        section = {"section": ids[passage.section]}
        return passage.model_copy(update=section | links.get(place, {}))

    return new.model_copy(
        update={
            "form": old.form,
            "sections": [
                each.model_copy(update={"id": ids[each.id]} | translations.get(each.title, {}))
                for each in new.sections
            ],
            "paragraphs": [renewed(each, each.number) for each in new.paragraphs],
            "caption": renewed(new.caption, CAPTION) if new.caption else None,
        }
    )


def _section_ids(old: SourceSpec, new: SourceSpec) -> Mapping[str, str]:
    """Return the id for each section of *new*: that of the old one with its title, or its own."""
    known = {section.title: section.id for section in old.sections}
    ids: dict[str, str] = {}
    for section in new.sections:
        wanted = known.get(section.title, section.id)
        if section.title not in known and wanted in known.values():
            wanted = f"{wanted}-new"
        ids[section.id] = wanted
    return ids


def _by_place(source: SourceSpec) -> dict[Place, PassageSpec]:
    places: dict[Place, PassageSpec] = {each.number: each for each in source.paragraphs}
    return places | ({CAPTION: source.caption} if source.caption else {})


def _opens(article: Article, passage: PassageSpec) -> bool:
    """Tell whether the link of *passage* selects it, and nothing else, in *article*."""
    page = article.page
    selected = fragments.selection(page, passage.fragment)
    return any(
        fragments.passage(page, article.span(block)) == fragments.passage(page, selected)
        for block in article.blocks
        if fingerprint(block.text) == passage.sha256
    )
