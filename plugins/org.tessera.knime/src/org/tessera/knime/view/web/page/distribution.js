"use strict";
// The distribution of a column in each segment, against all customers.
tessera.distribution = (() => {
  const { element, shortened, named } = tessera.dom;
  const CELL_WIDTH = 230;
  const BARS_HEIGHT = 150;
  const CATEGORY_HEIGHT = 20;
  const model = tessera.model;
  const state = { index: 0, column: null };

  /** The place of the chosen column in the list of all; the first shown one where the chosen one is not shown. */
  const chosen = () => {
    const shown = model.shownColumns();
    return shown.includes(state.index) ? state.index : shown[0];
  };

  /** Gets the chosen column, if the page has not got it, before it is drawn. */
  const prepare = async () => {
    const wanted = chosen();
    const column = wanted === undefined ? null : await model.distribution(wanted);
    if (wanted === chosen()) { state.column = column; }
  };

  const choose = (index, redraw) => { state.index = index; redraw(true); };

  const controls = (redraw) => {
    const shown = model.shownColumns();
    if (shown.length === 0) { return []; }
    const select = element("select", { onchange: () => choose(Number(select.value), redraw) },
      ...shown.map((index) => element("option", { value: index, selected: index === chosen() },
        shortened(model.columns[index].name, 60))));
    const step = (by, text) => {
      const next = shown[shown.indexOf(chosen()) + by];
      return element("button", { type: "button", disabled: next === undefined, onclick: () => choose(next, redraw) }, text);
    };
    return [element("label", {}, "Column", select), step(-1, "Previous column"), step(1, "Next column")];
  };

  const WORDS = [[0.5, "strongly"], [0.3, "moderately"], [0.1, "slightly"], [0, "hardly"]];

  /** How much a column differs between the segments, in words (Cohen's conventions for correlations). */
  const title = (column) => {
    const { strength } = model.columns[chosen()];
    return named(column.column) + " differs " + WORDS.find(([least]) => strength >= least)[1] + " between the segments";
  };

  const percent = (perMille) => (perMille / 10).toLocaleString("en-US") + " %";

  const layout = (width, segments, column) => {
    const across = Math.max(1, Math.min(segments.length, Math.floor(width / CELL_WIDTH)));
    const body = column.numeric ? BARS_HEIGHT : Math.max(60, column.bins.length * CATEGORY_HEIGHT);
    const cell = { width: width / across, height: body + 74 };
    return { across, body, cell, height: Math.ceil(segments.length / across) * cell.height + 6 };
  };

  const marksOf = (column, segment, series) => column.bins.map((bin, index) => ({
    series, index, segment, stop: true,
    heading: column.column + ": " + bin,
    lines: [model.segments[segment].name + ": " + percent(column.perGroup[segment][index]),
      "All customers: " + percent(column.all[index])],
  }));

  /** The axes of a segment's cell: bins, and shares up to the highest bar in it. */
  const axes = (column, segment, grid, names) => {
    const bins = tessera.theme.axis({
      type: "category", gridIndex: grid, data: column.bins, inverse: !column.numeric, axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { fontSize: 11, overflow: "truncate",
        width: column.numeric ? 90 : names, formatter: column.numeric ? (bin, index) => column.ticks[index] : undefined, interval: column.numeric ? "auto" : 0 } });
    const top = Math.max(1, ...column.all, ...column.perGroup[segment]);
    const shares = tessera.theme.axis({
      type: "value", gridIndex: grid, min: 0, max: top, interval: top,
      axisLabel: { formatter: percent, fontSize: 11 } });
    return column.numeric ? [bins, shares] : [shares, bins];
  };

  const bars = (column, segment, grid) => {
    const isFaded = model.isFaded(segment);
    const common = { type: "bar", xAxisIndex: grid, yAxisIndex: grid, barGap: "-100%", animation: false };
    return [
      { ...common, data: column.all, barWidth: "94%", z: 1, silent: true, itemStyle: { color: tessera.theme.current().all, opacity: 0.55 } },
      { ...common, data: column.perGroup[segment], barWidth: "56%", z: 2,
        itemStyle: { color: tessera.theme.segment(segment), opacity: isFaded ? 0.25 : 1 } }];
  };

  const heading = (column, segment, place) => ({
    left: place.left, top: place.top, padding: 0,
    text: shortened(model.segments[segment].name, 30),
    subtext: column.missing[segment] > 0 ? tessera.dom.percent(column.missing[segment]) + " missing" : "",
    itemGap: 7,
    textStyle: { fontSize: 13, color: tessera.theme.current().text },
    subtextStyle: { fontSize: 11, color: tessera.theme.current().muted },
  });

  const table = (column, segments) => ({
    caption: "Distribution of " + column.column + ", shares of customers with a value",
    columns: ["Value", "All customers", ...segments.map((segment) => model.segments[segment].name)],
    rows: [
      ["Summary", column.summaries[column.summaries.length - 1] || "", ...segments.map((segment) => column.summaries[segment])],
      ...column.bins.map((bin, index) => [bin, percent(column.all[index]),
        ...segments.map((segment) => percent(column.perGroup[segment][index]))])],
  });

  const empty = (reading) => ({ title: "Distributions", reading, marks: [], option: { series: [] },
    table: { caption: "Distributions", columns: ["Value"], rows: [] } });

  const describe = (width) => {
    const column = state.column;
    const segments = model.visible();
    if (!column || column.bins.length === 0 || segments.length === 0) {
      return empty(!column ? "There is no column." : column.bins.length === 0
        ? "No customer has a value in " + column.column + "." : "No segment is shown.");
    }
    const { across, body, cell, height } = layout(width, segments, column);
    const names = column.numeric ? 40 : Math.min(110, cell.width * 0.42);
    const option = { title: [], grid: [], xAxis: [], yAxis: [], series: [] };
    const marks = [];
    segments.forEach((segment, i) => {
      const place = { left: (i % across) * cell.width, top: Math.floor(i / across) * cell.height };
      option.title.push(heading(column, segment, { left: place.left + 4, top: place.top + 6 }));
      option.grid.push({ left: place.left + names + 8, top: place.top + 46, width: cell.width - names - 26, height: body });
      const [x, y] = axes(column, segment, i, names);
      option.xAxis.push(x);
      option.yAxis.push(y);
      marks.push(...marksOf(column, segment, option.series.length + 1));
      option.series.push(...bars(column, segment, i));
    });
    return {
      title: title(column), marks, height, table: table(column, segments), option,
      reading: "Colored: share of the segment's customers; gray: of all customers. Each segment has its own scale.",
    };
  };

  return { id: "distribution", key: "DISTRIBUTIONS", name: "Distributions", controls, prepare, describe,
    choose: (index) => { state.index = index; } };
})();
