"""Which role may do what with requests."""

from django.contrib.auth.models import Group, Permission

ROLES = {
    "Forms officers": [
        "view_submission",
        "change_submission",
        "view_submissionfile",
        "see_every_team",
        "export_submission",
        "view_person",
        "subject_rights",
        "add_resource",
        "change_resource",
        "view_payment",
        "refund_payment",
    ],
    "Advisers": ["assist"],
}


def give_permissions() -> None:
    """Add the room's permissions, and the admin's door, to the roles; nothing is taken away."""
    door = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for name, codenames in ROLES.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(
            door, *Permission.objects.filter(content_type__app_label="onlineforms", codename__in=codenames)
        )
