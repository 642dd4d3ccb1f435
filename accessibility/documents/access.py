"""Who may see and do what with checks of documents."""

from django.db.models import QuerySet
from wagtail.permissions import policy_registry

from core.models import User
from library.models import CustomDocument

ACTIONS = ["change", "delete"]
#: What lets a document out in spite of its verdict.
DECIDE = ("accessibility.add_lawfulexemption", "accessibility.add_documentoverride")


def visible_documents(user: User) -> QuerySet[CustomDocument]:
    """Return the documents whose checks a person may read: their own work, or all for auditors."""
    documents: QuerySet[CustomDocument] = CustomDocument._default_manager.all()
    if sees_all(user):
        return documents
    policy = policy_registry.get_by_type(CustomDocument)
    mine: QuerySet[CustomDocument] = documents.filter(
        pk__in=policy.instances_user_has_any_permission_for(user, ACTIONS)
    )
    return mine


def may_see_any(user: User) -> bool:
    """Return whether the list means anything to a person."""
    policy = policy_registry.get_by_type(CustomDocument)
    return sees_all(user) or bool(policy.user_has_any_permission(user, ACTIONS))


def sees_all(user: User) -> bool:
    """Return whether the person reads the checks of every document."""
    return user.has_perm("accessibility.view_documentaudit")


def may_change(user: User, document: CustomDocument) -> bool:
    """Return whether a person may give a document another file."""
    policy = policy_registry.get_by_type(CustomDocument)
    return bool(policy.user_has_permission_for_instance(user, "change", document))


def may_see_exemptions(user: User) -> bool:
    """Return whether the person reads what is let out in spite of its verdict: auditors, and who may decide it."""
    return sees_all(user) or any(user.has_perm(permission) for permission in DECIDE)
