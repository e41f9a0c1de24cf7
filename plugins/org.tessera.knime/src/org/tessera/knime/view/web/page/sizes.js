"use strict";
// The numbers of customers of the segments.
tessera.sizes = (() => {
  const { count, counted, percent, named, shortened } = tessera.dom;
  const BAR = 34;
  const model = tessera.model;

  const text = (segment) => count(model.segments[segment].size) + " (" + percent(model.segments[segment].share) + ")";

  const holds = (segment) => named(shortened(model.segments[segment].name, 40)) + " holds " + percent(model.segments[segment].share)
    + " of the customers";

  /** The largest and the smallest segment. */
  const title = (shown) => {
    const segments = shown.filter((segment) => model.segments[segment].label >= 0)
      .sort((a, b) => model.segments[b].size - model.segments[a].size);
    if (segments.length === 0) { return "No segment is shown"; }
    const [largest, smallest] = [segments[0], segments[segments.length - 1]];
    return model.segments[largest].size > model.segments[smallest].size
      ? holds(largest) + ", " + holds(smallest).replace(" of the customers", "")
      : segments.length === 1 ? holds(largest) : "All segments are of the same size";
  };

  const describe = (width) => {
    const shown = model.visible();
    const names = Math.max(70, Math.min(200, width * 0.28));
    return {
      title: title(shown),
      reading: counted(model.customers, "customer") + " have a segment" + (model.hasNoise() ? " or are noise." : "."),
      height: 48 + shown.length * BAR,
      marks: shown.map((segment, index) => ({ series: 0, index, segment, stop: true,
        heading: model.segments[segment].name,
        lines: [counted(model.segments[segment].size, "customer"), percent(model.segments[segment].share) + " of all"] })),
      table: {
        caption: "Customers per segment", columns: ["Segment", "Customers", "Share"],
        rows: shown.map((segment) => [model.segments[segment].name, count(model.segments[segment].size),
          percent(model.segments[segment].share)]),
      },
      option: {
        grid: { left: names + 8, right: 110, top: 8, bottom: 28 },
        xAxis: tessera.theme.axis({ type: "value", min: 0, minInterval: 1, splitNumber: width < 500 ? 2 : 5 }),
        yAxis: tessera.theme.axis({ type: "category", inverse: true, data: shown.map((segment) => model.segments[segment].name),
          axisTick: { show: false }, axisLabel: { interval: 0, width: names, overflow: "truncate" } }),
        series: [{
          type: "bar", barMaxWidth: 26,
          label: { show: true, opacity: 1, position: "right", color: tessera.theme.current().text, formatter: ({ dataIndex }) => text(shown[dataIndex]) },
          data: shown.map((segment) => ({ value: model.segments[segment].size,
            itemStyle: { color: tessera.theme.segment(segment), opacity: model.isFaded(segment) ? 0.25 : 1 } })),
        }],
      },
    };
  };

  return { id: "sizes", key: "SIZES", name: "Sizes", controls: () => [], describe };
})();
