"""The frame's own demo content: languages, accounts and roles, teams, contacts and promises."""

from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
)

from core.demo.context import DemoContext, demo_key
from core.models import Contact, ServicePromise, Team, User

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ("en", "pl", "ur", "ar")
#: All demo accounts share it, and ``make demo`` prints it.
PASSWORD = "waymark-demo"  # noqa: S105 - public on purpose; production settings refuse to load it


def load(context: DemoContext) -> None:
    """Make what is missing."""
    for language in LANGUAGES:
        context.make(Locale, {"language_code": language})
    remove_welcome_page()
    accounts = context.read(CONTENT / "accounts.yaml")
    for role in accounts["roles"]:
        make_role(context, role)
    for account in accounts["accounts"]:
        make_account(context, account)
    let_approve(context, accounts["approve"])
    make_directory(context, context.read(CONTENT / "directory.yaml"))


def remove_welcome_page() -> None:
    """Remove the page that Wagtail's first migration makes, and with it the site row that points there.

    The home room makes both anew. A page that somebody has worked on is not touched.
    """
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page", numchild=0, latest_revision=None)
    for page in welcome:
        Site.objects.filter(root_page=page).delete()
        page.delete()


def make_role(context: DemoContext, role: dict[str, Any]) -> None:
    """Make a group and what it may do; on an existing group nothing is taken away or given again."""
    group, created = Group.objects.get_or_create(name=role["name"])
    if not created and group.user_set.exists():
        return
    everywhere = ["wagtailadmin.access_admin", *role.get("everywhere", [])]
    group.permissions.add(*(permission(name) for name in everywhere))
    give(context, GroupPagePermission, group, {"page": Page.get_first_root_node()}, role.get("pages", []))
    give(
        context,
        GroupCollectionPermission,
        group,
        {"collection": Collection.get_first_root_node()},
        role.get("files", []),
    )


def give(
    context: DemoContext, model: type[Model], group: Group, where: dict[str, Model], permissions: list[str]
) -> None:
    """Give ``group`` Wagtail's permissions on a page or collection."""
    for name in permissions:
        context.make(model, {"group": group, "permission": permission(name), **where})


def permission(name: str) -> Permission:
    """Return a permission by ``app.codename``; a wrong name raises DoesNotExist."""
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def make_account(context: DemoContext, account: dict[str, Any]) -> None:
    """Make a demo account with the printed password."""
    if User.objects.filter(username=account["username"]).exists():
        return
    user = User.objects.create_user(
        account["username"],
        f"{account['username']}@example.org",
        PASSWORD,
        first_name=account["first_name"],
        last_name="(demo)",
        is_superuser=account.get("is_superuser", False),
    )
    user.groups.set([context.group(name) for name in account.get("roles", [])])


def let_approve(context: DemoContext, roles: list[str]) -> None:
    """Let roles approve what authors submit; a step that somebody has given to other groups stays as it is.

    Wagtail's own workflow asks its group of moderators, where nobody is: what is submitted would wait for ever.
    """
    for task in GroupApprovalTask.objects.filter(groups__name="Moderators"):
        if task.groups.count() == 1:
            task.groups.add(*(context.group(name) for name in roles))


def make_directory(context: DemoContext, directory: dict[str, Any]) -> None:
    """Make teams, contacts and promises, in English."""
    english = context.locale()
    for team in directory["teams"]:
        context.make(Team, {"email": f"{team['slug']}@example.org"}, {"name": team["name"]})
    for contact in directory["contacts"]:
        slug = contact.pop("slug")
        contact["email"] = f"{slug}@example.org"
        context.make(Contact, {"translation_key": demo_key("contact", slug), "locale": english}, contact)
    for promise in directory["promises"]:
        slug = promise.pop("slug")
        promise["contact"] = context.contact(promise["contact"])
        context.make(ServicePromise, {"translation_key": demo_key("promise", slug), "locale": english}, promise)
