// Around the browser's own player: speed, parts, and captions as the person left them. The page works without it.
const KEPT = "waymark-captions";

/** Read or write what this browser keeps; one that keeps nothing is no fault. */
function keep(value) {
  try {
    if (value === undefined) return localStorage.getItem(KEPT);
    localStorage.setItem(KEPT, value);
  } catch {
    return null;
  }
  return value;
}

function rememberCaptions(video) {
  const tracks = [...video.textTracks].filter((track) => ["captions", "subtitles"].includes(track.kind));
  const wanted = keep();
  if (wanted !== null) for (const track of tracks) track.mode = track.language === wanted ? "showing" : "disabled";
  video.textTracks.addEventListener("change", () => keep(tracks.find((track) => track.mode === "showing")?.language ?? ""));
}

function offerSpeed(video) {
  const chooser = video.parentElement.querySelector("[data-speed]");
  if (!chooser) return;
  chooser.hidden = false;
  const select = chooser.querySelector("select");
  select.addEventListener("change", () => (video.playbackRate = Number(select.value)));
}

/** Turn captions on or off: in the language that was shown last, else the first. */
function toggleCaptions(video) {
  const tracks = [...video.textTracks].filter((track) => ["captions", "subtitles"].includes(track.kind));
  const shown = tracks.find((track) => track.mode === "showing");
  if (shown) shown.mode = "disabled";
  else if (tracks.length) (tracks.find((track) => track.language === video.dataset.captions) ?? tracks[0]).mode = "showing";
  if (shown) video.dataset.captions = shown.language;
}

const KEYS = {
  c: toggleCaptions,
  m: (video) => (video.muted = !video.muted),
  f: (video) => (document.fullscreenElement ? document.exitFullscreen() : video.requestFullscreen?.()),
  arrowleft: (video) => (video.currentTime = Math.max(0, video.currentTime - 5)),
  arrowright: (video) => (video.currentTime += 5),
};

/** Keys that work while the player has focus, and nowhere else (WCAG 2.1.4). Space is the browser's own. */
function listenToKeys(video) {
  video.addEventListener("keydown", (event) => {
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act(video);
  });
}

const videos = [...document.querySelectorAll(".wm-video video")];
videos.forEach(rememberCaptions);
videos.forEach(offerSpeed);
videos.forEach(listenToKeys);
document.querySelectorAll("a[data-seconds]").forEach((link) =>
  link.addEventListener("click", (event) => {
    event.preventDefault();
    videos[0].currentTime = Number(link.dataset.seconds);
    videos[0].play();
    videos[0].focus();
  }),
);
