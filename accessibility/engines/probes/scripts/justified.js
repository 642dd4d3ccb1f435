() => window.waymark.withText().filter((el) => getComputedStyle(el).textAlign === "justify" && window.waymark.ownText(el).length > 80)
  .map((el) => window.waymark.describe(el))
