"""Signing in: password, then the second factor, and what happens after too many tries."""

import re
import time
from base64 import b32encode
from binascii import unhexlify
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from core.accounts import devices
from core.models import AuditEvent, RecoveryCode, User

pytestmark = pytest.mark.django_db
PASSWORD = "a long pass phrase"
STEP = "/admin/second-factor/"
SET_UP = "/admin/second-factor/set-up/"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.WAYMARK_REQUIRE_SECOND_FACTOR = True
    settings.OTP_TOTP_THROTTLE_FACTOR = 0
    cache.clear()


@pytest.fixture
def chief():
    return User.objects.create_superuser("chief", password=PASSWORD)


@pytest.fixture
def device(chief):
    return TOTPDevice.objects.create(user=chief, name="app", confirmed=True)


def sign_in(client, name="chief", password=PASSWORD, **extra):
    return client.post("/admin/login/", {"username": name, "password": password}, **extra)


def code_of(device, steps=0):
    return f"{totp(unhexlify(device.key), t0=-30 * steps):06d}"


def inside(client):
    return client.get("/admin/").status_code == 200


def test_password_alone_opens_no_page_of_the_admin(client, chief, device):
    sign_in(client)
    for path in ("/admin/", "/admin/pages/", "/admin/account/", "/admin/users/", "/admin/nowhere/"):
        response = client.get(path)
        assert response.status_code == 302, path
        assert response.url.startswith(f"{STEP}?next=%2Fadmin%2F")
    assert client.post("/admin/users/new/", {"username": "x"}).status_code == 302
    assert not User.objects.filter(username="x").exists()


def test_a_newcomer_sets_up_an_app_and_gets_recovery_codes_once(client, chief):
    sign_in(client)
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == SET_UP
    page = client.get(SET_UP)
    device = TOTPDevice.objects.get(user=chief, confirmed=False)
    secret = b32encode(unhexlify(device.key)).decode().rstrip("=")
    assert secret in page.text.replace(" ", "")
    assert 'autocomplete="one-time-code"' in page.text
    assert "no-store" in page["Cache-Control"]
    old_session = client.session.session_key

    response = client.post(SET_UP, {"code": code_of(device)})
    codes = re.findall(r"<code>([A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4})</code>", response.text)
    assert len(set(codes)) == 10
    assert client.session.session_key != old_session
    assert inside(client)
    assert codes[0] not in client.get(SET_UP, follow=True).text
    stored = list(RecoveryCode.objects.values_list("code_hash", flat=True))
    assert len(stored) == 10
    assert not any(code.replace("-", "") in value.upper() for code in codes for value in stored)


def test_the_square_code_is_drawn_while_setting_up_only(client, chief):
    sign_in(client)
    client.get(SET_UP)
    image = client.get(f"{SET_UP}code.svg")
    assert (image.status_code, image["Content-Type"]) == (200, "image/svg+xml")
    assert "no-store" in image["Cache-Control"]
    assert b"<script" not in image.content
    TOTPDevice.objects.update(confirmed=True)
    assert client.get(f"{SET_UP}code.svg").status_code == 404


def test_a_wrong_first_code_sets_nothing_up(client, chief):
    sign_in(client)
    client.get(SET_UP)
    response = client.post(SET_UP, {"code": "000000"})
    assert response.status_code == 422
    assert "That code is not right" in response.text
    assert "<title>Error: " in response.text
    assert not TOTPDevice.objects.filter(confirmed=True).exists()
    assert not inside(client)


def test_who_has_an_app_cannot_replace_it_by_password_alone(client, chief, device):
    sign_in(client)
    assert client.get(SET_UP).url == STEP
    assert client.post(SET_UP, {"code": "000000"}).url == STEP
    assert client.post(f"{STEP}recovery-codes/").url == STEP
    assert TOTPDevice.objects.count() == 1
    assert not RecoveryCode.objects.exists()


def test_a_code_opens_the_admin_and_leads_on(client, chief, device):
    sign_in(client)
    typed = code_of(device)
    response = client.post(STEP, {"code": f"{typed[:3]} {typed[3:]}", "next": "/admin/pages/"})
    assert response.url == "/admin/pages/"
    assert inside(client)


@pytest.mark.parametrize("address", ["https://evil.example.org/", "//evil.example.org", "javascript:evil", "/\\evil"])
def test_it_leads_nowhere_else(client, chief, device, address):
    sign_in(client)
    assert "evil" not in client.get(STEP, {"next": address}).text
    assert client.post(STEP, {"code": code_of(device), "next": address}).url == "/admin/"


def test_a_code_works_once(client, chief, device):
    used = code_of(device)
    sign_in(client)
    client.post(STEP, {"code": used})
    client.post("/admin/logout/")
    sign_in(client)
    response = client.post(STEP, {"code": used})
    assert response.status_code == 422
    assert "used before" in response.text
    assert not inside(client)
    assert AuditEvent.objects.filter(verb="second factor", outcome="refused", actor=chief).count() == 1


def test_a_recovery_code_works_once_however_it_is_typed(client, chief, device):
    code, other = devices.make_recovery_codes(chief)[:2]
    sign_in(client)
    assert client.post(STEP, {"code": f" {code.lower().replace('-', ' ')} "}).status_code == 302
    assert inside(client)
    client.post("/admin/logout/")
    sign_in(client)
    assert client.post(STEP, {"code": code}).status_code == 422
    assert client.post(STEP, {"code": other}).status_code == 302


def test_recovery_codes_of_others_do_not_work(client, chief, device):
    code = devices.make_recovery_codes(User.objects.create_user("other"))[0]
    sign_in(client)
    assert client.post(STEP, {"code": code}).status_code == 422
    assert RecoveryCode.objects.count() == 10


def test_new_recovery_codes_replace_the_old(client, chief, device):
    old = devices.make_recovery_codes(chief)[0]
    sign_in(client)
    client.post(STEP, {"code": code_of(device)})
    assert client.post(f"{STEP}recovery-codes/").status_code == 200
    assert not devices.use_recovery_code(chief, old)


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "١٢٣٤٥٦", "9" * 20, "-1", "' OR 1=1 --", "1e5"])
def test_odd_codes_are_refused_with_words(client, chief, device, code):
    sign_in(client)
    response = client.post(STEP, {"code": code})
    assert response.status_code == 422
    assert 'class="error-message"' in response.text


def test_too_many_codes_lock_the_account_for_a_while(client, chief, device):
    sign_in(client)
    answers = [client.post(STEP, {"code": "000000"}).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]
    response = client.post(STEP, {"code": code_of(device)})
    assert (response.status_code, response["Retry-After"]) == (429, "900")
    assert "Wait 15 minutes" in response.text
    assert not inside(client)


def test_each_wrong_code_makes_the_next_wait(client, chief, device, settings):
    settings.OTP_TOTP_THROTTLE_FACTOR = 1
    sign_in(client)
    client.post(STEP, {"code": "000000"})
    assert client.post(STEP, {"code": code_of(device)}).status_code == 422


def test_ten_wrong_passwords_lock_the_name_at_that_address_only(client, chief):
    for _ in range(9):
        assert sign_in(client, password="wrong").status_code == 200
    response = sign_in(client, password="wrong")
    assert (response.status_code, response["Retry-After"]) == (429, "900")
    assert "Too many tries" in response.text
    assert sign_in(client).status_code == 429, "also the right password waits"
    assert sign_in(client, REMOTE_ADDR="203.0.113.9").status_code == 302
    User.objects.create_superuser("second", password=PASSWORD)
    client.cookies.clear()
    assert sign_in(client, name="second").status_code == 302


def test_the_lock_ends_by_itself(client, chief):
    for _ in range(10):
        sign_in(client, password="wrong")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert sign_in(client).status_code == 302


def test_known_and_unknown_names_get_the_same_answers(client, chief):
    def words(name):
        response = sign_in(client, name=name, password="wrong")
        page = re.sub("[A-Za-z0-9]{64}", "csrf token", response.text).replace(name, "")
        return response.status_code, page

    known, unknown = ([words(name) for _ in range(11)] for name in ("chief", "nobody"))
    assert known == unknown


def test_a_forged_forwarding_header_gives_no_new_tries(client, chief):
    answers = [
        sign_in(client, password="wrong", HTTP_X_FORWARDED_FOR=f"203.0.113.{last}").status_code for last in range(11)
    ]
    assert answers[-1] == 429


def test_the_switch_says_so_on_every_page(client, chief, settings):
    words = "The second factor is switched off"
    assert words not in client.get("/admin/login/").text
    settings.WAYMARK_REQUIRE_SECOND_FACTOR = False
    assert words in client.get("/admin/login/").text
    sign_in(client)
    for path in ("/admin/", "/admin/pages/", "/admin/account/", "/admin/users/"):
        assert words in client.get(path).text, path


def test_an_administrator_can_reset_it(chief, device, capsys):
    devices.make_recovery_codes(chief)
    call_command("reset_second_factor", "chief")
    assert "chief sets up a new second factor" in capsys.readouterr().out
    assert not TOTPDevice.objects.exists()
    assert not RecoveryCode.objects.exists()
    assert AuditEvent.objects.filter(verb="second factor reset", channel="command").count() == 1
    with pytest.raises(CommandError, match="no account 'nobody'"):
        call_command("reset_second_factor", "nobody")


def test_strangers_are_asked_for_a_password_first(client):
    for path in (STEP, SET_UP, f"{SET_UP}code.svg"):
        assert client.get(path).url == f"/admin/login/?next={path}"


def test_the_secret_drawn_is_the_secret_written(chief):
    device = devices.pending_device(chief)
    assert devices.secret_text(device).replace(" ", "") in device.config_url
    assert abs(time.time() - device.created_at.timestamp()) < 60
