// 2.2.2: what moves by itself for more than five seconds, beside other content.
() => {
  const { describe, visible } = window.waymark;
  const long = document.getAnimations().filter((one) => one.playState === "running" && one.effect && one.effect.target &&
    one.effect.getComputedTiming().endTime > 5000 && visible(one.effect.target)).map((one) => one.effect.target);
  const old = [...document.querySelectorAll("marquee, blink")];
  const films = [...document.querySelectorAll("video[autoplay]:not([controls])")].filter((el) => el.loop || !(el.duration <= 5));
  return [...new Set([...long, ...old, ...films])].map((el) => describe(el));
}
