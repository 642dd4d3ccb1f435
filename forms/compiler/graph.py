"""The paths of a form as a picture and as words: which step may follow which, and when a step is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forms.compiler.sentences import Sentences

#: Sizes of the picture in SVG units, which are CSS pixels at full size.
ROW, BOX_HEIGHT, BOX_WIDTH, LEFT = 72, 44, 380, 16
WIDEST_ARC, ARC_STEP = 260, 16


@dataclass(frozen=True)
class Node:
    """One step: ``condition`` in words, ``follows`` the numbers of the steps that may come next (0: check answers)."""

    number: int
    title: str
    condition: str
    follows: tuple[int, ...]
    ends: bool
    repeats: bool
    #: Title of the repeating step in whose turns this one is asked.
    part_of: str = ""

    @property
    def y(self) -> int:
        """Return the top of its box."""
        return LEFT + (self.number - 1) * ROW

    @property
    def middle(self) -> int:
        """Return the height at which its lines start."""
        return self.y + BOX_HEIGHT // 2


@dataclass(frozen=True)
class Edge:
    """A line from one step to one that may follow; ``path`` is SVG path data."""

    start: int
    end: int
    path: str


@dataclass(frozen=True)
class Graph:
    """All steps of a form, "check your answers" last, and the lines between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def height(self) -> int:
        """Return the height of the picture."""
        return LEFT * 2 + (len(self.nodes) + 1) * ROW

    @property
    def width(self) -> int:
        """Return the width of the picture."""
        return LEFT * 2 + BOX_WIDTH + WIDEST_ARC

    @property
    def check_y(self) -> int:
        """Return the top of the box "check your answers"."""
        return LEFT + len(self.nodes) * ROW


def graph(schema: Mapping[str, Any]) -> Graph:
    """Return the picture of a compiled form, sound or not."""
    steps = schema["steps"]
    sentences = Sentences(schema)
    nodes = tuple(_node(steps, at, sentences) for at in range(len(steps)))
    last = len(steps) + 1
    edges = [_edge(node, number or last) for node in nodes for number in node.follows]
    return Graph(nodes, tuple(edges))


def _node(steps: list[dict[str, Any]], at: int, sentences: Sentences) -> Node:
    step = steps[at]
    ends = any(question["kind"] == "exit" for question in step["questions"])
    follows = () if ends else _follows(steps, at)
    part_of = sentences.titles.get(step.get("part_of") or "", "")
    return Node(at + 1, step["title"], sentences.of(step["show_if"]), follows, ends, bool(step.get("repeat")), part_of)


def _follows(steps: list[dict[str, Any]], at: int) -> tuple[int, ...]:
    """Return the numbers of steps up to the first that is shown for certain whenever this one is."""
    numbers = []
    for n in range(at + 1, len(steps)):
        numbers.append(n + 1)
        if steps[n]["show_if"] in (None, steps[at]["show_if"]):
            return tuple(numbers)
    return (*numbers, 0)


def _edge(node: Node, end: int) -> Edge:
    top = LEFT + (end - 1) * ROW
    if end == node.number + 1:
        x = LEFT + BOX_WIDTH // 2
        return Edge(node.number, end, f"M{x} {node.y + BOX_HEIGHT}V{top - 2}")
    x = LEFT + BOX_WIDTH
    bulge = x + min(WIDEST_ARC, 24 + ARC_STEP * (end - node.number))
    middle = top + BOX_HEIGHT // 2
    return Edge(node.number, end, f"M{x} {node.middle}C{bulge} {node.middle} {bulge} {middle} {x + 2} {middle}")
