"""The voice: each sentence is spoken on its own, so that its caption starts and ends with it."""

import subprocess
import wave
from pathlib import Path

#: Seconds of silence after each sentence.
PAUSE = 0.45


def speak(sentence: str, file: Path, words_a_minute: int) -> float:
    """Write ``sentence`` as sound with a short silence after it; return the length of both in seconds."""
    command = ["espeak-ng", "-v", "en-gb", "-s", str(words_a_minute), "-w", str(file), sentence]
    subprocess.run(command, check=True)
    with wave.open(str(file)) as sound:
        parameters, frames = sound.getparams(), sound.readframes(sound.getnframes())
    bytes_a_frame = parameters.sampwidth * parameters.nchannels
    frames += bytes(int(PAUSE * parameters.framerate) * bytes_a_frame)
    with wave.open(str(file), "wb") as sound:
        sound.setparams(parameters)
        sound.writeframes(frames)
    return len(frames) / bytes_a_frame / parameters.framerate
