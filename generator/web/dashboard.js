/* Draws the charts of a page from its tables; without the library the tables stay as they are. */
(() => {
  "use strict";

  const own = document.currentScript ? document.currentScript.src : "";
  const figures = Array.from(document.querySelectorAll("[data-chart]"));
  if (!figures.length) {
    return;
  }
  const { make, button } = window.anjianMake;

  const headOf = (figure) => {
    const head = document.getElementById(figure.dataset.head);
    return head ? head.textContent.replace("¶", "").trim() : "";
  };

  const start = (figure) => {
    const values = window.anjianChartTable(figure);
    const table = figure.querySelector(".aj-figure__table");
    const words = `${headOf(figure)}。下面的数据表里有同样的内容。`;
    const box = make("div", { class: "aj-chart", role: "img" });
    const scroll = make("div", { class: "aj-scroll aj-chart__scroll" }, box);
    const fold = () => {
      const open = table.toggleAttribute("data-folded") === false;
      opener.setAttribute("aria-expanded", open);
      opener.textContent = open ? "收起数据表" : "看数据表";
    };
    const opener = button("", { class: "aj-tool aj-act" }, fold);
    table.before(scroll, opener);
    fold();
    const chart = window.echarts.init(box, null, { renderer: "canvas", width: 10, height: 10 });
    let drawn = "";
    let labels = [];

    const draw = () => {
      const width = scroll.clientWidth;
      if (!width) {
        return; // on paper
      }
      const look = window.anjianChartLook(box);
      const wanted = window.anjianChartOption[values.kind](values, look, width, words);
      const told = JSON.stringify(wanted);
      if (told === drawn) {
        return;
      }
      drawn = told;
      labels = wanted.labels;
      // A box that scrolls is reached by keyboard.
      const wide = wanted.width > width;
      for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", "图，可左右滚动"]]) {
        if (wide) {
          scroll.setAttribute(name, value);
        } else {
          scroll.removeAttribute(name);
        }
      }
      box.style.width = `${wanted.width}px`;
      box.style.height = `${wanted.height}px`;
      chart.resize({ width: wanted.width, height: wanted.height });
      chart.setOption(wanted.option);
      box.setAttribute("data-drawn", document.body.getAttribute("data-md-color-scheme") || "");
    };

    chart.on("click", ({ componentType, seriesIndex, dataIndex, value }) => {
      const row = componentType === "yAxis" ? values.rows[labels.indexOf(value)] : values.rows[dataIndex];
      if (!row) {
        return;
      }
      const cell = componentType === "series" ? row.cells[seriesIndex] : row;
      const { link } = cell.link ? cell : row;
      if (link) {
        link.click();
      }
    });
    draw();
    new ResizeObserver(draw).observe(scroll);
    return draw;
  };

  const begin = () => {
    const all = figures.map(start);
    const watch = new MutationObserver(() => all.forEach((draw) => draw()));
    watch.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    watch.observe(document.documentElement, { attributeFilter: ["data-aj-text", "data-aj-large"] });
  };

  const script = make("script", { src: own.replace(/[^/]*$/, "vendor/echarts.js"), load: begin });
  document.head.append(script);
})();
