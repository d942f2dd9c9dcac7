"""The search beside Material's own and Pagefind, on the same pages of real statutes."""
