// Words of a script that runs from right to left, set from left to right.
() => window.waymark.withText().filter((el) => {
  const words = window.waymark.ownText(el);
  const rtl = (words.match(/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/g) || []).length;
  const letters = (words.match(/\p{L}/gu) || []).length;
  return rtl > 8 && rtl > letters / 2 && getComputedStyle(el).direction === "ltr" && getComputedStyle(el).display !== "inline";
}).map((el) => window.waymark.describe(el))
