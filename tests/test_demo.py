"""The demo outside its page."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.demo.conversation import misspell
from bot.demo.page import serve_demo
from bot.demo.place import Place
from bot.errors import StartError

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Who wrote the article?", "Who wrote the artcile?"),
        ("Why?", "Wyh?"),
        ("a b", "a b"),
    ],
)
def test_a_question_is_misspelt_by_two_letters(question: str, wrong: str):
    assert misspell(question) == wrong


async def test_a_taken_port_is_said_so(index):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StartError, match="could not be opened"):
            await serve_demo(index, Place.ASK, port=port, open_browser=False)


def test_without_simcord_one_sentence_says_what_to_install():
    without = "import sys; sys.modules['simcord'] = None; sys.argv[1:] = ['demo']"

    done = subprocess.run(
        [sys.executable, "-c", f"{without}; from bot.cli import main; main()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr == 'The demo needs simcord: pip install ".[demo]"\n'
