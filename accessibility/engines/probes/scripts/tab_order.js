// 2.4.3: a positive tabindex takes an element out of the order of the page.
() => [...document.querySelectorAll("[tabindex]")].filter((el) => el.tabIndex > 0 && window.waymark.visible(el))
  .map((el) => window.waymark.describe(el, el.tabIndex))
