"use strict";
// The numbers behind a drawing as a table, which a screen reader always finds and everybody else can open.
tessera.table = (() => {
  const { element } = tessera.dom;

  const row = (texts) => (cells) => element("tr", {},
    element("th", { scope: "row", dir: "auto" }, cells[0]),
    ...cells.slice(1).map((cell, index) =>
      element("td", { dir: "auto", class: texts.includes(index + 1) ? "text" : null }, cell)));

  /**
   * A table of texts with a caption, column names, and rows whose first cell is a heading. Some columns can hold sentences
   * instead of numbers.
   */
  const create = ({ caption, columns, rows, texts = [] }) => element("table", {},
    element("caption", { dir: "auto" }, caption),
    element("thead", {}, element("tr", {},
      ...columns.map((name) => element("th", { scope: "col", dir: "auto" }, name)))),
    element("tbody", {}, ...rows.map(row(texts))));

  return { create };
})();
