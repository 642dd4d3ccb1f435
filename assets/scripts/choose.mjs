// A long list narrows down as you type (GOV.UK accessible autocomplete). Without this file it is a plain select.
import accessibleAutocomplete from "accessible-autocomplete";

for (const select of document.querySelectorAll("select[data-choose]")) {
  const say = select.dataset;
  const described = select.getAttribute("aria-describedby");
  accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: select.selectedOptions[0]?.value ? select.selectedOptions[0].textContent.trim() : "",
    inputClasses: select.classList.contains("govuk-select--error") ? "govuk-input--error" : "",
    // Leaving the box picks nothing by itself: a letter typed is not a choice made (see "settle" below).
    autoselect: false,
    confirmOnBlur: false,
    showNoOptionsFound: true,
    tNoResults: () => say.none,
    tStatusQueryTooShort: () => "",
    tStatusNoResults: () => say.none,
    tStatusSelectedOption: (option, length, index) => `${option}, ${index + 1} / ${length}`,
    tStatusResults: (length) => `${say.found} ${length}`,
    tAssistiveHint: () => say.how,
  });
  // The component sets its own description while the box is empty: hint and error message stay beside it.
  const input = document.getElementById(select.id.replace(/-select$/, ""));
  const settle = () => {
    const typed = input.value.trim().toLowerCase();
    const fits = [...select.options].find((option) => option.textContent.trim().toLowerCase() === typed);
    select.value = fits ? fits.value : "";
  };
  input.addEventListener("blur", settle);
  const join = () => {
    const ids = new Set((input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
    const missing = (described ?? "").split(" ").filter((id) => id && !ids.has(id));
    if (missing.length) input.setAttribute("aria-describedby", [...missing, ...ids].join(" "));
  };
  join();
  new MutationObserver(join).observe(input, { attributeFilter: ["aria-describedby"] });
}
