"use strict";
// The silhouettes of the customers: per segment a band with its customers in descending order.
tessera.silhouettes = (() => {
  const { count, percent, signed, listed } = tessera.dom;
  const BAND = 44;
  const model = tessera.model;
  const data = () => model.parts.SILHOUETTES;
  const curves = () => data().groups;
  const WEAK = 0.25;
  const APART = 0.5;

  /** The silhouettes as a polygon inside a band, from the axis at 0. */
  const polygon = (values, faded, color) => (params, api) => {
    const zero = api.coord([0, api.value(1)]);
    const height = api.size([0, 1])[1] * 0.86;
    const top = zero[1] - height / 2;
    const at = (value, i) => [api.coord([value, api.value(1)])[0],
      top + (values.length === 1 ? 0.5 : i / (values.length - 1)) * height];
    const edge = values.length === 1
      ? [[at(values[0], 0)[0], top], [at(values[0], 0)[0], top + height]] : values.map(at);
    return { type: "polygon", shape: { points: [[zero[0], top], ...edge, [zero[0], top + height]] },
      style: { fill: color, opacity: faded ? 0.25 : 0.9 } };
  };

  const lines = (curve) => ["Mean silhouette: " + signed(curve.mean),
    percent(curve.below) + " of its customers are nearer to another segment",
    count(curve.size) + " customers"];

  const lowest = (shown) => Math.min(-0.1, ...shown.map((segment) => Math.min(0, ...curves()[segment].values)));

  const table = (shown) => ({
    caption: "Silhouettes by segment",
    columns: ["Segment", "Customers", "Mean silhouette", "Nearer to another segment"],
    rows: shown.map((segment) => [model.segments[segment].name, count(curves()[segment].size),
      signed(curves()[segment].mean), percent(curves()[segment].below)]),
  });

  const reading = () => {
    const { overall, distance, sampled, standardError } = data();
    return "Mean " + signed(overall)
      + (sampled > 0 ? " \u00b1 " + standardError.toFixed(3) + ", estimated from " + count(sampled) + " customers" : "")
      + " by " + distance + " distance. 1: in the middle of the own segment; 0: between two segments; below 0: nearer to another segment."
      + " All bands have the same height.";
  };

  /** Which segments do not hold together, as the picture and the Scorer say it. */
  const title = (shown) => {
    const loose = shown.filter((segment) => curves()[segment].apart);
    if (loose.length > 0) {
      return listed(loose.map((segment) => model.segments[segment].name), 4)
        + (loose.length === 1 ? " does not hold together" : " do not hold together");
    }
    const { overall } = data();
    return overall > APART ? "The segments are apart from each other"
      : "All segments hold together, but " + (overall > WEAK ? "overlap" : "blend into each other");
  };

  const describe = (width) => {
    const shown = model.visible().filter((segment) => curves()[segment].values.length > 0);
    const names = Math.max(70, Math.min(200, width * 0.28));
    const isDefined = data().undefined === "" && shown.length > 0;
    if (!isDefined) {
      return { title: "No silhouettes", reading: data().undefined || "No segment is shown.", marks: [], option: { series: [] }, table: table([]) };
    }
    const series = shown.map((segment, band) => ({
      type: "custom", data: [[curves()[segment].mean, band]], encode: { x: 0, y: 1 },
      renderItem: polygon(curves()[segment].values, model.isFaded(segment), tessera.theme.segment(segment)),
      itemStyle: { color: tessera.theme.segment(segment) },
      markLine: band > 0 ? undefined : { silent: true, symbol: "none", animation: false,
        lineStyle: { color: tessera.theme.current().text, type: "dashed" },
        label: { formatter: "mean", color: tessera.theme.current().text, position: "end" },
        data: [{ xAxis: data().overall }] },
    }));
    return {
      title: title(shown), reading: reading(), table: table(shown), height: 56 + shown.length * BAND,
      marks: shown.map((segment, band) => ({ series: band, index: 0, segment, stop: true,
        heading: model.segments[segment].name, lines: lines(curves()[segment]) })),
      option: {
        grid: { left: names + 8, right: 24, top: 28, bottom: 24 },
        xAxis: tessera.theme.axis({ type: "value", position: "top", min: Math.floor(lowest(shown) * 5) / 5, max: 1, interval: 0.2 }),
        yAxis: tessera.theme.axis({ type: "category", inverse: true, data: shown.map((segment) => model.segments[segment].name),
          axisTick: { show: false }, axisLabel: { interval: 0, width: names, overflow: "truncate" } }),
        series,
      },
    };
  };

  return { id: "silhouettes", key: "SILHOUETTES", name: "Silhouettes", controls: () => [], describe };
})();
