"use strict";
// One drawing by ECharts: drawn anew when its size, the selection or the colors change; its marks can be visited by mouse
// or arrow keys, and say the same to both.
//
// A part of the page describes its drawing as { title, reading, option, marks, table, height, minWidth, across, renderer }, with the
// number of marks that lie beside each other. A mark
// is { series, index, segment, heading, lines, stop }: a data item of a series, the segment it stands for (or null), its
// tooltip, and whether the arrow keys stop there.
tessera.chart = (() => {
  const { element, tip, say } = tessera.dom;
  const ZOOM = 0.6;
  const MIN_HEIGHT = 300;
  /** What is replaced by the next description; the rest is kept, such as the range of a zoom and an open tooltip. */
  const REPLACED = ["title", "grid", "xAxis", "yAxis", "series"];

  const key = (series, index) => series + ":" + index;

  const option = (description, marks) => {
    const base = tessera.theme.base();
    return {
      ...base,
      ...description.option,
      tooltip: { ...base.tooltip, trigger: "item", formatter: (params) => {
        const mark = marks.get(key(params.seriesIndex, params.dataIndex));
        return mark ? tip(mark.heading, mark.lines) : "";
      } },
    };
  };

  /** A drawing in an element; "describe" gets the width that there is and returns the description. */
  const create = (holder, describe) => {
    let instance = null;
    let renderer = "";
    let description = null;
    let marks = new Map();
    let stops = [];
    let at = -1;
    const life = new AbortController();
    const surface = element("div", { "aria-hidden": "true" });
    holder.replaceChildren(surface);

    const opened = () => {
      if (instance && renderer === description.renderer) {
        return;
      }
      if (instance) { instance.dispose(); }
      renderer = description.renderer;
      instance = echarts.init(surface, null, { renderer });
      instance.on("click", (params) => {
        const mark = marks.get(key(params.seriesIndex, params.dataIndex));
        if (mark && mark.segment !== null) { tessera.model.select(mark.segment); }
      });
    };

    const draw = () => {
      description = { renderer: "svg", minWidth: 0, height: 0, across: 1, ...describe(holder.clientWidth) };
      marks = new Map(description.marks.map((mark) => [key(mark.series, mark.index), mark]));
      stops = description.marks.filter((mark) => mark.stop);
      at = Math.min(at, stops.length - 1);
      holder.style.minHeight = Math.max(MIN_HEIGHT, description.height) + "px";
      surface.style.minWidth = description.minWidth > 0 ? description.minWidth + "px" : "";
      opened();
      instance.resize();
      instance.setOption(option(description, marks), { replaceMerge: REPLACED });
      return description;
    };

    const show = (index) => {
      at = Math.max(0, Math.min(stops.length - 1, index));
      if (stops.length > 0) {
        const mark = stops[at];
        instance.dispatchAction({ type: "showTip", seriesIndex: mark.series, dataIndex: mark.index });
        say([mark.heading, ...mark.lines.filter(Boolean)].join(". "));
      }
    };

    const hideTip = () => {
      const isOpen = at >= 0;
      at = -1;
      instance.dispatchAction({ type: "hideTip" });
      return isOpen;
    };

    const actions = {
      ArrowRight: () => show(at + 1), ArrowDown: () => show(at + (at < 0 ? 1 : description.across)),
      ArrowLeft: () => show(at - 1), ArrowUp: () => show(at - description.across),
      Home: () => show(0), End: () => show(stops.length - 1),
      Enter: () => { if (at >= 0 && stops[at].segment !== null) { tessera.model.select(stops[at].segment); } },
    };
    actions[" "] = actions.Enter;

    holder.addEventListener("keydown", (event) => {
      if (event.key === "Escape" ? hideTip() : actions[event.key] && !event.ctrlKey && !event.altKey) {
        event.preventDefault();
        if (event.key !== "Escape") { actions[event.key](); }
      }
    }, { signal: life.signal });
    holder.addEventListener("blur", hideTip, { signal: life.signal });

    const zoom = (factor) => {
      const batch = instance.getOption().dataZoom.map((range, dataZoomIndex) => {
        const middle = (range.start + range.end) / 2;
        const half = Math.min(50, (range.end - range.start) / 2 * factor);
        const start = factor === 0 ? 0 : Math.max(0, Math.min(100 - 2 * half, middle - half));
        return { dataZoomIndex, start, end: factor === 0 ? 100 : start + 2 * half };
      });
      instance.dispatchAction({ type: "dataZoom", batch });
    };

    const dispose = () => {
      life.abort();
      if (instance) { instance.dispose(); }
    };

    return {
      draw, dispose,
      zoomIn: () => zoom(ZOOM), zoomOut: () => zoom(1 / ZOOM), zoomAll: () => zoom(0),
    };
  };

  return { create };
})();
