// What our scripts share in a page that is looked at: how an element is described, seen, measured.
() => {
  const parents = (node, found = []) => (node ? parents(node.parentElement, [...found, node]) : found);
  const step = (node) => {
    const twins = node.parentElement ? [...node.parentElement.children].filter((n) => n.localName === node.localName) : [];
    return node.localName + (twins.length > 1 ? `:nth-of-type(${twins.indexOf(node) + 1})` : "");
  };
  const selector = (element) => {
    const parts = [];
    for (const node of parents(element)) {
      if (node === document.documentElement) break;
      if (node.id) { parts.unshift("#" + CSS.escape(node.id)); break; }
      parts.unshift(step(node));
    }
    return parts.join(" > ") || "html";
  };
  const describe = (element, detail = "") => {
    const block = element.closest("[data-block-id]");
    return { selector: selector(element), snippet: element.outerHTML.slice(0, 300),
      block_id: block ? block.dataset.blockId : "", detail: String(detail) };
  };
  // Drawn, and not put away for screen readers only: those are cut to a pixel or moved out of the window.
  const visible = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && box.right + scrollX > 0 && box.bottom + scrollY > 0;
  };
  const hiddenFromSight = (element) => parents(element).some((node) => {
    const box = node.getBoundingClientRect();
    return box.width <= 2 || box.height <= 2 || getComputedStyle(node).clipPath === "inset(50%)";
  });
  const ownText = (element) => [...element.childNodes].filter((n) => n.nodeType === 3)
    .map((n) => n.textContent).join(" ").replace(/\s+/g, " ").trim();
  const text = (element) => (element.innerText || "").replace(/\s+/g, " ").trim();
  const withText = () => [...document.body.querySelectorAll("*")]
    .filter((el) => !["SCRIPT", "STYLE", "NOSCRIPT", "OPTION", "TEMPLATE"].includes(el.tagName) && ownText(el) && visible(el));
  const FOCUSABLE = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, " +
    "[tabindex], audio[controls], video[controls], [contenteditable]:not([contenteditable=false])";
  const focusable = () => [...document.querySelectorAll(FOCUSABLE)]
    .filter((el) => !el.disabled && !el.closest("[inert]") && el.checkVisibility({ visibilityProperty: true }));
  const channels = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
    return [r, g, b, a];
  };
  // WCAG's relative luminance and contrast ratio.
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  // Elements whose words are cut off: the text is wider or higher than a box that hides what does not fit.
  const cutOff = () => [...document.body.querySelectorAll("*")].filter((box) => {
    const style = getComputedStyle(box);
    const wide = /hidden|clip/.test(style.overflowX) && box.scrollWidth > box.clientWidth + 2;
    const high = /hidden|clip/.test(style.overflowY) && box.scrollHeight > box.clientHeight + 4;
    return (wide || high) && text(box) && visible(box) && !hiddenFromSight(box);
  });
  // Boxes with an edge of their own whose words stand out of them.
  const burst = () => [...document.body.querySelectorAll("*")].filter((el) => {
    const style = getComputedStyle(el);
    const edged = channels(style.backgroundColor)[3] > 0 || parseFloat(style.borderTopWidth) > 0;
    return edged && style.overflowY === "visible" && style.display !== "inline" && el.clientHeight > 0 &&
      el.scrollHeight > el.clientHeight + parseFloat(style.fontSize) / 2 && text(el) && visible(el);
  });
  // Boxes that lose words through a change and did not before; `change` makes it and returns what undoes it.
  const losses = (change) => {
    const before = new Set([...cutOff(), ...burst()]);
    const undo = change();
    try {
      const now = [...new Set([...cutOff(), ...burst()])].filter((el) => !before.has(el));
      return now.filter((el) => !now.some((other) => other !== el && el.contains(other))).slice(0, 5).map((el) => describe(el));
    } finally {
      undo();
    }
  };
  window.waymark = { describe, visible, hiddenFromSight, ownText, text, withText, focusable,
    contrast, channels, parents, losses };
}
