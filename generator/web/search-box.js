/* The search box in the header: a combobox whose list holds the best results as links. */
(() => {
  "use strict";

  const parts = window.anjianSearchParts;
  const place = document.querySelector(".md-header__inner, main, [role='main']");
  if (!parts || !place || document.querySelector(".aj-search")) {
    return; // the page of the search has a box of its own
  }
  const search = window.anjianSearch;
  const { make, button, line, marked, field } = window.anjianMake;
  const { recent, remember, forget } = window.anjianRecent;
  const { typing, onSlash } = window.anjianTyping;
  let options = [];
  let active = -1;
  let turn = 0;
  let known = 0;

  const input = field("搜索全站", "搜索案例、法规、条文", {
    ...{ role: "combobox", "aria-autocomplete": "list", "aria-controls": "aj-find-list" },
  });
  const opener = button("", { "aria-label": "搜索" }, () => widen(true));
  const row = line("div", "aj-find__row", input, button("关闭", {}, () => widen(false)));
  const status = make("p", { role: "status" });
  const notes = make("div", {});
  const list = make("div", { role: "listbox", id: "aj-find-list", "aria-label": "搜索结果" });
  const panel = line("div", "aj-find__panel", status, notes, list);
  const form = make("form", { class: "aj-find", role: "search" }, opener, row, panel);

  const is = (state) => form.classList.contains(`aj-find--${state}`);
  const set = (state, control, on) => {
    form.classList.toggle(`aj-find--${state}`, on);
    control.setAttribute("aria-expanded", on);
  };
  const widen = (on) => {
    set("wide", opener, on);
    (on ? input : opener).focus();
  };
  const activate = (next) => {
    active = next;
    options.forEach((one, index) => one.setAttribute("aria-selected", index === next));
    input.setAttribute("aria-activedescendant", next < 0 ? "" : options[next].id);
    if (next >= 0) {
      options[next].scrollIntoView({ block: "nearest" });
    }
  };
  const open = (on) => {
    set("open", input, on);
    activate(-1);
  };
  const show = (sentence, beside, inner) => {
    status.textContent = sentence;
    status.className = inner.length ? "aj-hidden" : "";
    notes.replaceChildren(...beside);
    list.replaceChildren(...inner);
    list.hidden = !inner.length;
    panel.scrollTop = 0;
    options = Array.from(list.querySelectorAll("[role='option']"));
    open(form.contains(document.activeElement) && Boolean(sentence || inner.length));
  };

  const option = (css, more, ...inner) => {
    known += 1;
    return make("a", { id: `aj-option-${known}`, class: css, role: "option", tabindex: "-1", ...more }, ...inner);
  };
  const goal = (css, href, ...inner) => option(css, { href, click: () => remember(input.value) }, ...inner);
  const all = () => {
    const q = input.value.trim();
    return `${search.root}library/search.html${q && `#${parts.query({ q })}`}`;
  };
  const take = (text) => {
    input.value = text;
    input.focus();
    ask();
  };
  const showRecent = () => {
    const found = recent().map((text) => option("aj-find__word", { click: () => take(text) }, text));
    show("", found[0] ? [line("p", "aj-choices", "最近搜过：", forget(() => take("")))] : [], found);
  };
  const tierOf = ([tier, name], { hits }) => {
    const own = hits.filter((hit) => hit.tier === tier);
    // Pages of one record stand together, where the first of them stands.
    const first = (hit) => own.findIndex((one) => one.group === hit.group);
    const sorted = own.slice().sort((one, other) => first(one) - first(other));
    const shown = sorted.map((hit) => {
      const { anchor } = hit.sections[0] || { anchor: "" };
      const css = own[first(hit)] === hit ? "aj-find__hit" : "aj-find__hit aj-find__hit--more";
      const link = (name, to, pieces) => line("strong", name, ...marked(pieces));
      return goal(css, parts.address(hit, anchor), ...parts.hit(hit, 1, link));
    });
    const head = make("p", { role: "presentation" }, name);
    return own[0] ? [make("div", { role: "group", "aria-label": name }, head, ...shown)] : [];
  };
  const ask = async () => {
    const own = ++turn;
    if (!input.value.trim()) {
      showRecent();
      return;
    }
    if (!is("open")) {
      show("正在查找…", [], []);
    }
    list.setAttribute("aria-busy", true);
    const result = await search.run(input.value, { limit: 6 });
    if (result && own === turn) {
      const tiers = Object.entries(parts.names(result)).map((tier) => tierOf(tier, result));
      const more = result.hits[0] ? [goal("aj-find__all", all(), "查看全部结果")] : [];
      list.removeAttribute("aria-busy");
      show(parts.said(result), parts.notes(result, take), [...tiers.flat(), ...more]);
    }
  };

  const composing = typing(input, ask);
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const around = options.length + 1;
    if (composing(event)) {
      return;
    }
    if (step && is("open")) {
      // Before the first and behind the last stands the text itself.
      activate(((active + 1 + step + around) % around) - 1);
    } else if (step) {
      ask();
    } else if (active >= 0 && /Home|End/.test(key)) {
      activate(key === "Home" ? 0 : options.length - 1);
    } else if (key !== "Escape") {
      return;
    } else if (is("open")) {
      open(false);
    } else if (input.value) {
      input.value = "";
    } else {
      widen(false);
    }
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (active >= 0) {
      options[active].click();
    } else {
      remember(input.value);
      location.href = all();
    }
  });
  // A press in the panel leaves the focus in the box.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("focus", ask);
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || open(false));
  onSlash(() => widen(true));

  set("wide", opener, false);
  open(false);
  if (place.matches("nav")) {
    place.append(form);
  } else {
    place.before(form);
  }
})();
