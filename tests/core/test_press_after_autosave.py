"""A press on Publish that waited for the draft is sent once: Wagtail's own controllers are not needed to see that."""

import json
import shutil
import subprocess

import pytest

from tests.demo_content import ROOT

SCRIPT = ROOT / "site" / "core" / "static" / "core" / "press_after_autosave.js"
#: A document of one form. A button that was pressed is disabled a moment later, as Wagtail does it.
STAGE = """
const listeners = {}, posted = [];
globalThis.document = { addEventListener: (name, heard) => (listeners[name] ??= []).push(heard) };
const say = (name, more) => {
  const event = { defaultPrevented: false, preventDefault() { this.defaultPrevented = true; }, ...more };
  for (const heard of listeners[name] ?? []) heard(event);
  return !event.defaultPrevented;
};
const form = { matches: () => true, requestSubmit: (button) => submit(button) };
const submit = (button) => say("submit", { target: form, submitter: button }) && posted.push(button.name);
const press = (button) => {
  if (button.disabled) return;
  setTimeout(() => (button.disabled = true));
  submit(button);
};
const moment = () => new Promise((done) => setTimeout(done, 5));
const publish = { name: "publish", disabled: false }, draft = { name: "draft", disabled: false };
"""
END = "await moment(); console.log(JSON.stringify(posted)); process.exit();"


BEGUN = 'say("w-autosave:save"); press(publish); await moment();'


@pytest.mark.parametrize(
    ("then", "posted"),
    [
        ("", []),
        ('say("w-autosave:error");', ["publish"]),
        ('say("w-autosave:success"); await moment(); press(publish);', ["publish"]),
        ('say("w-autosave:success"); press(draft);', ["draft"]),
    ],
)
def test_a_press_that_waited_is_sent_once(then, posted):
    node = shutil.which("node", path=f"{ROOT / '.venv' / 'bin'}:/usr/local/bin:/usr/bin")
    assert node, "Node is missing: install the locked packages first (make setup)."
    program = "\n".join([STAGE, "{", SCRIPT.read_text(), "}", BEGUN, then, END])
    run = [node, "--input-type=module", "-e", program]
    assert json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout) == posted
