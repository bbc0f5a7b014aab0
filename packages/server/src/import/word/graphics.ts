import type { Element } from 'xast';
import { attribute, child, isOn, make, within } from './xml.js';

/** A picture that stands in the text. */
export interface Picture {
  /** Where it is in the file, `media/image1.png`. */
  name: string;
  alt: string;
}

/** What a drawing of Word is made of. */
export interface Graphic {
  pictures: Picture[];
  /** The contents of its text boxes. */
  boxes: Element[];
  /** Nothing but a line across the page. */
  isRule: boolean;
}

const stated = (...values: (string | undefined)[]): string =>
  values.find((value) => value !== undefined && value.trim() !== '') ?? '';

function picturesOf(of: Element, targets: ReadonlyMap<string, string>): Picture[] {
  const [properties] = within(of, 'wp:docPr');
  return within(of, 'a:blip', 'v:imagedata').map((picture) => {
    const ids = ['r:embed', 'r:link', 'r:id'].map((name) => attribute(picture, name));
    const alt = stated(
      attribute(properties, 'descr'),
      attribute(properties, 'title'),
      attribute(picture, 'o:title'),
    );
    return { name: targets.get(ids.find((id) => id !== undefined) ?? '') ?? '', alt };
  });
}

/** Looks into a drawing. Of one that is there in a new and in an old form, the new one counts. */
export function readGraphic(of: Element, targets: ReadonlyMap<string, string>): Graphic {
  const forms = [child(of, 'mc:Choice'), child(of, 'mc:Fallback'), of];
  const form = forms.find((one) => one !== undefined && one.children.length > 0) ?? of;
  const boxes = within(form, 'w:txbxContent');
  // A box inside a box comes with the outer one.
  const inner = new Set(boxes.flatMap((box) => within(box, 'w:txbxContent')));
  return {
    pictures: picturesOf(form, targets),
    boxes: boxes.filter((box) => !inner.has(box)),
    isRule: within(form, 'v:rect').some((one) => attribute(one, 'o:hr') === 't'),
  };
}

/** A bookmark, which mammoth turns into an anchor: how places of the document get through it. */
export const bookmark = (name: string): Element => make('w:bookmarkStart', { 'w:name': name });

const toggle = (name: string, on: boolean): Element[] => (on ? [make(name)] : []);

/** The properties of a row that mammoth heeds, which looks at their presence alone. */
export const rowProperties = (of: Element | undefined): Element =>
  make('w:trPr', {}, ...toggle('w:tblHeader', isOn(child(of, 'w:tblHeader'))));

/** The properties of a run in the form that mammoth reads. */
export const runProperties = (look: {
  bold: boolean;
  italic: boolean;
  struck: boolean;
  raised: string | undefined;
}): Element =>
  make(
    'w:rPr',
    {},
    ...toggle('w:b', look.bold),
    ...toggle('w:i', look.italic),
    ...toggle('w:strike', look.struck),
    ...(look.raised === undefined ? [] : [make('w:vertAlign', { 'w:val': look.raised })]),
  );
