// The form of the reader's own settings.
import { LETTERS, apply, chosen, keep } from "./comfort.mjs";

const form = document.querySelector("[data-settings]");
const status = form.querySelector("[role=status]");
const clash = form.querySelector("[data-clash]");

function show({ text = "", space, calm, keys, letters = {} }) {
  form.elements.text.value = text;
  for (const [name, value] of Object.entries({ space, calm, keys })) form.elements[name].checked = Boolean(value);
  for (const name of Object.keys(LETTERS)) form.elements[`key-${name}`].value = letters[name] || LETTERS[name];
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const letters = Object.fromEntries(Object.keys(LETTERS).map((name) => [name, form.elements[`key-${name}`].value]));
  const twice = new Set(Object.values(letters)).size < Object.keys(letters).length;
  clash.textContent = twice ? clash.dataset.clash : "";
  status.textContent = "";
  if (twice) return;
  const { text, space, calm, keys } = form.elements;
  const values = { ...chosen(), text: text.value, space: space.checked, calm: calm.checked, keys: keys.checked, letters };
  apply(values);
  status.textContent = keep(values) ? status.dataset.saved : status.dataset.failed;
});

form.addEventListener("reset", (event) => {
  event.preventDefault();
  clash.textContent = "";
  status.textContent = keep({}) ? status.dataset.reset : status.dataset.failed;
  show({});
  apply({});
});

document.querySelector("[data-without-script]").hidden = true;
show(chosen());
form.hidden = false;
