"use strict";
// The curves of a search for the number of segments: a panel per measure, a line per algorithm.
tessera.choiceOfK = (() => {
  const { element, counted, signed } = tessera.dom;
  const PANEL = 190;
  const HEAD = 30;
  const SYMBOLS = ["circle", "rect", "triangle", "diamond"];
  const off = new Set();
  const model = tessera.model;
  const data = () => model.parts.CHOICE_OF_K;
  const found = () => model.segments.filter((segment) => segment.label >= 0).length;

  const controls = (redraw) => data().algorithms.map((name, index) => {
    const input = element("input", { type: "checkbox", checked: !off.has(index),
      onchange: () => { if (input.checked) { off.delete(index); } else { off.add(index); } redraw(); } });
    return element("label", {}, input,
      element("i", { class: "swatch", style: { background: tessera.theme.line(index) } }), name);
  });

  /** What is reached without segments, as an area between two lines. */
  const band = (ranges) => (params, api) => {
    if (params.dataIndex > 0) { return null; }
    const edge = (value) => ranges.map((range) => api.coord([range.segments, range[value]]));
    const points = edge("low").concat(edge("high").reverse());
    return { type: "polygon", silent: true, shape: { points },
      style: { fill: tessera.theme.current().all, opacity: 0.35, stroke: tessera.theme.current().all, lineWidth: ranges.length > 1 ? 0 : 3 } };
  };

  const lines = (panel, algorithm, line, i) => [panel.name + ": " + signed(line.values[i]),
    i === line.knee ? "The knee of the curve" : "",
    ...panel.band.filter((range) => range.segments === line.segments[i])
      .map((range) => "Without segments: " + signed(range.low)
        + (range.high > range.low ? " to " + signed(range.high) : ""))];

  const axes = (grid, isLast, segments) => ({
    x: tessera.theme.axis({ type: "value", gridIndex: grid, min: Math.min(...segments), max: Math.max(...segments),
      minInterval: 1, name: isLast ? "Number of segments (k)" : "", nameLocation: "middle", nameGap: 26 }),
    y: tessera.theme.axis({ type: "value", gridIndex: grid, scale: true, splitNumber: 3 }),
  });

  const curve = (line, algorithm, grid, isMarked) => ({
    type: "line", xAxisIndex: grid, yAxisIndex: grid, symbolSize: 8, symbol: SYMBOLS[algorithm % SYMBOLS.length], z: 3,
    connectNulls: false,
    lineStyle: { color: tessera.theme.line(algorithm), width: 2 }, itemStyle: { color: tessera.theme.line(algorithm) },
    data: line.segments.map((k, i) => ({ value: [k, line.values[i]],
      ...(i === line.knee ? { symbol: "circle", symbolSize: 14, itemStyle: { color: tessera.theme.current().background,
        borderColor: tessera.theme.line(algorithm), borderWidth: 2 } } : {}) })),
    markLine: isMarked ? { silent: true, symbol: "none", animation: false,
      lineStyle: { color: tessera.theme.current().muted, type: "dashed" },
      label: { show: grid === 0, formatter: "found", color: tessera.theme.current().text },
      data: [{ xAxis: found() }] } : undefined,
  });

  const table = () => ({
    caption: "Measures by algorithm and number of segments",
    columns: ["Segmentation", ...data().panels.map((panel) => panel.name)],
    rows: data().algorithms.flatMap((name, algorithm) => data().panels[0].lines[algorithm].segments.map((k, i) =>
      [name + ", k = " + k, ...data().panels.map((panel) => signed(panel.lines[algorithm].values[i]))])),
  });

  const describe = () => {
    const { title, subtitle, algorithms, panels } = data();
    const segments = panels[0].lines.flatMap((line) => line.segments);
    const option = { title: [], grid: [], xAxis: [], yAxis: [], series: [] };
    const marks = [];
    panels.forEach((panel, grid) => {
      const top = HEAD + grid * PANEL;
      option.title.push({ left: 4, top: top - 22, padding: 0, text: panel.name,
        textStyle: { fontSize: 13, color: tessera.theme.current().text } });
      option.grid.push({ left: 56, right: 24, top: top + 4, height: PANEL - 62 });
      const { x, y } = axes(grid, grid === panels.length - 1, segments);
      option.xAxis.push(x);
      option.yAxis.push(y);
      if (panel.band.length > 0) {
        option.series.push({ type: "custom", xAxisIndex: grid, yAxisIndex: grid, silent: true, renderItem: band(panel.band),
          data: panel.band.map((range) => [range.segments, range.low, range.high]), encode: { x: 0, y: [1, 2] }, z: 1 });
      }
      let isMarked = segments.includes(found());
      panel.lines.forEach((line, algorithm) => {
        if (off.has(algorithm)) { return; }
        line.segments.forEach((k, i) => {
          if (line.values[i] !== null) {
            marks.push({ series: option.series.length, index: i, segment: null, stop: true,
              heading: algorithms[algorithm] + ", k = " + k, lines: lines(panel, algorithm, line, i) });
          }
        });
        option.series.push(curve(line, algorithm, grid, isMarked));
        isMarked = false;
      });
    });
    return { title, reading: subtitle + " " + counted(found(), "segment") + " were found.", marks, table: table(), option,
      height: HEAD + panels.length * PANEL + 10 };
  };

  return { id: "choice-of-k", key: "CHOICE_OF_K", name: "Choice of k", isOfSegments: false, controls, describe };
})();
