// No transition hides a change of style from the next look at it.
() => {
  const style = document.createElement("style");
  style.textContent = "*, *::before, *::after { transition: none !important; animation: none !important; }";
  document.head.append(style);
  window.waymarkUndo = () => style.remove();
}
