// 2.5.8: 24 by 24 CSS pixels, or as much room around; links in a sentence and the browser's own controls are excepted.
() => {
  const { describe, focusable, hiddenFromSight, ownText } = window.waymark;
  const targets = focusable().filter((el) => el.matches("a[href], button, input, select, textarea, summary, [role=button], [role=link], [onclick]") && !hiddenFromSight(el))
    .map((el) => ({ el, box: el.getBoundingClientRect() }));
  const small = targets.filter(({ box }) => box.width < 24 || box.height < 24);
  const inSentence = (el) => getComputedStyle(el).display === "inline" && el.parentElement && ownText(el.parentElement).length > 0;
  const own = (el) => el.matches("input[type=checkbox], input[type=radio], input[type=range], input[type=color]") && getComputedStyle(el).appearance !== "none";
  const labelled = (el) => [...(el.labels || [])].some((label) => { const box = label.getBoundingClientRect(); return box.width >= 24 && box.height >= 24; });
  const centre = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const touches = ([x, y], box) => Math.hypot(x - Math.max(box.left, Math.min(x, box.right)), y - Math.max(box.top, Math.min(y, box.bottom))) < 12;
  const crowded = ({ el, box }) => targets.some((other) => {
    if (other.el === el || other.el.contains(el) || el.contains(other.el)) return false;
    const [x, y] = centre(other.box), [a, b] = centre(box);
    return touches(centre(box), other.box) || (small.includes(other) && Math.hypot(x - a, y - b) < 24);
  });
  return small.filter(({ el, box }) => box.width > 0 && !inSentence(el) && !own(el) && !labelled(el) && crowded({ el, box }))
    .map(({ el, box }) => describe(el, `${Math.round(box.width)} × ${Math.round(box.height)}`));
}
