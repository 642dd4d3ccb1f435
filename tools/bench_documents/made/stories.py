"""What the made files say: short council texts in plain English, with a list, a table, a link and a picture each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A part under a heading of its own; ``table`` has its header row first."""

    heading: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Story:
    """One document. ``link`` is its words, ``picture`` what a picture in it shows."""

    title: str
    sections: tuple[Section, ...]
    link: str
    picture: str


BINS = Story(
    "Bin collections over the holidays",
    (
        Section(
            "When we collect",
            (
                "We collect your bins on the same day each week. Some days change when there is a bank holiday.",
                "Put your bins out by 7am. We may come earlier than we do at other times of the year.",
            ),
            table=(("Usual day", "New day"), ("Monday 25 December", "Wednesday 27 December"), ("Friday", "Saturday")),
        ),
        Section(
            "What you can recycle",
            ("You can put these things in your green bin. Wash them first, and leave them loose.",),
            items=("paper and card", "tins and cans", "glass bottles"),
        ),
    ),
    "Find your bin day",
    "A green bin and a brown bin beside a garden gate",
)
PARKING = Story(
    "Parking permits for residents",
    (
        Section(
            "Who can apply",
            (
                "You can apply if you live in a street with a permit scheme. You need to show us where you live.",
                "A permit lasts for one year. We will write to you before it ends.",
            ),
            items=("a council tax bill", "a letter from your bank", "your rental agreement"),
        ),
        Section(
            "What it costs",
            ("The price depends on how many cars you have. You can pay by card.",),
            table=(("Permit", "Price a year"), ("First car", "65 pounds"), ("Second car", "110 pounds")),
        ),
    ),
    "Apply for a parking permit",
    "A permit in the windscreen of a parked car",
)
LIBRARY = Story(
    "Summer events at the library",
    (
        Section(
            "For children",
            ("Come and read with us in July and August. There is no need to book, and it is free.",),
            table=(("Event", "Day", "Time"), ("Story time", "Tuesday", "10am"), ("Book club", "Thursday", "4pm")),
        ),
        Section(
            "How to find us",
            (
                "The library is in the market square. The bus stops in front of the door.",
                "There is a ramp at the side door and a lift to every floor.",
            ),
            items=("bus 4 from the station", "bus 9 from the hospital"),
        ),
    ),
    "See all library events",
    "Children sitting on a rug while a woman reads from a picture book",
)
TAX = Story(
    "Help with your council tax",
    (
        Section(
            "If you live alone",
            (
                "You get a quarter off your bill if you are the only adult in your home.",
                "Tell us when somebody moves in, or you may have to pay some of it back.",
            ),
        ),
        Section(
            "If you have a low income",
            ("You may pay less if you have little money. We look at these things when you ask us.",),
            items=("what you earn", "your savings", "who lives with you"),
            table=(
                ("Your savings", "What happens"),
                ("Under 6,000 pounds", "They do not count"),
                ("More", "You pay more"),
            ),
        ),
    ),
    "Ask for a lower bill",
    "A council tax bill on a kitchen table beside a calculator",
)
PLANNING = Story(
    "Planning rules for a small extension",
    (
        Section(
            "When you need permission",
            (
                "Most small extensions do not need planning permission. A house in a conservation area often does.",
                "Talk to your neighbours before you start. It helps to show them a drawing.",
            ),
            table=(("House", "Largest depth"), ("Detached", "4 metres"), ("Other", "3 metres")),
        ),
        Section(
            "What to send us",
            ("Send us these papers with your form. We write to you within eight weeks.",),
            items=("a map of the site", "drawings of each side", "the fee"),
        ),
    ),
    "Check the planning rules",
    "Plan of a terraced house with the new kitchen shaded at the back",
)
SCHOOLS = Story(
    "Starting school in September",
    (
        Section(
            "How to apply",
            (
                "Apply by the middle of January for a place in September. You can name up to four schools.",
                "We will tell you in April which school your child can go to.",
            ),
            items=("your child's date of birth", "your address", "the schools that you want"),
        ),
        Section(
            "Dates to remember",
            ("Please keep to these dates. We look at late forms last.",),
            table=(("Date", "What happens"), ("15 January", "Last day to apply"), ("16 April", "Offers are made")),
        ),
    ),
    "Apply for a school place",
    "A girl in school uniform waving at the gate",
)

STORIES = (BINS, PARKING, LIBRARY, TAX, PLANNING, SCHOOLS)
#: All of it in one: long enough to need headings.
HANDBOOK = Story(
    "A handbook for new residents",
    tuple(section for story in STORIES for section in story.sections),
    "Read more for new residents",
    "The market square of Oxford with its clock tower",
)
EVERY = (*STORIES, HANDBOOK)
