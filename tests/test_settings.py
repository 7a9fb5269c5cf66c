"""What an operator sets, and what is said about mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]
TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"


@pytest.fixture(autouse=True)
def empty_folder(monkeypatch, tmp_path):
    """No ``.env`` and no variables but those of the test."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_names_every_setting_and_no_other():
    text = (ROOT / ".env.example").read_text(encoding="utf-8")

    named = re.findall(r"^([A-Z_]+)=", text, re.MULTILINE)

    assert named == [name.upper() for name in Settings.model_fields]


def test_nothing_needs_to_be_set():
    settings = load_settings()

    assert settings.discord_token is None
    assert settings.log_level == "INFO"


def test_the_example_itself_is_valid(tmp_path):
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    (tmp_path / ".env").write_text(example, encoding="utf-8")

    assert load_settings() == Settings()


def test_every_bad_variable_is_named_in_one_message_without_its_value(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "two words-of-a-secret")
    monkeypatch.setenv("LOG_LEVEL", "LOUD")

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert "DISCORD_TOKEN" in str(caught.value)
    assert "LOG_LEVEL" in str(caught.value)
    assert "words-of-a-secret" not in str(caught.value)


@pytest.mark.parametrize("name", ["DATABASE_URL", "MANUAL_URL", "LOG_LEVEL"])
def test_what_is_said_are_our_words_alone(monkeypatch, name: str):
    monkeypatch.setenv(name, "nonsense")

    with pytest.raises(SettingsError, match=rf"^{name}: give [^:]*.*[^.]\.$"):
        load_settings()


def test_a_log_level_may_be_written_small(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "warning")

    assert load_settings().log_level == "WARNING"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"DISCORD_TOKEN={TOKEN}".encode("utf-16"), r"\.env is not text in UTF-8: save it again"),
        (f"# mine\nDISCORD_TOKEN: {TOKEN}".encode(), r"\.env:2: write NAME=value"),
        (b"DISCORD_TOKEN\n", r"\.env:1: write NAME=value"),
        (b"LOG_LEVEL='INFO\n", r"\.env:1: write NAME=value"),
    ],
)
def test_a_line_that_would_set_nothing_is_said_so(content: bytes, said: str):
    """It would be passed over, and the token be missed that stands in it."""
    Path(".env").write_bytes(content)

    with pytest.raises(SettingsError, match=said) as caught:
        load_settings()

    assert TOKEN not in str(caught.value)


def test_a_folder_called_env_is_said_so():
    Path(".env").mkdir()

    with pytest.raises(SettingsError, match=r"\.env cannot be read \(Is a directory\)"):
        load_settings()


def test_windows_mark_before_the_first_line_does_no_harm():
    Path(".env").write_bytes("\ufeffLOG_LEVEL=DEBUG\r\n\r\n# no more\r\n".encode())

    assert load_settings().log_level == "DEBUG"


@pytest.mark.parametrize(
    "token", ["", "two words", "Bot a.b.c", "c2VjcmV0LW9mLXRoZS1jbGllbnQ", "a.b", "a.b.c.d"]
)
def test_what_is_no_token_is_told_without_asking_discord(monkeypatch, token: str):
    """The client secret and the public key stand near it, and are one part."""
    monkeypatch.setenv("DISCORD_TOKEN", token or " ")

    with pytest.raises(SettingsError, match=r"^DISCORD_TOKEN: a token is three parts .*Reset"):
        load_settings()


def test_the_token_is_in_no_repr(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", f" {TOKEN} ")

    settings = load_settings()

    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == TOKEN
    assert TOKEN not in repr(settings)


@pytest.mark.parametrize("name", ["KNOWLEDGE_DIR", "ENCODER_DIR", "DATA_DIR", "CACHE_DIR"])
def test_a_tilde_is_the_home_folder_in_every_path(monkeypatch, tmp_path, name: str):
    """A shell reads it in what is exported; in ``.env`` there is nobody but us."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv(name, raising=False)
    Path(".env").write_text(f"{name}=~/mine", encoding="utf-8")

    assert getattr(load_settings(), name.lower()) == tmp_path / "mine"


def test_a_home_folder_that_is_not_there_is_said_so(monkeypatch):
    monkeypatch.setenv("DATA_DIR", "~nobody-here/footnote")

    with pytest.raises(SettingsError, match=r"DATA_DIR: .*no such home folder"):
        load_settings()


def test_without_a_database_url_a_file_in_the_data_folder_is_used(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))

    assert load_settings().store_url == f"sqlite:///{tmp_path / 'footnote.sqlite3'}"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_database_url_of_either_scheme_is_a_postgresql(monkeypatch, scheme: str):
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://bot:hunter2@host/footnote?sslmode=require")

    settings = load_settings()

    assert settings.store_url == "postgresql://bot:hunter2@host/footnote?sslmode=require"
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize(
    "url", ["mysql://bot:hunter2@host/x", "bot:hunter2@host/x", "postgresql:hunter2", "hunter2://"]
)
def test_a_database_url_of_anything_else_is_named_without_its_password(monkeypatch, url: str):
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(SettingsError, match=r"DATABASE_URL: .*give postgresql://") as caught:
        load_settings()

    assert "hunter2" not in str(caught.value)


def test_the_manual_is_where_the_operator_publishes_it(monkeypatch):
    assert load_settings().published == {}

    monkeypatch.setenv("MANUAL_URL", "https://docs.example/manual")

    assert load_settings().published == {"footnote": "https://docs.example/manual"}


@pytest.mark.parametrize("url", ["docs.example/manual", "https://a b.example", "https://x/(y)"])
def test_the_manual_needs_the_address_of_a_page(monkeypatch, url: str):
    monkeypatch.setenv("MANUAL_URL", url)

    with pytest.raises(SettingsError, match="MANUAL_URL"):
        load_settings()
