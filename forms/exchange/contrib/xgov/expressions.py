"""The condition strings of version 1: a small grammar of our own, never a general engine.

``or`` < ``and`` < ``not`` < comparison; operands are ``section.field``, numbers, quoted text, true, false,
``length(field)`` and lists. Anything else raises ``UnreadableError``: the source counts an error as false.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from forms.exchange.base import Tree
from forms.exchange.logic import all_of, any_of, negate

TOKEN = re.compile(
    r"\s*(?:(?P<number>-?\d{1,15}(?:\.\d{1,10})?)|(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<name>[A-Za-z_][\w-]*(?:\.[\w-]+)*)|(?P<sign>==|!=|>=|<=|>|<|&&|\|\||!|\(|\)|\[|\]|,))"
)
#: A longer condition string is none that a designer wrote.
LONGEST = 4000
DEEPEST = 20
COMPARISONS = {
    "==": "is",
    "!=": "is not",
    ">": "is more than",
    "<": "is less than",
    ">=": "is at least",
    "<=": "is at most",
}
TURNED = {">": "<", "<": ">", ">=": "<=", "<=": ">=", "==": "==", "!=": "!="}


class UnreadableError(ValueError):
    """The condition cannot be understood."""


@dataclass(frozen=True)
class Field:
    """A question in a condition; ``length`` when its length is asked."""

    name: str
    length: bool = False


#: Turns a field, an operator of the condition designer and a value into a tree.
Compare = Callable[[Field, str, Any], Tree]


def parse(text: str, compare: Compare) -> Tree:
    """Return the tree of a condition string. Raises :class:`UnreadableError`."""
    parser = _Parser(_tokens(text), compare)
    tree = parser.disjunction(0)
    if parser.kind:
        raise UnreadableError(parser.word)
    return tree


def _tokens(text: str) -> list[tuple[str, str]]:
    if len(text) > LONGEST:
        raise UnreadableError("too long")
    found, place, text = [], 0, text.rstrip()
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None:
            raise UnreadableError(text[place : place + 20])
        found.append((str(match.lastgroup), match.group(str(match.lastgroup))))
        place = match.end()
    return found


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]], compare: Compare) -> None:
        self._tokens, self._place, self._compare = tokens, 0, compare

    @property
    def kind(self) -> str:
        return self._tokens[self._place][0] if self._place < len(self._tokens) else ""

    @property
    def word(self) -> str:
        return self._tokens[self._place][1] if self._place < len(self._tokens) else ""

    def _next(self) -> str:
        word = self.word
        self._place += 1
        return word

    def _is(self, *words: str) -> bool:
        if self.kind != "text" and self.word in words:
            self._place += 1
            return True
        return False

    def disjunction(self, depth: int) -> Tree:
        trees = [self._conjunction(depth)]
        while self._is("or", "||"):
            trees.append(self._conjunction(depth))
        return any_of(trees)

    def _conjunction(self, depth: int) -> Tree:
        trees = [self._unary(depth)]
        while self._is("and", "&&"):
            trees.append(self._unary(depth))
        return all_of(trees)

    def _unary(self, depth: int) -> Tree:
        if depth > DEEPEST:
            raise UnreadableError("too deep")
        if self._is("not", "!"):
            return negate(self._unary(depth + 1))
        if self._is("("):
            tree = self.disjunction(depth + 1)
            self._expect(")")
            return tree
        return self._comparison()

    def _expect(self, sign: str) -> None:
        if not self._is(sign):
            raise UnreadableError(f"{sign} is missing")

    def _comparison(self) -> Tree:
        left = self._operand()
        if self._is("in"):
            return self._membership(left)
        if self.word in COMPARISONS and self.kind == "sign":
            sign = self._next()
            return self._ordered(left, sign, self._operand())
        if isinstance(left, Field):
            return self._compare(left, "is", True)  # noqa: FBT003 - the value that the field is compared with
        raise UnreadableError("no comparison")

    def _ordered(self, left: Any, sign: str, right: Any) -> Tree:
        if isinstance(left, Field) and not isinstance(right, Field):
            return self._compare(left, COMPARISONS[sign], right)
        if isinstance(right, Field) and not isinstance(left, Field):
            return self._compare(right, COMPARISONS[TURNED[sign]], left)
        raise UnreadableError("two questions are compared")

    def _membership(self, left: Any) -> Tree:
        values = self._operand()
        if isinstance(left, Field) and isinstance(values, list):
            return any_of(self._compare(left, "is", value) for value in values)
        if isinstance(values, Field) and not isinstance(left, Field):
            return self._compare(values, "contains", left)
        raise UnreadableError("in")

    def _operand(self) -> Any:
        kind, word = self.kind, self._next()
        if kind == "number":
            return float(word) if "." in word else int(word)
        if kind == "text":
            return re.sub(r"\\(.)", r"\1", word[1:-1])
        if kind == "name":
            return self._named(word)
        if word == "[":
            return self._list()
        raise UnreadableError(word or "it ends too soon")

    def _named(self, word: str) -> Any:
        if word in ("true", "false"):
            return word == "true"
        if word == "length":
            bracketed = self._is("(")
            field = self._operand()
            if bracketed:
                self._expect(")")
            if isinstance(field, Field):
                return Field(field.name, length=True)
            raise UnreadableError("length")
        return Field(word)

    def _list(self) -> list[Any]:
        values: list[Any] = []
        while not self._is("]"):
            values.append(self._operand())
            if not self._is(",") and self.word != "]":
                raise UnreadableError("list")
        return values
