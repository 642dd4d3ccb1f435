// 1.3.1 (F2): a short line that stands out by size or weight, above plain text, and is no heading.
() => {
  const { describe, text, visible } = window.waymark;
  const body = getComputedStyle(document.querySelector("main p, p, li") || document.body);
  const weightOf = (el) => parseInt(getComputedStyle(el).fontWeight, 10);
  return [...document.querySelectorAll("p, div, span")].filter((el) => {
    const words = text(el), style = getComputedStyle(el);
    if (!words || words.length > 70 || /[.:;,!?]$/.test(words) || !visible(el) || style.display === "inline") return false;
    if (el.closest("h1, h2, h3, h4, h5, h6, [role=heading], table, li, dt, dd, label, legend, caption, figcaption, button, a, nav, header, footer, form, summary")) return false;
    if (el.querySelector("h1, h2, h3, h4, h5, h6, [role=heading], p, div, img, input, button, select, a")) return false;
    const inner = el.firstElementChild && text(el.firstElementChild) === words ? el.firstElementChild : el;
    const bold = weightOf(inner) >= 600 && parseInt(body.fontWeight, 10) < 600;
    const large = parseFloat(getComputedStyle(inner).fontSize) >= 1.2 * parseFloat(body.fontSize);
    const next = el.nextElementSibling;
    return (bold || large) && next && next.matches("p, ul, ol, table, div") && text(next).length > words.length &&
      weightOf(next) < 600;
  }).map((el) => describe(el));
}
