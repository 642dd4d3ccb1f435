"""Calculations: a small arithmetic of our own, total and exact. Answers stand in braces: ``{income} * 4.5``."""

import operator
import re
from collections.abc import Callable
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, Overflow
from functools import lru_cache

from forms.engine.schema import Answer, Answers

LONGEST = 500
DEEPEST = 20
TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|\{(?P<key>[a-z0-9_-]+)\}|(?P<word>[a-z]+)|(?P<sign>[-+*/(),]))"
)
Value = Callable[[Answers], Decimal]
FUNCTIONS: dict[str, Callable[..., Decimal]] = {
    "min": min,
    "max": max,
    "round": lambda number: number.quantize(Decimal(1), ROUND_HALF_UP),
    "floor": lambda number: number.quantize(Decimal(1), ROUND_FLOOR),
}
ONE_ARGUMENT = frozenset({"round", "floor"})
SIGNS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


class FormulaError(ValueError):
    """A formula cannot be read; the message says at which part."""


def calculate(formula: str, answers: Answers) -> str:
    """Return the result as a plain decimal with at most two places, or an empty text when there is none."""
    try:
        result = parse(formula)(answers).quantize(Decimal("0.01"), ROUND_HALF_UP)
    except (FormulaError, InvalidOperation, DivisionByZero, Overflow):
        return ""
    text = f"{result:f}"
    return text.removesuffix(".00") if result else "0"


def keys_of(formula: str) -> list[str]:
    """Return the keys of the answers that a formula reads, in order."""
    return [match["key"] for match in re.finditer(r"\{(?P<key>[a-z0-9_-]+)\}", formula)]


def number_in(answer: Answer | None) -> Decimal:
    """Return an answer as a number: yes is 1, no and nothing are 0, several items are their count."""
    if isinstance(answer, bool):
        return Decimal(answer)
    if isinstance(answer, list):
        return Decimal(len(answer))
    text = answer if isinstance(answer, str) else ""
    try:
        number = Decimal({"yes": "1", "no": "0", "": "0"}.get(text, text))
    except InvalidOperation:
        return Decimal(0)
    return number if number.is_finite() else Decimal(0)


@lru_cache(maxsize=256)
def parse(formula: str) -> Value:
    """Return the formula as a function of the answers; raise FormulaError."""
    return _Parser(formula).whole()


class _Parser:
    """Recursive descent: sum of products of factors."""

    def __init__(self, formula: str) -> None:
        self.tokens = _tokens(formula)
        self.position = 0

    def whole(self) -> Value:
        value = self.sum(0)
        if self.position < len(self.tokens):
            raise FormulaError(self.tokens[self.position])
        return value

    def sum(self, depth: int) -> Value:
        return self._chain(self.product, "+-", depth)

    def product(self, depth: int) -> Value:
        return self._chain(self.factor, "*/", depth)

    def factor(self, depth: int) -> Value:
        if depth > DEEPEST:
            raise FormulaError("(")
        part = self._take()
        if part == "-":
            inner = self.factor(depth + 1)
            return lambda answers: -inner(answers)
        if part == "(":
            return self._closed(self.sum(depth + 1))
        if part in FUNCTIONS:
            return self._call(part, depth)
        return _leaf(part)

    def _chain(self, part: Callable[[int], Value], signs: str, depth: int) -> Value:
        left = part(depth)
        while self._next() in tuple(signs):
            left = _joined(SIGNS[self._take()], left, part(depth))
        return left

    def _call(self, name: str, depth: int) -> Value:
        self._expect("(")
        arguments = [self.sum(depth + 1)]
        while self._next() == ",":
            self._take()
            arguments.append(self.sum(depth + 1))
        if (len(arguments) == 1) != (name in ONE_ARGUMENT):
            raise FormulaError(name)
        return self._closed(lambda answers: FUNCTIONS[name](*(argument(answers) for argument in arguments)))

    def _closed(self, value: Value) -> Value:
        self._expect(")")
        return value

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise FormulaError(sign)
        self._take()

    def _next(self) -> str:
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self.position += 1
        return token


def _tokens(formula: str) -> list[str]:
    text = formula.strip()
    if len(text) > LONGEST:
        raise FormulaError(text[:20])
    tokens, position = [], 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise FormulaError(text[position : position + 20])
        tokens.append(f"{{{match['key']}}}" if match["key"] else match.group().strip())
        position = match.end()
    return tokens


def _leaf(token: str) -> Value:
    if token.startswith("{"):
        key = token[1:-1]
        return lambda answers: number_in(answers.get(key))
    if not token or not token[0].isdigit():
        raise FormulaError(token)
    number = Decimal(token)
    return lambda _answers: number


def _joined(sign: Callable[[Decimal, Decimal], Decimal], left: Value, right: Value) -> Value:
    return lambda answers: sign(left(answers), right(answers))
