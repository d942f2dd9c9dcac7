/* What stands around the questions of a quiz: the way to answer, how far it is, the result. */
(() => {
  "use strict";

  const { make, button } = window.anjianMake;
  const WAYS = [
    ["each", "答一题看一题"],
    ["whole", "全部答完再交卷"],
  ];

  window.anjianQuizFrame = (root, items, quiz) => {
    const ways = WAYS.map(([value, text]) => {
      const input = make("input", { type: "radio", name: "aj-way", value, id: `aj-way-${value}`, autocomplete: "off", change: () => quiz.setMode(value) });
      return { input, row: make("div", { class: "aj-option" }, input, make("label", { for: `aj-way-${value}` }, text)) };
    });
    const chooser = make("fieldset", { class: "aj-way" }, make("legend", {}, "怎么答"), ...ways.map((way) => way.row));
    const clear = button("清空重答", { class: "aj-tool aj-act" }, quiz.restart);
    const paper = root.querySelector("[data-lecturer]")
      ? button("打印试卷（不带答案）", { class: "aj-tool aj-act" }, () => print())
      : null;
    const start = make("div", { class: "aj-quiz__start" }, chooser, make("div", { class: "aj-item__acts" }, paper, clear));

    const hand = button("交卷", { class: "aj-tool aj-act aj-act--main" }, quiz.end);
    const asked = make("div", { class: "aj-quiz__asked", tabindex: "-1", hidden: "" });
    const title = make("h2", { id: "result", tabindex: "-1" });
    const about = make("div", {});
    const slip = window.anjianSlipBox(root, items, quiz);
    const outcome = make("section", { class: "aj-quiz__result", "aria-labelledby": "result", hidden: "" }, title, about, slip.part);
    const progress = make("p", { class: "aj-quiz__progress" });

    root.insertBefore(start, root.firstChild);
    root.append(make("div", { class: "aj-quiz__end" }, progress, hand, quiz.status, asked), outcome);

    const print = () => {
      const whole = document.documentElement;
      const back = () => {
        whole.removeAttribute("data-aj-print");
        window.removeEventListener("afterprint", back);
      };
      whole.setAttribute("data-aj-print", "paper");
      window.addEventListener("afterprint", back);
      window.print();
    };

    const to = (item) => make("a", { href: `#${item.section.id}` }, `第 ${item.number} 题`);
    const listed = (some) => some.flatMap((item, index) => (index ? ["、", to(item)] : [to(item)]));

    const showResult = (focus) => {
      const { got, all, wrong, open } = quiz.result();
      const percent = all ? Math.round((got / all) * 100) : 0;
      const passed = got >= Number(root.dataset.pass);
      title.textContent = all ? `得 ${got} 分，满分 ${all} 分（${percent}%），${passed ? "合格" : "没有合格"}` : "已经交卷";
      about.textContent = "";
      if (wrong.length) {
        about.append(make("p", {}, "再看一看：", ...listed(wrong), "。"));
      }
      if (open) {
        about.append(make("p", {}, `另有 ${open} 道简答题由教员评阅，不算在分数里。`));
      }
      slip.show();
      outcome.hidden = false;
      if (focus) {
        title.focus();
      }
    };

    return {
      showResult,
      focusStart: () => ways.find((way) => way.input.checked).input.focus(),
      ask: (open) => {
        asked.textContent = "";
        asked.append(
          make("p", {}, `还有 ${open.length} 题没有答完：`, ...listed(open), "。"),
          button("仍然交卷", { class: "aj-tool aj-act" }, () => quiz.end(true)),
          button("接着答", { class: "aj-tool aj-act" }, () => {
            asked.hidden = true;
            open[0].field.inputs[0].focus();
          })
        );
        asked.hidden = false;
        asked.focus();
      },
      show: () => {
        const state = quiz.state();
        const done = items.filter((item) => item.field.isDone(item.value())).length;
        const begun = state.ended || Object.keys(state.seen).length > 0;
        ways.forEach((way) => {
          way.input.checked = way.input.value === state.mode;
          way.input.disabled = begun;
        });
        progress.textContent = `已答 ${done} 题，一共 ${items.length} 题`;
        hand.hidden = state.ended;
        hand.textContent = state.mode === "whole" ? "交卷" : "结束，看成绩";
        asked.hidden = asked.hidden || state.ended;
        clear.hidden = !begun && !done;
        outcome.hidden = !state.ended;
        if (state.ended) {
          showResult(false);
        }
      },
    };
  };
})();
