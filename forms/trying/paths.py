"""The paths of the draft, drawn and in words."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from forms.compiler import build
from forms.compiler.graph import BOX_HEIGHT, BOX_WIDTH, LEFT, graph
from forms.models import FormPage
from forms.trying.access import for_author


@for_author
def paths(request: HttpRequest, page: FormPage) -> HttpResponseBase:
    """Show which step may follow which."""
    sizes = {"box_width": BOX_WIDTH, "box_height": BOX_HEIGHT, "left": LEFT, "text_x": LEFT + 12}
    return render(request, "forms/admin/paths.html", {"page": page, "graph": graph(build(page).schema), **sizes})
