/* Slides: reveal.js over the sections of the page. Without it, and on a phone, they stand one below
   the other, each with its notes. */
(() => {
  "use strict";

  const deck = document.querySelector(".deck");
  const bar = document.querySelector(".deck-bar");
  if (!deck || !window.Reveal || window.matchMedia("(max-width: 40em)").matches) {
    return;
  }
  const slides = deck.querySelector(".deck__slides");
  const reveal = new window.Reveal(deck, {
    width: 1280,
    height: 720,
    margin: 0.02,
    center: false,
    hash: true,
    slideNumber: "c/t",
    transition: "none",
    backgroundTransition: "none",
    controlsTutorial: false,
    help: false,
    pause: false,
    jumpToSlide: false,
    postMessage: false,
    scrollActivationWidth: null,
  });

  const button = (label, press) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", press);
    bar.append(made);
  };

  const wholeScreen = () => {
    const root = document.documentElement;
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else if (root.requestFullscreen) {
      root.requestFullscreen();
    }
  };

  // Its own words are English.
  const inChinese = () => {
    const names = {
      "navigate-left": "上一页",
      "navigate-right": "下一页",
      "navigate-up": "向上",
      "navigate-down": "向下",
    };
    deck.querySelectorAll(".resume-button").forEach((part) => {
      part.textContent = "继续放映";
    });
    Object.keys(names).forEach((name) => {
      deck.querySelectorAll(`.${name}`).forEach((part) => part.setAttribute("aria-label", names[name]));
    });
  };

  // The tools are in the way of a class; on the first slide they show that they are there.
  const showTools = () => {
    document.documentElement.classList.toggle("deck-first", reveal.isFirstSlide());
  };

  document.documentElement.classList.add("deck-live");
  deck.classList.add("reveal");
  slides.classList.add("slides");
  reveal.initialize().then(() => {
    inChinese();
    const speak = () => window.anjianSpeaker(reveal);
    button("演讲者视图（S）", speak);
    button("全屏（F）", wholeScreen);
    button("打印", () => window.print());
    reveal.addKeyBinding({ keyCode: 83, key: "S", description: "演讲者视图" }, speak);
    reveal.on("slidechanged", showTools);
    showTools();
    deck.dataset.ready = "";
  });
})();
