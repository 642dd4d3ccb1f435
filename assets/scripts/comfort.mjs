// What one reader chose, kept in this browser only: how pages look, shortcuts, messages that are hidden.
const KEY = "waymark";
export const LETTERS = { search: "S", main: "M", home: "H", contact: "C", settings: "K" };

export function chosen() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || {};
  } catch {
    return {};
  }
}

// Whether the browser keeps it: in a private window it may not.
export function keep(values) {
  try {
    localStorage.setItem(KEY, JSON.stringify(values));
    return true;
  } catch {
    return false;
  }
}

export function apply({ text, space, calm }) {
  const root = document.documentElement.classList;
  for (const name of ["large", "largest"]) root.toggle(`wm-text-${name}`, text === name);
  root.toggle("wm-space", Boolean(space));
  root.toggle("wm-calm", Boolean(calm));
}

const reach = (selector) => {
  const target = document.querySelector(selector);
  if (target && !target.hasAttribute("tabindex") && !target.matches("input, a, button")) target.tabIndex = -1;
  target?.focus();
  target?.scrollIntoView();
};
const follow = (selector) => document.querySelector(selector)?.click();
const ACTIONS = {
  search: () => (document.querySelector("[type=search][name=q]") ? reach("[type=search][name=q]") : follow(".wm-council")),
  main: () => reach("#main-content"),
  home: () => follow(".wm-council"),
  contact: () => reach(".wm-footer"),
  settings: () => follow('a[href$="/reading-settings/"]'),
};

// Never a single key (WCAG 2.1.4): Alt and Shift always, and only for those who switched it on.
export function listen() {
  document.addEventListener("keydown", (event) => {
    const { keys, letters } = chosen();
    if (!keys || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    const name = Object.keys(LETTERS).find((each) => event.code === `Key${letters?.[each] || LETTERS[each]}`);
    if (!name) return;
    event.preventDefault();
    ACTIONS[name]();
  });
}

// A message that was read can be put away; a changed one has another mark and shows again.
export function hideable(alert) {
  const mark = alert.dataset.alert;
  if ((chosen().hidden || []).includes(mark)) {
    alert.hidden = true;
    return;
  }
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: alert.dataset.hide });
  button.className = "wm-alert__hide";
  button.addEventListener("click", () => {
    keep({ ...chosen(), hidden: [...(chosen().hidden || []).slice(-20), mark] });
    alert.hidden = true;
    reach("#main-content");
  });
  alert.firstElementChild.append(button);
}
