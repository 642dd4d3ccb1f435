// 2.1.1: of elements that listen to the mouse, those that no key reaches.
(...elements) => {
  const { describe, focusable, text, visible } = window.waymark;
  const keys = focusable().filter((el) => el.tabIndex >= 0);
  const passed = "html, body, main, form, label, fieldset, dialog, option";
  return elements.filter((one) => {
    if (!(one instanceof HTMLElement) || !visible(one) || one.matches(passed)) return false;
    const reached = keys.some((el) => el === one || el.contains(one) || one.contains(el)) || one.closest("label, [aria-hidden=true]");
    const words = text(one);
    return !reached && (words || one.getAttribute("aria-label")) && words.length <= 200;
  }).map((one) => describe(one, text(one).slice(0, 60)));
}
