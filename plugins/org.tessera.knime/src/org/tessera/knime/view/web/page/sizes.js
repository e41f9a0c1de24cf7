"use strict";
// The numbers of customers of the segments.
tessera.sizes = (() => {
  const { count, counted, percent } = tessera.dom;
  const BAR = 34;
  const model = tessera.model;

  const text = (segment) => count(model.segments[segment].size) + " (" + percent(model.segments[segment].share) + ")";

  const describe = (width) => {
    const shown = model.visible();
    const names = Math.max(70, Math.min(200, width * 0.28));
    return {
      title: "Customers per segment",
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

  return { id: "sizes", name: "Sizes", pictures: ["segment-sizes"], controls: () => [], describe };
})();
