// Writes down where the keyboard is after each press of Tab, until the question after a trap takes the note away.
() => {
  window.waymarkStops = [];
  window.waymarkNote = () => window.waymarkStops.push(document.activeElement);
  addEventListener("keyup", window.waymarkNote, true);
  if (document.activeElement) document.activeElement.blur();
  const radios = new Set();
  return window.waymark.focusable().filter((el) => {
    if (el.tabIndex < 0 || !window.waymark.visible(el)) return false;
    if (el.type !== "radio" || !el.name) return true;
    const seen = radios.has(el.name);
    radios.add(el.name);
    return !seen;
  }).length;
}
