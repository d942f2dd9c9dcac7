/* The table of a figure as values; its numbers lead to what they count where the search can tell. */
(() => {
  "use strict";

  const { make } = window.anjianMake;
  const words = (element) => element.textContent.trim();
  const link = (element) => element.querySelector("a");

  // The search runs by script, and so these links are made by one.
  const lead = (figure, cell, row, column) => {
    const { search, rows, columns } = figure.dataset;
    const number = cell.querySelector("span");
    if (link(cell) || !rows || !column.dataset.column || !Number(words(cell))) {
      return;
    }
    const asked = new URLSearchParams([["种类", "案例"], [rows, words(row)], [columns, column.dataset.column]]);
    number.replaceWith(make("a", { href: `${search}#${asked}` }, words(cell)));
  };

  window.anjianChartTable = (figure) => {
    const table = figure.querySelector("table");
    const [, ...heads] = table.tHead.rows[0].cells;
    const columns = heads.filter((head) => "column" in head.dataset);
    const rows = Array.from(table.tBodies[0].rows).map((row) => {
      const [head, ...rest] = row.cells;
      const cells = rest.slice(0, columns.length).map((cell, nth) => {
        lead(figure, cell, head, columns[nth]);
        const { state, sign } = cell.dataset;
        return { text: words(cell), sign: sign || words(cell), state, value: Number(words(cell)) || 0, link: link(cell) };
      });
      return { label: words(head), link: link(head), cells };
    });
    return { columns: columns.map(words), rows, kind: figure.dataset.chart };
  };
})();
