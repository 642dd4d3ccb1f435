"""Kinds of topics that people can follow."""

from updates.kinds.base import Kind, Topic
from updates.kinds.registry import label_of, register_kind, topics_for, valid

__all__ = ["Kind", "Topic", "label_of", "register_kind", "topics_for", "valid"]
