"""WebVTT captions from what was said: one cue a sentence, short enough to read."""

from collections.abc import Iterator, Sequence

from tools.video.shots import Shot

LINE = 42
CHARACTERS_A_SECOND = 20


class UnreadableCaptionError(ValueError):
    """A sentence makes a caption that is too long or gone too soon."""


def webvtt(shots: Sequence[Shot]) -> str:
    """Return the captions file; UnreadableCaptionError names the sentence to split or to say more slowly."""
    return "WEBVTT\n\n" + "\n".join(_cues(shots))


def _cues(shots: Sequence[Shot]) -> Iterator[str]:
    start = 0.0
    for shot in shots:
        if len(shot.caption) > CHARACTERS_A_SECOND * shot.spoken:
            raise UnreadableCaptionError(f"{shot.caption!r} is too fast to read. Say it more slowly.")
        yield f"{clock(start)} --> {clock(start + shot.spoken)}\n{lines(shot.caption)}\n"
        start += shot.seconds


def clock(seconds: float) -> str:
    """Return a WebVTT time, ``mm:ss.mmm``."""
    minutes, thousandths = divmod(round(seconds * 1000), 60_000)
    return f"{minutes:02}:{thousandths / 1000:06.3f}"


def lines(sentence: str) -> str:
    """Break a sentence near its middle when it is longer than a line."""
    if len(sentence) <= LINE:
        return sentence
    words = sentence.split()
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    best = min(halves, key=lambda both: abs(len(both[0]) - len(both[1])), default=(sentence, ""))
    if max(map(len, best)) > LINE:
        raise UnreadableCaptionError(f"{sentence!r} does not fit two lines. Split it.")
    return "\n".join(best)
