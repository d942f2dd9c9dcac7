/* A page with a wide table is printed across: all of it, its foot included. The style sheet alone
   can turn the sheets of the table, not those around it. */
(() => {
  "use strict";

  if (document.querySelector(".aj-landscape")) {
    document.documentElement.setAttribute("data-aj-landscape", "");
  }
})();
