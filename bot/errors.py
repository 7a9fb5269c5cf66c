"""Every error that Footnote raises on purpose.

    FootnoteError
    ├── SettingsError      the environment or .env is wrong
    ├── NoKnowledgeError   no knowledge folder is named, set or here
    ├── BaseError          the knowledge base has problems; carries all of them
    ├── UnsettledError     the knowledge folder did not stop changing while it was read
    ├── RevisionError      git does not know a revision of the knowledge folder
    ├── QuestionsError     a file of questions to evaluate cannot be used
    ├── DraftError         there is no article to draft from
    ├── EditError          a knowledge folder cannot be written to, a file not be imported
    ├── ExtraError         an optional package that was asked for is not installed
    ├── StoreError         the database cannot be opened at start
    ├── StoreUnavailable   the database is away for now; what was to be stored is not
    └── StartError         Discord refused or could not be reached

The text of each is written for the person who can mend it: what happened, what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class FootnoteError(Exception):
    """Something that a person must mend. Its text is a sentence for that person."""


class SettingsError(FootnoteError):
    """One or more environment variables are wrong; the text names every one."""


class NoKnowledgeError(FootnoteError):
    """No knowledge folder is named or set, and none is here."""

    def __init__(self) -> None:
        super().__init__(
            "No knowledge folder here: go to the folder above knowledge/, name one, "
            "or set KNOWLEDGE_DIR."
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a base: where, what, and what to do. Lines count from 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class BaseError(FootnoteError):
    """A knowledge base that cannot be used, with all of its problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__("\n".join([f"The knowledge base has {count}:", *map(str, problems)]))


class UnsettledError(FootnoteError):
    """A knowledge folder that somebody kept writing to; *lock* is there while git does."""

    def __init__(self, folder: Path, lock: Path | None) -> None:
        super().__init__(
            f"git is at work on {folder}: try again once it has finished, "
            f"or delete {lock} if no git is running."
            if lock
            else f"{folder} did not stop changing while it was read: try again in a moment."
        )


class RevisionError(FootnoteError):
    """A name that is neither a folder nor a revision of the knowledge folder."""


class QuestionsError(FootnoteError):
    """A questions file that cannot be read or does not fit the base."""


class DraftError(FootnoteError):
    """An article that cannot be read or drafted from; nothing has been written."""


class EditError(FootnoteError):
    """Nothing was written to or exported from a knowledge folder, and the text says why."""


class ExtraError(FootnoteError):
    """Something was asked for that an extra installs; the text names the extra."""


class StoreError(FootnoteError):
    """A database that cannot be opened, or is newer than this program."""


class StoreUnavailable(FootnoteError):  # noqa: N818 - it passes, and is nobody's mistake
    """A disk is full, a file locked, a server gone: nothing was stored, later it may be."""

    def __init__(self) -> None:
        super().__init__("The store is away: look into the log, then try again.")


class StartError(FootnoteError):
    """The bot could not start on Discord."""
