/* Values and a look become what ECharts is told, with the size that it needs. */
(() => {
  "use strict";

  const GAP = 8;
  const SIGN_GAP = 5; // ECharts' own, between the sign and the word of a legend

  const shared = (look, words) => ({
    animation: false,
    aria: { enabled: true, label: { description: words }, decal: { show: true } },
    textStyle: { fontFamily: look.font, fontSize: look.size, color: look.ink },
    tooltip: {
      trigger: "item",
      renderMode: "richText", // the other mode writes styles into elements, which our policy refuses
      confine: true,
      backgroundColor: look.paper,
      borderColor: look.edge,
      textStyle: { fontFamily: look.font, fontSize: look.size, color: look.ink },
    },
  });
  const axisText = (look, more) => ({ color: look.ink, fontSize: look.size, fontFamily: look.font, ...more });
  const names = (look, labels, width) => {
    const widest = Math.ceil(Math.min(Math.max(...labels.map(look.width)) + GAP, width * 0.5));
    return { widest: widest + GAP, label: axisText(look, { width: widest, overflow: "break", lineHeight: look.size, interval: 0 }) };
  };
  const categories = (data, label) => ({
    type: "category",
    data,
    inverse: true,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: label,
    triggerEvent: true,
  });

  const legendOf = (look, columns, width) => {
    const icon = look.size * 1.6;
    let lines = 1;
    let used = 0;
    for (const column of columns) {
      const own = icon + SIGN_GAP + look.width(column) + GAP;
      lines += used && used + own > width ? 1 : 0;
      used = used && used + own > width ? own : used + own;
    }
    const show = columns.length > 1;
    return {
      room: show ? lines * (look.size * 1.4 + GAP) : 0,
      option: { show, left: 0, top: 0, padding: 0, itemGap: GAP, itemWidth: icon, itemHeight: look.size, textStyle: axisText(look) },
    };
  };

  /* One bar for each row, in as many pieces as there are columns. */
  const bars = ({ columns, rows }, look, width, words) => {
    const several = columns.length > 1;
    const sums = rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.value, 0));
    const labels = rows.map((row, nth) => (several ? `${row.label} ${sums[nth]}` : row.label));
    const { widest, label } = names(look, labels, width);
    const legend = legendOf(look, columns, width);
    const end = look.width(`${Math.max(...sums)}`) + GAP;
    const scale = (width - widest - end) / Math.max(...sums, 1);
    const step = look.size * 2.1;
    const series = columns.map((name, nth) => {
      const { fill, pattern } = look.steps[several ? nth % look.steps.length : look.steps.length - 2];
      return {
        name,
        type: "bar",
        stack: "all",
        barWidth: look.size * 1.4,
        itemStyle: { color: fill, borderColor: look.edge, borderWidth: 1, decal: several ? pattern : look.plain },
        data: rows.map((row) => {
          const { value, text } = row.cells[nth];
          const fits = value * scale > look.width(text) + GAP;
          const inside = { show: fits && several && value > 0, position: "inside", backgroundColor: look.paper, padding: [1, 3] };
          const label = several ? inside : { show: true, position: "right" };
          return { value, itemStyle: value ? {} : { borderWidth: 0 }, label: { color: look.ink, fontSize: look.size, ...label } };
        }),
      };
    });
    return {
      width,
      labels,
      height: rows.length * step + legend.room + GAP,
      option: {
        ...shared(look, words),
        legend: legend.option,
        grid: { left: widest, right: end, top: legend.room, bottom: GAP },
        xAxis: { type: "value", show: false, max: Math.max(...sums, 1) },
        yAxis: categories(labels, label),
        series,
      },
    };
  };

  const shade = (cell, most, look) => {
    if (cell.state !== "some") {
      return { color: look.paper, text: look.ink, decal: cell.state === "missing" ? look.hatch : look.plain };
    }
    const place = Math.min(look.steps.length - 1, Math.floor((cell.value / most) * (look.steps.length - 1)));
    return { color: look.steps[place].fill, text: look.steps[place].text, decal: look.plain };
  };

  /* Cells of one width: every column is a piece of the bars, so that patterns work as in bars. */
  const heat = ({ columns, rows }, look, width, words) => {
    const { widest, label } = names(look, rows.map((row) => row.label), width);
    const short = columns.map((column) => column.replace(/^(\d{4})年(\d+)月$/, "$2月"));
    const least = Math.max(look.width("00"), ...rows.map((row) => Math.max(...row.cells.map((cell) => look.width(cell.sign))))) + 4;
    const full = Math.max(width, widest + least * columns.length + 2);
    const room = (full - widest - 2) / columns.length;
    const most = Math.max(1, ...rows.map((row) => Math.max(...row.cells.map((cell) => cell.value))));
    const fits = short.every((text) => look.width(text) < room - 2);
    const heads = fits ? short : short.map((text) => text.replace(/月$|[（）]/g, ""));
    const step = look.size * 2.1;
    const top = look.size * (heads.every((text) => look.width(text) < room) ? 2 : 3.4);
    const series = columns.map((name, nth) => ({
      name,
      type: "bar",
      stack: "all",
      barWidth: step - 2,
      data: rows.map((row) => {
        const cell = row.cells[nth];
        const { color, text, decal } = shade(cell, most, look);
        const said = look.width(cell.text) + 4 < room ? cell.text : cell.sign;
        const ground = cell.state === "missing" ? { backgroundColor: look.paper, padding: [1, 2] } : {};
        return {
          value: 1,
          itemStyle: { color, decal, borderColor: look.edge, borderWidth: 1 },
          label: { show: true, position: "inside", formatter: said, color: text, fontSize: look.size, ...ground },
        };
      }),
    }));
    const base = shared(look, words);
    const formatter = ({ seriesIndex, dataIndex }) => `${rows[dataIndex].label}\n${columns[seriesIndex]}：${rows[dataIndex].cells[seriesIndex].text}`;
    return {
      width: full,
      labels: rows.map((row) => row.label),
      height: rows.length * step + top + GAP,
      option: {
        ...base,
        tooltip: { ...base.tooltip, formatter },
        grid: { left: widest, right: 2, top, bottom: GAP },
        xAxis: [
          { type: "value", show: false, max: columns.length },
          { type: "category", data: heads, position: "top", axisLine: { show: false }, axisTick: { show: false }, axisLabel: axisText(look, { interval: 0, width: room, overflow: "break" }) },
        ],
        yAxis: categories(rows.map((row) => row.label), label),
        series,
      },
    };
  };

  window.anjianChartOption = { bars, heat };
})();
