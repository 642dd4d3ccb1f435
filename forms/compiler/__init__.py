"""From an authored page to an immutable version, with every fault named and placed."""

from forms.compiler.build import Blueprint, build
from forms.compiler.checks import findings
from forms.compiler.locales import locale_faults
from forms.compiler.publish import publish_version

__all__ = ["Blueprint", "build", "findings", "locale_faults", "publish_version"]
