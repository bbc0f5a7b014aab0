/** A parameter as PostgreSQL's text format wants it. */
export type WireValue = string | null;

/**
 * Writes one parameter in PostgreSQL's text format. Both engines use this one, because their own
 * conversions differ (pg and PGlite disagree on arrays, bytea and bigint).
 */
export function encodeValue(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value instanceof Uint8Array) return encodeBytes(value);
      if (value instanceof Date) return value.toISOString();
      if (Array.isArray(value)) return encodeArray(value);
      return JSON.stringify(value);
    default:
      throw new TypeError(`A ${typeof value} cannot be a query parameter.`);
  }
}

/** Reads one column value of PostgreSQL's text format by the type's OID; unknown types stay text. */
export function decodeValue(oid: number, text: string | null): unknown {
  if (text === null) return null;
  const element = arrayElement.get(oid);
  if (element !== undefined) return decodeArray(text, element);
  return scalar.get(oid)?.(text) ?? text;
}

const scalar = new Map<number, (text: string) => unknown>([
  [16, (text) => text === 't'], // bool
  [17, decodeBytes], // bytea
  [20, decodeInteger], // int8
  [21, Number], // int2
  [23, Number], // int4
  [26, Number], // oid
  [700, Number], // float4
  [701, Number], // float8
  [1700, Number], // numeric: sums of bigint and CockroachDB's integer division
  [114, decodeJson], // json
  [3802, decodeJson], // jsonb
  [1184, decodeInstant], // timestamptz
]);

/** OID of an array type → OID of its elements (pg_type.typelem, fixed for built-in types). */
const arrayElement = new Map<number, number>([
  [1000, 16],
  [1001, 17],
  [1016, 20],
  [1005, 21],
  [1007, 23],
  [1021, 700],
  [1022, 701],
  [1231, 1700],
  [199, 114],
  [3807, 3802],
  [1185, 1184],
  [1009, 25],
  [1015, 1043],
  [2951, 2950],
  [1182, 1082],
]);

function encodeBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
}

function decodeBytes(text: string): Uint8Array {
  if (!text.startsWith('\\x')) {
    throw new TypeError('The server sends bytea in escape format; set bytea_output to hex.');
  }
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

function decodeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(`${text} is larger than a JavaScript number can hold exactly.`);
  }
  return number;
}

function decodeJson(text: string): unknown {
  // A JSON null and an SQL null read the same here; no column of ours tells them apart.
  return JSON.parse(text) as unknown;
}

const instant = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d)(?::(\d\d))?$/;

function decodeInstant(text: string): string {
  const parts = instant.exec(text);
  if (!parts) return text; // 'infinity', or a year that RFC 3339 cannot write
  const [, day, time, fraction = '', hours, minutes = '00'] = parts;
  const local = `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  if (hours === '+00' && minutes === '00') return `${local}Z`;
  return new Date(`${local}${hours}:${minutes}`).toISOString();
}

function encodeArray(items: readonly unknown[]): string {
  return `{${items.map(encodeElement).join(',')}}`;
}

function encodeElement(item: unknown): string {
  if (Array.isArray(item)) return encodeArray(item);
  const text = encodeValue(item);
  if (text === null) return 'NULL';
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function decodeArray(text: string, element: number): unknown[] {
  let at = text.indexOf('{') + 1; // skips explicit bounds such as [2:3]=
  const readQuoted = (): string => {
    let word = '';
    for (at++; text[at] !== '"'; at++) {
      if (text[at] === '\\') at++;
      word += text[at];
    }
    at++;
    return word;
  };
  const readBare = (): string => {
    const start = at;
    while (text[at] !== ',' && text[at] !== '}') at++;
    return text.slice(start, at);
  };
  const readList = (): unknown[] => {
    const list: unknown[] = [];
    while (text[at] !== '}') {
      if (text[at] === ',') at++;
      else if (text[at] === '{') {
        at++;
        list.push(readList());
      } else if (text[at] === '"') list.push(decodeValue(element, readQuoted()));
      else {
        const word = readBare();
        list.push(word === 'NULL' ? null : decodeValue(element, word));
      }
    }
    at++;
    return list;
  };
  return readList();
}
