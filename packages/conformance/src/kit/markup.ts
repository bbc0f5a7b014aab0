import { html } from '@heed/contract';

const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;
const tag = new RegExp(`<(/?)([a-zA-Z][^\\s/>]*)((?:${attribute.source})*)\\s*/?>`, 'g');

/** An address as a browser understands it: without references to characters and without white space. */
function addressOf(value: string): string {
  const plain = value
    .replace(/^["']|["']$/g, '')
    .replaceAll(/&#(x[\da-f]+|\d+);?/gi, (_, digits: string) =>
      String.fromCodePoint(Number(digits.replace(/^x/i, '0x')) % 0x110000),
    )
    .replaceAll(/&(colon|Tab|NewLine);/g, (_, name: string) => (name === 'colon' ? ':' : ''));
  return plain.replaceAll(/[\u0000-\u0020]/g, '').toLowerCase();
}

const leadsNowhere = (address: string) =>
  !html.addresses.some((begin) => address.startsWith(begin)) || address.startsWith('//');

/** What a piece of HTML holds that a section of a document may not hold. */
export function strayMarkup(text: string): string[] {
  const stray: string[] = [];
  const rest = text.replaceAll(tag, (_, __, name: string, attributes: string) => {
    if (!html.elements.includes(name.toLowerCase())) stray.push(`<${name}>`);
    for (const [, attributeName = '', value = ''] of attributes.matchAll(attribute)) {
      const known = attributeName.toLowerCase();
      if (!html.attributes.includes(known)) stray.push(`${attributeName}=`);
      if (known === 'href' && leadsNowhere(addressOf(value))) stray.push(`href=${value}`);
    }
    return '';
  });
  if (rest.includes('<')) stray.push(rest.slice(rest.indexOf('<'), rest.indexOf('<') + 40));
  return stray;
}
