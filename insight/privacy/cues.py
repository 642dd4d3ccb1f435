"""What stands before a name, as patterns that end where the name begins."""

import re

_ROLES = """
    son boy kid baby child daughter husband wife partner mother mum mom father dad sister brother neighbour friend carer
    aunt uncle nan grandson granddaughter grandmother grandfather cousin niece nephew fiance girlfriend boyfriend ex
    officer manager caretaker colleague operator tenant landlord landlady worker assistant adviser advisor clerk driver
    gardener supervisor taker guy man lad lady woman gentleman girl bloke chap receptionist warden inspector surveyor
    engineer plumber nurse handler
"""
_ROLE = f"(?:{'|'.join(_ROLES.split())})"


def _ending(*cues: str, after: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(cues)}){after}$", re.IGNORECASE)


#: The word after these is a name, whatever it is and however it is written.
SAYS = _ending(
    r"(?:my|his|her|their|whose) (?:full )?name(?:'s| is| was| as)",
    r"names",
    r"(?:full )?name ?:",
    r"(?:i am|i'm|am|is|was|were|someone|somebody) called",
    r"named",
    rf"{_ROLE} called",
    r"goes by",
    after=r"\s*",
)
#: The words with which those cues end: most words stand after none of them, and need no second look.
SAYS_ENDS = frozenset(["name", "names", "is", "was", "as", "called", "named", "by"])
#: A capital after these names a person, if it is no everyday word.
STRONG = _ending(
    r"(?:spoke|speak|speaking|spoken|talked?|talking|chatt?ed) (?:to|with)(?: an?)?",
    r"ask(?:ed)? (?:for|to see)",
    r"(?:told|helped|served|seen|answered|handled|sorted|dealt with|signed|reported|submitted|sent|written|raised) by",
    r"thanks? (?:to|you to)",
    r"thanks?",
    r"credit to",
    r"complain(?:ed|ing|t)? about",
    r"(?:dear|hi|hello|hey|signed|emailed)",
    r"(?:i|we) met",
    r"according to",
    _ROLE,
    after=r"[ ,]*",
)
#: The end of a letter.
CLOSING = _ending(
    r"(?:regards|sincerely|faithfully|cheers|yours|signed|thank(?:s| you)|thankyou|love from)", after=r"[\s,:.!-]*"
)
#: A given name that is a word too, or a surname, is a person after these.
WEAK = _ending(
    r"(?:it was|only|this is|i.?a?m|by|and|ask(?:ed)?|told|tell|from|with|contact|rang|phoned|called|saw|see|met|meet)",
    r"(?:please|thank(?:s| you)?|but|when|well done|to|for|cheers|says?|waited for)",
    after=r"[\s,:]*",
)
