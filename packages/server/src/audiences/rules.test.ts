import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Person } from '@heed/contract';
import fc from 'fast-check';
import type { Rule } from '../import/types.js';
import { belongs, holdsFor, type Audience } from './rules.js';

const word = fc.constantFrom('Sales', 'Engineering', 'Berlin', 'Leeds', 'tidebox', 'auditor');
const words = fc.array(word, { maxLength: 3 });

const someone: fc.Arbitrary<Person> = fc.record(
  {
    id: fc.uuid(),
    userName: fc.constantFrom('ann', 'Ben', 'mia'),
    displayName: word,
    emails: fc.constant([]),
    department: word,
    location: word,
    groups: words,
    products: words,
    relation: fc.constantFrom('employee', 'supplier'),
    roles: fc.constant([]),
    active: fc.boolean(),
  },
  {
    requiredKeys: [
      'id',
      'userName',
      'displayName',
      'emails',
      'groups',
      'products',
      'relation',
      'roles',
      'active',
    ],
  },
);

const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      attribute: fc.constantFrom(
        'department',
        'location',
        'products',
        'groups',
        'active',
        'userName',
      ),
      in: words,
    }) as fc.Arbitrary<Rule>,
    fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}));

describe('audience rules', () => {
  test('not turns every answer round, also inside all and any (De Morgan)', () => {
    fc.assert(
      fc.property(someone, rule, fc.array(rule, { maxLength: 4 }), (person, one, several) => {
        assert.equal(holdsFor({ not: one }, person), !holdsFor(one, person));
        assert.equal(
          holdsFor({ not: { all: several } }, person),
          holdsFor({ any: several.map((not) => ({ not })) }, person),
        );
      }),
    );
  });

  test('more rules make all narrower and any wider', () => {
    fc.assert(
      fc.property(someone, fc.array(rule), rule, (person, several, more) => {
        if (holdsFor({ all: [...several, more] }, person)) {
          assert.ok(holdsFor({ all: several }, person));
        }
        if (holdsFor({ any: several }, person)) {
          assert.ok(holdsFor({ any: [...several, more] }, person));
        }
      }),
    );
  });

  test('an attribute matches when any of its values is listed, and never when it is absent', () => {
    fc.assert(
      fc.property(someone, words, (person, list) => {
        const expected = person.products.some((each) => list.some((one) => one === each));
        assert.equal(holdsFor({ attribute: 'products', in: list }, person), expected);
        const nowhere = { ...person };
        delete nowhere.department;
        assert.equal(holdsFor({ attribute: 'department', in: list }, nowhere), false);
      }),
    );
  });

  test('everyone is all of nothing, nobody is any of nothing', () => {
    fc.assert(
      fc.property(someone, (person) => {
        assert.equal(holdsFor({ all: [] }, person), true);
        assert.equal(holdsFor({ any: [] }, person), false);
      }),
    );
  });

  test('exclude wins over include, include over the rule, and nobody inactive belongs', () => {
    const names = fc.subarray(['ANN', 'ben', 'mia']);
    fc.assert(
      fc.property(someone, rule, names, names, (person, one, include, exclude) => {
        const audience: Audience = {
          id: 'a',
          title: 'A',
          kind: 'internal',
          rule: one,
          include,
          exclude,
        };
        const named = (list: readonly string[]) =>
          list.some((name) => name.toLowerCase() === person.userName.toLowerCase());
        const expected =
          person.active && !named(exclude) && (named(include) || holdsFor(one, person));
        assert.equal(belongs(audience, person), expected);
      }),
    );
  });
});
