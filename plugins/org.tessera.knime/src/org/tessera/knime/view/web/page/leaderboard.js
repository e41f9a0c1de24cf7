"use strict";
// The segmentations that were tried, the best first, with the reason for the rank of each: a table instead of a drawing.
tessera.leaderboard = (() => {
  const { counted } = tessera.dom;
  const rows = () => tessera.model.parts.LEADERBOARD.rows;

  const describe = () => ({
    title: rows()[0].name + " is the best of " + counted(rows().length, "segmentation"),
    reading: rows()[0].passes ? "Silhouette and stability: 1 is the best. A segmentation that does not pass the guards ranks"
      + " behind those that do." : "No segmentation passes the guards: the first one misses them least.",
    marks: [], option: { series: [] },
    table: {
      caption: "Leaderboard",
      columns: ["Rank", "Segmentation", "Passes guards", "Silhouette", "Worst segment", "Stability", "Sizes", "Reason"],
      rows: rows().map((row, index) => [String(index + 1), row.name, row.passes ? "yes" : "no", row.silhouette, row.worst,
        row.stability, row.sizes, row.reason]),
      texts: [1, 2, 6, 7],
    },
  });

  return { id: "leaderboard", key: "LEADERBOARD", name: "Leaderboard", isTable: true, controls: () => [], describe };
})();
