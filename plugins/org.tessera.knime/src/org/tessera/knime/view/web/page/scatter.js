"use strict";
// Customers on two principal components, with the features as arrows: one by one, or as densities where they are many.
tessera.scatter = (() => {
  const { element, count, counted, percent, shortened } = tessera.dom;
  const STEPS = 1000;
  const ARROWS = 8;
  const SMALL_SHARE = 1 / 3;
  const MANY_POINTS = 2500;
  const state = { x: 0, y: 1, density: null, arrows: true };
  let axesOfSettings = "";

  const model = tessera.model;
  const data = () => model.parts.SCATTER;
  const isDense = () => data().grids.length > 0
    && (state.density === null ? data().customers > data().denseAbove : state.density);
  const score = (position, component) => {
    const [low, high] = data().ranges[component];
    return low + position / STEPS * (high - low);
  };
  const named = (component) => "Component " + (component + 1) + " (" + percent(data().explained[component]) + ")";

  /** Takes the axes of the settings, unless these are as they were: then the user's own choice stays. */
  const start = () => {
    const { horizontal, vertical } = model.settings;
    const last = data() ? data().explained.length : 0;
    if (axesOfSettings !== horizontal + " " + vertical && horizontal !== vertical
      && [horizontal, vertical].every((number) => number >= 1 && number <= last)) {
      state.x = horizontal - 1;
      state.y = vertical - 1;
      axesOfSettings = horizontal + " " + vertical;
    }
  };

  const chooser = (label, axis, redraw) => {
    const select = element("select", { onchange: () => {
      const other = axis === "x" ? "y" : "x";
      const chosen = Number(select.value);
      if (state[other] === chosen) { state[other] = state[axis]; }
      state[axis] = chosen;
      redraw(true);
    } }, ...data().explained.map((share, component) =>
      element("option", { value: component, selected: state[axis] === component }, named(component))));
    return element("label", {}, label, select);
  };

  const box = (label, checked, onchange) => {
    const input = element("input", { type: "checkbox", checked, onchange: () => onchange(input.checked) });
    return element("label", {}, input, label);
  };

  const controls = (redraw) => [
    chooser("Horizontal", "x", redraw),
    chooser("Vertical", "y", redraw),
    box("Features as arrows", state.arrows, (arrows) => { state.arrows = arrows; redraw(); }),
    data().grids.length > 0
      ? box("Density of all customers", isDense(), (density) => { state.density = density; redraw(); }) : null,
  ].filter(Boolean);

  const details = (point) => data().details.filter(({ column }) => model.isColumnShown(column)).map(({ column, values, index }) =>
    column + ": " + (index[point] < 0 ? "missing" : values[index[point]]));

  const points = (add) => {
    const bySegment = model.segments.map(() => []);
    data().groups.forEach((group, point) => bySegment[group].push(point));
    for (const segment of model.visible()) {
      const color = tessera.theme.segment(segment);
      add({
        type: "scatter", symbol: tessera.theme.symbol(segment), symbolSize: 6,
        itemStyle: { color, opacity: model.isFaded(segment) ? 0.08 : 0.65 },
        z: model.isFaded(segment) ? 2 : 3,
        data: bySegment[segment].map((point) => [
          score(data().positions[state.x][point], state.x), score(data().positions[state.y][point], state.y)]),
      }, bySegment[segment].map((point) => ({ segment, heading: model.segments[segment].name, lines: details(point) })));
    }
  };

  /** The cells of the grid of the chosen components, with the customers of the visible segments. */
  const cells = () => {
    const flipped = state.x > state.y;
    const grid = data().grids.find(({ x, y }) => x === Math.min(state.x, state.y) && y === Math.max(state.x, state.y));
    const found = new Map();
    for (let i = 0; i < grid.counts.length; i += 3) {
      const [cell, segment, size] = grid.counts.slice(i, i + 3);
      if (model.isVisible(segment)) {
        const column = cell % grid.size;
        const line = Math.floor(cell / grid.size);
        const entry = found.get(cell) || { x: flipped ? line : column, y: flipped ? column : line, total: 0, parts: [] };
        entry.total += size;
        entry.parts.push({ segment, size });
        found.set(cell, entry);
      }
    }
    return { size: grid.size, found: Array.from(found.values()) };
  };

  const rectangle = (opacities) => (params, api) => {
    const from = api.coord([api.value(0), api.value(1)]);
    const to = api.coord([api.value(2), api.value(3)]);
    return { type: "rect", style: { fill: api.visual("color"), opacity: opacities[params.dataIndex] },
      shape: { x: from[0], y: to[1], width: Math.max(1, to[0] - from[0]), height: Math.max(1, from[1] - to[1]) } };
  };

  const densities = (add) => {
    const { size, found } = cells();
    const largest = Math.max(1, ...found.map((cell) => cell.total));
    const step = STEPS / size;
    const items = found.map((cell) => {
      cell.parts.sort((a, b) => b.size - a.size);
      const lead = cell.parts.find(({ segment }) => !model.isFaded(segment));
      const shown = lead && model.selected.size > 0 ? lead.size : cell.total;
      return { cell, lead, opacity: lead ? 0.15 + 0.85 * Math.sqrt(shown / largest) : 0.06 };
    });
    add({
      type: "custom", renderItem: rectangle(items.map((item) => item.opacity)), clip: true, encode: { x: [0, 2], y: [1, 3] },
      data: items.map(({ cell, lead }) => ({
        value: [score(cell.x * step, state.x), score(cell.y * step, state.y),
          score((cell.x + 1) * step, state.x), score((cell.y + 1) * step, state.y)],
        itemStyle: { color: lead ? tessera.theme.segment(lead.segment) : tessera.theme.current().all },
      })),
    }, items.map(({ cell, lead }) => ({
      segment: lead ? lead.segment : null,
      heading: counted(cell.total, "customer") + " here",
      lines: cell.parts.slice(0, 6).map((part) => model.segments[part.segment].name + ": " + count(part.size)),
    })));
  };

  const centroids = (add) => {
    const shown = model.visible().filter((segment) => data().centroids[segment]);
    add({
      type: "scatter", symbol: "circle", symbolSize: 22, z: 6,
      data: shown.map((segment) => {
        const color = tessera.theme.segment(segment);
        const position = data().centroids[segment];
        return {
          value: [score(position[state.x], state.x), score(position[state.y], state.y)],
          itemStyle: { color, borderColor: tessera.theme.current().background, borderWidth: 2,
            opacity: model.isFaded(segment) ? 0.3 : 1 },
          label: { show: true, formatter: () => model.mark(segment), color: tessera.theme.onto(color), fontWeight: "bold" },
        };
      }),
    }, shown.map((segment) => ({
      segment, stop: true, heading: model.segments[segment].name,
      lines: ["Center of " + counted(model.segments[segment].size, "customer"), model.segments[segment].sentence],
    })));
  };

  /** The features with the longest arrows in the plane. */
  const longest = () => data().features
    .map((name, f) => ({ name, x: data().loadings[state.x][f], y: data().loadings[state.y][f] }))
    .map((arrow) => ({ ...arrow, length: Math.hypot(arrow.x, arrow.y) }))
    .filter((arrow) => arrow.length > 0.05)
    .sort((a, b) => b.length - a.length)
    .slice(0, ARROWS);

  const loadings = (add) => {
    const arrows = longest();
    const reach = (component) => Math.min(...data().ranges[component].map(Math.abs));
    const scale = 0.75 * Math.min(reach(state.x), reach(state.y)) / Math.max(...arrows.map((a) => a.length), 0.1);
    const { arrow: color, background } = tessera.theme.current();
    add({
      type: "lines", coordinateSystem: "cartesian2d", symbol: ["none", "arrow"], symbolSize: 9, z: 7,
      lineStyle: { color, width: 1.5, opacity: 0.9 },
      label: { show: true, position: "end", distance: 8, color, fontSize: 12, textBorderColor: background, textBorderWidth: 3,
        formatter: ({ dataIndex }) => shortened(arrows[dataIndex].name, 24) },
      data: arrows.map((a) => ({ coords: [[0, 0], [scale * a.x, scale * a.y]] })),
    }, arrows.map((a) => ({
      segment: null, stop: true, heading: a.name,
      lines: [named(state.x) + ": loading " + tessera.dom.signed(a.x), named(state.y) + ": loading " + tessera.dom.signed(a.y)],
    })));
  };

  const share = () => Math.min(1, data().explained[state.x] + data().explained[state.y]);

  const caution = () => (share() > 0 && share() < SMALL_SHARE ? "Two components show only " + percent(share())
    + " of the variance: segments that overlap in their plane may be apart." : "");

  const reading = () => {
    const drawn = data().groups.length;
    return [
      isDense() ? "The density of all " + count(data().customers) + " customers, shown instead of points above "
        + count(data().denseAbove) + " customers; the color is that of the largest segment."
        : drawn < data().customers ? count(drawn) + " of " + counted(data().customers, "customer") + " drawn, sampled by segment."
          : "All " + counted(drawn, "customer") + ".",
      !isDense() && data().farOut > 0 ? count(data().farOut) + " far out lie on the frame." : "",
      "Numbers mark the centers of the segments" + (state.arrows ? "; arrows point to where a feature is larger." : "."),
    ].filter(Boolean).join(" ");
  };

  const range = (component) => ({ min: data().ranges[component][0], max: data().ranges[component][1] });

  const table = () => ({
    caption: "Centers of the segments and loadings of the features on both components",
    columns: ["Segment or feature", named(state.x), named(state.y)],
    rows: model.visible().filter((segment) => data().centroids[segment]).map((segment) => [
      model.segments[segment].name,
      tessera.dom.signed(score(data().centroids[segment][state.x], state.x)),
      tessera.dom.signed(score(data().centroids[segment][state.y], state.y))])
      .concat(data().features.map((name, f) => [
        name + " (loading)", tessera.dom.signed(data().loadings[state.x][f]), tessera.dom.signed(data().loadings[state.y][f])])),
  });

  const describe = (width) => {
    const series = [];
    const marks = [];
    const add = (settings, ofItems) => {
      ofItems.forEach((mark, index) => marks.push({ series: series.length, index, ...mark }));
      series.push(settings);
    };
    if (isDense()) { densities(add); } else { points(add); }
    centroids(add);
    if (state.arrows) { loadings(add); }
    const axis = (component) => tessera.theme.axis({ type: "value", name: named(component), nameLocation: "middle",
      nameGap: 28, ...range(component), axisLabel: { showMinLabel: false, showMaxLabel: false } });
    const zoom = { type: "inside", filterMode: "none", zoomOnMouseWheel: width > 700 ? true : "ctrl" };
    return {
      title: "Segments on two principal components, which show " + percent(share()) + " of the variance",
      caution: caution(), reading: reading(), table: table(), marks,
      renderer: !isDense() && data().groups.length > MANY_POINTS ? "canvas" : "svg",
      option: {
        grid: { left: 44, right: 16, top: 12, bottom: 44 },
        xAxis: axis(state.x), yAxis: axis(state.y), series,
        dataZoom: [{ ...zoom, xAxisIndex: 0 }, { ...zoom, yAxisIndex: 0 }],
      },
    };
  };

  return { id: "scatter", key: "SCATTER", name: "Scatter", zooms: true, controls, describe, start };
})();
