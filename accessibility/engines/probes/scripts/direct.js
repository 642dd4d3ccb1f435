// 2.1.1: called on one element that has a listener for the mouse; true when no key reaches what it does.
function () {
  const { focusable, text, visible } = window.waymark;
  if (!(this instanceof HTMLElement) || !visible(this) || this.matches("html, body, main, form, label, fieldset, dialog, option")) return null;
  const keys = focusable();
  const reached = keys.some((el) => el.tabIndex >= 0 && (el === this || el.contains(this) || this.contains(el))) || this.closest("label, [aria-hidden=true]");
  const words = text(this);
  return reached || (!words && !this.getAttribute("aria-label")) || words.length > 200 ? null : window.waymark.describe(this, words.slice(0, 60));
}
