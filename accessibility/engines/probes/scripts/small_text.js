() => window.waymark.withText().filter((el) => parseFloat(getComputedStyle(el).fontSize) < 11 && !el.closest("sup, sub, svg"))
  .filter((el) => window.waymark.ownText(el).length > 1)
  .map((el) => window.waymark.describe(el, Math.round(parseFloat(getComputedStyle(el).fontSize) * 10) / 10))
