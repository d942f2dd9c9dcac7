/* The page of the search. What is asked for stands in the address, behind the #. */
(() => {
  "use strict";

  const parts = window.anjianSearchParts;
  const root = document.querySelector(".aj-search");
  if (!parts || !root) {
    return;
  }
  const { make, button, line, buttons, marked, field } = window.anjianMake;
  const { recent, remember, forget } = window.anjianRecent;
  const { typing, onSlash } = window.anjianTyping;
  const STEP = 10;
  const title = document.title;
  const [chosen, notes, choices, results] = root.querySelectorAll("[data-part]");
  let asked = []; // pairs as in the address: q, within, or the name of a facet
  let limit = STEP;
  let turn = 0;
  let drawn = [];

  const form = (css, label, box, act) => {
    const submit = (event) => {
      event.preventDefault();
      act(box.value.trim());
    };
    return make("form", { class: css, submit }, box, make("button", { class: "aj-tool" }, label));
  };
  const input = field("搜索全站", "例如：食堂 返点", {});
  const inner = field("在结果中搜索", "", {});
  const status = make("p", { role: "status" });
  const more = button(`再显示 ${STEP} 条`, {}, () => ask(limit + STEP, true));
  const within = form("aj-search__within", "在结果中搜索", inner, (text) => {
    inner.value = "";
    choose([...asked, ["within", text]]);
    root.scrollIntoView();
  });

  const of = (name) => asked.filter((pair) => pair[0] === name).map((pair) => pair[1]);
  const q = () => of("q").join(" ");
  const others = () => asked.filter((pair) => pair[0] !== "q");
  const without = (pair) => asked.filter((one) => one.join() !== pair.join());

  // Every search that is done is one step of the way back; what is being typed, one in all.
  const write = (pairs, done) => {
    asked = pairs.filter((pair) => pair[1]);
    const hash = `#${parts.query(asked)}`;
    const { typed } = history.state || {};
    if (hash !== (location.hash || "#") || (typed && done)) {
      history[typed ? "replaceState" : "pushState"]({ typed: !done }, "", hash);
    }
    if (done && q()) {
      remember(q());
    }
  };
  const choose = (pairs) => {
    write(pairs, true);
    input.value = q();
    ask(STEP);
  };
  const take = (text) => choose([["q", text], ...others()]);
  const read = () => {
    const { limit: count = STEP, top } = history.state || {};
    asked = Array.from(new URLSearchParams(location.hash.slice(1))).filter((pair) => pair[1]);
    input.value = q();
    ask(count, false, top);
  };

  const showChosen = () => {
    const words = q() ? [] : recent();
    const drop = (pair) => {
      const text = `${pair[0] === "within" ? "结果中有" : pair[0]}：${pair[1]}`;
      return button(`${text} ✕`, { "aria-label": `去掉“${text}”` }, () => choose(without(pair)));
    };
    const last = words[0] ? ["最近搜过：", ...buttons(words, take), forget(showChosen)] : [];
    chosen.replaceChildren(...others().map(drop), ...last);
  };
  // What stands there already stays in its place, and only the rest is added.
  const showHits = (result) => {
    const keys = result.hits.map((hit) => JSON.stringify(hit));
    if (drawn.some((key, index) => key !== keys[index])) {
      results.replaceChildren();
      drawn = [];
    }
    const added = result.hits.slice(drawn.length).map((hit) => {
      const { tier } = hit;
      if (!results.querySelector(`[data-tier="${tier}"]`)) {
        results.append(make("h2", { "data-tier": tier }), line("ol", "aj-hits"));
      }
      const list = results.querySelector(`[data-tier="${tier}"] + ol`);
      const first = Array.from(list.children).find((one) => one.dataset.group === hit.group);
      const link = (css, anchor, pieces) =>
        make("a", { class: css, href: parts.address(hit, anchor) }, ...marked(pieces));
      const own = make("li", { "data-group": hit.group }, ...parts.hit(hit, 3, link), line("ol", "aj-hits"));
      (first ? first.lastChild : list).append(own);
      return own;
    });
    drawn = keys;
    results.querySelectorAll("h2").forEach((head) => {
      head.textContent = parts.names(result)[head.dataset.tier];
    });
    return added[0];
  };

  const ask = async (count, onward, top) => {
    const own = ++turn;
    const pairs = others().map(([name]) => [name, of(name)]);
    const { within: words = [], ...facets } = Object.fromEntries(pairs);
    limit = count;
    document.title = q() ? `${q()} - ${title}` : title;
    root.setAttribute("aria-busy", true);
    showChosen();
    const onHits = (result) => own === turn && showHits(result);
    const options = { facets, within: words, limit, counts: true, onHits };
    const result = await window.anjianSearch.run(q(), options);
    if (!result || own !== turn) {
      return;
    }
    root.removeAttribute("aria-busy");
    const next = showHits(result);
    window.anjianFacets.show(choices, result.facets, (pair, on) =>
      choose(on ? [...asked, pair] : without(pair))
    );
    status.textContent = parts.said(result);
    root.setAttribute("data-state", result.state);
    notes.replaceChildren(...parts.notes(result, take));
    more.hidden = !result.more;
    if (onward && next) {
      next.firstChild.focus();
    } else if (top) {
      scrollTo(0, top);
    }
  };

  root.prepend(form("aj-search__form", "搜索", input, take));
  notes.before(status);
  results.after(more, within);
  typing(input, () => {
    write([["q", input.value.trim()], ...others()], false);
    ask(STEP);
  });
  onSlash(() => input.focus());
  // Whoever comes back from a result finds the page as long, and where it stood.
  results.addEventListener("click", (event) => {
    if (event.target.closest("a")) {
      write(asked, true);
      history.replaceState({ limit, top: scrollY }, "");
    }
  });
  choices.open = innerWidth >= 960;
  root.hidden = false;
  addEventListener("hashchange", read);
  read();
})();
