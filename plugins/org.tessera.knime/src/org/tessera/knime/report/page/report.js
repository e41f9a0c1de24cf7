"use strict";
// Opens the view: asks the host for the report and shows it in a frame of its own, without scripts and rights.
(async () => {
  const { element } = tessera.dom;
  const view = document.getElementById("view");
  const message = (text) => view.replaceChildren(element("p", { role: "alert" }, text));

  try {
    await tessera.host.connect();
    const { html = "" } = (await tessera.host.initialData()) || {};
    if (html === "") {
      message("There is no report yet: execute the node.");
    } else {
      view.replaceChildren(element("iframe", { sandbox: "", title: "Segmentation report", srcdoc: html }));
    }
  } catch (error) {
    message(error.message);
  }
})();
