import { createHash } from 'node:crypto';
import { canonicalize, type JsonObject } from '@heed/evidence';
import type { ImportedVersion } from '../import/types.js';

/** The canonical text (RFC 8785) of a value that holds nothing but JSON. */
export function canonicalText(value: object): string {
  // Through JSON, so that absent members which are spelt `undefined` are absent.
  return canonicalize(JSON.parse(JSON.stringify(value)) as JsonObject);
}

/** `sha256:` and the hexadecimal SHA-256 of a text. */
export function hashOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Hash of each language's text, without the version number that stands in the document. */
export function textHashes(version: ImportedVersion): Map<string, string> {
  return new Map(
    version.documents
      .map(({ document }): [string, string] => [
        document.language,
        hashOf(canonicalText({ ...document, version: 0 })),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What a version says, whatever its number: equal fingerprints are equal texts in the same languages. */
export function fingerprint(version: ImportedVersion): string {
  return JSON.stringify([...textHashes(version)]);
}
