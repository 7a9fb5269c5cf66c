"""A folder of YAML files as one base, swapped in whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.core.model import (
    WHOLE,
    Alias,
    Base,
    Citation,
    Entry,
    Form,
    Heard,
    Section,
    SmallTalk,
    Source,
    Wording,
)
from bot.errors import BaseError
from bot.knowledge import schema
from bot.knowledge.citations import passage_link
from bot.knowledge.content import Content, SourceContent
from bot.knowledge.places import Cited, cited
from bot.knowledge.references import read_content


def load(folder: Path, published: Mapping[str, str] | None = None) -> Base:
    """Return the base in *folder*; raise `BaseError` with every problem if it has any.

    *published* is as for `build`.
    """
    return build(read_content(folder), published)


def build(content: Content, published: Mapping[str, str] | None = None) -> Base:
    """Return the base of *content*; raise `BaseError` with every problem if it has any.

    *published* has addresses by the ids of sources, where they are not at those that they name.
    Articles come first: people are here for them, and not for the bot's own manual.
    """
    if content.problems:
        raise BaseError(content.problems)
    for each in content.sources:
        if url := (published or {}).get(each.source.spec.id):
            each.source = replace(
                each.source, spec=each.source.spec.model_copy(update={"url": url})
            )
    contents = sorted(content.sources, key=lambda each: each.source.spec.form is Form.MANUAL)
    sources = tuple(_source(each.source.spec) for each in contents)
    places = {
        Cited(place.source_id, place.key): place for each in sources for place in each.places
    }
    written = frozenset(entry.spec.id for entry in content.entries)
    return Base(
        sources=sources,
        entries=tuple(entry for each in contents for entry in _entries(each, places, written)),
        small_talk=tuple(talk for item in content.small_talk for talk in _small_talk(item.spec)),
        glossary=aliases(content),
        version=_version(content),
    )


def aliases(content: Content) -> tuple[Alias, ...]:
    """Return the glossary of *content*."""
    return tuple(Alias(item.spec.name, tuple(item.spec.aliases)) for item in content.glossary)


def _version(content: Content) -> str:
    """Hash what answers depend on: all but the golden questions and the days of review."""
    items: list[schema.Spec] = [each.source.spec for each in content.sources]
    items += [item.spec for item in content.entries]
    items += [item.spec for item in content.glossary]
    items += [item.spec for item in content.small_talk]
    digest = hashlib.sha256()
    for item in items:
        digest.update(item.model_dump_json(exclude={"review_by"}).encode() + b"\n")
    return digest.hexdigest()[:12]


def _source(spec: schema.SourceSpec) -> Source:
    return Source(
        id=spec.id,
        form=spec.form,
        title=spec.title,
        publisher=spec.publisher,
        byline=spec.byline,
        published=date.fromisoformat(spec.date),
        url=spec.url,
        sections=tuple(map(_section, spec.sections)),
        places=tuple(_places(spec)),
    )


def _section(spec: schema.SectionSpec) -> Section:
    titles = ((lang, getattr(spec, lang)) for lang in schema.TRANSLATIONS)
    return Section(spec.id, spec.title, tuple((lang, title) for lang, title in titles if title))


def _places(spec: schema.SourceSpec) -> Iterable[Citation]:
    sections = {section.id: _section(section) for section in spec.sections}

    def citation(key: str, section: Section, url: str) -> Citation:
        published = date.fromisoformat(spec.date)
        return Citation(spec.id, key, spec.publisher, published, section, url, spec.form)

    def passage(key: str, found: schema.PassageSpec) -> Citation:
        url = passage_link(spec.url, found.fragment)
        return citation(key, sections[found.section], url)

    yield citation("meta", WHOLE, spec.url)
    if spec.caption:
        yield passage("caption", spec.caption)
    for paragraph in spec.paragraphs:
        yield passage(f"p{paragraph.number}", paragraph)


def _entries(
    content: SourceContent, places: Mapping[Cited, Citation], written: frozenset[str]
) -> Iterable[Entry]:
    """Yield the entries of one source; what is related and still a stub cannot be offered."""
    source_id = content.source.spec.id
    for located in content.entries:
        spec = located.spec
        yield Entry(
            id=spec.id,
            source_id=source_id,
            kind=spec.kind,
            wordings=tuple(_wordings(spec)),
            cites=tuple(places[cited(place, source_id)] for place in spec.cites),
            related=tuple(id_ for id_ in spec.related if id_ in written),
            heard=tuple(_heard(spec)),
        )


def _wordings(spec: schema.EntrySpec) -> Iterable[Wording]:
    yield Wording("en", spec.question, spec.answer.strip(), tuple(spec.phrasings))
    for lang in schema.TRANSLATIONS:
        translation: schema.TranslationSpec | None = getattr(spec, lang)
        if translation:
            phrasings = tuple(translation.phrasings)
            yield Wording(lang, translation.question, translation.answer.strip(), phrasings)


def _heard(spec: schema.EntrySpec | schema.SmallTalkSpec) -> Iterable[Heard]:
    for lang in schema.HEARD:
        heard: schema.HeardSpec | None = getattr(spec, lang)
        if heard:
            yield Heard(lang, tuple(heard.phrasings))


def _small_talk(spec: schema.SmallTalkSpec) -> Iterable[SmallTalk]:
    """Yield one piece for each language, so that people are answered in their own.

    No entry can have the id of one: a file's ids hold no slash.
    """
    yield SmallTalk(spec.id, "en", spec.reply, tuple(spec.phrasings))
    for lang in schema.TRANSLATIONS:
        talk: schema.TalkSpec | None = getattr(spec, lang)
        if talk:
            yield SmallTalk(small_talk_id(spec.id, lang), lang, talk.reply, tuple(talk.phrasings))
    for heard in _heard(spec):
        id_ = small_talk_id(spec.id, heard.lang)
        yield SmallTalk(id_, heard.lang, spec.reply, heard.phrasings)


def small_talk_id(id_: str, lang: str) -> str:
    """Return the id of the target that the small talk *id_* is in *lang*, one in each language."""
    return id_ if lang == "en" else f"{id_}/{lang}"
