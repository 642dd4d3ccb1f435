// Words that are cut off or burst their box now and were not before; window.waymarkBefore holds what was.
() => {
  const { describe, cutOff, burst } = window.waymark;
  const before = window.waymarkBefore;
  const now = new Set([...cutOff(), ...burst()].filter((el) => !before.has(el)));
  return [...now].filter((el) => ![...now].some((other) => other !== el && el.contains(other))).slice(0, 5).map((el) => describe(el));
}
