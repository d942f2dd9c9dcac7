/* The inputs of one question. The page holds lists that can be read and printed without them. */
(() => {
  "use strict";

  const { make } = window.anjianMake;
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const BLANK = /[_＿]{2,}/;

  const texts = (list) => Array.from(list ? list.children : [], (item) => item.textContent);

  const boxes = (type, name, options) => {
    const inputs = options.map(([value]) =>
      make("input", { type, name, value, id: `${name}-${value}`, autocomplete: "off" })
    );
    const rows = options.map(([value, text], index) =>
      make(
        "div",
        { class: "aj-option" },
        inputs[index],
        make("label", { for: `${name}-${value}` }, value === text ? "" : `${value}.　`, text)
      )
    );
    return {
      part: make("div", { class: "aj-fields" }, ...rows),
      inputs,
      read: () => inputs.filter((one) => one.checked).map((one) => one.value).join(""),
      write: (value) => inputs.forEach((one) => {
        one.checked = value.includes(one.value);
      }),
      isDone: (value) => value !== "",
    };
  };

  const choosers = (labels, options) => {
    const inputs = labels.map((label) =>
      make(
        "select",
        { "aria-label": label, autocomplete: "off" },
        make("option", { value: "" }, "请选择"),
        ...options.map((text, index) => make("option", { value: LETTERS[index] }, `${LETTERS[index]}.　${text}`))
      )
    );
    const rows = inputs.map((input, index) =>
      make("div", { class: "aj-chooser" }, make("span", { "aria-hidden": "true" }, labels[index]), input)
    );
    return {
      part: make("div", { class: "aj-fields" }, ...rows),
      inputs,
      // A place that is open is a sign of its own, so that the others keep their places.
      read: () => {
        const value = inputs.map((one) => one.value || "-").join("");
        return /[A-Z]/.test(value) ? value : "";
      },
      write: (value) => inputs.forEach((one, index) => {
        one.value = value[index] && value[index] !== "-" ? value[index] : "";
      }),
      isDone: (value) => value.length === labels.length && !value.includes("-"),
    };
  };

  // A field stands where the text leaves a blank; what finds none stands below.
  const blanks = (section, count) => {
    const text = section.querySelector(".aj-item__text");
    const inputs = Array.from({ length: count }, (_, index) =>
      make("input", { type: "text", class: "aj-blank", "aria-label": `第 ${index + 1} 空`, autocomplete: "off", maxlength: "60" })
    );
    const waiting = inputs.slice();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      found.push(walker.currentNode);
    }
    found.forEach((start) => {
      let node = start;
      for (let gap = BLANK.exec(node.data); gap && waiting.length; gap = BLANK.exec(node.data)) {
        const after = node.splitText(gap.index);
        after.data = after.data.slice(gap[0].length);
        after.parentNode.insertBefore(waiting.shift(), after);
        node = after;
      }
    });
    return {
      part: waiting.length ? make("div", { class: "aj-fields" }, ...waiting) : null,
      inputs,
      read: () => {
        const values = inputs.map((one) => one.value.trim());
        return values.some((one) => one) ? values : "";
      },
      write: (value) => inputs.forEach((one, index) => {
        one.value = value[index] || "";
      }),
      isDone: (value) => value !== "" && value.every((one) => one),
    };
  };

  const writing = (section) => {
    const input = make("textarea", { rows: "4", maxlength: "500", "aria-labelledby": `${section.id}-text`, autocomplete: "off" });
    return {
      part: make("div", { class: "aj-fields" }, input),
      inputs: [input],
      read: () => input.value.trim(),
      write: (value) => {
        input.value = value;
      },
      isDone: (value) => value !== "",
    };
  };

  const fieldOf = (section, type, own, right) => {
    const lettered = own.map((text, index) => [LETTERS[index], text]);
    const count = section.dataset.digests.split("|").length;
    switch (type) {
      case "单选":
        return boxes("radio", section.id, lettered);
      case "多选":
        return boxes("checkbox", section.id, lettered);
      case "判断":
        return boxes("radio", section.id, [["对", "对"], ["错", "错"]]);
      case "填空":
        return blanks(section, count);
      case "连线":
        return choosers(own.map((text, index) => `${index + 1}. ${text}`), right);
      case "排序":
        return choosers(own.map((_, index) => `第 ${index + 1} 位`), own);
      default:
        return writing(section);
    }
  };

  /* What is compared, place by place. */
  const places = (type, value) => {
    if (type === "填空") {
      return (value || []).map(window.anjianDigest.folded);
    }
    return [type === "多选" ? value.split("").sort().join("") : value];
  };

  window.anjianField = (section) => {
    const { type } = section.dataset;
    const lists = section.querySelectorAll(".aj-options");
    const field = fieldOf(section, type, texts(lists[0]), texts(lists[1]));
    const box = make("fieldset", {
      class: "aj-answering",
      "aria-labelledby": [`${section.id}-head`, `${section.id}-text`].filter((id) => document.getElementById(id)).join(" "),
      "aria-describedby": `${section.id}-feedback`,
    });
    // On paper the lists stand as they came; on the screen the inputs stand for them.
    const replaced = { 单选: lists[0], 多选: lists[0], 连线: lists[0] }[type];
    [replaced, ...section.querySelectorAll(".aj-judge, .aj-write")].filter(Boolean).forEach((part) => {
      part.classList.add("aj-on-paper");
    });
    section.insertBefore(box, section.querySelector(":scope > details"));
    if (type === "填空") {
      box.append(section.querySelector(".aj-item__text"));
    }
    box.append(...[field.part].filter(Boolean));
    return {
      ...field,
      box,
      type,
      lock: (on) => {
        box.disabled = on;
      },
      isRight: (value) =>
        value !== "" &&
        window.anjianDigest.isRight(section.dataset.salt, section.dataset.digests, places(type, value)),
      isJudged: Boolean(section.dataset.digests),
    };
  };
})();
