"""All rules, and how they are run."""

import logging
from hashlib import sha256

from django.utils.translation import gettext as _

from accessibility.extract.tree import Broken, ContentTree
from accessibility.rules.base import Rule, RuleFinding

logger = logging.getLogger(__name__)

#: Of a longer text only what shuts people out is looked for: a thousand pieces of advice would take seconds, and help
#: nobody.
MOST_LETTERS = 300_000

_rules: dict[str, Rule] = {}


def register_rule(rule: type[Rule]) -> type[Rule]:
    """Add a rule (also as a class decorator); a second one with the same id is an error."""
    if rule.id in _rules and type(_rules[rule.id]) is not rule:
        raise ValueError(f"A rule with the id {rule.id!r} exists already.")
    _rules[rule.id] = rule()
    return rule


def ruleset() -> str:
    """Return the name of the gate's rules in force: it changes whenever one comes, goes or changes its level."""
    parts = ",".join(f"{rule.id}:{rule.level}" for _id, rule in sorted(_rules.items()) if rule.scope != "html")
    return sha256(parts.encode()).hexdigest()[:12]


def run_rules(content: ContentTree) -> list[RuleFinding]:
    """Return what all rules find, in their order. Unread parts and rules that raise block: unknown is no pass."""
    findings = [_unread(node) for node in content.all(Broken)]
    too_long = sum(len(node.text) for node in content.nodes) > MOST_LETTERS
    if too_long:
        findings.append(_left_out())
    for rule in _rules.values():
        if not rule.applies(content) or (too_long and rule.level == "warn"):
            continue
        try:
            findings += [rule.finding(fault, content) for fault in rule.check(content)]
        except Exception:
            logger.exception("Rule %s could not check a page", rule.id)
            findings.append(_unchecked(rule))
    return findings


def _unread(node: Broken) -> RuleFinding:
    return RuleFinding(
        rule="could-not-read",
        message=_("This part could not be read, so it could not be checked."),
        why=_("What is not checked may shut somebody out."),
        how=_("Remove this part and make it again. If that does not help, tell your web team."),
        block_id=node.place.block_id,
        field=node.place.field,
        label=node.place.label,
        snippet=node.text,
    )


def _left_out() -> RuleFinding:
    return RuleFinding(
        rule="page-too-long",
        message=_("This page is so long that only faults that shut people out were looked for."),
        why=_("Nobody finds anything on a page of this length."),
        how=_("Split it into several pages. Then you get advice on the words too."),
        criterion="2.4.6",
        blocking=False,
        outcome="warn",
    )


def _unchecked(rule: Rule) -> RuleFinding:
    return RuleFinding(
        rule=rule.id,
        message=_("The check “%(rule)s” could not run.") % {"rule": rule.id},
        why=_("What is not checked may shut somebody out."),
        how=_("Tell your web team the name of the check."),
        criterion=rule.criteria[0] if rule.criteria else "",
    )
