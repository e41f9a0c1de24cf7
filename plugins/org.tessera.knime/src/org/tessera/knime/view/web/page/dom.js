"use strict";
// The parts of the page are properties of this object. Texts of the customers reach the page as text, never as markup.
const tessera = {};

tessera.dom = (() => {
  const numbers = new Intl.NumberFormat("en-US");

  /** An element with attributes, listeners ("onclick") and children, which are elements or texts. */
  const element = (name, attributes = {}, ...children) => {
    const created = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) {
        created.addEventListener(key.slice(2), value);
      } else if (key === "style") {
        Object.entries(value).forEach(([property, setting]) => created.style.setProperty(property, setting));
      } else if (value === true) {
        created.setAttribute(key, "");
      } else if (value !== false && value !== null && value !== undefined) {
        created.setAttribute(key, String(value));
      }
    }
    created.append(...children.filter((child) => child !== null && child !== undefined));
    return created;
  };

  /** The content of a tooltip: a heading and lines. */
  const tip = (heading, lines) =>
    element("div", { class: "tip" }, element("strong", { dir: "auto" }, heading),
      ...lines.filter(Boolean).map((line) => element("span", { dir: "auto" }, line)));

  const say = (text) => { document.getElementById("live").textContent = text; };

  const count = (value) => numbers.format(value);

  const counted = (value, noun) => count(value) + " " + noun + (value === 1 ? "" : "s");

  /** A share as a percentage of at most one decimal; only 0 reads "0 %" and only 1 reads "100 %". */
  const percent = (share) => {
    if (share > 0 && share < 0.0005) { return "under 0.1 %"; }
    if (share < 1 && share > 0.9995) { return "over 99.9 %"; }
    return (Math.round(share * 1000) / 10).toLocaleString("en-US") + " %";
  };

  /** A number of two decimals with its sign, by the minus sign of typography. */
  const signed = (value) =>
    (value < 0 ? "\u2212" : value > 0 ? "+" : "") + Math.abs(value).toFixed(2);

  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

  /** A name inside a sentence, kept apart from its direction where it is written from right to left. */
  const named = (name) => (RIGHT_TO_LEFT.test(name) ? "\u2068" + name + "\u2069" : name);

  /** A list such as "A", "A and B", "A, B and 2 more". */
  const listed = (names, limit) => {
    const shown = names.length > limit ? names.slice(0, limit - 1) : names;
    const texts = shown.map((name) => named(shortened(name, 40)));
    if (names.length > shown.length) { texts.push(count(names.length - shown.length) + " more"); }
    return texts.length < 2 ? texts.join("") : texts.slice(0, -1).join(", ") + " and " + texts[texts.length - 1];
  };

  const shortened = (text, characters) => {
    const all = Array.from(text);
    return all.length <= characters ? text : all.slice(0, characters - 1).join("") + "\u2026";
  };

  return { element, tip, say, count, counted, percent, signed, shortened, named, listed };
})();
