/** Runs in the page: the law in epub.js, in pages of one column, as its documentation opens a book. */
import ePub from 'epubjs';

const place = document.body.appendChild(document.createElement('div'));
const rendition = ePub('/book.epub').renderTo(place, {
  width: '100%',
  height: '100%',
  flow: 'paginated',
  spread: 'none',
});
place.className = 'book';
window.turnPage = () => rendition.next();
await rendition.display();
