"""Checks of a translation against its English: in the translators' desk, on every import, and on the command line.

``python -m translation.checks --po FILE --locale L`` needs no database and prints one JSON object a line for each
finding, with these keys:

``file``      the file as it was given
``line``      the line of ``msgid`` in the file, 0 for the file as a whole
``entry``     the number of the entry, from 1; 0 for the header or the file
``context``   ``msgctxt``, or null
``msgid``     the English
``form``      the number of the plural form that is meant, or null
``code``      what is wrong: ``number`` ``money`` ``date`` ``phone`` ``link`` ``email`` ``placeholder`` ``tag``
              ``unsafe-html`` ``glossary`` ``empty`` ``wrong-script`` ``same-as-english`` ``length`` ``plural``
              ``whitespace`` ``fuzzy`` ``header`` ``unreadable``
``severity``  ``critical`` (keeps a translation from being published) or ``advice``
``message``   one sentence that says what is wrong

The command ends with 0 when nothing critical was found, 1 when something was, 2 when the file cannot be read.
"""

from translation.checks.base import ADVICE, CRITICAL, Finding, Segment, Term
from translation.checks.registry import check

__all__ = ["ADVICE", "CRITICAL", "Finding", "Segment", "Term", "check"]
