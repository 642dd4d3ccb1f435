"""Play a story in a real browser and keep what it shows, frame by frame."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from accessibility.browser.pages import launch
from tools.video.act import Actor
from tools.video.shots import Frame, Shot, cut
from tools.video.speech import speak
from tools.video.story import Sentence, Story

#: A narrow window, enlarged: its text is still legible when the video is played small.
WINDOW = {"width": 768, "height": 480}
SCALE = 5 / 3


def record(story: Story, address: str, folder: Path) -> list[Shot]:
    """Return the shots of ``story``, told on the site at ``address``; pictures and sounds are kept in ``folder``."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(viewport=WINDOW, device_scale_factor=SCALE, reduced_motion="reduce")  # type: ignore[arg-type] # a plain dict serves as ViewportSize
        actor = Actor(context.new_page(), folder, story.hides)
        actor.open(address + story.opens)
        shots = [
            _shot(actor, sentence, folder / f"{number:03}.wav", story)
            for number, sentence in enumerate(story.sentences)
        ]
        browser.close()
    return shots


def _shot(actor: Actor, sentence: Sentence, sound: Path, story: Story) -> Shot:
    spoken = speak(sentence, story.words_a_minute, sound)
    seconds = spoken + sentence.pause
    frames: list[Frame] = [frame for verb, what in sentence.actions for frame in actor.do(verb, what)]
    return Shot(sentence.caption, sound, spoken, seconds, cut(frames or [actor.frame(holds=True)], seconds))
