"""Which requests a member of staff sees. Everything in the inbox starts from here."""

from typing import Any
from uuid import UUID

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet

from core.models import Team, User
from forms.inbox.access import READ
from forms.models import CaseScope, FormVersion, Submission

EVERY_TEAM = "onlineforms.see_every_team"


def visible_cases(user: User) -> QuerySet[Submission]:
    """Return the requests of the user's teams and forms, and those escalated to them; of nobody else."""
    rows = Submission.objects.filter(is_test=False)
    if user.has_perm(EVERY_TEAM):
        return rows
    allowed = Q(pk__in=())
    scopes = CaseScope.objects.filter(group__user=user).select_related("form")
    teams = {scope.team_id for scope in scopes if scope.team_id and scope.form is None}
    if teams:
        allowed |= Q(team__in=teams) | Q(escalated_to__in=teams)
    for scope in scopes:
        if scope.form is not None:
            narrower = {"team": scope.team_id} if scope.team_id else {}
            allowed |= Q(version__in=_versions(scope.form.translation_key), **narrower)
    return rows.filter(allowed)


def visible_teams(user: User) -> QuerySet[Team]:
    """Return the teams whose requests the user may filter by."""
    if user.has_perm(EVERY_TEAM):
        return Team.objects.all()
    return Team.objects.filter(pk__in=CaseScope.objects.filter(group__user=user).values("team"))


def colleagues() -> QuerySet[User]:
    """Return everybody who reads requests, by name."""
    return holders(READ).order_by("first_name", "last_name", "username")


def holders(permission: str) -> QuerySet[User]:
    """Return active members of staff with a permission, as ``app.codename``: theirs, their group's, or everything.

    Django's ``with_perm`` asks once for every user there is, and reads all memberships each time.
    """
    app, codename = permission.split(".")
    known = Permission.objects.filter(content_type__app_label=app, codename=codename)
    own = User.user_permissions.through.objects.filter(permission__in=known)
    of_groups = User.groups.through.objects.filter(group__permissions__in=known)
    anyhow = Q(is_superuser=True) | Q(pk__in=own.values("user")) | Q(pk__in=of_groups.values("user"))
    return User.objects.filter(anyhow, is_active=True)


def who_sees(case: Submission) -> QuerySet[User]:
    """Return the members of staff who may be given a request: those who read requests and see this one."""
    scopes = CaseScope.objects.filter(Q(team__in=[case.team_id, case.escalated_to_id], form=None) | _of_form(case))
    everywhere = holders(EVERY_TEAM)
    return colleagues().filter(Q(groups__case_scopes__in=scopes) | Q(pk__in=everywhere.values("pk"))).distinct()


def _of_form(case: Submission) -> Q:
    form = case.version.form
    if form is None:
        return Q(pk__in=())
    return Q(form__translation_key=form.translation_key) & (Q(team=None) | Q(team=case.team_id))


def _versions(translation_key: UUID) -> "QuerySet[FormVersion, Any]":
    return FormVersion.objects.filter(form__translation_key=translation_key).values("pk")
