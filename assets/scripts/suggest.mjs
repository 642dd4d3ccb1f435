// Makes a search box an editable combobox with a list of suggestions (WAI-ARIA 1.2, APG "List Autocomplete with Manual
// Selection"). Without this file the form stays a plain form.
const PAUSE = 150;

export function suggest(form) {
  const input = form.querySelector("input[type=search]");
  const list = Object.assign(document.createElement("ul"), { id: `${input.id}-list`, className: "wm-suggest", hidden: true });
  const status = Object.assign(document.createElement("div"), { className: "govuk-visually-hidden" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestLabel);
  status.setAttribute("role", "status");
  form.append(list, status);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
  let timer, asked, chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (place) => {
    const options = [...list.children];
    chosen = (place + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    input.value = option.textContent;
    close();
    form.requestSubmit();
  };
  const show = (texts) => {
    list.replaceChildren(
      ...texts.map((text, at) => {
        const option = Object.assign(document.createElement("li"), { id: `${list.id}-${at}`, textContent: text });
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        // Before the box loses focus, which closes the list.
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => take(option));
        return option;
      }),
    );
    close();
    list.hidden = texts.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    const said = form.dataset[texts.length ? "suggestSome" : "suggestNone"];
    status.textContent = said.replace("#", texts.length);
  };
  const ask = async () => {
    const typed = (asked = input.value.trim());
    if (typed.length < 2) return close();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`);
      const { suggestions } = await answer.json();
      if (asked === typed && document.activeElement === input) show(suggestions);
    } catch {
      close();
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      if (event.key === "ArrowDown") mark(chosen + 1);
      else mark(chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    }
  });
}
