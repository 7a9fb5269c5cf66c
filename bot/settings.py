"""One frozen `Settings` from the environment and ``.env``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.env_file import check_env_file
from bot.errors import SettingsError

ENV_FILE = Path(".env")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

MANUAL = "footnote"
"""The id of the source that is Footnote's own manual: each operator publishes it elsewhere."""


def _a_token(token: SecretStr) -> SecretStr:
    found = token.get_secret_value().strip()
    if not re.fullmatch(r"[\w-]+\.[\w-]+\.[\w-]+", found):
        raise ValueError(
            "a token is three parts with dots between and no spaces (your application, Bot, "
            "Reset Token): copy it again"
        )
    return SecretStr(found)


def _of_postgresql(url: SecretStr) -> SecretStr:
    scheme, separator, place = url.get_secret_value().strip().partition("://")
    if scheme not in ("postgresql", "postgres") or not separator or not place:
        raise ValueError("give postgresql://user:password@host/database, or leave it empty")
    return SecretStr(f"postgresql://{place}")


def _an_address(url: str) -> str:
    if not re.fullmatch(r"https?://[^\s()<>]{1,190}", url):
        raise ValueError("give the address of a page: https://, and no spaces or brackets")
    return url


def _from_home(path: Path) -> Path:
    """Read ``~`` as a shell does: nobody else reads the values in ``.env``."""
    try:
        return path.expanduser()
    except RuntimeError:
        raise ValueError("no such home folder: give the whole path, without ~") from None


def _a_level(name: str) -> str:
    if name.upper() not in LEVELS:
        raise ValueError(f"give {', '.join(LEVELS[:-1])} or {LEVELS[-1]}")
    return name.upper()


Place = Annotated[Path, AfterValidator(_from_home)]


class Settings(BaseSettings):
    """What an operator may set. An empty variable counts as not set."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True
    )

    discord_token: Annotated[SecretStr, AfterValidator(_a_token)] | None = None
    knowledge_dir: Place | None = None
    manual_url: Annotated[str, AfterValidator(_an_address)] | None = None
    encoder_dir: Place | None = None
    data_dir: Place = Path("~/.local/share/footnote")
    database_url: Annotated[SecretStr, AfterValidator(_of_postgresql)] | None = None
    cache_dir: Place = Path("~/.cache/footnote")
    log_level: Annotated[str, AfterValidator(_a_level)] = "INFO"

    @property
    def published(self) -> Mapping[str, str]:
        """Where sources are published, by their ids, if not at the addresses in the base."""
        return {MANUAL: self.manual_url} if self.manual_url else {}

    @property
    def store_url(self) -> str:
        """Where what must last is kept: the PostgreSQL that was named, else a file."""
        if self.database_url:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self._store_file}"

    @property
    def has_store(self) -> bool:
        """Whether a bot has kept anything yet: a file is made by the first one that runs."""
        return self.database_url is not None or self._store_file.exists()

    @property
    def _store_file(self) -> Path:
        return self.data_dir / "footnote.sqlite3"


def load_settings() -> Settings:
    """Read the settings; raise `SettingsError` that names every bad variable, never its value."""
    check_env_file(ENV_FILE)
    try:
        return Settings()
    except ValidationError as error:
        problems = error.errors(include_input=False, include_url=False)
        raise SettingsError(f"{'; '.join(map(_explain, problems))}.") from None


def _explain(problem: ErrorDetails) -> str:
    said = problem["msg"].removeprefix("Value error, ")  # pydantic's, before a sentence of ours
    return f"{str(problem['loc'][0]).upper()}: {said}"
