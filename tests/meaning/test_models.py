"""Which encoder is found, and what is said where there is none."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest

from bot.errors import SettingsError
from bot.meaning import models
from bot.meaning.models import find_encoder

pytest.importorskip("onnxruntime", reason="the extra meaning is not installed")


def test_a_folder_without_a_model_is_refused_with_what_it_needs(tmp_path: Path):
    with pytest.raises(SettingsError, match=r"needs tokenizer\.json, and model\.onnx"):
        find_encoder(tmp_path, tmp_path)


def test_a_folder_with_something_else_is_refused_in_a_sentence(tmp_path: Path):
    (tmp_path / "model.onnx").write_bytes(b"no model")
    (tmp_path / "tokenizer.json").write_text("{}")

    with pytest.raises(SettingsError, match="cannot be loaded"):
        find_encoder(tmp_path, tmp_path)


def test_other_bytes_under_the_pinned_name_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    pinned = dict.fromkeys(models.PINNED, "0" * 64)
    monkeypatch.setattr(models, "PINNED", pinned)

    assert find_encoder(None, tmp_path) is None
    assert "is not the file that was tested" in caplog.text
    assert models.WITHOUT in caplog.text


def test_the_installed_encoder_puts_like_meanings_close(tmp_path: Path):
    encoder = find_encoder(None, tmp_path)
    assert encoder is not None

    bread, loaf, war = encoder.encode(["fresh bread", "a new loaf", "a long war"])

    assert np.linalg.norm(bread) == pytest.approx(1, abs=1e-3)
    assert bread @ loaf > bread @ war


def test_another_process_loads_the_same_model(tmp_path: Path):
    """It learns from a large base, and must come to what would be learned here."""
    encoder = find_encoder(None, tmp_path)
    assert encoder is not None

    with get_context("spawn").Pool(1) as others:
        there = others.apply(encoder.encode, (["bread"],))

    assert (there == encoder.encode(["bread"])).all()


def test_a_text_has_the_same_vector_whatever_is_encoded_beside_it(tmp_path: Path):
    encoder = find_encoder(None, tmp_path)
    assert encoder is not None
    texts = ["bread", "what do they sell on Sundays and other holidays", "cake?"]

    together = encoder.learn(texts)

    assert (together == np.concatenate([encoder.encode([text]) for text in texts])).all()
