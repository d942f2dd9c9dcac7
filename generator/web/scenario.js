/* A decision scenario played card by card: decide, see what follows, go on. */
(() => {
  "use strict";

  const { make, button } = window.anjianMake;
  const root = document.querySelector(".aj-scenario");
  if (!root) {
    return;
  }
  const cards = Array.from(root.querySelectorAll(".aj-card"));
  const later = Array.from(document.querySelectorAll(".aj-after-play"));
  let path = [];
  let all = false;

  const here = () => (path.length ? document.getElementById(path[path.length - 1].to) : cards[0]);
  const waiting = () => path.length && !path[path.length - 1].gone;
  const headOf = (card) => card.querySelector(".aj-card__head");

  const trail = make("ol", { class: "aj-trail", "aria-label": "走过的路" });
  const touched = make("ul", { class: "aj-citations" });
  const back = button("退回一步", { class: "aj-tool aj-act" }, () => step(() => path.pop()));
  const restart = button("从头再来", { class: "aj-tool aj-act" }, () => step(() => {
    path = [];
  }));
  const unfold = button("看全部卡片", { class: "aj-tool aj-act", "aria-pressed": "false" }, () => {
    all = !all;
    show();
  });
  const tools = make("div", { class: "aj-play", "data-search-exclude": "" }, make("p", { class: "aj-small-heading" }, "走过的路"), trail, make("p", { class: "aj-small-heading" }, "这一路碰到的条款"), touched, make("div", { class: "aj-item__acts" }, back, restart, unfold));

  /* The clauses of all that was chosen on the way, each once. */
  const clauses = () => {
    const found = new Map();
    path.forEach((one) => {
      const choice = document.getElementById(one.card).querySelector(`.aj-choice[data-letter="${one.letter}"]`);
      choice.querySelectorAll(".aj-citations li").forEach((line) => found.set(line.textContent, line));
    });
    return Array.from(found.values(), (line) => line.cloneNode(true));
  };

  const choose = (card, choice) => step(() => path.push({ card: card.id, letter: choice.dataset.letter, to: choice.dataset.to, gone: false }));
  const goOn = () => step(() => {
    path[path.length - 1].gone = true;
  });

  cards.forEach((card) => {
    headOf(card).tabIndex = -1;
    card.querySelectorAll(".aj-choice[data-to]").forEach((choice) => {
      const text = choice.querySelector(".aj-choice__text");
      const act = button("", { class: "aj-tool aj-choose" }, () => choose(card, choice));
      act.append(...Array.from(text.childNodes, (node) => node.cloneNode(true)));
      const after = choice.querySelector(".aj-choice__after");
      const follows = make("p", { class: "aj-small-heading aj-choice__follows", tabindex: "-1" }, `你选了 ${choice.dataset.letter}，接下来：`);
      after.insertBefore(follows, after.firstChild);
      choice.insertBefore(act, text);
      choice.append(make("p", { class: "aj-choice__on" }, button("继续", { class: "aj-tool aj-act aj-act--main" }, goOn)));
    });
  });

  const showCard = (card) => {
    const current = waiting() ? card.id === path[path.length - 1].card : card === here();
    card.hidden = !current && !all;
    card.querySelectorAll(".aj-choice").forEach((choice) => {
      const taken = current && waiting() && choice.dataset.letter === path[path.length - 1].letter;
      choice.classList.toggle("aj-choice--taken", Boolean(taken));
      choice.hidden = Boolean(current && waiting() && !taken) && !all;
    });
  };

  const show = () => {
    root.classList.toggle("aj-scenario--live", !all);
    unfold.setAttribute("aria-pressed", String(all));
    cards.forEach(showCard);
    trail.textContent = "";
    path.forEach((one) => {
      const card = document.getElementById(one.card);
      trail.append(make("li", {}, `${headOf(card).textContent}：选 ${one.letter}`));
    });
    const over = !waiting() && here().hasAttribute("data-ending");
    if (over) {
      trail.append(make("li", {}, `结局：${here().dataset.ending}`));
    }
    touched.textContent = "";
    touched.append(...(over ? clauses() : []));
    tools.querySelectorAll(".aj-small-heading").forEach((heading, index) => {
      heading.hidden = index ? !touched.children.length : !path.length;
    });
    back.hidden = !path.length;
    restart.hidden = !path.length;
    later.forEach((part) => {
      part.hidden = !over && !all;
    });
  };

  /* Do something and bring the reader to what is new. */
  function step(change) {
    all = false;
    change();
    show();
    const taken = root.querySelector(".aj-choice--taken .aj-choice__follows");
    (taken || headOf(here())).focus();
  }

  root.append(tools);
  show();
})();
