"""Join frames and sound into one WebM file with ffmpeg."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tools.video.shots import Shot

#: Screens hardly move: a high quantiser keeps their text sharp and the file small.
PICTURE = ["-r", "10", "-pix_fmt", "yuv420p", "-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "36", "-row-mt", "1"]
#: Loudness for speech on small loudspeakers (EBU R 128 scale).
SOUND = ["-af", "loudnorm=I=-18:TP=-2", "-ar", "48000", "-c:a", "libopus", "-b:a", "32k", "-ac", "1"]


def encode(shots: Sequence[Shot], folder: Path, target: Path) -> None:
    """Write ``target``; the lists for ffmpeg are kept in ``folder``."""
    frames = [frame for shot in shots for frame in shot.frames]
    pictures = [f"file '{frame.picture}'\nduration {frame.seconds:.3f}\n" for frame in frames]
    # The list's last duration counts only when a file follows.
    pictures.append(f"file '{frames[-1].picture}'\n")
    (folder / "pictures").write_text("".join(pictures))
    (folder / "sounds").write_text("".join(f"file '{shot.sound}'\n" for shot in shots))
    command = ["ffmpeg", "-y", "-loglevel", "error"]
    for name in ("pictures", "sounds"):
        command += ["-f", "concat", "-safe", "0", "-i", str(folder / name)]
    subprocess.run([*command, *PICTURE, *SOUND, "-shortest", str(target)], check=True)


def save_poster(picture: Path, target: Path) -> None:
    """Write the picture that stands in the page before the video is loaded."""
    with Image.open(picture) as image:
        image.convert("RGB").save(target, quality=60, method=6)
