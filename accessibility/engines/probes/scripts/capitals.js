() => window.waymark.withText().filter((el) => getComputedStyle(el).textTransform === "uppercase" &&
  window.waymark.ownText(el).split(" ").length >= 4).map((el) => window.waymark.describe(el))
