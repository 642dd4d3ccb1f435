// Key sequences for editors: off until somebody switches them on in their account, and only where nobody is typing
// (WCAG 2.1.4). Press G, then within two seconds the letter of the place. Only this browser keeps the choice.
const KEPT = "waymark-sequences";
const WAIT = 2000;
const PLACES = { h: "", p: "pages/", t: "translate/", r: "reports/aging-pages/", a: "accessibility/", q: "requests/", k: "account/" };

function kept() {
  try {
    return localStorage.getItem(KEPT) === "on";
  } catch {
    return false;
  }
}

function isTyping(target) {
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) || target.closest("[role=dialog]");
}

let started = 0;

document.addEventListener("keydown", (event) => {
  if (!kept() || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  const place = Date.now() - started < WAIT ? PLACES[key] : undefined;
  started = key === "g" ? Date.now() : 0;
  if (place === undefined) return;
  event.preventDefault();
  location.assign(document.getElementById("key-sequences").dataset.admin + place);
});

document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("[data-sequences]");
  if (!box) return;
  box.hidden = false;
  const input = box.querySelector("input");
  input.checked = kept();
  input.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, input.checked ? "on" : "off");
    } catch {
      input.checked = false; // this browser keeps nothing: say so by the box that stays empty
    }
  });
});
