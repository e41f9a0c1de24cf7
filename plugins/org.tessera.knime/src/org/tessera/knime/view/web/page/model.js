"use strict";
// What is shown: the segmentation, and which segments are selected, hidden, or alone on the page. Segments are known by
// their index in the data.
tessera.model = (() => {
  const VERSION = 1;
  const model = { segments: [], selected: new Set(), hidden: new Set(), only: false };
  const listeners = [];

  model.load = (data) => {
    if (!data || !data.summary) {
      throw new Error("There is nothing to show: execute the node first.");
    }
    const summary = JSON.parse(data.summary);
    if (summary.version !== VERSION) {
      throw new Error("These results are of another version: execute the node again.");
    }
    Object.assign(model, summary);
    model.distributions = data.distributions.map((text) => JSON.parse(text));
  };

  /** The distribution of a column, from the node where the page did not get it when it opened. */
  model.distribution = async (index) => {
    if (!model.distributions[index]) {
      model.distributions[index] = JSON.parse(await tessera.host.data("column", index));
    }
    return model.distributions[index];
  };

  model.isVisible = (segment) =>
    !model.hidden.has(segment) && (!model.only || model.selected.size === 0 || model.selected.has(segment));

  model.isFaded = (segment) => model.selected.size > 0 && !model.selected.has(segment);

  /** The indices of the segments that are drawn, in order. */
  model.visible = () => model.segments.map((segment, index) => index).filter(model.isVisible);

  const toggle = (set, segment) => { if (!set.delete(segment)) { set.add(segment); } };

  const changed = () => listeners.forEach((listener) => listener());

  model.select = (segment) => { toggle(model.selected, segment); changed(); };
  model.hide = (segment) => { toggle(model.hidden, segment); changed(); };
  model.showOnly = (only) => { model.only = only; changed(); };
  model.reset = () => { model.selected.clear(); model.hidden.clear(); model.only = false; changed(); };
  model.onChange = (listener) => { listeners.push(listener); };

  model.hasNoise = () => model.segments.some((segment) => segment.label < 0);

  /** A short mark of a segment in a drawing: its number, or "N" for noise. */
  model.mark = (segment) => (model.segments[segment].label < 0 ? "N" : String(model.segments[segment].label + 1));

  return model;
})();
