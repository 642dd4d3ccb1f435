"""Take the table of words out of the model's graph, and read its words' numbers as they lie in the file, a byte each.

Inside the graph the runtime turns the table into floats, 47 MB, of which every process soon holds most: each word that
is looked up brings its neighbours along. Outside, it stays at 12 MB. Only the parts of ONNX's format that are touched
are named here, with their numbers in ``onnx.proto3``; protobuf keeps all others as they are.
"""

from functools import cache
from typing import Any

import numpy as np
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from numpy.typing import NDArray

from search.embedding.spread import LOOKED_UP

#: The table of words, as bytes and their scale.
TABLE, SCALE = "inner.embeddings.word_embeddings.weight_q", "inner.embeddings.word_embeddings.weight_scale"
_MADE_OF_TABLE = {"inner.embeddings.word_embeddings.weight_f", "inner.embeddings.word_embeddings.weight", LOOKED_UP}
_FLOAT = 1
_KIND = descriptor_pb2.FieldDescriptorProto
_WHOLE, _TEXT, _BYTES, _MESSAGE = _KIND.TYPE_INT64, _KIND.TYPE_STRING, _KIND.TYPE_BYTES, _KIND.TYPE_MESSAGE
#: Message -> field -> its number, its type, whether it may stand several times, and the message that it holds.
_FORMAT: dict[str, dict[str, tuple[int, Any, bool, str]]] = {
    "Model": {"graph": (7, _MESSAGE, False, "Graph")},
    "Graph": {
        "node": (1, _MESSAGE, True, "Node"),
        "initializer": (5, _MESSAGE, True, "Tensor"),
        "input": (11, _MESSAGE, True, "Value"),
    },
    "Node": {"input": (1, _TEXT, True, ""), "output": (2, _TEXT, True, "")},
    "Tensor": {"dims": (1, _WHOLE, True, ""), "name": (8, _TEXT, False, ""), "raw": (9, _BYTES, False, "")},
    "Value": {"name": (1, _TEXT, False, ""), "type": (2, _MESSAGE, False, "Type")},
    "Type": {"tensor": (1, _MESSAGE, False, "TensorType")},
    "TensorType": {"kind": (1, _WHOLE, False, ""), "shape": (2, _MESSAGE, False, "Shape")},
    "Shape": {"dim": (1, _MESSAGE, True, "Dimension")},
    "Dimension": {"value": (1, _WHOLE, False, ""), "name": (2, _TEXT, False, "")},
}


class UnknownGraphError(ValueError):
    """The graph is not built as the pinned model's is."""


def without_words(model: bytes) -> tuple[bytes, NDArray[np.int8], NDArray[np.float32]]:
    """Return the model with an input ``embedding`` (texts, pieces, numbers), the table of words, and its scale.

    The table times the scale is what the graph would have looked words up in. Raises UnknownGraphError.
    """
    whole = _messages()["Model"].FromString(model)
    graph = whole.graph
    tensors = {tensor.name: tensor for tensor in graph.initializer}
    if not {TABLE, SCALE} <= set(tensors) or LOOKED_UP not in {name for node in graph.node for name in node.output}:
        raise UnknownGraphError(f"The model has no {TABLE} that is looked up as {LOOKED_UP}.")
    table = np.frombuffer(tensors[TABLE].raw, dtype=np.int8).reshape(tuple(tensors[TABLE].dims)).copy()
    scale = np.frombuffer(tensors[SCALE].raw, dtype=np.float32).reshape(tuple(tensors[SCALE].dims)).copy()
    _keep(graph.node, [node for node in graph.node if not _MADE_OF_TABLE & set(node.output)])
    _keep(graph.initializer, [tensor for tensor in graph.initializer if tensor.name not in (TABLE, SCALE)])
    _add_input(graph, table.shape[1])
    return whole.SerializeToString(), table, scale


def _keep(rows: Any, kept: list[Any]) -> None:
    copies = [type(row).FromString(row.SerializeToString()) for row in kept]
    del rows[:]
    rows.extend(copies)


def _add_input(graph: Any, width: int) -> None:
    added = graph.input.add(name=LOOKED_UP)
    added.type.tensor.kind = _FLOAT
    for name in ("texts", "pieces"):
        added.type.tensor.shape.dim.add(name=name)
    added.type.tensor.shape.dim.add(value=width)


@cache
def _messages() -> dict[str, Any]:
    """Return the classes of messages by name."""
    file = descriptor_pb2.FileDescriptorProto(name="onnx_parts.proto", package="onnx_parts", syntax="proto2")
    for name, parts in _FORMAT.items():
        message = file.message_type.add(name=name)
        for part, (number, kind, several, holds) in parts.items():
            label = _KIND.LABEL_REPEATED if several else _KIND.LABEL_OPTIONAL
            held = f".onnx_parts.{holds}" if holds else None
            message.field.add(name=part, number=number, type=kind, label=label, type_name=held)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"onnx_parts.{name}")) for name in _FORMAT}
