"use strict";
// Colors and fonts of the drawings; dark where the host is dark, light in images and reports.
tessera.theme = (() => {
  const LIGHT = { background: "#ffffff", text: "#202428", muted: "#545c64", line: "#d4d9de", all: "#b4bac1", arrow: "#202428" };
  const DARK = { background: "#1b1f24", text: "#eceff2", muted: "#b3bcc5", line: "#444c56", all: "#69727c", arrow: "#ffffff" };
  const SYMBOLS = ["circle", "rect", "triangle", "diamond", "roundRect", "arrow"];
  const COLORS = 12;
  const VISIBLE = 3;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let fixed = false;

  const current = () => (dark.matches && !fixed ? DARK : LIGHT);

  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

  const luminance = (hex) => {
    const [red, green, blue] = channels(hex).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  /** The ratio of contrast of two colors, 1 to 21 (WCAG 2). */
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  /** A mixture of two colors, from the first (share 0) to the second (share 1). */
  const mixed = (one, other, share) => {
    const to = channels(other);
    return "#" + channels(one)
      .map((channel, i) => Math.round(channel + (to[i] - channel) * share).toString(16).padStart(2, "0")).join("");
  };

  /** The color of a segment, lightened on a dark page until it can be seen. */
  const segment = (index) => {
    let color = tessera.model.segments[index].color;
    for (let step = 0; current() === DARK && step < 8 && contrast(color, DARK.background) < VISIBLE; step += 1) {
      color = mixed(color, "#ffffff", 0.2);
    }
    return color;
  };

  /** The color of text on a color. */
  const onto = (color) => (contrast(color, "#ffffff") >= contrast(color, LIGHT.text) ? "#ffffff" : LIGHT.text);

  /** The color of a difference in standard deviations: orange above, blue below, full from 1.5, as in the image. */
  const difference = (effect) => mixed(current() === DARK ? "#2d333b" : "#f5f6f8",
    effect >= 0 ? "#d95f02" : "#1f78b4", Math.min(1, Math.abs(effect) / 1.5));

  /** The color of a share, from the background to full blue, as in the image. */
  const share = (part) => mixed(current() === DARK ? "#2d333b" : "#f5f6f8", current() === DARK ? "#6baed6" : "#08519c", part);

  /** The symbol of a segment: another one where the colors repeat. */
  const symbol = (index) => {
    const label = tessera.model.segments[index].label;
    return label < 0 ? "emptyCircle" : SYMBOLS[Math.floor(label / COLORS) % SYMBOLS.length];
  };

  /** What all drawings have in common. */
  const base = () => ({
    animation: !still.matches && !fixed,
    animationDuration: 250,
    animationDurationUpdate: 250,
    backgroundColor: "transparent",
    textStyle: { color: current().text, fontFamily: "Roboto, Segoe UI, Noto Sans, Hiragino Sans, Yu Gothic, sans-serif" },
    tooltip: {
      confine: true, backgroundColor: current().background, borderColor: current().muted,
      textStyle: { color: current().text }, extraCssText: "white-space: normal", transitionDuration: 0,
    },
  });

  const UNITS = [[1e12, " trillion"], [1e9, " billion"], [1e6, " million"]];
  const POWERS = { "-": "\u207b", 0: "\u2070", 1: "\u00b9", 2: "\u00b2", 3: "\u00b3", 4: "\u2074", 5: "\u2075", 6: "\u2076", 7: "\u2077", 8: "\u2078", 9: "\u2079" };

  /** A number at an axis: short enough to be read there; millions and more in words, beyond them as powers of ten. */
  const figure = (value) => {
    const size = Math.abs(value);
    const text = (number) => number.toLocaleString("en-US", { maximumFractionDigits: 3 }).replace("-", "\u2212");
    if (size >= 1e15 || (size > 0 && size < 1e-3)) {
      const exponent = Math.floor(Math.log10(size));
      return text(value / 10 ** exponent) + "\u00d710" + Array.from(String(exponent)).map((digit) => POWERS[digit]).join("");
    }
    const unit = UNITS.find(([least]) => size >= least);
    return unit ? text(value / unit[0]) + unit[1] : text(value);
  };

  const LINES = ["#0072b2", "#d55e00", "#007a5a", "#a8447f", "#7a6200", "#5b5bd6"];

  /** The color of a line that stands for no segment. */
  const line = (index) => {
    const color = LINES[index % LINES.length];
    return current() === DARK ? mixed(color, "#ffffff", 0.45) : color;
  };

  const axis = (settings) => ({
    axisLine: { lineStyle: { color: current().muted } },
    nameTextStyle: { color: current().text },
    splitLine: { lineStyle: { color: current().line } },
    ...settings,
    axisLabel: { color: current().text, hideOverlap: true, ...(settings.type === "value" ? { formatter: figure } : {}),
      ...settings.axisLabel },
  });

  /** Light and without motion from now on, for images and reports. */
  const fix = () => { fixed = true; document.documentElement.classList.add("light"); };

  const onChange = (listener) => [dark, still].forEach((query) => query.addEventListener("change", listener, { signal: tessera.model.life() }));

  return { current, segment, line, figure, onto, difference, share, symbol, base, axis, fix, onChange, contrast };
})();
