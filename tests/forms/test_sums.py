"""Calculations are exact, total and harmless."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.engine import Question, Schema, Step, on_path, path
from forms.engine.sums import FormulaError, calculate, parse

ANSWERS = {"income": "30000", "share": "0.1", "home": "house", "student": "yes", "people": [{}, {}], "years": "7"}


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("{income} * 4.5", "135000"),
        ("0.1 + 0.2", "0.30"),
        ("2 + 3 * 4", "14"),
        ("(2 + 3) * 4", "20"),
        ("-{share}", "-0.10"),
        ("min(70, 35 + max(0, {years} - 5))", "37"),
        ("round(2.5) + floor(2.9)", "5"),
        ("{people} * 12.50", "25"),
        ("{student} * 10 + {missing} + {home}", "10"),
        ("1 / 0", ""),
        ("0 / 0", ""),
        ("{income} - {income}", "0"),
    ],
)
def test_results(formula, result):
    assert calculate(formula, ANSWERS) == result


@pytest.mark.parametrize(
    "formula",
    ["", "1 +", "(1", "1)", "__import__('os')", "income", "min(1)", "round(1, 2)", "1 2", "{a", "9" * 501, "(" * 300],
)
def test_what_is_no_formula_is_refused_and_gives_nothing(formula):
    with pytest.raises(FormulaError):
        parse(formula)
    assert calculate(formula, ANSWERS) == ""


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="0123456789.+-*/(){}abminxroudfl ,", max_size=40),
    st.dictionaries(st.just("a"), st.text(max_size=5)),
)
def test_any_text_has_an_end(formula, answers):
    assert isinstance(calculate(formula, answers), str)


def test_a_result_decides_the_next_step_and_is_kept():
    income = Step("income", "Income", (Question("income", "money", "?"),))
    loan = Step("loan", "Loan", (Question("loan", "calculation", "Loan", limits={"formula": "{income} * 4.5"}),))
    rich = Step("rich", "Rich", (Question("why", "text", "?"),), {"key": "loan", "op": "gt", "value": "100000"})
    schema = Schema((income, loan, rich), {})
    assert [step.slug for step in path(schema, {"income": "30000"})] == ["income", "loan", "rich"]
    assert [step.slug for step in path(schema, {"income": "3000", "loan": "999999"})] == ["income", "loan"]
    assert on_path(schema, {"income": "3000", "loan": "999999"}) == {"income": "3000", "loan": "13500"}
