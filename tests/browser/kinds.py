"""One page of every kind, in the site that is built from library/."""

PAGES = {
    "home": "index.html",
    "cases": "library/case/index.html",
    "case": "library/case/gc-1.html",
    "imported case": "library/case/jy-1.html",
    "withdrawn": "library/case/jy-9.html",
    "index": "library/by-industry/index.html",
    "value": "library/by-industry/工程建设.html",
    "keywords": "library/by-keyword/index.html",
    "matrix": "library/matrix.html",
    "regulation": "library/regulation/chufen-guiding.html",
    "version": "library/regulation/chufen-guiding/2018.html",
    "lesson": "library/lesson/ja-1.html",
    "practice": "library/practice/sj-1.html",
    "units": "library/unit/index.html",
    "unit": "library/unit/pz-1.html",
    "rules": "library/rules.html",
    "guide": "guide/readers.html",
}
