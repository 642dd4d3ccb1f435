"""StreamField blocks with which authors build a form."""

from forms.blocks.keys import KeyBlock
from forms.blocks.shared import SharedBlock, SharedStepsStream, StepsBlock
from forms.blocks.steps import StepBlock

__all__ = ["KeyBlock", "SharedBlock", "SharedStepsStream", "StepBlock", "StepsBlock"]
