// Paragraphs of three lines or more whose lines stand closer than 1.3.
() => window.waymark.withText().filter((el) => {
  const style = getComputedStyle(el), height = parseFloat(style.lineHeight), size = parseFloat(style.fontSize);
  return height && height / size < 1.3 && style.display !== "inline" && el.clientHeight >= 3 * height - 1 &&
    window.waymark.ownText(el).length > 120;
}).map((el) => window.waymark.describe(el))
