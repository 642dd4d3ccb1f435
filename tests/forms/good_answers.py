"""A good answer to any question of a form's YAML, as a browser posts it."""

import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from forms.bookings.free import free_slots
from forms.engine.days import read_day, today
from forms.models import Resource
from tests.forms.conftest import ADDRESS

ANSWERS = {
    "text": "AB12 CDE",
    "long_text": "It is broken.\nPlease come.",
    "name": "Zoë O'Brien",
    "email": "zoe@example.org",
    "phone": "01632 960001",
    "ni_number": "AB 12 34 56 C",
    "yes_no": "yes",
    "declaration": "yes",
}


def post_for(step, answers):
    """Return the data of a whole step; ``answers`` decide where they say something."""
    return {name: value for question in step["questions"] for name, value in _post(question, answers).items()}


def _post(question, answers):
    key, kind = question.get("key"), question["kind"]
    given = answers.get(key)
    if kind in ("date", "month"):
        return _day(question, given)
    if kind == "address":
        return {f"{key}-{name.split('-')[1]}": value for name, value in ADDRESS.items()}
    if kind == "slot":
        return {key: str(free_slots(Resource.objects.get(key=question["resource"])).first().interval)}
    if kind == "location":
        return {f"{key}-place": "By the north gate of the park"}
    if kind == "file" and question.get("required", True):
        return {key: picture()}
    good = given if given is not None else _good(question)
    return {} if good is None else {key: good}


def _day(question, given):
    day = read_day(given) if given else read_day(question.get("latest") or "") or today() + timedelta(days=40)
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {
        f"{question['key']}-{name}": part
        for name, part in parts.items()
        if (question["kind"], name) != ("month", "day")
    }


def _good(question):
    if "options" in question:
        return next(iter(question["options"][-1]))
    if question["kind"] in ("number", "money"):
        return str(max(5, int(question.get("min", 0))))
    return ANSWERS.get(question["kind"])


def picture():
    """Return a small true picture."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(file, "PNG")
    return SimpleUploadedFile("photo.png", file.getvalue(), "image/png")
