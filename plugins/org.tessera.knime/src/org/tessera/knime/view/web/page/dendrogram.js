"use strict";
// The last merges of a hierarchical segmentation as a tree: its leaves are wedges of many customers, a dashed line is the
// cut into segments.
tessera.dendrogram = (() => {
  const { count, counted } = tessera.dom;
  const LEAF = 16;
  const HEIGHT = 420;
  const model = tessera.model;
  const data = () => model.parts.DENDROGRAM;

  /** The segment of a label, or null of branches with several segments or one that has no card. */
  const segmentOf = (label) => {
    const index = model.segments.findIndex((segment) => segment.label === label);
    return label >= 0 && index >= 0 ? index : null;
  };

  /** The branches: leaves, then merges, with place, height and number of customers. */
  const branches = () => {
    const all = data().leaves.map((leaf, i) => ({ x: i + 0.5, height: leaf.height, size: leaf.size, segment: segmentOf(leaf.label) }));
    for (const merge of data().merges) {
      const [left, right] = [all[merge.left], all[merge.right]];
      all.push({ x: (left.x + right.x) / 2, height: merge.height, size: left.size + right.size, left, right,
        segment: segmentOf(merge.label) });
    }
    return all;
  };

  const color = (segment) => (segment === null || !model.isVisible(segment)
    ? tessera.theme.current().muted : tessera.theme.segment(segment));

  const opacity = (segment) => (segment !== null && (model.isFaded(segment) || !model.isVisible(segment)) ? 0.3 : 1);

  const wedge = (leaves) => (params, api) => {
    const leaf = leaves[params.dataIndex];
    const [x, top] = api.coord([leaf.x, leaf.height]);
    const bottom = api.coord([leaf.x, 0])[1];
    const half = api.size([1, 0])[0] * 0.35;
    return { type: "group", children: [
      { type: "polygon", shape: { points: [[x, top], [x - half, bottom], [x + half, bottom]] },
        style: { fill: color(leaf.segment), stroke: color(leaf.segment), lineWidth: 1, opacity: 0.75 * opacity(leaf.segment) } },
      { type: "text", x, y: bottom + 6, rotation: Math.PI / 2,
        style: { text: count(leaf.size), align: "right", verticalAlign: "middle", fontSize: 11, fill: tessera.theme.current().text } }] };
  };

  const bracket = (merges) => (params, api) => {
    const { left, right, height, segment } = merges[params.dataIndex];
    const points = [[left.x, left.height], [left.x, height], [right.x, height], [right.x, right.height]].map((at) => api.coord(at));
    return { type: "polyline", shape: { points },
      style: { stroke: color(segment), lineWidth: 2, fill: null, opacity: opacity(segment) } };
  };

  const nameOf = (segment) => (segment === null ? "Several segments" : model.segments[segment].name);

  const table = (all) => ({
    caption: "Branches and merges of the dendrogram",
    columns: ["Branch", "Customers", "Height", "Segment"],
    rows: all.map((branch, i) => [(branch.left ? "Merge " : "Branch ") + (branch.left ? i - data().leaves.length + 1 : i + 1),
      count(branch.size), tessera.theme.figure(branch.height), nameOf(branch.segment)]),
  });

  const mark = (series, head) => (branch, index) => ({ series, index, segment: branch.segment, stop: true,
    heading: nameOf(branch.segment),
    lines: [counted(branch.size, "customer"), head + tessera.theme.figure(branch.height)] });

  const describe = () => {
    const { title, subtitle, cut, leaves } = data();
    const all = branches();
    const tips = all.filter((branch) => !branch.left);
    const merges = all.filter((branch) => branch.left);
    const top = Math.max(cut, ...all.map((branch) => branch.height));
    const { text } = tessera.theme.current();
    return {
      title, reading: subtitle.replace(/[^.]$/, "$&."), table: table(all), height: HEIGHT, minWidth: 90 + LEAF * leaves.length,
      marks: tips.map(mark(0, "Merged up to height ")).concat(merges.map(mark(1, "Merged at height "))),
      option: {
        grid: { left: 70, right: 16, top: 16, bottom: 66 },
        xAxis: { type: "value", min: 0, max: leaves.length, show: false },
        yAxis: tessera.theme.axis({ type: "value", name: "Height", nameLocation: "middle", nameGap: 52, min: 0, max: top > 0 ? top * 1.04 : 1,
          axisLabel: { showMaxLabel: false } }),
        series: [
          { type: "custom", renderItem: wedge(tips), data: tips.map((leaf) => [leaf.x, leaf.height]),
            markLine: { silent: true, symbol: "none", animation: false, lineStyle: { color: text, type: "dashed" },
              label: { formatter: "cut", position: "insideEndTop", color: text }, data: [{ yAxis: cut }] } },
          { type: "custom", renderItem: bracket(merges), data: merges.map((merge) => [merge.x, merge.height]), z: 3 },
        ],
      },
    };
  };

  return { id: "dendrogram", key: "DENDROGRAM", name: "Dendrogram", controls: () => [], describe };
})();
