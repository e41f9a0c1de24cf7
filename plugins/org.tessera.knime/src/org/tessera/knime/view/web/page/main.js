"use strict";
// Opens the view: asks the host for the data and shows them, or gives the host the image or report that it asks for.
(async () => {
  const { element, counted, named } = tessera.dom;
  const model = tessera.model;
  const view = document.getElementById("view");
  let open = () => "";
  let isShown = false;
  const early = [];

  const message = (text) => view.replaceChildren(
    element("main", { id: "message" }, element("p", { role: "alert" }, text)));

  const choices = () => {
    const only = element("input", { type: "checkbox", onchange: () => model.showOnly(only.checked) });
    const clear = element("button", { type: "button", onclick: model.reset }, "Show all");
    const update = () => {
      only.checked = model.only;
      only.disabled = model.selected.size === 0 && !model.only;
      clear.disabled = model.selected.size === 0 && model.hidden.size === 0 && !model.only;
    };
    model.onChange(update);
    update();
    return element("div", { class: "choice" }, element("label", {}, only, "Only highlighted segments"), clear);
  };

  const numbers = () => {
    const segments = model.segments.filter((segment) => segment.label >= 0).length;
    return counted(model.customers, "customer") + " in " + counted(segments, "segment")
      + (model.hasNoise() ? " and noise" : "");
  };

  const leftOut = () => (model.leftOut.size === 0 ? [] : ["Left out by the settings: "
    + tessera.dom.listed(Array.from(model.leftOut).map((index) => model.segments[index].name), 6) + "."]);

  const head = () => element("header", { class: "head" },
    element("h1", { dir: "auto" }, model.settings.title || numbers()),
    ...(model.settings.title ? [numbers()] : []).concat(model.notes, leftOut()).map((note) => element("p", {}, note)),
    choices(),
    model.verdict === "" ? null : element("p", { class: "verdict" }, model.verdict));

  /** Builds the page, with the part open that was, if it is still there. */
  const show = () => {
    const before = open();
    model.renew();
    const tabs = tessera.tabs.create(before);
    open = tabs.open;
    view.replaceChildren(element("div", { class: model.settings.cards ? "layout" : "layout plain" },
      head(), model.settings.cards ? tessera.cards.create() : null, tabs.content));
    return tabs.start();
  };

  /** Shows by settings that were changed; those that come before the data wait for them. */
  const showBy = (settings) => {
    if (!isShown) {
      early.push(settings);
      return;
    }
    try {
      model.show(settings);
      tessera.scatter.start();
      show();
    } catch (error) {
      message("The settings can't be shown: " + named(error.message));
    }
  };

  try {
    const { renderingConfig = { type: "DEFAULT" } } = await tessera.host.connect();
    const isImage = renderingConfig.type === "IMAGE";
    const isReport = renderingConfig.type === "REPORT" && renderingConfig.canBeUsedInReport;
    if (isImage || isReport) { tessera.theme.fix(); } else { tessera.host.onSettings(showBy); }
    try {
      model.load(await tessera.host.initialData());
    } catch (error) {
      message(error.message);
      if (isReport) { tessera.host.tell("setReportingContent", false); }
      return;
    }
    tessera.scatter.start();
    if (isImage) {
      tessera.host.tell("imageGenerated", await tessera.export.image(renderingConfig.imageFormat));
    } else if (isReport) {
      const report = await tessera.export.report();
      view.replaceChildren(report);
      tessera.host.tell("setReportingContent", report.outerHTML);
    } else {
      await show();
      isShown = true;
      early.forEach(showBy);
    }
  } catch (error) {
    message(error.message);
  }
})();
