"""Engines that are asked over HTTP: LibreTranslate's protocol and DeepL's."""

import json
import time
from dataclasses import dataclass
from typing import Any

import requests
from django.conf import settings
from urllib3.exceptions import HTTPError

from core.services import http_client
from translation.engines.base import EngineError

#: An answer may take so long (seconds) and be so large (bytes): one that drips or never ends holds up nobody else.
SECONDS, LARGEST = 60.0, 4 * 1024 * 1024
_PIECE = 64 * 1024


@dataclass(frozen=True)
class LibreTranslate:
    """``POST /translate`` of LibreTranslate (https://docs.libretranslate.com)."""

    url: str
    key: str = ""

    def translate(self, texts: list[str], target: str) -> list[str]:
        """Return ``texts`` in the language ``target``. Raises EngineError."""
        asked = {"q": texts, "source": settings.LANGUAGE_CODE, "target": target, "format": "html"}
        answer = post(f"{self.url.rstrip('/')}/translate", asked | ({"api_key": self.key} if self.key else {}), {})
        return strings(answer.get("translatedText"), len(texts))


@dataclass(frozen=True)
class DeepL:
    """``POST /v2/translate`` of DeepL (https://developers.deepl.com)."""

    url: str
    key: str = ""

    def translate(self, texts: list[str], target: str) -> list[str]:
        """Return ``texts`` in the language ``target``. Raises EngineError."""
        asked = {
            "text": texts,
            "source_lang": settings.LANGUAGE_CODE.upper(),
            "target_lang": target.upper(),
            "tag_handling": "html",
        }
        headers = {"Authorization": f"DeepL-Auth-Key {self.key}"}
        found = post(f"{self.url.rstrip('/')}/v2/translate", asked, headers).get("translations")
        rows = found if isinstance(found, list) else []
        return strings([row.get("text") if isinstance(row, dict) else None for row in rows], len(texts))


def post(url: str, asked: dict[str, Any], headers: dict[str, str]) -> dict[str, Any]:
    """Return the JSON object that ``url`` answers with. Raises EngineError."""
    try:
        with http_client().post(url, json=asked, headers=headers, stream=True) as answer:
            status, content = answer.status_code, _content(answer)
    except (requests.RequestException, HTTPError, OSError) as error:
        raise EngineError("engine-down", later=True) from error
    if status != requests.codes.ok:
        raise EngineError(f"engine-status-{status}", later=status >= 500 or status in {408, 429})
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise EngineError("engine-no-json", later=False) from error
    if not isinstance(found, dict):
        raise EngineError("engine-no-json", later=False)
    return found


def _content(answer: requests.Response) -> bytes:
    """Return the body of an answer. Raises EngineError for one that is too slow or too long."""
    content, ends = b"", time.monotonic() + SECONDS
    while piece := answer.raw.read1(_PIECE, decode_content=True):
        content += piece
        if len(content) > LARGEST:
            raise EngineError("engine-too-long", later=False)
        if time.monotonic() > ends:
            raise EngineError("engine-slow", later=True)
    return content


def strings(found: Any, count: int) -> list[str]:
    """Return ``found`` when it is ``count`` strings. Raises EngineError."""
    if not isinstance(found, list) or len(found) != count or not all(isinstance(text, str) for text in found):
        raise EngineError("engine-wrong-count", later=False)
    return found
