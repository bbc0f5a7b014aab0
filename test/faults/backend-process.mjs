// The reference backend in a process of its own, which can be told to import again what an operator has changed,
// as a second process of theirs would.
import {
  createLogWriter,
  publish,
  readContent,
  readPeople,
  readSettings,
  startServer,
} from '@heed/server';

const settings = readSettings(process.argv.slice(2), process.env);
const server = await startServer(settings, () => undefined);
const log = createLogWriter(server.db);

const works = {
  async import() {
    const people = await readPeople(settings.people);
    const content = await readContent(settings.content, { people: people.understood.people });
    const part = (understood, source) => ({ understood, source, digest: String(Math.random()) });
    await publish(server.db, log, settings.tenant, {
      people: part(people.understood, settings.people),
      content: part(content.understood, settings.content),
    });
  },
  async withdraw({ policy }) {
    // No endpoint withdraws yet: this is what one would write.
    await server.db.transaction(async (tx) => {
      await tx.query(
        `update policy_versions set status = 'withdrawn' where tenant = $1 and policy = $2 and number =
           (select max(number) from policy_versions where tenant = $1 and policy = $2)`,
        [settings.tenant, policy],
      );
      await tx.query('update contents set revision = revision + 1 where tenant = $1', [
        settings.tenant,
      ]);
    });
  },
};

process.on('message', async ({ id, work, ...given }) => {
  try {
    await works[work](given);
    process.send({ id });
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
process.on('SIGTERM', () => server.close().then(() => process.exit(0)));
process.send({ address: server.address });
