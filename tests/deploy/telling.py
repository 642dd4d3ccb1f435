"""A WSGI application that tells which process loaded it, and whether the model of search came with the fork."""

import json
import os

import django
from django.conf import settings

django.setup()
settings.WAYMARK_SEARCH_MODEL = True
LOADED_BY = os.getpid()
TITLES = ["Council tax", "Pest control", "Libraries"]


def application(_environ, start_response):
    from search import embedding
    from search.embedding import loading

    loaded = bool(loading._loaded)
    wanted, *titles = embedding.current().embed(["rats and mice", *TITLES])
    nearest = max(zip(TITLES, titles, strict=True), key=lambda pair: float(pair[1] @ wanted))[0]
    told = {
        "application_loaded_by": LOADED_BY,
        "parent": os.getppid(),
        "model_loaded_before_the_first_request": loaded,
        "nearest": nearest,
    }
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(told).encode()]
