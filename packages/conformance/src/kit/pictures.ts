import { bytesOf } from './files.js';

/** What is said in the pictures besides what they show. */
export const secret = '52.5200 N 13.4050 E by Robin';

/** A picture as a drawing program wrote it, and the same with a place and a name in it and behind its end. */
export interface Picture {
  mediaType: string;
  bare: Uint8Array;
  said: Uint8Array;
}

const from = (...lines: string[]): Uint8Array =>
  new Uint8Array(Buffer.from(lines.join(''), 'base64'));

/** One picture of each kind. */
export const pictures = {
  png: {
    mediaType: 'image/png',
    bare: from(
      'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAIEAIAAAASFlXlAAAARElEQVQoz63SAQ0AIBBC0e9mlDOMYc4w2sUy2EVD',
      'CAHeYKPciyVFCTEN0Bb0+IfqGZ5GVQltGab1gC0DFBOUBgjAcYEHWHcQAxCS7c8AAAAASUVORK5CYII=',
    ),
    said: from(
      'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAIEAIAAAASFlXlAAAAJHRFWHRDb21tZW50ADUyLjUyMDAgTiAxMy40MDUw',
      'IEUgYnkgUm9iaW4ZB6DEAAAANmVYSWZNTQAqAAAACAABARIAAwAAAAEAAQAAAAAAADUyLjUyMDAgTiAxMy40MDUw',
      'IEUgYnkgUm9iaW7WwtuqAAAARElEQVQoz63SAQ0AIBBC0e9mlDOMYc4w2sUy2EVDCAHeYKPciyVFCTEN0Bb0+Ifq',
      'GZ5GVQltGab1gC0DFBOUBgjAcYEHWHcQAxCS7c8AAAAASUVORK5CYIJQSwMEPHNjcmlwdD41Mi41MjAwIE4gMTMu',
      'NDA1MCBFIGJ5IFJvYmlu',
    ),
  },
  jpg: {
    mediaType: 'image/jpeg',
    bare: from(
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZG',
      'NywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09P',
      'T09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAA',
      'AAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAA',
      'AAAAAAAAFWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRBYEMDqn//2Q==',
    ),
    said: from(
      '/9j/4AAQSkZJRgABAQAAAQABAAD/4QA+RXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAEAAAAAAAA1Mi41MjAwIE4g',
      'MTMuNDA1MCBFIGJ5IFJvYmlu//4AHjUyLjUyMDAgTiAxMy40MDUwIEUgYnkgUm9iaW7/2wBDAA0JCgsKCA0LCgsO',
      'Dg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYV',
      'FSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgD',
      'ASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAA',
      'AAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAAFWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRB',
      'YEMDqn//2VBLAwQ8c2NyaXB0PjUyLjUyMDAgTiAxMy40MDUwIEUgYnkgUm9iaW4=',
    ),
  },
  gif: {
    mediaType: 'image/gif',
    bare: from(
      'R0lGODlhCAAIAPAAAP8AAAAAACH5BAAKAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAACAAIAAACB4SPqcvtXQAA',
      'IfkEAAoAAAAsAAAAAAgACACAAAD/AAAAAgeEj6nL7V0AADs=',
    ),
    said: from(
      'R0lGODlhCAAIAPAAAP8AAAAAACH+HDUyLjUyMDAgTiAxMy40MDUwIEUgYnkgUm9iaW4AIfkEAAoAAAAh/wtORVRT',
      'Q0FQRTIuMAMBAAAALAAAAAAIAAgAAAIHhI+py+1dAAAh+QQACgAAACwAAAAACAAIAIAAAP8AAAACB4SPqcvtXQAA',
      'O1BLAwQ8c2NyaXB0PjUyLjUyMDAgTiAxMy40MDUwIEUgYnkgUm9iaW4=',
    ),
  },
  webp: {
    mediaType: 'image/webp',
    bare: from(
      'UklGRpIAAABXRUJQVlA4WAoAAAAQAAAACwAABwAAQUxQSCUAAAABPyAQSDFJSxwRMQIMQpKSQgoppJBCCinkP7MQ',
      'Ef3PICmaYTkeAFZQOCBGAAAAMAMAnQEqDAAIAAIANCWoAnS6ASYD+AYQB+gHv/geiAVrwAD++d3z9KQT/7CZzzg/',
      '6EznnB/4yp/yA/1iA3P8nY2E+kAAAA==',
    ),
    said: from(
      'UklGRgABAABXRUJQVlA4WAoAAAAcAAAACwAABwAAQUxQSCUAAAABPyAQSDFJSxwRMQIMQpKSQgoppJBCCinkP7MQ',
      'Ef3PICmaYTkeAFZQOCBGAAAAMAMAnQEqDAAIAAIANCWoAnS6ASYD+AYQB+gHv/geiAVrwAD++d3z9KQT/7CZzzg/',
      '6EznnB/4yp/yA/1iA3P8nY2E+kAAAEVYSUY2AAAATU0AKgAAAAgAAQESAAMAAAABAAEAAAAAAAA1Mi41MjAwIE4g',
      'MTMuNDA1MCBFIGJ5IFJvYmluWE1QICcAAAA8eDp4bXBtZXRhPjUyLjUyMDAgTiAxMy40MDUwIEUgYnkgUm9iaW4A',
      'UEsDBDxzY3JpcHQ+NTIuNTIwMCBOIDEzLjQwNTAgRSBieSBSb2Jpbg==',
    ),
  },
} as const satisfies Record<string, Picture>;

const half = (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2);

/** Files that are not taken, by the name that they come under. */
export const refusedFiles: readonly (readonly [name: string, file: Uint8Array])[] = [
  ['logo.svg', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['logo.png', bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['page.txt', bytesOf('\ufeff\n<!doctype html><script>alert(1)</script>')],
  ['tool.exe', bytesOf('MZ\u0000\u0001\u0002\u0003')],
  [
    'files.zip',
    bytesOf(
      'PK\u0005\u0006\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000',
    ),
  ],
  ['two-in-one.pdf', bytesOf('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\nPK\u0003\u0004 and more')],
  ['late.pdf', bytesOf('MZ\u0000\n%PDF-1.7\n%%EOF\n')],
  ['half.pdf', bytesOf('%PDF-1.7\n1 0 obj\n<<>>')],
  ['half.png', half(pictures.png.bare)],
  ['half.jpg', half(pictures.jpg.bare)],
  ['half.gif', half(pictures.gif.bare)],
  ['half.webp', half(pictures.webp.bare)],
];
