"""StreamField blocks with which authors build a form."""

from forms.blocks.keys import KeyBlock
from forms.blocks.steps import StepBlock, StepsBlock

__all__ = ["KeyBlock", "StepBlock", "StepsBlock"]
