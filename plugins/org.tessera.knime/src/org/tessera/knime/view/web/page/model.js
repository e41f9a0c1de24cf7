"use strict";
// What is shown: the segmentation, what of it the settings show, and which segments are selected, hidden, or alone on the
// page. Segments are known by their index in the data.
tessera.model = (() => {
  const VERSION = 3;
  const NAME = 160;
  const EVERYTHING = { title: "", cards: true, parts: [], columns: { selected: null }, hiddenSegments: [], horizontal: 1, vertical: 2 };
  const model = { segments: [], settings: EVERYTHING, selected: new Set(), hidden: new Set(), only: false };
  let listeners = [];
  let life = new AbortController();

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
    model.show(data.settings);
  };

  /** Shows by other settings; what they do not say stays as it is. */
  model.show = (settings) => {
    const given = Object.entries(settings || {}).filter(([, value]) => value !== null && value !== undefined);
    const next = { ...model.settings, ...Object.fromEntries(given) };
    if (next.columns.selected === undefined) { next.columns = model.settings.columns; }
    model.settings = next;
    const leftOut = new Set(next.hiddenSegments);
    const id = (segment) => (segment.label < 0 ? "noise" : String(segment.label + 1));
    model.leftOut = new Set(model.segments.map((segment, index) => index).filter((index) => leftOut.has(id(model.segments[index]))));
    model.leftOut.forEach((index) => model.selected.delete(index));
    const selected = next.columns.selected;
    const columns = selected && new Set(selected.map((name) => tessera.dom.shortened(name, NAME)));
    model.isColumnShown = (name) => !columns || columns.has(name);
  };

  /** The indices of the columns that are shown, in order. */
  model.shownColumns = () => model.columns.map((column, index) => index).filter((index) => model.isColumnShown(model.columns[index].name));

  /** The indices of the segments that the settings show, in order. */
  model.shown = () => model.segments.map((segment, index) => index).filter((index) => !model.leftOut.has(index));

  /** The distribution of a column, from the node where the page did not get it when it opened. */
  model.distribution = async (index) => {
    if (!model.distributions[index]) {
      model.distributions[index] = JSON.parse(await tessera.host.data("column", index));
    }
    return model.distributions[index];
  };

  model.isVisible = (segment) => !model.leftOut.has(segment)
    && !model.hidden.has(segment) && (!model.only || model.selected.size === 0 || model.selected.has(segment));

  model.isFaded = (segment) => model.selected.size > 0 && !model.selected.has(segment);

  /** The indices of the segments that are drawn, in order. */
  model.visible = () => model.shown().filter(model.isVisible);

  const toggle = (set, segment) => { if (!set.delete(segment)) { set.add(segment); } };

  const changed = () => listeners.forEach((listener) => listener());

  model.select = (segment) => { toggle(model.selected, segment); changed(); };
  model.hide = (segment) => { toggle(model.hidden, segment); changed(); };
  model.showOnly = (only) => { model.only = only; changed(); };
  model.reset = () => { model.selected.clear(); model.hidden.clear(); model.only = false; changed(); };
  model.onChange = (listener) => { listeners.push(listener); };

  /** Ends what the page shows, which is then built anew: nothing listens any more. */
  model.renew = () => {
    life.abort();
    life = new AbortController();
    listeners = [];
  };

  /** Ends with what the page shows now. */
  model.life = () => life.signal;

  model.hasNoise = () => model.segments.some((segment) => segment.label < 0);

  /** A short mark of a segment in a drawing: its number, or "N" for noise. */
  model.mark = (segment) => (model.segments[segment].label < 0 ? "N" : String(model.segments[segment].label + 1));

  return model;
})();
