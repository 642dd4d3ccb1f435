// Wagtail's rich text boxes have no accessible name (WCAG 4.1.2): each gets that of its field, or of its section.
const BOXES = ".public-DraftEditor-content[role=textbox]:not([aria-label], [aria-labelledby])";

function wordsOf(part) {
  return part?.textContent.replace("*", "").replace(/\s+/g, " ").trim();
}

function headingOf(box) {
  const section = box.closest("section[aria-labelledby]");
  return section && document.getElementById(section.getAttribute("aria-labelledby"));
}

function nameOf(box) {
  const heading = headingOf(box);
  const short = heading?.cloneNode(true);
  short?.querySelector("[data-panel-heading-text]")?.remove(); // in a block: the beginning of what it holds
  return [box.closest(".w-field__wrapper")?.querySelector("label"), short, heading].map(wordsOf).find(Boolean);
}

function nameAll() {
  for (const box of document.querySelectorAll(BOXES)) {
    const name = nameOf(box);
    if (name) box.setAttribute("aria-label", name);
  }
}

nameAll();
new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
