"""Where Wagtail lets this room in."""

from wagtail import hooks

from library.serving.hook import before_serve

# After Wagtail's own check of private collections.
hooks.register("before_serve_document", before_serve, order=100)
