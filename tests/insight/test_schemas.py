"""The published schemas are valid, served, and what is recorded matches them."""

import json

import pytest
from jsonschema import Draft202012Validator

from insight.models import Event
from insight.recording import schemas
from insight.services import Subject, add_comment, record_form_event, record_rating, record_search


@pytest.mark.parametrize(("name", "version"), sorted(schemas.names()))
def test_each_schema_is_valid_and_served_under_its_own_id(client, name, version):
    response = client.get(f"/schemas/insight/{name}/v{version}.json")
    assert response["Content-Type"] == "application/schema+json"
    schema = json.loads(response.content)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"/schemas/insight/{name}/v{version}.json"
    assert schema["additionalProperties"] is False


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["rating/v9.json", "secrets/v1.json", "..%2Frating/v1.json"])
def test_what_was_never_published_is_not_found(client, path):
    assert client.get(f"/schemas/insight/{path}").status_code == 404


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"scale": "useful2", "value": 3}, "$.value: maximum"),
        ({"scale": "csat5", "value": 6}, "$.value: maximum"),
        ({"locale": "not a tag"}, "$.locale: pattern"),
        ({"name": "Jane"}, "$: additionalProperties"),
    ],
)
def test_a_fault_names_the_place_and_never_the_value(data, place):
    whole = {
        "scale": "csat5", "value": 1, "question_id": "form-end", "question_version": 1,
        "locale": "en", "channel": "web", "page": "", **data,
    }  # fmt: skip
    assert schemas.fault("rating", 1, whole) == place


@pytest.mark.django_db
def test_everything_recorded_matches_its_schema(client):
    subject = Subject("form", "missed-bin:3")
    rating = record_rating(
        value=2, scale="csat5", subject=subject, question_id="form-end", locale="ur", channel="phone"
    )
    add_comment(rating.id, "Too many steps")
    record_form_event("error", "missed-bin", 3, "where", "en", "web")
    record_search("bins", 2, "pl")
    assert Event.objects.count() == 4
    for event in Event.objects.all():
        Draft202012Validator(json.loads(client.get(event.dataschema).content)).validate(event.data)
