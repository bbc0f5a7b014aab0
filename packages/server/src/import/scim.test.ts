import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPerson } from './person.js';
import { ENTERPRISE, HEED, notTaken, personFromScim, readScim } from './scim.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ann = {
  schemas: [USER, ENTERPRISE, HEED],
  id: '7',
  userName: 'ann',
  password: 'secret',
  name: { givenName: 'Ann', familyName: 'Example' },
  emails: [
    { value: 'private@home.example', type: 'home' },
    { value: 'second@work.example', type: 'work' },
    { value: 'first@work.example', type: 'work', primary: true },
  ],
  [ENTERPRISE]: { department: 'IT', manager: { value: '8' }, employeeNumber: '4711' },
  [HEED]: { products: ['a', 'b'], relation: 'contractor', roles: ['auditor'], salary: 1 },
};

test('a list response, a list and a single resource are all read', () => {
  for (const value of [{ Resources: [ann] }, [ann], ann]) {
    assert.deepEqual(readScim(value)?.users, [ann]);
  }
  assert.equal(readScim({ hello: 1 }), undefined);
  assert.equal(readScim(null), undefined);
});

test('only what is on the allow-list is picked', () => {
  const problems: string[] = [];
  const person = checkPerson(personFromScim(ann, 'f.json'), (message) => problems.push(message));
  assert.deepEqual(person, {
    userName: 'ann',
    displayName: 'Ann Example',
    emails: ['first@work.example', 'second@work.example'],
    department: 'IT',
    manager: '8',
    groups: [],
    products: ['a', 'b'],
    relation: 'contractor',
    roles: ['auditor'],
    active: true,
    file: 'f.json',
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(notTaken(ann), ['password', 'employeeNumber', 'salary']);
});

test('values of the wrong kind are refused, not guessed', () => {
  const problems: string[] = [];
  const odd = {
    ...ann,
    userName: 'a\nn\u202en',
    preferredLanguage: 'not a language',
    [HEED]: { relation: 'friend', roles: ['root'], joined: '2026-02-30', products: 'x' },
  };
  const person = checkPerson(personFromScim(odd, 'f.json'), (message) => problems.push(message));
  assert.equal(person.userName, 'a n n');
  assert.equal(person.relation, 'customer');
  assert.deepEqual(person.roles, []);
  assert.deepEqual(person.products, []);
  assert.equal(person.joined, undefined);
  assert.equal(problems.length, 4);
});
