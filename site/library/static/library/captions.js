// Times captions while the video plays. Everything here ends up as text in the box, which works without a script.
const box = document.querySelector("#captions");
const film = document.querySelector(".wm-captions video");
const keys = document.querySelector(".wm-captions-keys");
const now = document.querySelector("#captions-now");
const TIMES = /^(\S+)[ \t]+-->[ \t]+(\S+)/;
/** A caption that nobody has ended yet lasts so long, in seconds. */
const LASTS = 3;

function clock(seconds) {
  const thousandths = Math.round(seconds * 1000);
  const part = (value, digits) => String(value).padStart(digits, "0");
  const [hours, minutes] = [Math.floor(thousandths / 3600000), Math.floor(thousandths / 60000) % 60];
  return `${part(hours, 2)}:${part(minutes, 2)}:${part(Math.floor(thousandths / 1000) % 60, 2)}.${part(thousandths % 1000, 3)}`;
}

const seconds = (time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** Return where the line of times above the caret begins, with its two times; null above the first caption. */
function current() {
  const lines = box.value.split("\n");
  let line = box.value.slice(0, box.selectionStart).split("\n").length - 1;
  // On the empty line above a caption, the caption below is not yet the one that is written.
  for (; line >= 0; line--) {
    const times = TIMES.exec(lines[line]);
    if (times) {
      const text = lines.slice(line + 1);
      const end = text.findIndex((each) => each.trim() === "");
      return { at: lines.slice(0, line).join("\n").length + (line ? 1 : 0), length: lines[line].length, start: times[1], end: times[2], text: end < 0 ? text : text.slice(0, end) };
    }
  }
  return null;
}

function write(from, to, text, caret) {
  box.setRangeText(text, from, to, "preserve");
  if (caret !== undefined) box.setSelectionRange(caret, caret);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function retime(start, end) {
  const cue = current();
  if (cue) write(cue.at, cue.at + cue.length, `${start ?? cue.start} --> ${end ?? cue.end}`);
}

function add() {
  const cue = current();
  const time = film.currentTime;
  // The caption that is being written ends where the next one begins.
  if (cue && seconds(cue.start) < time && seconds(cue.end) > time) retime(null, clock(time));
  const caption = current();
  const last = caption ? caption.at + caption.length + caption.text.reduce((sum, each) => sum + each.length + 1, 0) : box.value.length;
  const at = Math.min(last, box.value.length);
  // One empty line stands between captions.
  const above = "\n\n".slice(/\n{0,2}$/.exec(box.value.slice(0, at))[0].length);
  const text = `${above}${clock(time)} --> ${clock(time + LASTS)}\n`;
  const rest = box.value.slice(at);
  write(at, at, text + (rest.startsWith("\n") || !rest ? "" : "\n"), at + text.length);
}

const actions = {
  play: () => (film.paused ? film.play() : film.pause()),
  back: () => (film.currentTime = Math.max(0, film.currentTime - 3)),
  add,
  start: () => retime(clock(film.currentTime), null),
  // A caption that ended before it began would be refused.
  end: () => seconds(current()?.start ?? "0") < film.currentTime && retime(null, clock(film.currentTime)),
};
const shortcuts = { " ": "play", ",": "back", Enter: "add", ";": "start", ".": "end" };

function advise() {
  const cue = current();
  if (!cue) return (now.textContent = "");
  const length = seconds(cue.end) - seconds(cue.start);
  const speed = cue.text.join(" ").length / Math.max(length, 0.001);
  const longest = Math.max(0, ...cue.text.map((line) => line.length));
  const { words, over } = box.dataset;
  const [fastest, line, lines] = [box.dataset.speed, box.dataset.line, box.dataset.lines].map(Number);
  const found = { speed: speed.toFixed(1), fastest, longest, line, count: cue.text.length, lines };
  const hard = speed > fastest || longest > line || cue.text.length > lines || length <= 0;
  now.textContent = (hard ? `${over} ` : "") + words.replace(/{(\w+)}/g, (_all, name) => found[name]);
}

keys.hidden = false;
keys.addEventListener("click", (event) => {
  const name = event.target.dataset?.do;
  if (name) actions[name]();
  if (name) box.focus();
});
box.addEventListener("keydown", (event) => {
  const name = event.ctrlKey && !event.altKey && !event.metaKey ? shortcuts[event.key] : undefined;
  if (!name) return;
  event.preventDefault();
  actions[name]();
});
for (const kind of ["input", "keyup", "click"]) box.addEventListener(kind, advise);
advise();
