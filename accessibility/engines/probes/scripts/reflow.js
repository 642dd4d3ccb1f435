// 1.4.10 at 320 CSS pixels. What may scroll both ways (tables, maps, video, code) only asks for a look.
() => {
  const { describe, visible, parents } = window.waymark;
  const root = document.scrollingElement;
  if (root.scrollWidth <= root.clientWidth + 1) return [];
  const scrolls = (el) => /auto|scroll|hidden|clip/.test(getComputedStyle(el).overflowX);
  const wide = [...document.body.querySelectorAll("*")].filter((el) => {
    const box = el.getBoundingClientRect();
    return visible(el) && (box.right + scrollX > root.clientWidth + 1 || box.left + scrollX < -1) &&
      !parents(el.parentElement).some((up) => up !== document.body && up !== document.documentElement && scrolls(up));
  });
  const inner = wide.filter((el) => ![...el.children].some((child) => wide.includes(child))).slice(0, 5);
  const exempt = "table, table *, img, svg, svg *, video, iframe, canvas, map, pre, pre *, math, math *";
  return inner.map((el) => ({ ...describe(el, Math.round(el.getBoundingClientRect().right)),
    ...(el.matches(exempt) ? { outcome: "needs-review" } : {}) }));
}
