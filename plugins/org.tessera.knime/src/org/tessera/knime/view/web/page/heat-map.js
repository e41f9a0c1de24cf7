"use strict";
// The profile of the segments: how their means and shares differ from all customers, in the units of the columns.
tessera.heatMap = (() => {
  const { counted, signed, shortened, named } = tessera.dom;
  const ROW = 26;
  const MIN_CELL = 24;
  const CELL_WITH_TEXT = 52;
  const CHARACTER = 6.6;
  const LEVEL_HEAD = 72;
  const NAMED_HEAD = 40;
  const MATTERS = 0.5;
  const model = tessera.model;

  const rowsShown = () => model.parts.PROFILE.rows.filter((row) => model.isColumnShown(row.column));

  const nameOf = (row) => row.column + (row.category === "" ? "" : " = " + row.category);

  /** The columns of the map: all customers, then the visible segments. */
  const heads = () => [null, ...model.visible()];

  const headName = (segment) => (segment === null ? "All customers" : model.segments[segment].name);

  const headMark = (segment) => (segment === null ? "All" : model.mark(segment));

  /** Whether the names above cells of a size are turned; above narrower ones there are numbers. */
  const isTurned = (size) => size >= NAMED_HEAD && size < LEVEL_HEAD;

  /** A value in a cell: a number that is too long in millions or more, and only a text cut. */
  const fitted = (text, room) => {
    const isNumber = /^[\u2212-]?[\d,]+(\.\d+)?$/.test(text);
    return text.length <= room || !isNumber ? shortened(text, room)
      : shortened(tessera.theme.figure(Number(text.replace("\u2212", "-").replaceAll(",", ""))), room);
  };

  const mark = (row, segment) => ({
    segment,
    heading: nameOf(row),
    lines: segment === null ? ["All customers: " + row.overall] : [
      model.segments[segment].name + ": " + row.values[segment],
      "All customers: " + row.overall,
      "Difference: " + signed(row.effects[segment]) + " standard deviations"],
  });

  const cell = (row, segment, at, size) => {
    const color = tessera.theme.difference(segment === null ? 0 : row.effects[segment]);
    const isFaded = segment !== null && model.isFaded(segment);
    const room = Math.floor(size / CHARACTER);
    return {
      value: [...at, 0],
      itemStyle: { color, opacity: isFaded ? 0.25 : 1, borderWidth: 1, borderColor: tessera.theme.current().background },
      label: { show: size >= CELL_WITH_TEXT, opacity: 1, color: isFaded ? tessera.theme.current().text : tessera.theme.onto(color),
        formatter: () => fitted(segment === null ? row.overall : row.values[segment], room) },
    };
  };

  const headAxis = (shown, size) => {
    const turned = isTurned(size);
    return tessera.theme.axis({
      type: "category", position: "top", axisTick: { show: false },
      data: shown.map(size < NAMED_HEAD ? headMark : headName),
      axisLabel: { interval: 0, rotate: turned ? 50 : 0,
        width: turned ? 90 : size - 4, overflow: "truncate" },
    });
  };

  const table = (shown) => ({
    caption: "Means and shares by segment, in the units of the columns",
    columns: ["Column", ...shown.map(headName)],
    rows: rowsShown().map((row) => [nameOf(row),
      ...shown.map((segment) => (segment === null ? row.overall : row.values[segment]))]),
  });

  /** The segment and the row with the largest difference, if it is one that matters. */
  const title = (rows, segments) => {
    let most = { effect: 0 };
    rows.forEach((row) => segments.forEach((segment) => {
      if (Math.abs(row.effects[segment]) > Math.abs(most.effect)) { most = { row, segment, effect: row.effects[segment] }; }
    }));
    return Math.abs(most.effect) < MATTERS ? "No segment differs much from all customers"
      : named(shortened(model.segments[most.segment].name, 40)) + " stands out most: " + named(shortened(nameOf(most.row), 40))
        + " " + signed(most.effect) + " standard deviations";
  };

  const describe = (width) => {
    const rows = rowsShown();
    const shown = heads();
    const names = Math.max(70, Math.min(240, width * 0.3));
    const size = Math.max(MIN_CELL, (width - names - 24) / shown.length);
    const marks = [];
    const data = [];
    rows.forEach((row, r) => shown.forEach((segment, s) => {
      marks.push({ series: 0, index: data.length, stop: true, ...mark(row, segment) });
      data.push(cell(row, segment, [s, r], size));
    }));
    const top = isTurned(size) ? 88 : 34;
    const leftOut = model.parts.PROFILE.leftOut;
    return {
      title: title(rows, model.visible()), marks, table: table(shown),
      reading: "Means, or shares of customers, in the units of the columns. Orange: more than all customers; blue: less; "
        + "the full color is 1.5 standard deviations or more."
        + (leftOut > 0 ? " " + counted(leftOut, "column") + " that differ less are left out." : ""),
      height: top + 12 + rows.length * ROW,
      minWidth: names + 24 + shown.length * MIN_CELL,
      across: shown.length,
      option: {
        grid: { left: names + 8, right: 16, top, bottom: 12 },
        xAxis: headAxis(shown, size),
        yAxis: tessera.theme.axis({
          type: "category", inverse: true, data: rows.map(nameOf), axisTick: { show: false },
          axisLabel: { interval: 0, width: names, overflow: "truncate" } }),
        series: [{ type: "heatmap", data }],
      },
    };
  };

  return { id: "profile", key: "PROFILE", name: "Profile", controls: () => [], describe };
})();
