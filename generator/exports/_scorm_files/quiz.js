/* The quiz: what was answered, what of it is right, and what the platform is told of it.
   Typed answers are compared as generator/answers.py compares them. */
(() => {
  "use strict";

  const { passMark, questions } = window.anjianQuiz;
  const platform = window.anjianPlatform;
  const form = document.getElementById("questions");
  const parts = Array.from(form.querySelectorAll("[data-question]"));
  const byId = (id) => document.getElementById(id);
  const MOST_KEPT = 4000; // SCORM 1.2 keeps 4096 characters
  const MOST_SAID = 255;
  const DROPPED = /[\s、，,。.；;：:！!？?“”"‘’'（）()《》〈〉【】[\]—·_-]+/g;
  let submitted = false;
  let warned = false;

  const fold = (text) => text.normalize("NFKC").replace(DROPPED, "").toLowerCase();
  const fields = (index) => Array.from(parts[index].querySelectorAll("input, select, textarea"));
  const isChoice = (index) => ["single", "several", "judgement"].includes(questions[index].kind);

  const response = (index) => {
    if (!isChoice(index)) return fields(index).map((field) => field.value.trim());
    return [fields(index).filter((field) => field.checked).map((field) => field.value).join("")];
  };
  const restore = (index, given) => {
    fields(index).forEach((field, place) => {
      if (isChoice(index)) field.checked = (given[0] || "").includes(field.value);
      else field.value = given[place] || "";
    });
  };
  const answered = (index) => response(index).every((text) => text !== "");
  const marked = (index) => questions[index].right.length > 0;

  const isRight = (index) => {
    const { kind, right } = questions[index];
    const given = response(index);
    if (kind === "blank") return right.every((some, place) => some.includes(fold(given[place])));
    return right[0].includes(given.join(""));
  };

  const keep = () => {
    const given = questions.map((_, index) => response(index));
    let text = JSON.stringify({ submitted, given });
    for (let index = given.length - 1; text.length > MOST_KEPT && index >= 0; index -= 1) {
      given[index] = given[index].map((one) => one.slice(0, 20));
      text = JSON.stringify({ submitted, given });
    }
    if (text.length <= MOST_KEPT) platform.set("cmi.suspend_data", text);
    platform.set("cmi.core.exit", submitted ? "" : "suspend");
  };

  /* How SCORM 1.2 wants an answer written, by the kind of the question. */
  const WRITTEN = {
    single: (given) => ["choice", given.join("").toLowerCase()],
    several: (given) => ["choice", given.join("").toLowerCase().split("").join(",")],
    judgement: (given) => ["true-false", { 对: "t", 错: "f" }[given[0]] || ""],
    blank: (given) => ["fill-in", given.join("，")],
    short: (given) => ["fill-in", given.join(" ")],
    matching: (given) => ["matching", pairs(given)],
    ordering: (given) => ["sequencing", given.join("").toLowerCase().split("").join(",")],
  };
  const pairs = (given) =>
    given
      .join("")
      .toLowerCase()
      .split("")
      .map((letter, index) => `${index + 1}.${letter}`)
      .join(",");
  const written = (kind, given) => {
    const [type, text] = WRITTEN[kind](given);
    return [type, text.replace(/\s+/g, " ").slice(0, MOST_SAID)];
  };

  const record = (index, first) => {
    const { id, kind, points, right } = questions[index];
    const name = (part) => `cmi.interactions.${first + index}.${part}`;
    const [type, text] = written(kind, response(index));
    platform.set(name("id"), id);
    platform.set(name("type"), type);
    platform.set(name("time"), platform.time());
    platform.set(name("weighting"), marked(index) ? points : 0);
    if (marked(index)) {
      const pattern = written(kind, right.map((some) => some[0]))[1];
      platform.set(name("correct_responses.0.pattern"), pattern);
    }
    platform.set(name("student_response"), text);
    platform.set(name("result"), !marked(index) ? "neutral" : isRight(index) ? "correct" : "wrong");
  };

  const report = (percent, passed) => {
    const first = Number(platform.get("cmi.interactions._count")) || 0;
    questions.forEach((_, index) => record(index, first));
    const before = platform.get("cmi.core.lesson_status");
    const best = platform.get("cmi.core.score.raw");
    if (percent === null) {
      platform.set("cmi.core.lesson_status", "completed");
    } else {
      platform.set("cmi.core.score.min", 0);
      platform.set("cmi.core.score.max", 100);
      if (best === "" || Number(best) <= percent) platform.set("cmi.core.score.raw", percent);
      if (before !== "passed") {
        platform.set("cmi.core.lesson_status", passed ? "passed" : "failed");
      }
    }
    keep();
    return platform.save();
  };

  const judged = (index) => {
    if (!answered(index)) return "✗ 没有答完。";
    if (!marked(index)) return "由教员评阅。";
    return isRight(index) ? "✓ 答对了。" : "✗ 没有答对。";
  };

  const show = () => {
    parts.forEach((part, index) => {
      const verdict = part.querySelector(".verdict");
      const explanation = part.querySelector(".explanation");
      verdict.hidden = !submitted;
      verdict.textContent = judged(index);
      verdict.classList.toggle("right", marked(index) && isRight(index));
      verdict.classList.toggle("wrong", marked(index) && !isRight(index));
      if (explanation) explanation.hidden = !submitted;
      fields(index).forEach((field) => {
        field.disabled = submitted;
      });
    });
    form.querySelector("[type=submit]").hidden = submitted;
    byId("again").hidden = !submitted;
    byId("result").hidden = !submitted;
  };

  const outcome = () => {
    const counted = questions.map((one, index) => index).filter(marked);
    const total = counted.reduce((sum, index) => sum + questions[index].points, 0);
    const earned = counted.filter(isRight).reduce((sum, index) => sum + questions[index].points, 0);
    // Never rounded up: the platform compares the percent with the pass mark.
    const percent = total ? Math.floor((earned * 100) / total) : null;
    return { total, earned, percent, passed: percent !== null && percent >= passMark };
  };

  const say = ({ total, earned, percent, passed }) => {
    byId("score").textContent =
      percent === null
        ? "已经交卷，由教员评阅。"
        : `得 ${earned} 分，满分 ${total} 分，合 ${percent}%：${passed ? "合格" : "没有合格"}。`;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const open = questions.map((_, index) => index).filter((index) => !answered(index));
    if (open.length && !warned) {
      warned = true;
      const listed = open.map((index) => index + 1).join("、");
      byId("warning").textContent = `第 ${listed} 题还没有答完。补上再交；不补，就再按一次“交卷”。`;
      parts[open[0]].querySelector("h3").focus();
      return;
    }
    byId("warning").textContent = "";
    submitted = true;
    const found = outcome();
    const told = platform.connected && report(found.percent, found.passed);
    say(found);
    byId("reported").textContent = told
      ? "结果已经报给学习平台。"
      : "没有报给学习平台，结果只显示在这里；要留存，请截图或打印这一页。";
    show();
    byId("result").focus();
  });

  form.addEventListener("change", () => {
    warned = false;
    keep();
  });

  byId("again").addEventListener("click", () => {
    submitted = false;
    warned = false;
    questions.forEach((_, index) => restore(index, []));
    show();
    keep();
    parts[0].querySelector("h3").focus();
  });

  const resume = () => {
    try {
      const kept = JSON.parse(platform.get("cmi.suspend_data"));
      kept.given.forEach((given, index) => restore(index, given));
      submitted = kept.submitted === true;
    } catch (error) {
      submitted = false;
    }
    if (submitted) {
      say(outcome());
      show();
    }
  };

  byId("platform").textContent = platform.connected
    ? "已经连到学习平台，中途离开，下次接着做。"
    : "没有连到学习平台：可以照常做题、看结果，但结果不会被记录。";
  if (platform.connected) {
    const status = platform.get("cmi.core.lesson_status");
    if (["", "not attempted", "browsed"].includes(status)) {
      platform.set("cmi.core.lesson_status", "incomplete");
    }
    resume();
    keep();
    platform.save();
  }
})();
