"""``python -m tools.video STORY.yaml ADDRESS``: make a how-to video from the running demo site.

A real browser does what the story says while speech synthesis reads the words. Each sentence is spoken on its own,
so that its caption starts and ends with it. Needs Debian's ffmpeg and espeak-ng, and Chromium. Beside the story it
writes ``.webm`` (at most 2 MB), ``.vtt`` and the poster ``.png``.
"""

import subprocess
import sys
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

WIDTH, HEIGHT = 960, 540
PAUSE = 0.35  # seconds of silence after a sentence
LARGEST = 2 * 1024 * 1024
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-device-scale-factor=1"]


@dataclass(frozen=True)
class Shot:
    """A still picture, the sentence spoken over it, its sound file and how long both last, in seconds."""

    picture: Path
    sentence: str
    sound: Path
    seconds: float


def speak(sentence: str, file: Path) -> float:
    """Write ``sentence`` as sound with a short silence after it; return its length in seconds."""
    subprocess.run(["espeak-ng", "-v", "en-gb", "-s", "150", "-w", str(file), sentence], check=True)
    with wave.open(str(file)) as sound:
        parameters, frames = sound.getparams(), sound.readframes(sound.getnframes())
    silence = b"\0" * int(PAUSE * parameters.framerate) * parameters.sampwidth * parameters.nchannels
    with wave.open(str(file), "wb") as sound:
        sound.setparams(parameters)
        sound.writeframes(frames + silence)
    per_second: int = parameters.framerate * parameters.sampwidth * parameters.nchannels
    return (len(frames) + len(silence)) / per_second


def act(page: Page, action: dict[str, Any], address: str) -> None:
    """Do one thing as a resident would: open, press, choose, fill, or show a part of the page."""
    verb, what = next(iter(action.items()))
    if verb == "open":
        page.goto(address + what, wait_until="networkidle")
    elif verb == "press":
        page.get_by_role("button", name=what).or_(page.get_by_role("link", name=what)).first.click()
        page.wait_for_load_state("networkidle")
    elif verb == "choose":
        page.get_by_label(what, exact=True).check()
    elif verb == "fill":
        page.get_by_label(what["label"]).fill(str(what["with"]))
    elif verb == "show":
        page.get_by_text(what).first.scroll_into_view_if_needed()
    else:
        raise ValueError(f"The story says {verb!r}; use open, press, choose, fill or show.")


def film(story: dict[str, Any], address: str, folder: Path) -> list[Shot]:
    """Play the story in a browser and return its shots."""
    shots: list[Shot] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for scene in story["scenes"]:
            for action in scene.get("do", []):
                act(page, action, address)
            for sentence in scene["say"]:
                number = f"{len(shots):03}"
                page.screenshot(path=folder / f"{number}.png")
                seconds = speak(sentence, folder / f"{number}.wav")
                shots.append(Shot(folder / f"{number}.png", sentence, folder / f"{number}.wav", seconds))
        browser.close()
    return shots


def clock(seconds: float) -> str:
    """Return a WebVTT time, ``mm:ss.mmm``."""
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes):02}:{rest:06.3f}"


def captions(shots: list[Shot]) -> str:
    """Return WebVTT with one cue a sentence, in lines of at most 42 characters."""
    cues, start = [], 0.0
    for shot in shots:
        end = start + shot.seconds - PAUSE
        cues.append(f"{clock(start)} --> {clock(end)}\n{two_lines(shot.sentence)}\n")
        start += shot.seconds
    return "WEBVTT\n\n" + "\n".join(cues)


def two_lines(sentence: str, longest: int = 42) -> str:
    """Break a sentence near its middle when it is longer than a line."""
    if len(sentence) <= longest:
        return sentence
    words = sentence.split()
    breaks = range(1, len(words))
    middle = min(breaks, key=lambda at: abs(len(" ".join(words[:at])) - len(" ".join(words[at:]))))
    return " ".join(words[:middle]) + "\n" + " ".join(words[middle:])


def join(shots: list[Shot], folder: Path, target: Path) -> None:
    """Join pictures and sound into one WebM file."""
    (folder / "pictures").write_text(
        "".join(f"file '{shot.picture}'\nduration {shot.seconds:.3f}\n" for shot in shots)
        + f"file '{shots[-1].picture}'\n"
    )
    (folder / "sounds").write_text("".join(f"file '{shot.sound}'\n" for shot in shots))
    command = ["ffmpeg", "-y", "-loglevel", "error", "-f", "concat", "-safe", "0", "-i", str(folder / "pictures")]
    command += ["-f", "concat", "-safe", "0", "-i", str(folder / "sounds"), "-r", "5", "-pix_fmt", "yuv420p"]
    command += ["-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "40", "-c:a", "libopus", "-b:a", "24k", "-shortest"]
    subprocess.run([*command, str(target)], check=True)


def main() -> int:
    """Make the video that the story on the command line tells."""
    file, address = Path(sys.argv[1]), sys.argv[2].rstrip("/")
    story = yaml.safe_load(file.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        shots = film(story, address, Path(name))
        target = file.with_suffix(".webm")
        join(shots, Path(name), target)
        file.with_suffix(".vtt").write_text(captions(shots), encoding="utf-8")
        file.with_suffix(".png").write_bytes(shots[0].picture.read_bytes())
    size = target.stat().st_size
    print(f"{target.name}: {size / 1024:.0f} KB, {sum(shot.seconds for shot in shots):.0f} s, {len(shots)} captions")
    return 0 if size <= LARGEST else 1


if __name__ == "__main__":
    sys.exit(main())
