"""What is wrong or doubtful in an event, an announcement or a note, before others read it.

What blocks must be certain: a false alarm stops the office. What is in doubt warns.
"""

from .announcement import announcement_findings
from .event import event_findings
from .note import note_findings

__all__ = ["announcement_findings", "event_findings", "note_findings"]
