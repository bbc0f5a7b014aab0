import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { peopleOf, problems } from '../folders.checks.js';
import type { PeopleReport } from '../types.js';

const notes = ({ findings }: PeopleReport): string[] =>
  findings.filter(({ severity }) => severity === 'note').map(({ message }) => message);
const table = (...rows: string[]): Promise<PeopleReport> =>
  peopleOf({ 'staff.csv': rows.join('\n') });

describe('the headers of a table of people', () => {
  test('as a directory of Microsoft exports them', async () => {
    const report = await table(
      'User principal name,Display name,First name,Last name,Mail,Department,Job title,Office location,Company name,Usage location,Account enabled,Employee hire date,Manager',
      'ann@x.example,Ann Alder,Ann,Alder,ann.alder@x.example,IT,Engineer,Leeds,X Ltd,GB,True,2024-02-01,bob@x.example',
      'bob@x.example,Bob Birch,Bob,Birch,bob.birch@x.example,IT,Head of IT,Leeds,X Ltd,GB,False,,',
    );
    assert.deepEqual(problems(report), []);
    assert.deepEqual(report.understood.people[0], {
      ...{ userName: 'ann@x.example', displayName: 'Ann Alder', emails: ['ann.alder@x.example'] },
      ...{ department: 'IT', title: 'Engineer', organization: 'X Ltd', location: 'Leeds' },
      ...{ manager: 'bob@x.example', joined: '2024-02-01', groups: [], products: [] },
      ...{ relation: 'employee', roles: [], active: true, file: 'staff.csv' },
    });
    assert.equal(report.understood.people[1]?.active, false);
    assert.deepEqual(notes(report), ['Columns not taken: Usage location.']);
  });

  test('in German, with the days and the names as Germans write them', async () => {
    const report = await table(
      'Benutzername;Vorname;Nachname;E-Mail-Adresse;Abteilung;Bereich;Standort;Position;Kostenstelle;Vorgesetzter;Sprache;Firma;Gruppen;Aktiv;Eintritt;Austritt',
      'ann;Änne;Groß;ann@x.example;IT;Technik;Köln;Leiterin;4711;;de;X GmbH;A;ja;01.02.2024;',
      'bob;Bob;Birch;bob@x.example;IT;Technik;Köln;Techniker;4711;ann;en;X GmbH;A;nein;1.3.2020;31.12.2025',
    );
    assert.deepEqual(problems(report), []);
    const [ann, bob] = report.understood.people;
    assert.equal(ann?.displayName, 'Änne Groß');
    assert.deepEqual([ann?.joined, ann?.active], ['2024-02-01', true]);
    assert.deepEqual(bob, {
      ...{ userName: 'bob', displayName: 'Bob Birch', emails: ['bob@x.example'] },
      ...{ department: 'IT', division: 'Technik', title: 'Techniker', costCenter: '4711' },
      ...{ organization: 'X GmbH', location: 'Köln', manager: 'ann', preferredLanguage: 'en' },
      ...{ joined: '2020-03-01', left: '2025-12-31', groups: ['A'], products: [] },
      ...{ relation: 'employee', roles: [], active: false, file: 'staff.csv' },
    });
  });

  for (const header of [
    'UPN',
    'userPrincipalName',
    'Login',
    'User Name',
    'Username',
    'sAMAccountName',
    'Anmeldename',
  ])
    test(`${header} is the userName`, async () => {
      const { people } = (await table(header, 'ann')).understood;
      assert.deepEqual(
        people.map(({ userName }) => userName),
        ['ann'],
      );
    });

  for (const header of [
    'Given name,Surname',
    'First name,Last name',
    'givenName,sn',
    'Vorname,Familienname',
  ])
    test(`${header} are the name shown`, async () => {
      const { people } = (await table(`UPN,${header}`, 'ann,Ann,Alder')).understood;
      assert.deepEqual(
        people.map(({ displayName }) => displayName),
        ['Ann Alder'],
      );
    });

  test('a name shown wins over its parts, and a part is better than none', async () => {
    const report = await table(
      'UPN,Display name,First name,Last name',
      'ann,Dr. Ann Alder,Ann,Alder',
      'bob,,Bob,',
      'cid,,,',
    );
    const shown = report.understood.people.map(({ displayName }) => displayName);
    assert.deepEqual(shown, ['Dr. Ann Alder', 'Bob', 'cid']);
  });

  test('beside a first name, the name is the last one; languages may be written out', async () => {
    const report = await table('Login;Name;Vorname;Sprache', 'ann;Groß;Änne;Deutsch');
    const [ann] = report.understood.people;
    assert.deepEqual([ann?.displayName, ann?.preferredLanguage], ['Änne Groß', 'de']);
  });

  test('a manager may be named by mail address or, where it is one person, by name', async () => {
    const report = await table(
      'UPN,Name,Mail,Manager',
      'ann,Ann Alder,ann@x.example,Bob Birch',
      'bob,Bob Birch,bob@x.example,ANN@x.example',
      'cid,Cid Cole,cid@x.example,Dee Dale',
      'dee,Dee Dale,dee@x.example,',
      'dex,Dee Dale,dex@x.example,ann',
    );
    const managers = report.understood.people.map(({ manager }) => manager);
    assert.deepEqual(managers, ['bob', 'ann', undefined, undefined, 'ann']);
    assert.match(problems(report)[0] ?? '', /manager “Dee Dale” of cid is not among the people/);
  });

  test('two columns for the same thing: the one that comes first is taken, the other named', async () => {
    const report = await table(
      'UPN,Login,Mail,E-Mail',
      'ann@x.example,ann,a@x.example,b@x.example',
    );
    const [ann] = report.understood.people;
    assert.deepEqual([ann?.userName, ann?.emails], ['ann@x.example', ['a@x.example']]);
    assert.match(notes(report).join('\n'), /^Columns not taken: Login, E-Mail\.$/m);
  });
});

describe('a table without userName', () => {
  test('takes the only column of mail addresses, and says so', async () => {
    const report = await table('Name,E-Mail,Department', 'Ann A,ann@x.example,IT');
    assert.deepEqual(problems(report), []);
    const [ann] = report.understood.people;
    assert.deepEqual([ann?.userName, ann?.emails], ['ann@x.example', ['ann@x.example']]);
    assert.match(
      notes(report)[0] ?? '',
      /There is no userName column; “E-Mail” was taken as userName/,
    );
  });

  test('says what is missing and which headers there are', async () => {
    const report = await table('Name,Department,Personalnummer', 'Ann A,IT,7');
    assert.deepEqual(report.understood.people, []);
    const [problem] = problems(report);
    assert.match(problem ?? '', /^staff\.csv:1 There is no userName column/);
    assert.match(problem ?? '', /Its headers are: Name, Department, Personalnummer/);
    assert.deepEqual(report.incomplete, ['staff.csv']);
    assert.equal(report.files[0]?.outcome, 'left out');
  });

  test('does not choose between two columns of mail addresses', async () => {
    const report = await table('Name,Mail,E-Mail', 'Ann A,ann@x.example,a@y.example');
    assert.deepEqual(report.understood.people, []);
    assert.match(problems(report)[0] ?? '', /no userName column.*Mail, E-Mail/);
  });

  test('is left alone when nothing in it is of a person', async () => {
    const report = await table('Asset,Value', 'Router,7');
    assert.deepEqual(problems(report), []);
    assert.deepEqual(report.incomplete, []);
  });
});
