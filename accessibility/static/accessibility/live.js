// Checks the page in Wagtail's editor as its author writes. Without it the checks run when a draft is saved.
(() => {
  const QUIET_MS = 1500;
  const place = document.querySelector("[data-accessibility-live]");
  const form = document.querySelector("[data-edit-form]") || document.getElementById("page-edit-form");
  if (!place || !form || place.dataset.ready) return;
  place.dataset.ready = "true";
  const saved = document.querySelector("[data-accessibility-saved]");
  const status = document.querySelector("[data-accessibility-status]");
  let timer;
  let asking;

  const show = (html) => {
    const held = place.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    place.innerHTML = html;
    place.hidden = false;
    // What was put aside or let through is decided on the saved draft: its links stay.
    if (saved) saved.hidden = true;
    if (held) [...place.querySelectorAll("a")].find((link) => link.getAttribute("href") === held)?.focus();
    const words = place.querySelector("[data-accessibility-summary]").textContent.trim().replace(/\s+/g, " ");
    if (status && status.textContent !== words) status.textContent = words;
  };

  const check = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(place.dataset.accessibilityLive, {
        method: "POST",
        body: new FormData(form),
        credentials: "same-origin",
        signal: asking.signal,
      });
      if (answer.ok) show(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") place.hidden = true;
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(check, QUIET_MS);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
})();
