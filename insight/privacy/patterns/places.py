"""Where somebody lives: postcodes, and a street with its house number. A street alone is not personal."""

import re

from insight.privacy.checks import not_ordinal
from insight.privacy.recogniser import recogniser

#: The 124 postcode areas (Royal Mail), so that "A40 1st" and "M25 5am" stay.
_AREA = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY"
    "|GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR"
    "|NW|N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB"
    "|WA|WC|WD|WF|WN|WR|WS|WV|W|YO|ZE"
)
#: Areas of two letters may stand apart from their number: "ox 4 1jd".
_PAIR = "|".join(area for area in _AREA.split("|") if len(area) == 2 and area not in ("ME", "SO", "TO"))
_TYPE = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Cl|Drive|Dr|Crescent|Cres|Way|Place|Court|Ct|Gardens|Gdns|Terrace|Square"
    "|Sq|Grove|Hill|Rise|Walk|Mews|Row|Green|Park|Parade|View|Mount|Path|Quay|Wharf|Yard|Gate|Croft|Fields?|Meadows?|House"
)
_PLAIN_TYPE = "road|rd|street|avenue|ave|lane|crescent|cres|terrace|gardens|gdns|grove|mews"
_CUED_TYPE = f"{_PLAIN_TYPE}|close|drive|way|court|place|square|walk|rise|hill|st"
#: Words that stand between a number and "road" without naming one: "3 cars on the road".
_NOT_A_NAME = (
    r"(?!(?:weeks?|days?|hours?|hrs?|mins?|minutes?|months?|years?|times?|cars?|vans?|bins?|people|metres?|miles?|mph|am|pm"
    r"|of|on|in|at|the|to|a|an|and|or|my|our|your|this|that|every|each|from|for|by|down|up|off|along|across|near|new|main"
    r"|other|different|busy|side|local|no|way|cycle|bus|one|lots?|houses?|homes?|flats?|lanes?|roads?|streets?|potholes?)\b)"
)
_HOUSE = r"\d{1,4}\s?[A-Za-z]?(?:\s?[-–/&]\s?\d{1,4}[A-Za-z]?)?"
_FLAT = r"(?:(?:[Ff]lat|[Aa]partment|[Uu]nit|[Rr]oom)\s\w{1,4},?\s)?"

ALL = (
    recogniser(
        "postcode",
        rf"\b(?:GIR\s?0AA|(?:(?:{_AREA})|(?:{_PAIR})\s)(?:\d{{1,2}}|\d[A-Z])[\s-]{{0,2}}\d\s?[ABD-HJLNP-UW-Z]{{2}})\b",
        not_ordinal,
    ),
    recogniser(
        "address",
        rf"(?<![\w£.,]){_FLAT}{_HOUSE},?\s(?:(?:[A-Z][\w'’.-]*|the|of|le)\s){{1,4}}?(?:{_TYPE})\b",
        flags=0,
    ),
    recogniser("address", rf"(?<![\w£.,]){_FLAT}{_HOUSE},?\s(?:{_NOT_A_NAME}[a-z'’]+\s){{1,2}}(?:{_PLAIN_TYPE})\b"),
    recogniser(
        "address",
        r"\b(?:live|lives|living|address\sis|address:|number|no\.|flat|i'm|am|are)\s(?:at\s|in\s)?"
        rf"({_HOUSE},?\s(?:{_NOT_A_NAME}[a-z'’]+\s){{1,2}}(?:{_CUED_TYPE}))\b",
        group=1,
        flags=re.IGNORECASE,
    ),
    recogniser("address", rf"\b(?:Flat|Apartment)\s\d{{1,4}}[A-Za-z]?,?\s[A-Z][\w'’-]+\s(?:{_TYPE})\b", flags=0),
)
