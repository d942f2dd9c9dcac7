/* What a reader has done so far, kept in this browser under names that no folder stands in:
   a stick that gets another drive letter must not lose it. */
(() => {
  "use strict";

  const memory = {};
  const name = (kind, id) => `anjian-${kind}/${(window.anjian || {}).site || ""}/${id}`;

  window.anjianKeeping = (kind, id) => {
    const key = name(kind, id);
    return {
      read() {
        try {
          return JSON.parse(window.localStorage.getItem(key)) || memory[key] || null;
        } catch (error) {
          return memory[key] || null;
        }
      },
      write(value) {
        memory[key] = value;
        try {
          window.localStorage.setItem(key, JSON.stringify(value));
        } catch (error) {
          return false;
        }
        return true;
      },
      forget() {
        delete memory[key];
        try {
          window.localStorage.removeItem(key);
        } catch (error) {
          return;
        }
      },
    };
  };
})();
