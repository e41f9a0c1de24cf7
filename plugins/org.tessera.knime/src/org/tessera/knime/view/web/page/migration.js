"use strict";
// Where the customers of each earlier segment are today: a row per earlier segment, a column per segment of today.
tessera.migration = (() => {
  const { count, counted, percent, shortened } = tessera.dom;
  const ROW = 34;
  const MIN_CELL = 30;
  const CELL_WITH_TEXT = 44;
  const NAMED_HEAD = 72;
  const model = tessera.model;

  const rows = () => model.parts.MIGRATION.rows;

  const share = (row, segment) => (row.customers === 0 ? 0 : row.groups[segment] / row.customers);

  /** Percent without decimals, as a cell has little room; none at all for no customer. */
  const inCell = (part) => (part === 0 ? "" : part < 0.005 ? "<1 %" : Math.round(part * 100) + " %");

  const mark = (row, segment) => ({
    segment,
    heading: row.name + " \u2192 " + model.segments[segment].name,
    lines: [counted(row.groups[segment], "customer"),
      percent(share(row, segment)) + " of the " + count(row.customers) + " of " + row.name],
  });

  const cell = (row, segment, at, size) => {
    const color = tessera.theme.share(share(row, segment));
    const isFaded = model.isFaded(segment);
    return {
      value: [...at, 0],
      itemStyle: { color, opacity: isFaded ? 0.25 : 1, borderWidth: 1, borderColor: tessera.theme.current().background },
      label: { show: size >= CELL_WITH_TEXT, opacity: 1,
        color: isFaded ? tessera.theme.current().text : tessera.theme.onto(color),
        formatter: () => inCell(share(row, segment)) },
    };
  };

  const table = (shown) => ({
    caption: "Customers by earlier segment and segment of today",
    columns: ["Earlier segment", ...shown.map((segment) => model.segments[segment].name), "All"],
    rows: rows().map((row) => [row.name, ...shown.map((segment) => count(row.groups[segment])), count(row.customers)]),
  });

  const describe = (width) => {
    const shown = model.visible();
    const names = Math.max(70, Math.min(240, width * 0.3));
    const size = Math.max(MIN_CELL, (width - names - 24) / Math.max(1, shown.length));
    const marks = [];
    const data = [];
    rows().forEach((row, r) => shown.forEach((segment, s) => {
      marks.push({ series: 0, index: data.length, stop: true, ...mark(row, segment) });
      data.push(cell(row, segment, [s, r], size));
    }));
    const isNamed = size >= NAMED_HEAD;
    return {
      title: model.parts.MIGRATION.title, marks, table: table(shown),
      reading: "Of the customers of each earlier segment (row), the share that is today in the segment of the column.",
      height: 46 + rows().length * ROW,
      minWidth: names + 24 + shown.length * MIN_CELL,
      across: Math.max(1, shown.length),
      option: {
        grid: { left: names + 8, right: 16, top: 34, bottom: 12 },
        xAxis: tessera.theme.axis({ type: "category", position: "top", axisTick: { show: false },
          data: shown.map((segment) => (isNamed ? model.segments[segment].name : model.mark(segment))),
          axisLabel: { interval: 0, width: size - 4, overflow: "truncate" } }),
        yAxis: tessera.theme.axis({ type: "category", inverse: true, axisTick: { show: false },
          data: rows().map((row) => shortened(row.name, 60) + " (" + count(row.customers) + ")"),
          axisLabel: { interval: 0, width: names, overflow: "truncate" } }),
        series: [{ type: "heatmap", data }],
      },
    };
  };

  return { id: "migration", key: "MIGRATION", name: "Migration", controls: () => [], describe };
})();
