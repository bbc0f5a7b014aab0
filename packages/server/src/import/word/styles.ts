import type { Element } from 'xast';
import { roleOfName, type Role } from './style-names.js';
import { attribute, child, childrenOf, isOn, numberOf } from './xml.js';

/** A list that a paragraph belongs to, and how deep in it. */
export interface ListPlace {
  list?: string | undefined;
  depth?: number | undefined;
}

/** A paragraph style. */
export interface ParagraphStyle {
  name: string;
  role: Role;
  place: ListPlace;
}

/** How the letters of a run look, as far as it means something. */
export interface Look {
  bold: boolean;
  italic: boolean;
  struck: boolean;
  hidden: boolean;
  raised: 'superscript' | 'subscript' | undefined;
}

/** The list of paragraph properties. */
export function placeOf(properties: Element | undefined): ListPlace {
  const numbering = child(properties, 'w:numPr');
  return {
    list: attribute(child(numbering, 'w:numId')),
    depth: numberOf(child(numbering, 'w:ilvl')),
  };
}

/** The role that an outline level gives; 9 is that of ordinary text. */
export function roleOfOutline(properties: Element | undefined): Role | undefined {
  const level = numberOf(child(properties, 'w:outlineLvl'));
  if (level === undefined) return undefined;
  return level >= 0 && level < 9 ? `heading ${level + 1}` : 'text';
}

function raisedBy(own: Element | undefined, align: Element | undefined): Look['raised'] {
  const said = attribute(align);
  if (said === 'superscript' || said === 'subscript') return said;
  // LibreOffice moves letters and makes them smaller.
  const moved = child(own, 'w:sz') && !align ? (numberOf(child(own, 'w:position')) ?? 0) : 0;
  if (moved === 0) return undefined;
  return moved > 0 ? 'superscript' : 'subscript';
}

/** The styles of a document. */
export class Styles {
  readonly #byId = new Map<string, Element>();
  readonly #ordinary: string | undefined;
  /** What the letters are in when nothing else is said. */
  readonly language: Element | undefined;

  constructor(root: Element | undefined) {
    const all = childrenOf(root, 'w:style');
    for (const style of all) {
      const id = attribute(style, 'w:styleId');
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, style);
    }
    const isOrdinary = (style: Element): boolean =>
      attribute(style, 'w:type') === 'paragraph' && attribute(style, 'w:default') === '1';
    this.#ordinary = attribute(all.find(isOrdinary), 'w:styleId');
    const defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    const own = child(this.#byId.get(this.#ordinary ?? ''), 'w:rPr');
    this.language = child(own, 'w:lang') ?? child(defaults, 'w:lang');
  }

  /** A style and those that it is based on. */
  #chain(id: string | undefined): Element[] {
    const chain: Element[] = [];
    for (let at = this.#byId.get(id ?? ''); at && !chain.includes(at);) {
      chain.push(at);
      at = this.#byId.get(attribute(child(at, 'w:basedOn')) ?? '');
    }
    return chain;
  }

  /** The style of a paragraph: a heading by its name, by its outline level or by the style that it is based on. */
  paragraph(id = this.#ordinary): ParagraphStyle {
    const chain = this.#chain(id);
    const name = attribute(child(chain[0], 'w:name')) ?? id ?? 'Normal';
    const own = roleOfName(name);
    const place: ListPlace = {};
    for (const style of chain) {
      const { list, depth } = placeOf(child(style, 'w:pPr'));
      place.list ??= list;
      place.depth ??= depth;
    }
    return { name, role: own === 'other' ? this.#inherited(chain) : own, place };
  }

  #inherited(chain: readonly Element[]): Role {
    for (const style of chain) {
      const role =
        roleOfOutline(child(style, 'w:pPr')) ?? roleOfName(attribute(child(style, 'w:name')) ?? '');
      // A style that is based on ordinary text, or on the title, may be anything.
      if (role.startsWith('heading') || role === 'quote' || role === 'code') return role;
      if (role !== 'other') break;
    }
    return 'other';
  }

  /** The list that a style of lists stands for. */
  listOf(id: string): string | undefined {
    return placeOf(child(this.#byId.get(id), 'w:pPr')).list;
  }

  /** How a run looks by its own properties and by its style. */
  look(properties: Element | undefined): Look {
    const style = attribute(child(properties, 'w:rStyle'));
    const all = [properties, ...this.#chain(style).map((one) => child(one, 'w:rPr'))];
    const first = (...names: string[]): Element | undefined =>
      all.flatMap((one) => names.flatMap((name) => child(one, name) ?? []))[0];
    return {
      bold: isOn(first('w:b')),
      italic: isOn(first('w:i')),
      struck: isOn(first('w:strike', 'w:dstrike')),
      hidden: isOn(first('w:vanish')),
      raised: raisedBy(properties, first('w:vertAlign')),
    };
  }
}
