// Enhancements only: every page works without this file.
import { Button, CharacterCount, ErrorSummary, createAll } from "govuk-frontend";
import { suggest } from "./suggest.mjs";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(ErrorSummary);
createAll(CharacterCount);
createAll(Button, { preventDoubleClick: true });
document.querySelectorAll("form[data-suggest]").forEach(suggest);
