// Enhancements only: every page works without this file.
import { Button, CharacterCount, ErrorSummary, createAll } from "govuk-frontend";
import { apply, chosen, hideable, listen } from "./comfort.mjs";
import { offer } from "./offer.mjs";
import { suggest } from "./suggest.mjs";

apply(chosen());
document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(ErrorSummary);
createAll(CharacterCount);
createAll(Button, { preventDoubleClick: true });
document.querySelectorAll("form[data-suggest]").forEach(suggest);
document.querySelectorAll("[data-hide]").forEach(hideable);
listen();
offer(document.querySelector(".wm-languages"));

const { worker } = document.body.dataset;
// Late, so that it takes nothing from the page that somebody waits for.
if (worker) addEventListener("load", () => navigator.serviceWorker?.register(worker).catch(() => undefined));
