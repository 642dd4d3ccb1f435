// 1.3.1 (F87): words that only the style sheet holds.
() => {
  const words = (el, pseudo) => {
    const content = getComputedStyle(el, pseudo).content;
    const text = (content.match(/"((?:[^"\\]|\\.)*)"/) || ["", ""])[1];
    return /\p{L}{3,}/u.test(text) && getComputedStyle(el, pseudo).display !== "none" ? text : "";
  };
  return [...document.body.querySelectorAll("*")].filter((el) => el.checkVisibility())
    .map((el) => [el, words(el, "::before") || words(el, "::after")]).filter(([, text]) => text)
    .map(([el, text]) => window.waymark.describe(el, text));
}
