"""The demo's forms belong to services, so that what happens in them is counted there."""

from insight.dashboards.guide import running_forms

#: Forms about no one service area would be counted nowhere.
AREAS = {"bins-and-recycling", "housing", "licensing", "parking-and-travel", "parks-and-leisure", "your-council"}


def test_every_form_is_counted_for_a_service(whole_demo):
    found = {form.slug: form.service for form in running_forms()}
    assert len(found) == 14
    assert set(found.values()) == AREAS
    assert found["report-a-missed-bin"] == "bins-and-recycling"
