// 1.4.4: text twice as large, as a browser's text zoom makes it.
() => window.waymark.losses(() => {
  const sized = window.waymark.withText().map((el) => [el, parseFloat(getComputedStyle(el).fontSize), el.getAttribute("style")]);
  for (const [el, size] of sized) el.style.setProperty("font-size", `${2 * size}px`, "important");
  return () => {
    for (const [el, , style] of sized) {
      el.setAttribute("style", style || "");
      if (style === null) el.removeAttribute("style");
    }
  };
})
