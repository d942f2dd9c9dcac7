/* The reader's choices, applied in the head before anything is painted.
   Written in the oldest JavaScript there is: it also tells older browsers what they lack. */
(function () {
  "use strict";

  var root = document.documentElement;
  var sizes = ["18", "22", "30"];
  var memory = {};

  // Storage may be switched off; then a choice holds for this page only.
  function read(key) {
    try {
      return window.localStorage.getItem("anjian-" + key);
    } catch (error) {
      return memory[key];
    }
  }

  function write(key, value) {
    memory[key] = value;
    try {
      window.localStorage.setItem("anjian-" + key, value);
    } catch (error) {
      return;
    }
  }

  function size() {
    var kept = read("text");
    return sizes.indexOf(kept) < 0 ? sizes[0] : kept;
  }

  function large() {
    return read("large") === "1";
  }

  function apply() {
    root.setAttribute("data-aj-text", size());
    if (large()) {
      root.setAttribute("data-aj-large", "");
    } else {
      root.removeAttribute("data-aj-large");
    }
  }

  function isOld() {
    var css = window.CSS && window.CSS.supports;
    return !(
      css &&
      window.CSS.supports("display", "grid") &&
      window.CSS.supports("color", "var(--a)") &&
      "replaceAll" in String.prototype
    );
  }

  function sayOld() {
    var line = document.createElement("p");
    line.className = "aj-old-browser";
    line.setAttribute("role", "note");
    line.appendChild(
      document.createTextNode(
        "这个浏览器版本较旧，查找、调字号等功能可能用不了，正文可以照常阅读；" +
          "换用 Chrome、Edge、360 等浏览器的新版本即可全部使用。"
      )
    );
    document.body.insertBefore(line, document.body.firstChild);
  }

  apply();
  if (isOld()) {
    document.addEventListener("DOMContentLoaded", sayOld);
  }

  window.anjianReading = {
    sizes: sizes,
    size: size,
    large: large,
    refresh: apply,
    setSize: function (value) {
      write("text", value);
      apply();
    },
    setLarge: function (on) {
      write("large", on ? "1" : "0");
      apply();
    }
  };
})();
