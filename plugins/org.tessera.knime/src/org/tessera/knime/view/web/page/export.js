"use strict";
// Pictures of the drawings: as files for the user, and as an image or report for the host that asks for one.
tessera.export = (() => {
  const { element, counted, percent } = tessera.dom;
  const WIDTH = 900;
  const HEIGHT = 600;
  const HEAD = 58;
  const PIXELS = 2;
  const REPORT_COLUMNS = 4;

  const shifted = (part, by) => (typeof part === "number" ? part + by : part);

  /** A description's option with its title, on a background, and without motion. */
  const framed = (description) => {
    const { background, text, muted } = tessera.theme.current();
    const moved = (parts) => [].concat(parts || []).map((part) => ({ ...part, top: shifted(part.top, HEAD) }));
    return {
      ...tessera.theme.base(),
      ...description.option,
      animation: false,
      tooltip: { show: false },
      backgroundColor: background,
      grid: moved(description.option.grid),
      title: [{ left: 10, top: 8, text: tessera.dom.shortened(description.title, 110), subtext: [description.caution, description.reading].filter(Boolean).join(" "),
        textStyle: { fontSize: 16, color: text, width: WIDTH - 20, overflow: "truncate" },
        subtextStyle: { fontSize: 11, color: muted, width: WIDTH - 20, overflow: "break", lineHeight: 14 } },
      ...moved(description.option.title)],
    };
  };

  const size = (description) => ({
    width: Math.max(WIDTH, description.minWidth || 0),
    height: HEAD + (description.height || HEIGHT - HEAD),
  });

  const svg = (description) => {
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, ...size(description) });
    chart.setOption(framed(description));
    const text = chart.renderToSVGString();
    chart.dispose();
    return text;
  };

  /** A PNG as a data URL. */
  const png = (description) => {
    const chart = echarts.init(document.createElement("div"), null,
      { renderer: "canvas", devicePixelRatio: PIXELS, ...size(description) });
    chart.setOption(framed(description));
    const url = chart.getDataURL({ type: "png", pixelRatio: PIXELS, backgroundColor: tessera.theme.current().background });
    chart.dispose();
    return url;
  };

  /** A part's description for a picture, whatever the width of the page. */
  const described = async (part) => {
    if (part.prepare) { await part.prepare(); }
    return part.describe(WIDTH);
  };

  const save = (url, name) => {
    const link = element("a", { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
  };

  const download = async (part, format) => {
    const description = await described(part);
    const name = part.id;
    if (format === "PNG") {
      save(png(description), "segments-" + name + ".png");
      return;
    }
    const url = URL.createObjectURL(new Blob([svg(description)], { type: "image/svg+xml" }));
    save(url, "segments-" + name + ".svg");
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };

  const drawn = () => tessera.tabs.shown().filter((part) => !part.isTable);

  /** The picture that the host asks for, of the first part, as text: an SVG document or the data URL of a PNG. */
  const image = async (format) => {
    const description = drawn().length > 0 ? await described(drawn()[0])
      : { title: "No part of the view is chosen", reading: "", option: { series: [] } };
    return format === "SVG" ? svg(description) : png(description);
  };

  const figure = (description) => {
    const holder = element("figure", { style: { margin: "0 0 16px", "break-inside": "avoid" } });
    const drawing = new DOMParser().parseFromString(svg(description), "image/svg+xml").documentElement;
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", description.title);
    drawing.style.maxWidth = "100%";
    drawing.style.height = "auto";
    drawing.setAttribute("viewBox", "0 0 " + size(description).width + " " + size(description).height);
    holder.append(document.importNode(drawing, true));
    return holder;
  };

  /** All parts as static HTML: a table of the segments, then the drawings. */
  const report = async () => {
    const holder = element("div", { style: { "font-family": "sans-serif", color: "#202428", background: "#ffffff" } });
    if (tessera.model.settings.title) { holder.append(element("h1", { dir: "auto" }, tessera.model.settings.title)); }
    if (tessera.model.verdict) { holder.append(element("p", {}, tessera.model.verdict)); }
    holder.append(tessera.table.create({
      caption: "Segments of " + counted(tessera.model.customers, "customer"),
      columns: ["Segment", "Customers", "Share", "What sets it apart"],
      rows: tessera.model.shown().map((index) => tessera.model.segments[index]).map((segment) => [segment.name, tessera.dom.count(segment.size), percent(segment.share), segment.sentence]),
    }));
    for (const part of tessera.tabs.shown()) {
      if (part.isTable) {
        holder.append(tessera.table.create(part.describe().table));
        continue;
      }
      const columns = part === tessera.distribution ? tessera.model.shownColumns().slice(0, REPORT_COLUMNS) : [0];
      for (const column of columns) {
        if (part.choose) { part.choose(column); }
        holder.append(figure(await described(part)));
      }
    }
    return holder;
  };

  return { download, image, report, svg, png };
})();
