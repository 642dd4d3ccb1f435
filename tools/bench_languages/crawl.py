"""Every address in every enabled locale: what a page says its language is, is true, and links are mutual."""

import re
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from tools.bench_languages.spoken import Ear, ear

#: Addresses that are no page of the tree.
FIXED = ("search/", "languages/", "reading-settings/", "offline/", "accessibility-statement/", "nowhere/")


def report() -> bool:
    """Crawl, print the figures and every fault, and return whether there is none."""
    others = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    crawl = Crawl(ear(others))
    mapped = crawl.mapped()
    english = sorted(path for path in mapped if path.split("/")[1] not in others)
    paths = [*mapped, *(f"/{name}" for name in FIXED)]
    paths += [f"/{code}{path}" for code in others for path in [*english, *(f"/{name}" for name in FIXED)]]
    for path in dict.fromkeys(paths):
        crawl.ask(path)
    crawl.reciprocal()
    print(f"Addresses asked for: {sum(crawl.answers.values())} {dict(crawl.answers)}. Languages: {dict(crawl.spoken)}.")
    print(f"Pages whose lang is not that of their main text: {len(crawl.lies)} (target 0).")
    print(f"Links between languages: {crawl.links}, not answered by the other side: {len(crawl.lonely)} (target 0).")
    for fault in [*crawl.lies, *crawl.lonely, *crawl.wrong][:40]:
        print(f"    {fault}")
    return not (crawl.lies or crawl.lonely or crawl.wrong) and crawl.links > 0


class Crawl:
    """Asks for pages as a browser without a script does, and remembers what they say."""

    def __init__(self, listens: Ear) -> None:
        self.client, self.ear = Client(), listens
        self.answers: Counter[int] = Counter()
        self.spoken: Counter[str] = Counter()
        self.lies: list[str] = []
        self.lonely: list[str] = []
        self.wrong: list[str] = []
        self.alternates: dict[str, dict[str, str]] = {}

    @property
    def links(self) -> int:
        """Return how many links between languages there are."""
        return sum(len(each) for each in self.alternates.values())

    def mapped(self) -> list[str]:
        """Return the addresses of the sitemap."""
        answer: Any = self.client.get("/sitemap.xml")
        content = b"".join(answer.streaming_content).decode()
        return [urlsplit(found).path for found in re.findall(r"<loc>([^<]+)</loc>", content)]

    def ask(self, path: str) -> None:
        """Ask for one address, and look at what it answers with."""
        answer = self.client.get(path)
        self.answers[answer.status_code] += 1
        if answer.status_code >= 500:
            self.wrong.append(f"{path}: {answer.status_code}")
        if answer.status_code in (301, 302):
            self._led(path, answer["Location"])
        elif answer.get("Content-Type", "").startswith("text/html"):
            self._read(path, BeautifulSoup(answer.content, "html.parser"))

    def _led(self, path: str, target: str) -> None:
        """A page that is not translated leads to English, and says which language it was asked for in."""
        code = path.split("/")[1]
        if code in dict(settings.LANGUAGES) and f"not-in={code}" not in target and f"/{code}/" not in target:
            self.wrong.append(f"{path}: leads to {target}")

    def _read(self, path: str, page: BeautifulSoup) -> None:
        declared = str(page.html["lang"]) if page.html else ""
        if page.head:
            links = page.head.find_all("link", rel="alternate", hreflang=True)
            self.alternates[path] = {str(each["hreflang"]): urlsplit(str(each["href"])).path for each in links}
        main = page.main or page.body or page
        for marked in main.find_all(lang=True) + main.find_all(["script", "style", "bdi", "code"]):
            marked.extract()
        heard = self.ear.language_of(main.get_text(" "))
        self.spoken[heard or "too short"] += 1
        if heard is not None and heard != declared:
            self.lies.append(f"{path}: lang={declared}, main text in {heard}")

    def reciprocal(self) -> None:
        """Look from the other side of each link."""
        for path, links in self.alternates.items():
            for code, target in links.items():
                if self.alternates.get(target) != links:
                    self.lonely.append(f"{path}: {code} {target} does not link back")
