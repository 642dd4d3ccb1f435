"""One view of a property: by its UPRN and by its address alone, and never two flats as one."""

import pytest
from bs4 import BeautifulSoup

from forms.delivery.filing import file_case
from forms.delivery.properties import address_hash, place_hash
from forms.models import Submission
from forms.rights.erase import erase_case
from tests.forms.test_cases import ALL, make_case, staff

pytestmark = pytest.mark.django_db
HOUSE = {"line_1": "9 High Road", "line_2": "", "postcode": "OX1 1AA"}
FLAT = {"line_1": "Flat 2", "line_2": "9 High Road", "postcode": "OX1 1AA"}


@pytest.fixture
def about(version):
    """Return a function that stores a request about an address."""
    numbers = iter(range(100))
    question = version.compiled.mapped("address")

    def make(address):
        case = make_case(version, next(numbers))
        file_case(case, version.compiled, {question.key: address})
        case.save()
        return case

    return make


@pytest.fixture
def seen(version):
    """Return a function that gives the references on the page of a request's property."""
    officer = staff("Olu", *ALL, "see_every_team")

    def references(case):
        page = BeautifulSoup(officer.get(f"/admin/requests/{case.pk}/property/").content, "html.parser")
        listed = page.select_one(".nice-padding ul").text
        return {row.reference for row in Submission.objects.all() if row.spaced_reference in listed}

    return references


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (FLAT, {"line_1": "9 High Rd", "line_2": "Flat 2", "postcode": "ox1 1aa"}, True),
        (FLAT, {"line_1": "Apartment 2, 9 High Road", "postcode": "OX1 1AA"}, True),
        (FLAT, HOUSE, False),
        (FLAT, {"line_1": "Flat 9", "line_2": "2 High Road", "postcode": "OX1 1AA"}, False),
        (FLAT, {"line_1": "Flat 2a", "line_2": "9 High Road", "postcode": "OX1 1AA"}, False),
        (FLAT, {"line_1": "Room 2", "line_2": "9 High Road", "postcode": "OX1 1AA"}, False),
    ],
)
def test_a_flat_is_one_however_its_lines_are_ordered_and_no_other(one, other, same):
    assert (address_hash(one) == address_hash(other)) is same


def test_a_number_and_the_address_alone_meet_from_both_sides(about, seen):
    numbered = about({**HOUSE, "uprn": "100012"})
    plain = about({**HOUSE, "line_1": "9 high rd."})
    other = about({**HOUSE, "line_1": "11 High Road"})
    for case in (numbered, plain):
        assert seen(case) == {numbered.reference, plain.reference}
    assert seen(other) == {other.reference}


def test_two_spellings_meet_through_the_number(about, seen):
    numbered = about({**HOUSE, "uprn": "100012"})
    named = about({"line_1": "Rose Cottage", "postcode": "OX1 1AA", "uprn": "100012"})
    alone = [about(HOUSE), about({"line_1": "Rose Cottage", "postcode": "OX1 1AA"})]
    everything = {case.reference for case in (numbered, named, *alone)}
    assert [seen(case) for case in (numbered, named, *alone)] == [everything] * 4


def test_flats_that_wrote_the_house_alone_are_never_put_together(about, seen):
    first, second = about({**HOUSE, "uprn": "1"}), about({**HOUSE, "uprn": "2"})
    plain = about(HOUSE)
    again = about(HOUSE)
    assert seen(first) == {first.reference}
    assert seen(second) == {second.reference}
    assert seen(plain) == {plain.reference, again.reference}


def test_what_was_stored_before_is_found_as_it_was(about, seen):
    old, new = about({**HOUSE, "uprn": "100012"}), about({**HOUSE, "uprn": "100012"})
    Submission.objects.filter(pk=old.pk).update(address_hash=None)
    assert seen(old) == seen(new) == {old.reference, new.reference}
    assert old.place_hash == place_hash({"uprn": "0100012"})


def test_erasure_forgets_the_address_too(about):
    case = about({**HOUSE, "uprn": "100012"})
    assert case.address_hash
    erase_case(case, "asked")
    assert list(Submission.objects.values_list("place_hash", "address_hash")) == [(None, None)]
