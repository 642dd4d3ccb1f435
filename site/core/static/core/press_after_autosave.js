// Wagtail saves a draft by itself soon after each change. A press on Publish while a new page is on its way would make the
// page a second time, and be refused because its address is taken. So a press waits for the draft, and no draft is begun
// behind a press.
const FORMS = "form[data-controller~=w-autosave]";
const PRESSED_SECONDS = 30; // as long as Wagtail keeps a pressed button from being pressed again

let saving = false;
let waiting = null;
let sent = false;

function send() {
  if (!waiting) return;
  const { form, button } = waiting;
  waiting = null;
  const pressed = button?.disabled;
  if (button) button.disabled = false; // a disabled button's name is not sent, and its name says what was pressed
  form.requestSubmit(button);
  if (button) button.disabled = pressed; // until Wagtail frees it, a second press would send the form a second time
}

document.addEventListener("w-autosave:save", (event) => {
  if (sent || waiting) event.preventDefault();
  saving = !event.defaultPrevented;
});

for (const end of ["success", "error"])
  document.addEventListener(`w-autosave:${end}`, () => {
    saving = false;
    if (waiting) setTimeout(send); // once Wagtail has put the draft's address into the form
  });

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.matches(FORMS)) return;
  if (saving) {
    event.preventDefault();
    waiting = { form: event.target, button: event.submitter };
    return;
  }
  waiting = null; // whichever press goes first is the only one that goes
  sent = true;
  setTimeout(() => (sent = false), PRESSED_SECONDS * 1000);
});
