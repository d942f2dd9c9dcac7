/* The speaker's window: notes of this slide, the next one, how long the class and this step last.
   It is an empty window that this page fills, so that it needs no file, no message, no script. */
(() => {
  "use strict";

  const SECOND = 1000;
  const pad = (number) => String(number).padStart(2, "0");
  const clock = (seconds) => `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
  const titleOf = (slide) => {
    const heading = slide && slide.querySelector("h1, h2");
    const over = slide && slide.querySelector(".slide__over");
    return [over, heading].filter(Boolean).map((one) => one.textContent.trim()).join("　");
  };

  let view = null;
  let begun = 0;
  let step = null;
  const used = new Map();

  /* The slide on which the step began that a slide belongs to. */
  const stepOf = (slides, slide) => slides.slice(0, slides.indexOf(slide) + 1).reverse().find((one) => one.dataset.minutes) || null;

  const fill = (target, reveal) => {
    const page = target.document;
    const make = (tag, name, text) => {
      const made = page.createElement(tag);
      made.className = name;
      made.textContent = text || "";
      return made;
    };
    page.documentElement.lang = "zh-CN";
    page.title = `演讲者视图：${document.title}`;
    const sheet = make("link", "");
    sheet.rel = "stylesheet";
    sheet.href = document.querySelector("link[href$='slides.css']").href;
    page.head.append(sheet);
    page.body.className = "speaker";

    const parts = {
      place: make("p", "speaker__place"),
      now: make("h1", "speaker__now"),
      notes: make("div", "speaker__notes"),
      next: make("p", "speaker__next"),
      time: make("p", "speaker__time"),
      step: make("p", "speaker__step"),
    };
    const button = (label, press) => {
      const made = make("button", "", label);
      made.type = "button";
      made.addEventListener("click", press);
      return made;
    };
    parts.notes.tabIndex = 0;
    const tools = make("div", "speaker__tools");
    tools.append(
      button("上一页", () => reveal.prev()),
      button("下一页", () => reveal.next()),
      button("重新计时", () => {
        begun = Date.now();
        used.clear();
      })
    );
    const main = make("main", "speaker__main");
    main.append(parts.place, parts.now, parts.notes);
    const side = make("aside", "speaker__side");
    side.append(parts.time, parts.step, make("h2", "", "下一页"), parts.next, tools);
    page.body.textContent = "";
    page.body.append(main, side);

    page.addEventListener("keydown", (event) => {
      if (event.target.tagName === "BUTTON" && (event.key === " " || event.key === "Enter")) {
        return;
      }
      if (["ArrowRight", "PageDown", " ", "n"].includes(event.key)) {
        event.preventDefault();
        reveal.next();
      } else if (["ArrowLeft", "PageUp", "p"].includes(event.key)) {
        event.preventDefault();
        reveal.prev();
      }
    });
    return parts;
  };

  const show = (parts, target, reveal) => {
    const slides = reveal.getSlides();
    const slide = reveal.getCurrentSlide();
    const index = slides.indexOf(slide);
    const notes = slide.querySelector("aside.notes");
    const answer = slide.querySelector(".slide__answer");
    parts.place.textContent = `第 ${index + 1} 页，共 ${slides.length} 页`;
    parts.now.textContent = titleOf(slide);
    parts.notes.textContent = notes ? "" : "这一页没有备注。";
    if (notes) {
      parts.notes.append(...Array.from(notes.cloneNode(true).childNodes, (node) => target.document.importNode(node, true)));
    }
    const waiting = answer && !answer.classList.contains("visible");
    parts.next.textContent = waiting ? "先显示答案" : titleOf(slides[index + 1]) || "这是最后一页";
    step = stepOf(slides, slide);
    tick(parts);
  };

  function tick(parts) {
    const all = Math.floor((Date.now() - begun) / SECOND);
    parts.time.textContent = `已讲 ${clock(all)}`;
    const planned = step ? Number(step.dataset.minutes) : 0;
    parts.step.textContent = planned ? `这一步 ${planned} 分钟，已用 ${clock(used.get(step) || 0)}` : "";
    parts.step.classList.toggle("speaker__step--over", planned > 0 && (used.get(step) || 0) > planned * 60);
  }

  window.anjianSpeaker = (reveal) => {
    if (view && !view.target.closed) {
      view.target.focus();
      return;
    }
    const target = window.open("", "anjian-speaker", "width=1100,height=720");
    if (!target) {
      window.alert("浏览器拦下了新窗口：请允许这一页弹出窗口，再按一次 S。");
      return;
    }
    begun = begun || Date.now();
    const parts = fill(target, reveal);
    const update = () => target.closed || show(parts, target, reveal);
    view = { target };
    ["slidechanged", "fragmentshown", "fragmenthidden"].forEach((name) => reveal.on(name, update));
    const beat = window.setInterval(() => {
      if (target.closed) {
        window.clearInterval(beat);
        return;
      }
      if (step) {
        used.set(step, (used.get(step) || 0) + 1);
      }
      tick(parts);
    }, SECOND);
    window.addEventListener("pagehide", () => target.close());
    update();
  };
})();
