"""The demo content of the forms room."""

from core.services import register_demo
from forms.demo.loader import load, load_demo_library


def connect() -> None:
    """Fill the registry; ``FormsConfig.ready`` calls it once."""
    register_demo("forms-library", load_demo_library, after=["core"])
    register_demo("forms", load, after=["core"])
