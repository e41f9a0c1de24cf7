"use strict";
// The tabs, and the panel below them: tools, legend, heading, drawing and the numbers behind it.
tessera.tabs = (() => {
  const { element, say } = tessera.dom;
  const PARTS = [tessera.scatter, tessera.heatMap, tessera.distribution, tessera.silhouettes, tessera.sizes];

  const tabList = (open) => {
    const buttons = PARTS.map((part, index) => element("button", { type: "button", role: "tab", id: "tab-" + part.id,
      "aria-controls": "panel", onclick: () => open(index) }, part.name));
    const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const list = element("div", { class: "tabs", role: "tablist", "aria-label": "Charts", onkeydown: (event) => {
      const at = buttons.indexOf(document.activeElement);
      const next = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1
        : moves[event.key] ? (at + moves[event.key] + buttons.length) % buttons.length : -1;
      if (next >= 0) {
        event.preventDefault();
        open(next);
        buttons[next].focus();
      }
    } }, ...buttons);
    const mark = (index) => buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === index));
      button.tabIndex = i === index ? 0 : -1;
    });
    return { list, mark };
  };

  const zooms = (chart) => [["+", "Zoom in", "zoomIn"], ["\u2212", "Zoom out", "zoomOut"], ["1:1", "Whole picture", "zoomAll"]]
    .map(([text, label, action]) => element("button", { type: "button", "aria-label": label, title: label, onclick: () => chart()[action]() }, text));

  const downloads = (part) => ["PNG", "SVG"].map((format) => element("button", { type: "button",
    "aria-label": "Download as " + format,
    onclick: () => tessera.export.download(part(), format) }, format));

  const numbers = () => {
    const holder = element("div", { class: "numbers visually-hidden", tabindex: "-1", role: "region", "aria-label": "Numbers behind the chart" });
    const button = element("button", { type: "button", "aria-expanded": "false", onclick: () => {
      const isHidden = holder.classList.toggle("visually-hidden");
      holder.tabIndex = isHidden ? -1 : 0;
      button.setAttribute("aria-expanded", String(!isHidden));
    } }, "Show the numbers");
    return { holder, button };
  };

  /** Tabs and panel, with the part of a picture open; returns the element to be put into the page, and how to start. */
  const create = (first) => {
    let current = null;
    let chart = null;
    const title = element("h2", { dir: "auto" });
    const reading = element("p", { class: "reading", dir: "auto" });
    const drawing = element("div", { class: "drawing", role: "application", tabindex: "0", "aria-roledescription": "chart" });
    const tools = element("div", { class: "tools" });
    const table = numbers();
    const panel = element("div", { class: "panel", id: "panel", role: "tabpanel" },
      tools, tessera.cards.legend(), title, reading, drawing, table.holder);

    const draw = () => {
      if (!chart) { return; }
      const description = chart.draw();
      title.textContent = description.title;
      reading.textContent = description.reading;
      drawing.setAttribute("aria-label", description.title + ". Arrow keys move through the chart, Enter highlights a segment.");
      table.holder.replaceChildren(tessera.table.create(description.table));
    };

    /** Draws the current part, after it got its data; with its tools anew where these have changed. */
    const redraw = async (withTools) => {
      const part = current;
      try {
        if (part.prepare) { await part.prepare(); }
      } catch (error) {
        say(error.message);
        reading.textContent = error.message;
        return;
      }
      if (part === current) {
        if (withTools) { fillTools(); }
        draw();
      }
    };

    const fillTools = () => {
      const focused = Array.from(tools.querySelectorAll("select, button, input")).indexOf(document.activeElement);
      tools.replaceChildren(...current.controls(redraw), ...(current.zooms ? zooms(() => chart) : []),
        element("span", { class: "end" }, table.button, ...downloads(() => current)));
      if (focused >= 0) {
        const again = tools.querySelectorAll("select, button, input")[focused];
        if (again && !again.disabled) { again.focus(); } else { tools.querySelector("select, button, input").focus(); }
      }
    };

    const tabs = tabList((index) => open(index));

    const open = (index) => {
      current = PARTS[index];
      tabs.mark(index);
      panel.setAttribute("aria-labelledby", "tab-" + current.id);
      if (chart) { chart.dispose(); }
      chart = tessera.chart.create(drawing, current.describe);
      return redraw(true);
    };

    const start = () => {
      tessera.model.onChange(draw);
      tessera.theme.onChange(draw);
      let width = drawing.clientWidth;
      let height = drawing.clientHeight;
      new ResizeObserver(() => {
        if (drawing.clientWidth !== width || drawing.clientHeight !== height) {
          width = drawing.clientWidth;
          height = drawing.clientHeight;
          window.requestAnimationFrame(draw);
        }
      }).observe(drawing);
      return open(Math.max(0, PARTS.findIndex((part) => part.pictures.includes(first))));
    };

    return { content: element("main", { class: "charts" }, tabs.list, panel), start };
  };

  return { create, PARTS };
})();
