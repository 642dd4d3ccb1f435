"""Machines that draft translations: which one a language has, how words are protected, and what is believed of them."""

from translation.engines.base import Engine, EngineError
from translation.engines.registry import engine_for, why_none

__all__ = ["Engine", "EngineError", "engine_for", "why_none"]
