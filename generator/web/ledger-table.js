/* Tables of ledgers: find, choose, sort. What is shown is what is printed; without this the
   table is whole. A column is offered as a choice by data-filter, is not sorted by data-plain. */
(() => {
  "use strict";

  const { make, button } = window.anjianMake;
  const { squeezed } = window.anjianFold;
  const FEWEST = 6; // fewer rows are seen at a glance
  const MANY = 20; // so many are looked through, also where nothing can be chosen
  const order = new Intl.Collator("zh-CN", { numeric: true });

  const label = (cell) => cell.textContent.trim();
  const values = (cell) => ("value" in cell.dataset ? cell.dataset.value : label(cell)).split("|").filter(Boolean);
  const rank = (cell) => ("sort" in cell.dataset ? cell.dataset.sort : label(cell));
  const option = (value, text) => make("option", { value }, text);

  const enhance = (table, number) => {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const heads = Array.from(table.tHead.rows[0].cells);
    if (rows.length < FEWEST) {
      return;
    }
    const key = `anjian-ledger-${number}`;
    const texts = rows.map((row) => squeezed(row.textContent));
    const text = make("input", { type: "search", autocomplete: "off", "aria-label": "在表里找", placeholder: "在表里找" });
    const status = make("p", { role: "status", class: "aj-ledger-status" });

    const choices = heads
      .map((head, column) => ({ head, column, name: head.dataset.filter || label(head) }))
      .filter(({ head }) => "filter" in head.dataset)
      .map(({ head, column, name }) => {
        const found = new Set([].concat(...rows.map((row) => values(row.cells[column]))));
        const fixed = (head.dataset.options || "").split("|").filter((one) => found.delete(one));
        const listed = [...fixed, ...Array.from(found).sort(order.compare)];
        const select = make("select", { "aria-label": name }, option("", `${name}：全部`), ...listed.map((one) => option(one, one)));
        return { column, name, select, usable: listed.length > 1 };
      })
      .filter((one) => one.usable);

    const sortable = heads
      .map((head, column) => ({ head, column, name: label(head) }))
      .filter(({ head }) => !("plain" in head.dataset));
    const orders = make(
      "select",
      { "aria-label": "排序", class: "aj-ledger-order" },
      option("", "原来的次序"),
      ...[].concat(...sortable.map(({ column, name }) => [option(`${column} 1`, `${name}：从小到大`), option(`${column} -1`, `${name}：从大到小`)]))
    );

    const arrange = () => {
      const [column, way] = orders.value.split(" ").map(Number);
      const sorted = rows.slice();
      if (orders.value) {
        const ranks = new Map(rows.map((row) => [row, rank(row.cells[column])]));
        sorted.sort((one, other) => way * order.compare(ranks.get(one), ranks.get(other)));
      }
      body.append(...sorted);
      sortable.forEach(({ head, column: nth }) => {
        const states = { 1: "ascending", "-1": "descending" };
        head.setAttribute("aria-sort", orders.value && nth === column ? states[way] : "none");
      });
    };

    const filter = () => {
      const wanted = squeezed(text.value);
      const chosen = choices.filter(({ select }) => select.value);
      let shown = 0;
      rows.forEach((row, nth) => {
        const fits = texts[nth].includes(wanted) && chosen.every(({ column, select }) => values(row.cells[column]).includes(select.value));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      const terms = chosen.map(({ name, select }) => `${name}为“${select.value}”`);
      if (wanted) {
        terms.push(`含“${text.value.trim()}”`);
      }
      const count = shown ? `${rows.length} 项里有 ${shown} 项` : `${rows.length} 项里没有`;
      status.textContent = terms.length ? `${terms.join("，")}：${count}` : `共 ${rows.length} 项`;
      status.classList.toggle("aj-ledger-status--part", terms.length > 0);
      whole.hidden = terms.length === 0;
    };

    const keep = () => {
      const state = { text: text.value, order: orders.value, chosen: choices.map(({ select }) => select.value) };
      window.history.replaceState({ ...window.history.state, [key]: state }, "");
    };
    const restore = () => {
      const state = (window.history.state || {})[key];
      if (state) {
        text.value = state.text;
        orders.value = state.order;
        choices.forEach(({ select }, nth) => {
          select.value = state.chosen[nth] || "";
        });
      }
    };
    const clear = () => {
      text.value = "";
      choices.forEach(({ select }) => {
        select.value = "";
      });
      filter();
      keep();
    };
    /* A link to a row that is filtered away shows the row. */
    const seek = () => {
      const asked = window.location.hash.slice(1);
      const row = rows.find(({ id }) => id && (id === asked || encodeURIComponent(id) === asked));
      if (row && row.hidden) {
        clear();
        row.scrollIntoView();
      }
    };
    const turn = (column) => {
      const next = { [`${column} 1`]: `${column} -1`, [`${column} -1`]: "" };
      orders.value = orders.value in next ? next[orders.value] : `${column} 1`;
      arrange();
      keep();
    };

    const whole = button("显示全部", { class: "aj-tool aj-act" }, () => {
      clear();
      text.focus();
    });
    sortable.forEach(({ head, column }) => {
      const press = button("", { class: "aj-sort" }, () => turn(column));
      press.append(...head.childNodes);
      head.append(press);
    });
    [text, ...choices.map(({ select }) => select)].forEach((one) => {
      one.addEventListener("input", () => {
        filter();
        keep();
      });
    });
    orders.addEventListener("input", () => {
      arrange();
      keep();
    });
    window.addEventListener("hashchange", seek);

    const finds = choices.length > 0 || rows.length > MANY;
    const tools = make("div", { class: "aj-ledger-tools" }, finds ? text : null, ...choices.map(({ select }) => select), orders, whole);
    table.before(...(finds ? [tools, status] : [tools]));
    restore();
    arrange();
    filter();
    seek();
  };

  document.querySelectorAll("table[data-ledger]").forEach(enhance);
})();
