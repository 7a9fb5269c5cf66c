"""The few parts of ONNX's file format that are read here, as messages of Protocol Buffers.

What is not named is kept as it stands when a message is written again. The numbers are those of
the format's definition (onnx.proto3). The package ``onnx`` has all of it, and takes 50 MiB.
"""

from __future__ import annotations

from typing import Any

from google.protobuf.descriptor_pb2 import FieldDescriptorProto, FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass

UINT8, INT8 = 2, 3
"""Two of the types of a tensor's numbers."""

_ONE, _MANY = FieldDescriptorProto.LABEL_OPTIONAL, FieldDescriptorProto.LABEL_REPEATED
_BYTES, _TEXT = FieldDescriptorProto.TYPE_BYTES, FieldDescriptorProto.TYPE_STRING
_INT32, _INT64 = FieldDescriptorProto.TYPE_INT32, FieldDescriptorProto.TYPE_INT64
_PACKAGE = "footnote.onnx"
_FIELDS: dict[str, list[tuple[str, int, int, int | str]]] = {
    "Model": [("graph", 7, _ONE, "Graph"), ("opset_import", 8, _MANY, "Opset")],
    "Opset": [("domain", 1, _ONE, _TEXT), ("version", 2, _ONE, _INT64)],
    "Graph": [("node", 1, _MANY, "Node"), ("initializer", 5, _MANY, "Tensor")],
    "Node": [
        ("input", 1, _MANY, _TEXT),
        ("output", 2, _MANY, _TEXT),
        ("op_type", 4, _ONE, _TEXT),
        ("attribute", 5, _MANY, "Attribute"),
        ("domain", 7, _ONE, _TEXT),
    ],
    "Attribute": [("name", 1, _ONE, _TEXT), ("i", 3, _ONE, _INT64)],
    "Tensor": [
        ("dims", 1, _MANY, _INT64),
        ("data_type", 2, _ONE, _INT32),
        ("name", 8, _ONE, _TEXT),
        ("raw_data", 9, _ONE, _BYTES),
    ],
}


def _messages() -> dict[str, Any]:
    file = FileDescriptorProto(name="footnote/onnx.proto", package=_PACKAGE, syntax="proto2")
    for name, fields in _FIELDS.items():
        message = file.message_type.add(name=name)
        for field, number, label, kind in fields:
            added = message.field.add(name=field, number=number, label=label)
            if isinstance(kind, str):
                added.type = FieldDescriptorProto.TYPE_MESSAGE
                added.type_name = f".{_PACKAGE}.{kind}"
            else:
                added.type = kind
    pool = DescriptorPool()
    pool.Add(file)
    return {
        name: GetMessageClass(pool.FindMessageTypeByName(f"{_PACKAGE}.{name}")) for name in _FIELDS
    }


_MESSAGES = _messages()
Model, Node, Tensor, Opset = (_MESSAGES[name] for name in ("Model", "Node", "Tensor", "Opset"))
