"""The walk that an XGov or DEFRA definition itself describes. It shares no code with the importer, on purpose.

Answers are given as ``{(page path, component name): value}`` in the source's own values.
"""

import ast
import re
from datetime import date, timedelta

OUR_PAGES = ("summary", "status")


def is_own(page):
    """Summary and status pages are no questions: both engines show them by themselves."""
    return re.sub(r"^.*/|\.js$", "", page.get("controller") or "").lower().startswith(OUR_PAGES)


def is_start(page):
    return re.sub(r"^.*/|\.js$", "", page.get("controller") or "").lower().startswith("start")


def walk(definition, answers, today):
    """Return the paths of the pages in the order in which a resident with these answers sees them."""
    if str(definition.get("engine", "")).upper() == "V2":
        return _walk_v2(definition, answers, today)
    pages = {page["path"]: page for page in definition["pages"]}
    path, seen, known = definition.get("startPage", definition["pages"][0]["path"]), [], {}
    while path in pages and not is_own(pages[path]):
        assert path not in seen, "the source itself loops"
        page = pages[path]
        seen.append(path)
        _remember(page, answers, known)
        links = page.get("next") or []
        taken = next(
            (link for link in links if link.get("condition") and _holds(definition, link["condition"], known, today)),
            None,
        )
        defaults = [link for link in links if not link.get("condition")]
        link = taken or (defaults[-1] if defaults else {})
        path = None if link.get("redirect") else link.get("path")
    return [path for path in seen if not is_start(pages[path])]


def _walk_v2(definition, answers, today):
    """A page whose condition is not in the file has none: the engine looks it up once, when it reads the page."""
    seen, known = [], {}
    there = {condition["id"] for condition in definition.get("conditions", []) if "id" in condition}
    for page in definition["pages"]:
        if is_own(page) or (page.get("condition") in there and not _holds(definition, page["condition"], known, today)):
            continue
        seen.append(page["path"])
        _remember(page, answers, known)
        if (page.get("controller") or "").startswith("Terminal"):
            break
    starts = {page["path"] for page in definition["pages"] if is_start(page)}
    return [path for path in seen if path not in starts]


def _remember(page, answers, known):
    for component in page.get("components", []):
        value = answers.get((page["path"], component.get("name")))
        for name in (f"{page.get('section')}.{component.get('name')}", component.get("name"), component.get("id")):
            if name and name not in known:
                known[name] = (component, value)


def _holds(definition, name, known, today):
    """An unknown condition, or one that fails, is false (both engines)."""
    found = next((c for c in definition.get("conditions", []) if name in (c.get("name"), c.get("id"))), None)
    try:
        return bool(_condition(definition, found, known, today))
    except UnreadableError:
        return False


class UnreadableError(Exception):
    """The source's engine would raise here."""


def _condition(definition, condition, known, today):
    if condition is None:
        raise UnreadableError
    if "items" in condition:
        results = [_item(definition, item, known, today) for item in condition["items"]]
        return any(results) if condition.get("coordinator") == "or" else all(results)
    if isinstance(condition["value"], str):
        return _expression(definition, condition["value"], known, today)
    return _group(definition, condition["value"]["conditions"], known, today)


def _group(definition, items, known, today):
    """Join the runs of "and" first: it binds tighter than "or"."""
    runs = []
    for n, item in enumerate(items):
        result = _item(definition, item, known, today)
        if n and item.get("coordinator") == "and":
            runs[-1] = runs[-1] and result
        else:
            runs.append(result)
    return any(runs)


def _item(definition, item, known, today):
    if "conditions" in item:
        return _group(definition, item["conditions"], known, today)
    if "conditionName" in item or "conditionId" in item:
        name = item.get("conditionName") or item.get("conditionId")
        found = next((c for c in definition["conditions"] if name in (c.get("name"), c.get("id"))), None)
        return _condition(definition, found, known, today)
    name = item.get("componentId") or item["field"]["name"]
    value = item["value"]
    if not isinstance(value, dict):
        return _compare(definition, name, item["operator"], value, known)
    if "itemId" in value:
        return _listed(definition, name, item["operator"], value, known)
    if value.get("type", "").startswith("Relative"):
        return _relative(definition, item, known, today)
    return _compare(definition, name, item["operator"], value["value"], known)


def _listed(definition, name, operator, value, known):
    ids = value["itemId"] if isinstance(value["itemId"], list) else [value["itemId"]]
    rows = {
        row["id"]: row["value"]
        for lst in definition["lists"]
        if lst.get("id") == value["listId"]
        for row in lst["items"]
    }
    plain = {"is not": "is", "does not contain": "contains"}.get(operator, operator)
    results = [_compare(definition, name, plain, rows[one], known) for one in ids]
    result = all(results) if value.get("itemsCoordinator") == "and" else any(results)
    return result if plain == operator else not result


def _relative(definition, item, known, today):
    value, operator = item["value"], item["operator"]
    name = item.get("componentId") or item["field"]["name"]
    number, unit = int(value.get("period", value.get("timePeriod"))), value.get("unit", value.get("timeUnit"))
    past = value["direction"] == "in the past"
    day = _shift(today, -number if past else number, unit)
    answer = _answer(definition, name, known)
    if not answer:
        return False
    answer = date.fromisoformat(answer)
    early, late = {
        "is at least": (answer <= day, answer >= day), "is at most": (answer >= day, answer <= day),
        "is more than": (answer < day, answer > day), "is less than": (answer > day, answer < day),
    }[operator]  # fmt: skip
    return early if past else late


def _shift(day, number, unit):
    if unit in ("days", "weeks"):
        return day + timedelta(days=number * (7 if unit == "weeks" else 1))
    months = day.month - 1 + number * (12 if unit == "years" else 1)
    for last in range(day.day, 27, -1):
        try:
            return date(day.year + months // 12, months % 12 + 1, last)
        except ValueError:
            continue
    return date(day.year + months // 12, months % 12 + 1, min(day.day, 28))


def _exists(definition, name):
    return any(
        name in (f"{page.get('section')}.{c.get('name')}", c.get("name"), c.get("id"))
        for page in definition["pages"] for c in page.get("components", [])
    )  # fmt: skip


def _answer(definition, name, known):
    """A question that the form has but that was not asked is undefined; one that it does not have is an error."""
    if not _exists(definition, name):
        raise UnreadableError
    return known[name][1] if name in known else None


def _compare(definition, name, operator, wanted, known):
    answer = _answer(definition, name, known)
    if operator in ("is not", "does not contain"):
        plain = "is" if operator == "is not" else "contains"
        return not _compare(definition, name, plain, wanted, known)
    if answer is None or answer == "":
        return False
    if operator in ("has length", "is longer than", "is shorter than"):
        size = len(answer)
        return {
            "has length": size == int(wanted),
            "is longer than": size > int(wanted),
            "is shorter than": size < int(wanted),
        }[operator]
    if operator == "is":
        return _equal(answer, wanted)
    if operator == "contains":
        return wanted in answer
    return _ordered(answer, operator, wanted)


def _equal(answer, wanted):
    if isinstance(answer, list):
        return any(_equal(one, wanted) for one in answer)
    if isinstance(answer, bool) or isinstance(wanted, bool):
        return str(answer).lower() == str(wanted).lower()
    if isinstance(answer, int | float):
        return float(wanted) == answer
    return answer == str(wanted)


def _ordered(answer, operator, wanted):
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        left, right = answer, float(wanted)
    else:
        try:
            left, right = date.fromisoformat(answer), date.fromisoformat(wanted)
        except (TypeError, ValueError):
            raise UnreadableError from None
    tests = {
        "is at least": left >= right, "is at most": left <= right, "is more than": left > right,
        "is less than": left < right, "is before": left < right, "is after": left > right,
    }  # fmt: skip
    if operator not in tests:
        raise UnreadableError
    return tests[operator]


def _expression(definition, text, known, today):
    """Read a condition string as Python, which has the same words for all of it but true and false."""
    text = text.replace("&&", " and ").replace("||", " or ")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError:
        raise UnreadableError from None
    return _python(definition, tree, known)


def _python(definition, node, known):
    if isinstance(node, ast.BoolOp):
        results = [_python(definition, value, known) for value in node.values]
        return all(results) if isinstance(node.op, ast.And) else any(results)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return not _python(definition, node.operand, known)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return _python_compare(definition, node.left, node.ops[0], node.comparators[0], known)
    raise UnreadableError


def _python_compare(definition, left, sign, right, known):
    names = {
        ast.Eq: "is",
        ast.NotEq: "is not",
        ast.Gt: "is more than",
        ast.Lt: "is less than",
        ast.GtE: "is at least",
        ast.LtE: "is at most",
    }
    if isinstance(sign, ast.In):
        if isinstance(right, ast.List):
            return any(_compare(definition, ast.unparse(left), "is", _constant(one), known) for one in right.elts)
        return _compare(definition, ast.unparse(right), "contains", _constant(left), known)
    if isinstance(left, ast.Call):
        answer = _answer(definition, ast.unparse(left.args[0]), known) or ""
        return (
            _ordered(len(answer), names[type(sign)], _constant(right))
            if type(sign) is not ast.Eq
            else len(answer) == _constant(right)
        )
    return _compare(definition, ast.unparse(left), names[type(sign)], _constant(right), known)


def _constant(node):
    text = ast.unparse(node)
    return {"true": True, "false": False}.get(text, ast.literal_eval(node) if text not in ("true", "false") else None)
