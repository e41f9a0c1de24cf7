"use strict";
// Opens the view: asks the host for the data and shows them, or gives the host the image or report that it asks for.
(async () => {
  const { element, counted } = tessera.dom;
  const model = tessera.model;
  const view = document.getElementById("view");

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

  const head = () => {
    const segments = model.segments.filter((segment) => segment.label >= 0).length;
    return element("header", { class: "head" },
      element("h1", {}, counted(model.customers, "customer") + " in " + counted(segments, "segment")
        + (model.hasNoise() ? " and noise" : "")),
      ...model.notes.map((note) => element("p", {}, note)),
      choices());
  };

  const show = () => {
    const tabs = tessera.tabs.create(model.first);
    view.replaceChildren(element("div", { class: "layout" }, head(), tessera.cards.create(), tabs.content));
    return tabs.start();
  };

  const firstPart = () =>
    tessera.tabs.PARTS.find((part) => part.pictures.includes(model.first)) || tessera.tabs.PARTS[0];

  try {
    const { renderingConfig = { type: "DEFAULT" } } = await tessera.host.connect();
    const isImage = renderingConfig.type === "IMAGE";
    const isReport = renderingConfig.type === "REPORT" && renderingConfig.canBeUsedInReport;
    if (isImage || isReport) { tessera.theme.fix(); }
    model.load(await tessera.host.initialData());
    if (isImage) {
      tessera.host.tell("imageGenerated", await tessera.export.image(firstPart(), renderingConfig.imageFormat));
    } else if (isReport) {
      const report = await tessera.export.report();
      view.replaceChildren(report);
      tessera.host.tell("setReportingContent", report.outerHTML);
    } else {
      await show();
    }
  } catch (error) {
    message(error.message);
  }
})();
