/* A quiz in the page: each question by itself, or all of them and then the result. */
(() => {
  "use strict";

  const { make, button } = window.anjianMake;
  const root = document.querySelector(".aj-quiz");
  if (!root || !window.anjianField) {
    return;
  }
  const { version } = root.dataset;
  const single = "single" in root.dataset;
  const keeping = window.anjianKeeping("quiz", root.dataset.quiz);
  const fresh = () => ({ version, mode: "each", values: {}, seen: {}, ended: false, serial: window.anjianSlip.serial() });
  const kept = single ? null : keeping.read();
  let state = kept && kept.version === version ? kept : fresh();

  const save = () => {
    if (!single) {
      keeping.write(state);
    }
  };

  const status = make("p", { class: "aj-quiz__status", role: "status" });
  const say = (text) => {
    status.textContent = text;
  };

  const items = Array.from(root.querySelectorAll(".aj-item"), (section, index) => {
    const item = {
      section,
      id: section.dataset.question,
      number: index + 1,
      points: Number(section.dataset.points),
      field: window.anjianField(section),
      explanation: section.querySelector(".aj-explanation"),
      feedback: make("div", { class: "aj-feedback", id: `${section.id}-feedback`, tabindex: "-1" }),
      value: () => state.values[item.id] || "",
    };
    item.check = button("看对错", { class: "aj-tool aj-act" }, () => check(item));
    item.again = button("再答一次", { class: "aj-tool aj-act" }, () => again(item));
    section.insertBefore(make("div", { class: "aj-item__acts" }, item.check, item.again), section.querySelector(":scope > details"));
    section.insertBefore(item.feedback, section.querySelector(":scope > details"));
    section.addEventListener("input", () => {
      state.values[item.id] = item.field.read();
      save();
      show();
    });
    return item;
  });

  const verdict = (item) => {
    if (!item.field.isJudged) {
      return item.value() ? ["open", "已记下，这道题由教员评阅。"] : ["open", "没有作答。这道题由教员评阅。"];
    }
    if (!item.value()) {
      return ["wrong", "✗ 没有作答。"];
    }
    return item.field.isRight(item.value()) ? ["right", `✓ 答对了，得 ${item.points} 分。`] : ["wrong", "✗ 答错了。"];
  };

  const result = () => {
    const judged = items.filter((item) => item.field.isJudged);
    const right = judged.filter((item) => item.field.isRight(item.value()));
    const sum = (some) => some.reduce((total, item) => total + item.points, 0);
    return { got: sum(right), all: sum(judged), wrong: judged.filter((item) => !right.includes(item)), open: items.length - judged.length };
  };

  const isSeen = (item) => state.ended || Boolean(state.seen[item.id]);

  function check(item) {
    if (!item.field.isDone(item.value())) {
      say(single ? "还没有答完。" : `第 ${item.number} 题还没有答完。`);
      const input = item.field.inputs.find((one) => !one.value) || item.field.inputs[0];
      input.focus();
      return;
    }
    state.seen[item.id] = true;
    save();
    show();
    item.feedback.focus();
  }

  function again(item) {
    delete state.seen[item.id];
    save();
    show();
    item.field.inputs[0].focus();
  }

  const showItem = (item) => {
    const seen = isSeen(item);
    item.field.lock(seen);
    item.check.hidden = seen || state.mode !== "each";
    item.again.hidden = !seen || state.ended;
    const [kind, text] = seen ? verdict(item) : ["", ""];
    item.feedback.className = `aj-feedback${kind ? ` aj-feedback--${kind}` : ""}`;
    item.feedback.textContent = text;
    if (item.explanation) {
      item.explanation.hidden = !seen;
      item.explanation.open = seen;
    }
  };

  const end = (sure) => {
    const open = items.filter((item) => !item.field.isDone(item.value()));
    if (open.length && sure !== true) {
      frame.ask(open);
      return;
    }
    state.ended = true;
    save();
    show();
    frame.showResult(true);
  };

  const restart = () => {
    const { mode } = state;
    keeping.forget();
    state = { ...fresh(), mode };
    items.forEach((item) => item.field.write(""));
    show();
    frame.focusStart();
    say("已清空，可以从头再答。");
  };

  const frame = single
    ? { show: () => root.append(status) }
    : window.anjianQuizFrame(root, items, { say, status, result, end, restart, state: () => state, setMode });

  function setMode(mode) {
    state.mode = mode;
    save();
    show();
  }

  function show() {
    root.classList.toggle("aj-quiz--ended", state.ended);
    items.forEach(showItem);
    frame.show();
  }

  items.forEach((item) => item.field.write(item.value()));
  show();
})();
