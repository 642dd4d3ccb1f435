"""The voice: each sentence is spoken on its own, so that its caption starts and ends with it."""

import subprocess
import wave
from pathlib import Path

from tools.video.story import Sentence


def speak(sentence: Sentence, words_a_minute: int, file: Path) -> float:
    """Write ``sentence`` as sound with its silence after it; return how long it is spoken, in seconds."""
    command = ["espeak-ng", "-v", "en-gb", "-s", str(words_a_minute), "-w", str(file), sentence.speech]
    subprocess.run(command, check=True)
    with wave.open(str(file)) as sound:
        parameters, frames = sound.getparams(), sound.readframes(sound.getnframes())
    bytes_a_frame = parameters.sampwidth * parameters.nchannels
    with wave.open(str(file), "wb") as sound:
        sound.setparams(parameters)
        sound.writeframes(frames + bytes(int(sentence.pause * parameters.framerate) * bytes_a_frame))
    seconds: float = len(frames) / bytes_a_frame / parameters.framerate
    return seconds
