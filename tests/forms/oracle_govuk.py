"""The walk that a GOV.UK Forms document itself describes. It shares no code with the importer, on purpose.

Answers are given as ``{step id: chosen value}``.
"""


def walk(document, answers):
    """Return the ids of the steps, then ``exit <id of the condition>`` where the walk ends on an exit page."""
    steps = {step["id"]: step for step in document["steps"]}
    at, seen = document.get("start_page") or document["steps"][0]["id"], []
    while at in steps:
        step = steps[at]
        seen.append(at)
        route = _first_route(step, answers)
        if route is None:
            at = step["next_step_id"]
        elif route.get("exit_page_markdown"):
            seen.append(f"exit {route['id']}")
            at = None
        elif route.get("goto_page_id"):
            at = route["goto_page_id"]
        else:
            at = None
    return seen


def _first_route(step, answers):
    for route in step["routing_conditions"]:
        if not route.get("answer_value") or answers.get(route["check_page_id"]) == route["answer_value"]:
            return route
    return None
