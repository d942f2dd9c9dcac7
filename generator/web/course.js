/* How far a reader has come in a course: ticks that stay in this browser. */
(() => {
  "use strict";

  const { make, button } = window.anjianMake;
  const list = document.querySelector(".aj-course");
  if (!list || !window.anjianKeeping) {
    return;
  }
  const keeping = window.anjianKeeping("course", list.dataset.course);
  const lessons = Array.from(list.children);
  let done = keeping.read();
  done = Array.isArray(done) ? done : [];

  const status = make("p", { class: "aj-course__status", role: "status" });
  const clear = button("清除进度", { class: "aj-tool aj-act" }, () => {
    keeping.forget();
    done = [];
    show();
    lessons[0].querySelector("input").focus();
  });

  const boxes = lessons.map((lesson, index) => {
    const name = lesson.dataset.lesson;
    const box = make("input", { type: "checkbox", id: `aj-lesson-${index}`, autocomplete: "off", change: () => {
      done = box.checked ? [...done, name] : done.filter((one) => one !== name);
      keeping.write(done);
      show();
    } });
    const title = lesson.querySelector(".aj-course__title").textContent;
    const label = make("label", { for: `aj-lesson-${index}` }, "学完了", make("span", { class: "aj-hidden" }, `：${title}`));
    lesson.append(make("p", { class: "aj-course__tick" }, box, label));
    return box;
  });

  function show() {
    boxes.forEach((box, index) => {
      box.checked = done.includes(lessons[index].dataset.lesson);
    });
    const count = boxes.filter((box) => box.checked).length;
    status.textContent = `学完 ${count} 课，一共 ${boxes.length} 课。记在这台设备的浏览器里。`;
    clear.hidden = !count;
  }

  list.parentNode.insertBefore(make("div", { class: "aj-course__tools", "data-search-exclude": "" }, status, clear), list.nextSibling);
  show();
})();
