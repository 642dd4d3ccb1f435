"""Our own probes as one engine: they run in the page that is open, after axe and HTML_CodeSniffer."""

from hashlib import sha256

from playwright.sync_api import Page

from accessibility.engines.base import RawFinding
from accessibility.engines.packages import LIBRARY, script
from accessibility.engines.probes.base import SCRIPTS, call_all
from accessibility.engines.probes.catalogue import PROBES


class Probes:
    """What only a rendered page shows, and no rule of axe asks."""

    name = "probes"

    def version(self) -> str:
        """Return a short hash of the scripts and of the questions: it changes when an answer may."""
        texts = [script(path) for path in (LIBRARY, *sorted(SCRIPTS.glob("*.js")))]
        questions = [f"{probe.id}{probe.criterion}{probe.outcome}" for probe in PROBES]
        return sha256("".join([*texts, *questions]).encode()).hexdigest()[:8]

    def unavailable(self) -> str:
        """Return "": they come with the site."""
        return ""

    def run(self, page: Page) -> list[RawFinding]:
        """Ask every probe; what is answered by looking is asked at once."""
        page.evaluate(script(LIBRARY))
        seen = call_all(page, [probe.ask for probe in PROBES if isinstance(probe.ask, str)])
        told: list[RawFinding] = []
        for probe in PROBES:
            told += probe.told(seen[probe.ask]) if isinstance(probe.ask, str) else probe.findings(page)
        return told
