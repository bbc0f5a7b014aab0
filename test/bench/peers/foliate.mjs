/** Runs in the page: the law in foliate-js, in pages of one column, as its own demo opens a book. */
import 'foliate-js/view.js';

const view = document.createElement('foliate-view');
document.body.append(view);
await view.open('/book.epub');
view.renderer.setAttribute('max-column-count', '1');
window.turnPage = () => view.next();
await view.init({});
