/* Lists and sets, for all our scripts. */
(() => {
  "use strict";

  window.anjianLists = {
    flat: (lists) => [].concat(...lists),
    unique: (list) => Array.from(new Set(list)),
    both: (one, other) => new Set(Array.from(one).filter((item) => other.has(item))),
  };
})();
