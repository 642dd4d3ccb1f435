"""Jinja2 for public pages.

Two template engines share ``templates/``: names that end in ``.jinja`` belong to Jinja2, all others to Django
(Wagtail's admin). Rooms add their own globals with :func:`register_global` from ``AppConfig.ready()``, which
is how ``base.jinja`` draws the feedback widget without importing ``insight``.
"""

from collections.abc import Callable
from typing import Any

from django.template import TemplateDoesNotExist
from django.template.backends.jinja2 import Jinja2, Template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, PrefixLoader

from core.languages import direction, said_in

_globals: dict[str, Callable[..., Any]] = {}


def register_global(name: str, function: Callable[..., Any]) -> None:
    """Give every public template the function ``name``; a second one of that name is an error."""
    if _globals.get(name, function) is not function:
        raise ValueError(f"A template global named {name!r} exists already.")
    _globals[name] = function


class JinjaTemplates(Jinja2):
    """Django's Jinja2 backend, for names that end in ``.jinja`` only."""

    app_dirname = "jinja2"

    def get_template(self, template_name: str) -> Template:
        """Return the template; any other ending is left to the next engine."""
        if not template_name.endswith(".jinja"):
            raise TemplateDoesNotExist(template_name, backend=self)
        return super().get_template(template_name)


def environment(**options: Any) -> Environment:
    """Return the environment: autoescape on, GOV.UK components under ``govuk_frontend_jinja/``, gettext."""
    options["loader"] = ChoiceLoader(
        [options["loader"], PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})]
    )
    # The GOV.UK components read attributes of parameters that are not given.
    options["undefined"] = ChainableUndefined
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    extensions = ["jinja2.ext.i18n", "wagtail.jinja2tags.core", "wagtail.images.jinja2tags.images"]
    env = Environment(extensions=extensions, **options)  # noqa: S701 - Django's backend sets autoescape
    env.install_gettext_callables(  # type: ignore[attr-defined] # added by jinja2.ext.i18n
        gettext=translation.gettext,
        ngettext=translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    env.globals.update(
        static=static, url=reverse, get_language=translation.get_language, direction=direction, said_in=said_in
    )
    env.globals.update(_globals)
    return env
