// 1.4.13 and 2.1.1: what a style sheet shows on hover. Without a twin for the keyboard it is a fault.
() => {
  const shows = (style) => (style.display && style.display !== "none") || style.visibility === "visible" || (style.opacity && style.opacity !== "0");
  const rules = (list) => [...list].flatMap((rule) => (rule.cssRules && !rule.selectorText ? rules(rule.cssRules) : [rule]));
  const all = [...document.styleSheets].flatMap((sheet) => { try { return rules(sheet.cssRules); } catch { return []; } }).filter((rule) => rule.selectorText);
  const selectors = all.flatMap((rule) => rule.selectorText.split(",").map((one) => [one.trim(), rule.style]));
  const keyboard = new Set(selectors.filter(([one]) => /:focus/.test(one)).map(([one]) => one.replace(/:focus(-within|-visible)?/g, ":hover")));
  const hidden = (el) => !el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return selectors.filter(([one, style]) => /:hover\b.*[\s>+~]/.test(one) && shows(style)).flatMap(([one]) => {
    let found = [];
    try { found = [...document.querySelectorAll(one.replace(/:hover/g, ""))]; } catch { found = []; }
    return found.filter((el) => hidden(el) && (el.textContent.trim() || el.querySelector("img, a, button"))).slice(0, 1)
      .map((el) => ({ ...window.waymark.describe(el, one), ...(keyboard.has(one) ? { outcome: "needs-review", criterion: "1.4.13" } : {}) }));
  });
}
