"""Gates are asked, and one that cannot answer blocks."""

import logging

import pytest
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from core.models import Team
from core.services import GateFinding, PublishBlocked, gate_findings, register_gate

ALT = GateFinding("image.alt", "The picture has no text.", "Say what it shows.", criterion="1.1.1", block_id="b1")


def test_all_gates_are_asked_in_order(gates):
    second = GateFinding("words", "The sentence is long.", "Make two of it.", blocking=False)
    register_gate("alt", lambda obj: [ALT])
    register_gate("none", lambda obj: [])
    register_gate("words", lambda obj: iter([second]))
    assert gate_findings(Team(name="x")) == [ALT, second]


def test_no_gate_no_finding(gates):
    assert gate_findings(Team()) == []


@pytest.mark.parametrize("lazily", [True, False])
def test_a_gate_that_raises_blocks_under_its_name_and_stops_no_other(gates, caplog, lazily):
    def broken(obj):
        raise RuntimeError("Mrs Secret")

    def broken_later(obj):
        yield ALT
        raise RuntimeError("Mrs Secret")

    register_gate("broken", broken_later if lazily else broken)
    register_gate("alt", lambda obj: [ALT])
    with caplog.at_level(logging.DEBUG):
        failed, alt = gate_findings(Team())
    assert (failed.rule, failed.blocking, alt) == ("gate.broken", True, ALT)
    assert '"broken" could not run' in failed.message
    assert "raised:RuntimeError" in caplog.text
    assert "Secret" not in caplog.text


def test_a_second_gate_of_that_name_is_refused(gates):
    register_gate("alt", lambda obj: [])
    with pytest.raises(ValueError, match="'alt'"):
        register_gate("alt", lambda obj: [])


def test_publish_blocked_is_a_validation_error_built_from_a_dict():
    error = PublishBlocked([ALT])
    assert isinstance(error, ValidationError)
    assert error.message_dict == {NON_FIELD_ERRORS: ["The picture has no text. Say what it shows."]}
    assert error.error_dict[NON_FIELD_ERRORS][0].code == "image.alt"
    assert error.findings == (ALT,)
