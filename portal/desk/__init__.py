"""The desk: what needs doing now, by urgency, each line one click from doing it."""

from .line import Desk, Group, Line, Section, Urgency
from .today import desk

__all__ = ["Desk", "Group", "Line", "Section", "Urgency", "desk"]
