// Title and summary as a list of search results and social media show them, while they are written.
const FIELDS = { title: ["id_seo_title", "id_title"], text: ["id_search_description", "id_summary"] };

function written(names) {
  return names.map((name) => document.getElementById(name)?.value.trim()).find(Boolean) ?? "";
}

function show(place) {
  const title = written(FIELDS.title);
  const text = written(FIELDS.text);
  place.querySelector("[data-found-title]").textContent = title || "…";
  place.querySelector("[data-found-text]").textContent = text || "…";
  const long = [[title, place.dataset.mostTitle], [text, place.dataset.mostText]].filter(([words, most]) => words.length > most);
  const warning = place.querySelector("[data-found-warning]");
  const said = long
    .map(([words, most]) => `“${words.slice(0, 30)}…” ${place.dataset.tooLong.replace("%n", words.length).replace("%m", most)}`)
    .join(" ");
  if (warning.textContent !== said) {
    warning.textContent = said;
    warning.hidden = !said;
  }
}

for (const place of document.querySelectorAll("[data-found]")) {
  document.addEventListener("input", (event) => {
    if (Object.values(FIELDS).flat().includes(event.target.id)) show(place);
  });
  show(place);
}
