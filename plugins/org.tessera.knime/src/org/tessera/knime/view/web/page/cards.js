"use strict";
// A card per segment, which highlights it in every drawing, and the legend, which hides it.
tessera.cards = (() => {
  const { element, counted, percent } = tessera.dom;
  const model = tessera.model;

  const rule = (segment) => (segment.rule === "" ? null : element("p", { class: "rule", dir: "auto", title: segment.rule + segment.remark },
    "Rule: " + segment.rule + " (" + percent(segment.coverage) + " of the segment, " + percent(segment.precision) + " right)"));

  const card = (segment, index) => {
    const button = element("button", { type: "button", "aria-pressed": "false", dir: "auto" }, segment.name);
    const item = element("li", { class: "card", onclick: () => { if (!window.getSelection().toString()) { model.select(index); } } },
      element("h3", {}, button),
      element("p", {}, counted(segment.size, "customer") + ", " + percent(segment.share)),
      segment.sentence === "" ? null : element("p", { dir: "auto", title: segment.sentence }, segment.sentence),
      rule(segment));
    const update = () => {
      const isSelected = model.selected.has(index);
      item.classList.toggle("selected", isSelected);
      item.style.setProperty("--segment", tessera.theme.segment(index));
      button.setAttribute("aria-pressed", String(isSelected));
    };
    return { item, update };
  };

  const kept = (entries) => {
    const update = () => entries.forEach((entry) => entry.update());
    model.onChange(update);
    tessera.theme.onChange(update);
    update();
    return entries.map((entry) => entry.item);
  };

  /** The list of cards. */
  const create = () => element("section", { class: "cards", "aria-label": "Segments", tabindex: "0" },
    element("h2", {}, "Segments"),
    element("ul", {}, ...kept(model.shown().map((index) => card(model.segments[index], index)))));

  const entry = (segment, index) => {
    const button = element("button", { type: "button", title: segment.name, onclick: () => model.hide(index) },
      element("i", {}), element("span", { dir: "auto" }, segment.name));
    const update = () => {
      button.setAttribute("aria-pressed", String(!model.hidden.has(index)));
      button.style.setProperty("--segment", tessera.theme.segment(index));
    };
    return { item: element("li", {}, button), update };
  };

  /** The legend: pressed entries are drawn. */
  const legend = () => element("ul", { class: "legend", "aria-label": "Segments drawn" }, ...kept(model.shown().map((index) => entry(model.segments[index], index))));

  return { create, legend };
})();
