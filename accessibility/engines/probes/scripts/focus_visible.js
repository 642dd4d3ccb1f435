// 2.4.7: something of the element, its label or its parent must look different with the keyboard on it.
// Called after a key was pressed, so that :focus-visible applies to what a script focuses.
() => {
  const { describe, visible, focusable } = window.waymark;
  const SHOWN = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "backgroundImage", "color",
    "borderTopColor", "borderBottomColor", "borderTopWidth", "borderBottomWidth", "textDecorationLine", "textDecorationThickness",
    "textDecorationColor", "opacity", "transform", "filter", "fontWeight", "clipPath", "visibility"];
  const look = (el, pseudo) => {
    const style = getComputedStyle(el, pseudo);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return SHOWN.map((name) => (name.startsWith("outline") && !outlined ? "" : style[name])).join("|");
  };
  const looks = (el) => {
    const near = [el, el.parentElement, el.nextElementSibling, ...(el.labels || [])].filter(Boolean);
    const box = el.getBoundingClientRect();
    return near.flatMap((one) => [look(one), look(one, "::before"), look(one, "::after")]).join("#") + [box.x, box.y, box.width, box.height];
  };
  const active = document.activeElement;
  // No transition hides a change of style from the next look at it.
  const still = document.createElement("style");
  still.textContent = "*, *::before, *::after { transition: none !important; animation: none !important; }";
  document.head.append(still);
  const missed = focusable().filter((el) => el.tabIndex >= 0 && el.tagName !== "IFRAME").slice(0, 150).filter((el) => {
    if (document.activeElement) document.activeElement.blur();
    const before = looks(el);
    el.focus({ preventScroll: true });
    const took = document.activeElement === el;
    const same = took && looks(el) === before;
    el.blur();
    return same && visible(el);
  });
  if (active && active !== document.body) active.focus({ preventScroll: true });
  still.remove();
  return missed.map((el) => describe(el));
}
