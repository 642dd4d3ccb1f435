"""From an authored page to an immutable version, with every fault named and placed."""

from forms.compiler.build import Blueprint, build
from forms.compiler.checks import findings
from forms.compiler.gate import page_findings
from forms.compiler.publish import publish_version
from forms.compiler.suppliers import register_supplier

__all__ = ["Blueprint", "build", "findings", "page_findings", "publish_version", "register_supplier"]
