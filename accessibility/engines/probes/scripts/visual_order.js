// 2.4.3: the keyboard jumps up by more than a third of the window, and not to the top of another column. A jump to the
// first stop of the page is no jump: the walk had come to the end.
() => {
  const place = (el) => { const box = el.getBoundingClientRect(); return { x: box.left, y: box.top + scrollY, right: box.right }; };
  const start = window.waymark.focusable().find((el) => el.tabIndex >= 0);
  const stops = window.waymarkStops.filter((el) => el && el !== document.body && window.waymark.visible(el));
  return stops.slice(1).filter((el, index) => {
    const [from, to] = [place(stops[index]), place(el)];
    const wrapped = el === start || stops.indexOf(el) <= index || stops.slice(0, index + 1).includes(el);
    return !wrapped && to.y < from.y - innerHeight / 3 && to.x < from.right && place(stops[index]).x < to.right;
  }).map((el) => window.waymark.describe(el));
}
