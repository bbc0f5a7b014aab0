import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { listAudiences } from '../audiences/records.js';
import { belongs } from '../audiences/rules.js';
import { fill, folderOf, page, type Files } from '../import/folders.checks.js';
import { paragraph, run, wordFile } from '../import/word/word.checks.js';
import { ensureTenant } from '../log/tenants.js';
import { listPacks } from '../packs/records.js';
import { activePeople } from '../people/records.js';
import { openOffice, type Office } from '../testing/office.js';
import { dryRun, NothingToImport, publishFolders } from './sources.js';

let office: Office;
before(async () => {
  office = await openOffice({ folder: temporaryFolder() });
});
after(() => office.close());

let tenants = 0;

/** A tenant of its own, with folders that change between two starts. */
async function newCompany(files: { content?: Files; people?: Files }) {
  const tenant = `company-${(tenants += 1)}`;
  await ensureTenant(office.db, tenant, `log.example.test/${tenant}`);
  const folders = {
    content: files.content && folderOf(files.content),
    people: files.people && folderOf(files.people),
  };
  return {
    folders,
    async start(named: { content?: string | undefined; people?: string | undefined } = folders) {
      const said: string[] = [];
      const settings = { tenant, dev: false, ...named };
      await publishFolders(office.db, office.log, settings, (line) => said.push(line));
      return said.join('\n');
    },
    change(part: 'content' | 'people', changed: Files) {
      fill(folders[part] ?? '', { ...files[part], ...changed });
    },
    active: async () => (await activePeople(office.db, tenant)).map(({ userName }) => userName),
    packs: async () =>
      (await listPacks(office.db, tenant)).map(({ id, policies }) => ({ id, policies })),
    askedSince: async () => (await listPacks(office.db, tenant)).map((each) => each.askedSince),
    policies: () =>
      office.db.query<{ id: string; classification: string; current_version: number }>(
        'select id, classification, current_version from policies where tenant = $1 order by id',
        [tenant],
      ),
    async reached() {
      const [audiences, people] = await Promise.all([
        listAudiences(office.db, tenant),
        activePeople(office.db, tenant),
      ]);
      return audiences.map((audience) => [
        audience.id,
        people.filter((one) => belongs(audience, one)).map(({ userName }) => userName),
      ]);
    },
  };
}

const register =
  'Doc ID,Title,Owner,Version,Distribution\nP-1,Access,Ann,1.0,IT\nP-2,Conduct,Ann,1.0,Everyone\n';
const staff = 'userName,department,relation\nann,IT,employee\nbob,Sales,employee\n';
const pages = { 'access.md': page('Access'), 'conduct.md': page('Conduct') };
const audiences = '- { id: all, title: All, rule: { all: [] } }\n';
const packs =
  '- { id: basics, title: Basics, policies: [access, conduct], audience: all, asks: display }\n';

describe('starting again with one of the folders', () => {
  const everyone = [
    ['everyone', ['ann', 'bob']],
    ['it', ['ann']],
  ];

  test('distribution lists keep reaching the people who are stored', async () => {
    const company = await newCompany({
      content: { ...pages, 'register.csv': register },
      people: { 'staff.csv': staff },
    });
    await company.start();
    assert.deepEqual(await company.reached(), everyone);
    const { content } = company.folders;
    await company.start({ content });
    assert.deepEqual(await company.reached(), everyone);
    assert.equal(await company.start({ content }), '', 'nothing is new the third time');
  });

  test('people who are stored meanwhile are news for the distribution lists', async () => {
    const company = await newCompany({
      content: { ...pages, 'register.csv': register },
      people: { 'staff.csv': 'userName,department\nbob,Sales\n' },
    });
    await company.start();
    company.change('people', { 'staff.csv': staff });
    await company.start({ people: company.folders.people });
    await company.start({ content: company.folders.content });
    assert.deepEqual(await company.reached(), everyone);
  });
});

describe('policies that are written in Word', () => {
  const word = (text: string) => wordFile({ body: paragraph(run(text)) });

  test('become a new version when the file changes, and nothing when it does not', async () => {
    const company = await newCompany({ content: { 'desk.docx': await word('Lock the screen.') } });
    await company.start();
    assert.equal(await company.start(), '');
    company.change('content', { 'desk.docx': await word('Lock the drawer.') });
    assert.match(await company.start(), /desk: the text changed/);
    assert.deepEqual(
      (await company.policies()).map(({ id, current_version }) => [id, current_version]),
      [['desk', 2]],
    );
  });

  test('stay as they are published while their file cannot be read, and the dry run says so', async () => {
    const content = { 'desk.docx': await word('Lock the screen.'), 'other.md': page('Other') };
    const company = await newCompany({ content });
    await company.start();
    company.change('content', { 'desk.docx': (await word('Lock it.')).slice(0, -40) });
    const told = 'desk.docx  It was left out: it is damaged or not complete; open it in Word';
    assert.ok((await company.start()).includes(told));
    const said: string[] = [];
    await dryRun({ content: company.folders.content }, (line) => said.push(line));
    assert.ok(said.join('\n').includes(told));
    const [desk] = await company.policies();
    assert.deepEqual([desk?.id, desk?.current_version], ['desk', 1]);
  });
});

describe('a folder of which some cannot be read', () => {
  const definitions = { 'audiences.yaml': audiences, 'packs.yaml': packs };
  const basics = [{ id: 'basics', policies: ['access', 'conduct'] }];

  test('takes back nothing that was published: packs, audiences and what they ask', async () => {
    const company = await newCompany({ content: { ...pages, ...definitions } });
    await company.start();
    assert.deepEqual(await company.packs(), basics);
    const since = await company.askedSince();
    company.change('content', { 'packs.yaml': '- { id: basics, title: "Basics\n' });
    const said = await company.start();
    assert.match(said, /no audience and no pack was removed \(basics\)/);
    company.change('content', { 'audiences.yaml': Uint8Array.of(0xff, 0xfe, 0x2d, 0) });
    assert.match(await company.start(), /audiences\.yaml/);
    assert.deepEqual(await company.packs(), basics);
    assert.deepEqual(await company.askedSince(), since);
    company.change('content', {});
    await company.start();
    assert.deepEqual(await company.packs(), basics);
    assert.deepEqual(await company.askedSince(), since);
  });

  test('goes on removing what is missing once it can be read again', async () => {
    const company = await newCompany({ content: { ...pages, ...definitions } });
    await company.start();
    company.change('content', { 'packs.yaml': '[]\n' });
    await company.start();
    assert.deepEqual(await company.packs(), []);
  });

  test('shows a restricted policy to nobody more', async () => {
    const secret = page('Access', 'classification: restricted');
    const company = await newCompany({ content: { ...pages, 'access.md': secret } });
    await company.start();
    company.change('content', {
      'access.md': page('Access', 'classification: restricted', 'owner: "Ann'),
    });
    await company.start();
    const [access] = await company.policies();
    assert.equal(access?.classification, 'restricted');
  });

  test('deactivates nobody who may stand in what was not read', async () => {
    const company = await newCompany({
      content: pages,
      people: { 'a.csv': staff, 'b.csv': 'userName\ncarol\n' },
    });
    await company.start();
    assert.deepEqual(await company.active(), ['ann', 'bob', 'carol']);
    company.change('people', { 'b.csv': Uint8Array.of(0x75, 0xe9, 0x0a) });
    assert.match(await company.start(), /nobody was deactivated .*\(1 would be\)/);
    assert.deepEqual(await company.active(), ['ann', 'bob', 'carol']);
    company.change('people', { 'b.csv': 'userName\ndora\n' });
    await company.start();
    assert.deepEqual(await company.active(), ['ann', 'bob', 'dora']);
  });

  test('says so even when nothing else is new, and that files were left out', async () => {
    const company = await newCompany({ content: { ...pages, ...definitions } });
    await company.start();
    company.change('content', { 'leave.md': Uint8Array.of(0x75, 0xe9, 0x0a) });
    const said = await company.start();
    assert.match(said, /leave\.md {2}It was left out: not UTF-8/);
    assert.match(said, /1 file was left out/);
  });

  test('is no reason to publish nothing at all: a folder that cannot be opened is', async () => {
    const company = await newCompany({ content: pages });
    await assert.rejects(company.start({ content: '/nowhere/at/all' }), NothingToImport);
  });
});
