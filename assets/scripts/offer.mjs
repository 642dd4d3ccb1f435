// Offers the page in the language that the reader's browser asks for. Nobody is sent anywhere: caches keep one page.
const base = (code) => code.toLowerCase().split("-")[0];

export function offer(switcher) {
  if (!switcher) return;
  const links = [...switcher.querySelectorAll("a[data-offer]")];
  for (const wanted of navigator.languages) {
    // What the page speaks already comes first for this reader.
    if (base(wanted) === base(document.documentElement.lang)) return;
    const link = links.find((each) => base(each.hreflang) === base(wanted));
    if (!link) continue;
    const line = document.createElement("p");
    line.className = "wm-languages__offer";
    line.lang = link.lang;
    line.dir = link.dir;
    const away = document.createElement("a");
    away.href = link.href;
    away.hreflang = link.hreflang;
    away.textContent = link.dataset.offer;
    line.append(away);
    switcher.append(line);
    return;
  }
}
