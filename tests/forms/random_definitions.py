"""Random form definitions of each format, and random answers to any definition. Seeded: the same each run."""

from datetime import timedelta

LIST_VALUES = ["red", "Light blue", "3", "10 to 20"]
TYPES = ["TextField", "NumberField", "YesNoField", "RadiosField", "CheckboxesField", "DatePartsField", "SelectField"]
CHOICE_TYPES = ("RadiosField", "CheckboxesField", "SelectField", "AutocompleteField")
NOTHING_TO_ANSWER = (
    "Para",
    "Html",
    "Markdown",
    "InsetText",
    "NotificationBanner",
    "Details",
    "List",
    "WarningText",
    "FlashCard",
    "ContextComponent",
    "HiddenField",
    "PaymentField",
    "HologramField",
)


def xgov(random, version="v1"):
    """Return a definition whose links (v1) or page conditions (V2) are random, with rejoins, gaps and dead ends."""
    pages = [_page(random, n) for n in range(random.randint(4, 12))]
    conditions = []
    for n, page in enumerate(pages):
        if version == "V2":
            if n and random.random() < 0.5:
                page["condition"] = _condition_v2(random, pages[: n + 1], conditions)
        else:
            page["next"] = _links(random, pages, n, conditions)
    pages.append(
        {"path": "/summary", "title": "Check", "controller": "./pages/summary.js", "components": [], "next": []}
    )
    start = pages[0]["path"]
    if version != "V2":
        random.shuffle(pages)
    return {
        "name": "Random",
        "engine": version.upper(),
        "startPage": start,
        "pages": pages,
        "conditions": conditions,
        "sections": [{"name": "s", "title": "Section"}],
        "lists": [
            {
                "name": "colours",
                "id": "colours",
                "title": "Colours",
                "type": "string",
                "items": [{"text": f"Choice {value}", "value": value, "id": f"id-{value}"} for value in LIST_VALUES],
            }
        ],
    }


def _page(random, n):
    components = []
    for m in range(random.randint(1, 2)):
        kind = random.choice(TYPES)
        component = {
            "type": kind,
            "name": f"q{n}x{m}",
            "id": f"id-q{n}x{m}",
            "title": f"Question {n} {m}",
            "options": {},
            "schema": {},
        }
        if kind in CHOICE_TYPES:
            component["list"] = "colours"
        if random.random() < 0.2:
            component["options"] = {"required": False}
        components.append(component)
    section = {"section": "s"} if random.random() < 0.5 else {}
    return {"path": f"/page-{n}", "title": f"Page {n}", "components": components, **section}


def _links(random, pages, n, conditions):
    later = [page["path"] for page in pages[n + 1 :]] + ["/summary"]
    links = [
        {"path": random.choice(later[:4]), "condition": _condition_v1(random, pages, n, conditions)}
        for _ in range(random.choice([0, 0, 1, 1, 2]))
    ]
    if not links or random.random() < 0.8:
        links.insert(
            random.randint(0, len(links)), {"path": later[0] if random.random() < 0.7 else random.choice(later[:3])}
        )
    return links


def _condition_v1(random, pages, n, conditions):
    name = f"c{len(conditions)}"
    page = random.choice(pages) if random.random() < 0.1 else random.choice(pages[: n + 1])
    if random.random() < 0.5:
        value = _expression(random, page)
    else:
        items = [_item_v1(random, page) for _ in range(random.choice([1, 1, 2, 3]))]
        for item in items[1:]:
            item["coordinator"] = random.choice(["and", "or"])
        value = {"name": name, "conditions": items}
    conditions.append({"name": name, "displayName": name, "value": value})
    return name


def _field(page, component):
    return f"{page['section']}.{component['name']}" if page.get("section") else component["name"]


def _operator_and_value(random, component):
    kind = component["type"]
    if kind == "NumberField":
        return random.choice(
            ["is", "is not", "is at least", "is at most", "is less than", "is more than"]
        ), random.randint(0, 6)
    if kind == "YesNoField":
        return random.choice(["is", "is not"]), random.choice([True, False])
    if kind == "DatePartsField":
        return random.choice(["is before", "is after", "is", "is not"]), f"20{random.randint(24, 27)}-06-15"
    if kind == "TextField":
        if random.random() < 0.4:
            return random.choice(["has length", "is longer than", "is shorter than"]), random.randint(2, 5)
        return random.choice(["is", "is not", "contains", "does not contain"]), random.choice(["cat", "dog"])
    values = [*LIST_VALUES, "not there"]
    operators = ["is", "is not", "contains", "does not contain"] if kind == "CheckboxesField" else ["is", "is not"]
    return random.choice(operators), random.choice(values)


def _item_v1(random, page):
    component = random.choice(page["components"])
    field = {"name": _field(page, component), "type": component["type"], "display": component["title"]}
    if component["type"] == "DatePartsField" and random.random() < 0.5:
        value = {
            "type": "RelativeTime",
            "timePeriod": str(random.randint(0, 400)),
            "timeUnit": random.choice(["days", "months"]),
            "direction": random.choice(["in the past", "in the future"]),
            "timeOnly": False,
        }
        return {
            "field": field,
            "operator": random.choice(["is at least", "is at most", "is more than", "is less than"]),
            "value": value,
        }
    operator, value = _operator_and_value(random, component)
    value = str(value).lower() if isinstance(value, bool) else str(value)
    return {"field": field, "operator": operator, "value": {"type": "Value", "value": value, "display": value}}


def _expression(random, page):
    parts = []
    for component in page["components"]:
        operator, value = _operator_and_value(random, component)
        sign = {
            "is": "==",
            "is not": "!=",
            "is at least": ">=",
            "is at most": "<=",
            "is less than": "<",
            "is more than": ">",
        }.get(operator)
        field = _field(page, component)
        if sign is None or component["type"] in ("CheckboxesField", "DatePartsField"):
            parts.append(f"length({field}) > 3" if component["type"] == "TextField" else f"missing_{field} == 1")
        else:
            written = str(value).lower() if isinstance(value, bool) else repr(value)
            parts.append(f"{field}{random.choice(['', ' '])}{sign} {written}")
    joined = f" {random.choice(['and', 'or'])} ".join(parts)
    return f"not ({joined})" if random.random() < 0.3 else joined


def _condition_v2(random, pages, conditions):
    name = f"id-c{len(conditions)}"
    items = [_item_v2(random, random.choice(pages), n) for n in range(random.choice([1, 1, 2, 3]))]
    if conditions and random.random() < 0.2:
        items.append({"id": "ref", "conditionId": random.choice(conditions)["id"]})
    condition = {"id": name, "displayName": name, "items": items}
    if len(items) > 1:
        condition["coordinator"] = random.choice(["and", "or"])
    conditions.append(condition)
    return name


def _item_v2(random, page, n):
    component = random.choice(page["components"])
    item = {"id": f"i{n}", "componentId": component["id"]}
    if component["type"] in CHOICE_TYPES and random.random() < 0.7:
        several = random.sample(LIST_VALUES, 2)
        ids = [f"id-{value}" for value in several] if component["type"] == "CheckboxesField" else f"id-{several[0]}"
        value = {"listId": "colours", "itemId": ids, "itemsCoordinator": random.choice(["and", "or"])}
        operators = ["contains", "does not contain"] if component["type"] == "CheckboxesField" else ["is", "is not"]
        return {**item, "operator": random.choice(operators), "type": "ListItemRef", "value": value}
    if component["type"] == "DatePartsField" and random.random() < 0.5:
        value = {
            "period": random.randint(0, 400),
            "unit": random.choice(["days", "months", "weeks"]),
            "direction": random.choice(["in the past", "in the future"]),
        }
        return {
            **item,
            "operator": random.choice(["is at least", "is at most", "is more than", "is less than"]),
            "type": "RelativeDate",
            "value": {"type": "RelativeDate", **value},
        }
    operator, value = _operator_and_value(random, component)
    return {**item, "operator": operator, "type": "StringValue", "value": value}


def govuk(random):
    """Return a GOV.UK Forms document with routes forward, to the end and to exit pages."""
    count = random.randint(4, 12)
    steps = []
    for n in range(1, count + 1):
        selection = random.random() < 0.6
        settings = (
            {"only_one_option": "1", "selection_options": [{"name": value, "value": value} for value in LIST_VALUES]}
            if selection
            else None
        )
        data = {
            "question_text": f"Question {n}",
            "answer_type": "selection" if selection else "number",
            "is_optional": False,
            "answer_settings": settings,
        }
        steps.append(
            {
                "id": n,
                "position": n,
                "next_step_id": n + 1 if n < count else None,
                "type": "question_page",
                "data": data,
                "routing_conditions": _routes(random, n, count) if selection else [],
            }
        )
    return {"name": "Random", "start_page": 1, "steps": steps}


def _routes(random, n, count):
    routes = []
    for m in range(random.choice([0, 1, 1, 2])):
        route = {
            "id": n * 100 + m,
            "check_page_id": n,
            "routing_page_id": n,
            "goto_page_id": None,
            "skip_to_end": False,
            "answer_value": random.choice([*LIST_VALUES, "not there"]),
        }
        if n + 1 < count and random.random() < 0.6:
            route["goto_page_id"] = random.randint(n + 1, count)
        elif random.random() < 0.5:
            route["skip_to_end"] = True
        else:
            route.update(exit_page_markdown="You **cannot** use this form.", exit_page_heading="Stop here")
        routes.append(route)
    if routes and random.random() < 0.2:
        routes.append(
            {
                **routes[0],
                "id": n * 100 + 90,
                "answer_value": None,
                "skip_to_end": True,
                "goto_page_id": None,
                "exit_page_markdown": None,
            }
        )
    return routes


def answers_for(definition, random, today):
    """Return an answer to every question of an XGov or DEFRA definition, in the source's own values."""
    lists = {key: lst for lst in definition.get("lists", []) for key in (lst.get("name"), lst.get("id")) if key}
    answers = {}
    for page in definition["pages"]:
        for component in page.get("components", []):
            if component["type"] not in NOTHING_TO_ANSWER:
                optional = component.get("options", {}).get("required") is False
                blank = optional and random.random() < 0.3
                answers[page["path"], component["name"]] = None if blank else _answer(component, lists, random, today)
    return answers


def _answer(component, lists, random, today):
    kind = component["type"]
    if kind in CHOICE_TYPES:
        values = [item["value"] for item in lists[component["list"]]["items"]]
        return (
            random.sample(values, random.randint(1, len(values)))
            if kind == "CheckboxesField"
            else random.choice(values)
        )
    if kind == "YesNoField":
        return random.choice([True, False])
    if kind == "NumberField":
        return random.randint(0, 6)
    if kind.startswith("Date"):
        return (today + timedelta(days=random.randint(-500, 500))).isoformat()
    return random.choice(["cat", "dog", "catalogue", "no", "Zoë 🐕"])
