// 1.4.1 (F73): a link among words that only its colour, or nothing at all, tells apart.
() => {
  const { describe, ownText, text, visible, contrast } = window.waymark;
  const marks = (el) => { const s = getComputedStyle(el); return [s.fontWeight, s.fontStyle, s.fontSize, s.fontFamily, s.backgroundColor, s.display].join("|"); };
  const lined = (el) => [el, ...el.querySelectorAll("*")].some((one) => {
    const style = getComputedStyle(one);
    return style.textDecorationLine.includes("underline") || (style.borderBottomStyle !== "none" && parseFloat(style.borderBottomWidth) > 0) ||
      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.backgroundImage !== "none" || style.boxShadow !== "none";
  });
  return [...document.querySelectorAll("p a[href], li a[href], td a[href], dd a[href]")].filter((el) => {
    const around = el.closest("p, li, td, dd");
    const others = text(around).length - [...around.querySelectorAll("a[href]")].reduce((sum, a) => sum + text(a).length, 0);
    if (!text(el) || !visible(el) || others < 10 || lined(el) || el.querySelector("img, svg")) return false;
    const same = marks(el).split("|").slice(0, 4).join() === marks(around).split("|").slice(0, 4).join();
    const plain = ["rgba(0, 0, 0, 0)", getComputedStyle(around).backgroundColor].includes(getComputedStyle(el).backgroundColor);
    return same && plain && getComputedStyle(el).display === "inline" && contrast(getComputedStyle(el).color, getComputedStyle(around).color) < 3;
  }).map((el) => describe(el));
}
