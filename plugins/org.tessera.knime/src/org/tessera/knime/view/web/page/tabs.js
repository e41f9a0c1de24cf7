"use strict";
// The tabs, and the panel below them: tools, legend, heading, drawing and the numbers behind it.
tessera.tabs = (() => {
  const { element, say } = tessera.dom;
  const PARTS = [tessera.scatter, tessera.heatMap, tessera.distribution, tessera.silhouettes, tessera.sizes,
    tessera.choiceOfK, tessera.dendrogram, tessera.leaderboard, tessera.migration];
  /** Parts that need nothing but cards and distributions. */
  const ALWAYS = ["DISTRIBUTIONS", "SIZES"];

  /** The parts that the settings name, in their order, each once, without those for which there are no data. */
  const shown = () => Array.from(new Set(tessera.model.settings.parts.map(({ part }) => part)))
    .filter((key) => ALWAYS.includes(key) || tessera.model.parts[key])
    .map((key) => PARTS.find((part) => part.key === key)).filter(Boolean);

  const tabList = (parts, open) => {
    const buttons = parts.map((part, index) => element("button", { type: "button", role: "tab", id: "tab-" + part.id,
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
    const button = element("button", { type: "button", "aria-expanded": "false",
      onclick: () => open(holder.classList.contains("visually-hidden")) }, "Show the numbers");
    let isOpen = false;
    const open = (opened) => {
      isOpen = opened;
      show(false);
    };
    /** Shows the table, as the user wants it or in any case. */
    const show = (always) => {
      holder.classList.toggle("visually-hidden", !isOpen && !always);
      holder.tabIndex = isOpen || always ? 0 : -1;
      button.setAttribute("aria-expanded", String(isOpen));
    };
    return { holder, button, show };
  };

  const none = () => ({ content: element("main", { class: "charts" }, element("p", { class: "empty" },
    "No part of the view is chosen: add one in the dialog of the node.")), start: () => {}, open: () => "" });

  /**
   * Tabs and panel, with a part open, or the first one; returns the element to be put into the page, how to start, and
   * which part is open.
   */
  const create = (first) => {
    const parts = shown();
    if (parts.length === 0) { return none(); }
    let current = null;
    let chart = null;
    const title = element("h2", { dir: "auto" });
    const caution = element("p", { class: "caution", role: "note", dir: "auto", hidden: true });
    const legend = tessera.cards.legend();
    const reading = element("p", { class: "reading", dir: "auto" });
    const drawing = element("div", { class: "drawing", role: "application", tabindex: "0", "aria-roledescription": "chart" });
    const tools = element("div", { class: "tools" });
    const table = numbers();
    const panel = element("div", { class: "panel", id: "panel", role: "tabpanel" },
      tools, legend, title, caution, reading, drawing, table.holder);

    const draw = () => {
      const description = chart ? chart.draw() : current.describe(0);
      caution.textContent = description.caution || "";
      caution.hidden = !description.caution;
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
        ...(current.isTable ? [] : [element("span", { class: "end" }, table.button, ...downloads(() => current))]));
      if (focused >= 0) {
        const again = tools.querySelectorAll("select, button, input")[focused];
        const other = again && !again.disabled ? again : tools.querySelector("select, button, input");
        if (other) { other.focus(); }
      }
    };

    const tabs = tabList(parts, (index) => open(index));

    const open = (index) => {
      current = parts[index];
      tabs.mark(index);
      panel.setAttribute("aria-labelledby", "tab-" + current.id);
      if (chart) { chart.dispose(); }
      chart = current.isTable ? null : tessera.chart.create(drawing, current.describe);
      drawing.hidden = Boolean(current.isTable);
      legend.hidden = Boolean(current.isTable) || current.isOfSegments === false;
      table.show(Boolean(current.isTable));
      return redraw(true);
    };

    const start = () => {
      tessera.model.onChange(draw);
      tessera.theme.onChange(draw);
      let width = drawing.clientWidth;
      let height = drawing.clientHeight;
      const observer = new ResizeObserver(() => {
        if (chart && drawing.clientWidth !== width || drawing.clientHeight !== height) {
          width = drawing.clientWidth;
          height = drawing.clientHeight;
          window.requestAnimationFrame(() => { if (!life.aborted) { draw(); } });
        }
      });
      observer.observe(drawing);
      const life = tessera.model.life();
      life.addEventListener("abort", () => {
        observer.disconnect();
        if (chart) { chart.dispose(); }
      });
      return open(Math.max(0, parts.findIndex((part) => part.id === first)));
    };

    return { content: element("main", { class: "charts" }, tabs.list, panel), start, open: () => current.id };
  };

  return { create, shown };
})();
