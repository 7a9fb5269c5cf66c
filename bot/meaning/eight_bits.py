"""A model that is stored in 8 bits, made to compute in them.

Exported models may hold their weights as 8-bit numbers with a scale for each row or column, and
turn them into 32 bits before they compute: small on disk, four times as large in memory, and no
faster. Here the weights stay as they are. Rows that are looked up (word vectors) are scaled after
that, which gives the same to the last digit. In matrix products the other side is rounded to 8
bits as well, to a scale of its own each time (Jacob et al., 2018), which moves sentence vectors a
little: docs/matching.md has by how much, and what it brings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.meaning.onnx_format import INT8, UINT8, Model, Node, Opset, Tensor

ONNX_RUNTIME = "com.microsoft"
"""Whose operator multiplies in 8 bits."""
MIDDLE = 128
"""What 0 becomes where numbers from -128 to 127 are kept as 0 to 255. Two sides without signs do
not overflow what some processors sum them up in, so that all come to the same."""
MIDDLE_NAME = "footnote_middle"


@dataclass(frozen=True, slots=True)
class _Weights:
    """8-bit *numbers* that *widen* turns into 32 bits, *multiply* scales, and *use* takes."""

    numbers: Any
    scale: Any
    widen: Any
    multiply: Any
    use: Any


def in_eight_bits(file: bytes) -> bytes:
    """Return the ONNX *file* with its 8-bit weights used as such; unchanged if it has none.

    Raise protobuf's ``DecodeError`` for what is no ONNX file.
    """
    model = Model.FromString(file)
    found = list(_weights(model.graph))
    if not found:
        return file
    replaced = {id(each.use): _nodes(each) for each in found}
    gone = {id(node) for each in found for node in (each.widen, each.multiply)}
    nodes = [
        new
        for node in model.graph.node
        if id(node) not in gone
        for new in replaced.get(id(node), [node])
    ]
    kept = [Node.FromString(node.SerializeToString()) for node in nodes]
    del model.graph.node[:]
    model.graph.node.extend(kept)
    model.graph.initializer.append(
        Tensor(name=MIDDLE_NAME, data_type=UINT8, raw_data=bytes([MIDDLE]))
    )
    model.opset_import.append(Opset(domain=ONNX_RUNTIME, version=1))
    written: bytes = model.SerializeToString()
    return written


def _weights(graph: Any) -> Iterator[_Weights]:
    """Yield the 8-bit weights of *graph* that a single product or lookup takes, scaled."""
    stored = {tensor.name: tensor for tensor in graph.initializer}
    users = defaultdict(list)
    for node in graph.node:
        for name in node.input:
            users[name].append(node)
    for widen in graph.node:
        numbers = stored.get(widen.input[0]) if widen.op_type == "Cast" else None
        if numbers is None or numbers.data_type != INT8 or len(numbers.dims) != 2:
            continue
        multiply, use = _only(users[widen.output[0]]), None
        if multiply is not None and multiply.op_type == "Mul":
            use = _only(users[multiply.output[0]])
            (by,) = set(multiply.input) - {widen.output[0]}
            scale = stored.get(by)
            if use is not None and scale is not None and _fits(use, multiply, numbers, scale):
                yield _Weights(numbers, scale, widen, multiply, use)


def _only(nodes: list[Any]) -> Any:
    return nodes[0] if len(nodes) == 1 else None


def _fits(use: Any, multiply: Any, numbers: Any, scale: Any) -> bool:
    """Tell whether *use* looks up scaled rows, or multiplies by scaled columns."""
    rows, columns = numbers.dims
    place = list(use.input).index(multiply.output[0])
    shape = tuple(scale.dims)
    match use.op_type, place:
        case "Gather", 0:
            return shape == (rows, 1) and all(axis.i == 0 for axis in use.attribute)
        case "MatMul", 1:
            return shape == (1, columns)
        case _:
            return False


def _nodes(found: _Weights) -> list[Any]:
    return _lookup(found) if found.use.op_type == "Gather" else [_product(found)]


def _lookup(found: _Weights) -> list[Any]:
    """Look the rows up, and their scales; then widen and multiply."""
    wanted, result = found.use.input[1], found.use.output[0]
    rows, scales, wide = (f"{result}_{part}" for part in ("rows", "scales", "wide"))
    return [
        Node(op_type="Gather", input=[found.numbers.name, wanted], output=[rows]),
        Node(op_type="Gather", input=[found.scale.name, wanted], output=[scales]),
        Node(op_type="Cast", input=[rows], output=[wide], attribute=found.widen.attribute),
        Node(op_type="Mul", input=[wide, scales], output=[result]),
    ]


def _product(found: _Weights) -> Any:
    """Multiply in 8 bits; the weights lose their sign, and their scale its first dimension."""
    numbers = np.frombuffer(found.numbers.raw_data, dtype=np.int8).astype(np.int16) + MIDDLE
    found.numbers.raw_data = numbers.astype(np.uint8).tobytes()
    found.numbers.data_type = UINT8
    found.scale.dims[:] = found.scale.dims[1:]
    left = found.use.input[0]
    return Node(
        op_type="DynamicQuantizeMatMul",
        domain=ONNX_RUNTIME,
        input=[left, found.numbers.name, found.scale.name, MIDDLE_NAME],
        output=found.use.output,
    )
