// The spacing of 1.4.12.
() => window.waymark.losses(() => {
  const style = document.createElement("style");
  style.textContent = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } " +
    "p { margin-bottom: 2em !important; }";
  document.head.append(style);
  return () => style.remove();
})
