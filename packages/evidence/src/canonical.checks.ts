import { equal, refused, type Check } from './assertions.checks.js';
import { canonicalize, parseCanonical } from './canonical.js';

// RFC 8785 appendix B: the bits of a double and its one spelling.
const NUMBERS: readonly (readonly [bits: string, text: string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

function double(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

/** RFC 8785. */
export const canonicalChecks: Check[] = [
  [
    'writes every number of RFC 8785 appendix B',
    () => NUMBERS.forEach(([bits, text]) => equal(canonicalize(double(bits)), text, bits)),
  ],
  [
    'sorts members by UTF-16 code units, not by code points (RFC 8785 §3.2.3)',
    () => {
      const names = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö'];
      const text = canonicalize(Object.fromEntries(names.map((name) => [name, 0])));
      const sorted = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33'];
      equal(Object.keys(JSON.parse(text) as object).length, 7);
      equal(text, `{${sorted.map((name) => `${JSON.stringify(name)}:0`).join()}}`);
      equal(canonicalize({ b: 1, a: 2, '10': 3, '9': 4 }), '{"10":3,"9":4,"a":2,"b":1}');
    },
  ],
  [
    'writes the example of RFC 8785 §3.2.2',
    () => {
      const value: unknown = JSON.parse(
        '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
          '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/",' +
          '"literals":[null,true,false]}',
      );
      equal(
        canonicalize(value),
        '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
          '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
      );
    },
  ],
  [
    'escapes only what must be escaped',
    () =>
      equal(
        canonicalize('\b\t\n\f\r\u0000\u001f\u007f\u2028/é'),
        '"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028/é"',
      ),
  ],
  [
    'refuses what has no single JSON spelling, and names the place',
    async () => {
      const values: unknown[] = [NaN, Infinity, -Infinity, undefined, 1n, Symbol(), () => 0];
      values.push('\ud800', '\udc00', 'a\udfffb', new Date(), new Map(), new Uint8Array(1));
      for (const [i, value] of values.entries()) {
        await refused(() => canonicalize(value), `value ${i}`, 'malformed');
        await refused(() => canonicalize([{ member: value }]), `member ${i}`, 'malformed');
      }
      await refused(() => canonicalize({ '\ud800': 1 }), 'lone surrogate as a name', 'malformed');
      await refused(() => canonicalize(new Array(2)), 'sparse array', 'malformed');
      try {
        canonicalize({ a: [{ b: undefined }] });
      } catch (error) {
        equal((error as Error).message.includes('$.a[0].b'), true, 'place in the message');
      }
    },
  ],
  [
    'reads only canonical objects',
    async () => {
      const text = '{"__proto__":1,"a":[1,2.5,"é"],"b":{}}';
      equal(canonicalize(parseCanonical(text, 'text')), text);
      const others = ['', '[]', 'null', '"a"', '1', '{', '{"a":1} ', ' {"a":1}', '\ufeff{"a":1}'];
      others.push('{"a":1,"a":1}', '{"b":1,"a":1}', '{"a":1.0}', '{"a":-0}', '{"a":1e400}');
      others.push('{"a":9007199254740993}', '{"a":"\\u0041"}', '{"a":"\\/"}', '{"a":"\\ud800"}');
      others.push(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
      for (const other of others) {
        await refused(() => parseCanonical(other, 'text'), other.slice(0, 30), 'malformed');
      }
    },
  ],
];
