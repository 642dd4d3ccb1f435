() => window.waymark.withText().filter((el) => getComputedStyle(el).fontStyle === "italic" &&
  window.waymark.ownText(el).split(" ").length > 12).map((el) => window.waymark.describe(el))
