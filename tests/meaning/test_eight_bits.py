"""A model that is stored in 8 bits computes in them, and means the same."""

from __future__ import annotations

import numpy as np
import pytest

onnxruntime = pytest.importorskip("onnxruntime", reason="the extra meaning is not installed")

from bot.meaning import models  # noqa: E402
from bot.meaning.eight_bits import ONNX_RUNTIME, in_eight_bits  # noqa: E402
from bot.meaning.onnx_format import INT8, Model  # noqa: E402

TOKENS = [[101, 2040, 14444, 2015, 7852, 102], [101, 2054, 2079, 2027, 6402, 1999, 2637, 102]]


@pytest.fixture(scope="module")
def stored() -> bytes:
    """The model that the extra installs, as it stands on disk."""
    paths = models._installed()
    if paths is None:
        pytest.skip("the extra's model is not installed")
    return paths[0].read_bytes()


@pytest.fixture(scope="module")
def compact(stored: bytes) -> bytes:
    return in_eight_bits(stored)


def vectors(file: bytes) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    names = {each.name for each in session.get_inputs()}
    found = []
    for tokens in TOKENS:
        ids = np.array([tokens])
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": 0 * ids}
        (vector,) = session.run(None, {name: feed[name] for name in names})[0]
        vector = vector.mean(axis=0) if vector.ndim == 2 else vector
        found.append(vector / np.linalg.norm(vector))
    return found


def test_a_sentence_keeps_its_meaning(stored: bytes, compact: bytes):
    for before, after in zip(vectors(stored), vectors(compact), strict=True):
        assert before @ after > 0.98


def test_no_weight_is_widened_any_more(compact: bytes):
    """Word vectors stay signed and are scaled once they are looked up; the rest multiplies."""
    graph = Model.FromString(compact).graph
    signed = {each.name for each in graph.initializer if each.data_type == INT8}

    assert signed
    assert all(node.op_type == "Gather" for node in graph.node if signed.intersection(node.input))
    assert any(node.domain == ONNX_RUNTIME for node in graph.node)


def test_a_model_without_such_weights_stays_as_it_is(compact: bytes):
    assert in_eight_bits(compact) is compact


def test_all_else_of_the_file_is_kept(stored: bytes, compact: bytes):
    """Inputs, outputs and whatever the format knows beside the parts that are read here."""
    before, after = (onnxruntime.InferenceSession(each) for each in (stored, compact))

    for parts in ("get_inputs", "get_outputs"):
        assert [(each.name, each.shape) for each in getattr(before, parts)()] == [
            (each.name, each.shape) for each in getattr(after, parts)()
        ]
