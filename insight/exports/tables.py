"""The published tables, as data. Names and meanings are a promise to those who build reports on them."""

from insight.exports.columns import Column, Table
from insight.questions import PAGE_USEFUL, SATISFACTION

ROLLUP = "insight_dailyrollup"

DAY = Column("day", "date", "Day in the council's own time.")
SERVICE = Column("service", "text", "Short name of the service area, empty where there is none.")
CHANNEL = Column("channel", "text", "web, phone, counter, kiosk, qr or paper.")
LOCALE = Column("locale", "text", "Language that the person used, BCP 47.")
SUBJECT = Column("subject", "text", "What is judged: kind and name, for example form:report-a-missed-bin:3.")
QUESTION = Column("question", "text", "Question and version. Different versions must not be joined to one series.")
STANDING = Column("standing", "text", "verified and counted are public; suspect is kept outside public figures.")
ANSWERS = Column("answers", "count", "Number of answers.", "n")


def _named(prefixes: tuple[str, ...], *, rest: bool) -> str:
    """Return the SQL for which of ``prefixes`` a series has, or with ``rest`` for what follows it and one sign."""
    told = (f"substr(question, {len(name) + 2})" if rest else f"'{name.rpartition('form.')[2]}'" for name in prefixes)
    cases = (f"WHEN question LIKE '{name}%' THEN {value}" for name, value in zip(prefixes, told, strict=True))
    return f"CASE {' '.join(cases)} ELSE '' END"


_FORM = ("form.started", "form.step", "form.error", "form.completed", "form.abandoned")
_CASES = ("complaint", "compliment", "foi", "member.enquiry")
_ASKED = ", ".join(f"'{series}'" for question in SATISFACTION for series in question.all_series)
_USEFUL = ", ".join(f"'{series}'" for series in PAGE_USEFUL.all_series)

TABLES: tuple[Table, ...] = (
    Table(
        "daily", "Every count that the store keeps, a day and series.", ROLLUP,
        (
            DAY, SUBJECT, SERVICE, Column("page", "text", "Translation key of the page."), CHANNEL, LOCALE,
            Column("series", "text", "Question and version, or kind of event such as form.completed.", "question"),
            STANDING, Column("n", "count", "Number of events."),
            *(Column(f"r{step}", "count", f"How many gave the value {step}.") for step in range(1, 6)),
        ),
    ),
    Table(
        "satisfaction", "Answers from 1 (very dissatisfied) to 5 (very satisfied).", ROLLUP,
        (
            DAY, SERVICE, SUBJECT, CHANNEL, LOCALE, QUESTION, STANDING, ANSWERS,
            Column("satisfied", "count", "Answers of 4 or 5.", "r4 + r5"),
            *(Column(f"r{step}", "count", f"How many gave the value {step}.") for step in range(1, 6)),
        ),
        f"question IN ({_ASKED})",
    ),
    Table(
        "usefulness", "Whether a page was useful.", ROLLUP,
        (
            DAY, SERVICE, Column("page", "text", "Translation key of the page."), CHANNEL, LOCALE, QUESTION, STANDING,
            ANSWERS, Column("yes", "count", "Answers of yes.", "r2"), Column("no", "count", "Answers of no.", "r1"),
        ),
        f"question IN ({_USEFUL})",
    ),
    Table(
        "form_steps", "The way through each form: started, each step finished or refused, sent.", ROLLUP,
        (
            DAY, Column("form", "text", "Short name and version of the form.", "substr(subject, 6)"), CHANNEL, LOCALE,
            Column("event", "text", "started, step, error, completed or abandoned.", _named(_FORM, rest=False)),
            Column("step", "text", "Key of the step, empty for the whole form.", _named(_FORM, rest=True)),
            Column("times", "count", "How often.", "n"),
        ),
        "question LIKE 'form.%'",
    ),
    Table(
        "searches", "Searches of the site.", ROLLUP,
        (
            DAY, LOCALE, Column("searches", "count", "Searches made.", "n"),
            Column("found_nothing", "count", "Those that found nothing.",
                   "CASE WHEN question = 'search' THEN 0 ELSE n END"),
        ),
        "question IN ('search', 'search.nothing-found')",
    ),
    Table(
        "contacts", "Calls and visits, as the contact centre counts them.", ROLLUP,
        (
            DAY, SERVICE, CHANNEL, Column("contacts", "count", "Contacts in all.", "n"),
            Column("answered", "count", "Those that were answered.", "r1"),
            Column("avoidable", "count", "Those that a better service would have spared people.", "r2"),
            Column("resolved_first", "count", "Those that were solved at once.", "r3"),
            Column("repeat", "count", "Those by people who had been in touch about the same thing before.", "r4"),
        ),
        "question = 'contact.volume'",
    ),
    Table(
        "cases", "Complaints, compliments, requests for information and members' enquiries, by stage.", ROLLUP,
        (
            DAY, SERVICE, CHANNEL,
            Column("register", "text", "complaint, compliment, foi or member.enquiry.", _named(_CASES, rest=False)),
            Column("stage", "text", "received, closed and so on.", _named(_CASES, rest=True)),
            Column("times", "count", "How many cases.", "n"),
        ),
        " OR ".join(f"question LIKE '{name}.%'" for name in _CASES),
    ),
    Table(
        "actions", "You said, we did: what is published, refusals too.", "insight_action",
        (
            Column("action", "text", "The same for all translations of one action.",
                   "replace(CAST(translation_key AS text), '-', '')"),
            Column("said", "text", "What residents told the council."),
            Column("did", "text", "What the council does or did."),
            Column("state", "text", "considering, doing, done or wont."),
            Column("reason", "text", "Why not, where it is refused."),
            Column("due_on", "date", "When it is to be done."),
            Column("published_on", "date", "Since when residents read it."),
        ),
        "published_on IS NOT NULL",
    ),
    Table(
        "service_changes", "Services that were renamed or merged: rows before that day keep the older name.",
        "insight_servicechange",
        (
            Column("name_before", "text", "Short name before.", "old"),
            Column("name_now", "text", "Short name since.", "new"),
            Column("what", "text", "renamed or merged.", "kind"),
            Column("since", "date", "From this day on.", "changed_on"),
        ),
    ),
    Table(
        "alarms", "Series that have fallen.", "insight_alarm",
        (
            SUBJECT, Column("name", "text", "What people call it."), QUESTION,
            Column("raised_on", "date", "Day of the alarm."), Column("began_on", "date", "First day of the fall."),
            Column("usual", "number", "Per cent content before."), Column("recent", "number", "Per cent since."),
            Column("answers", "count", "Answers since."), Column("state", "text", "open, acted or closed."),
            Column("closed_on", "date", "Day on which it was answered."),
        ),
    ),
)  # fmt: skip
