// Channels in which much was said, written at once into the data folder of a backend that does not run.
import { openDatabase } from '@heed/server';
import { shownHtml } from '../../packages/server/dist/messages/markdown.js';

/** What people say: short and long, with lists, links, code and a table. */
const texts = [
  'Has anybody seen the key of the small laboratory?',
  'It hangs beside the door again. **Please** sign for it the next time.',
  'The build machine is slow today.\n\n- disk is fine\n- memory is fine\n- the network is _not_ fine',
  'Whoever finds a stranger on the second floor: go there together, ask whom they came to see, and bring them to the front desk. Nobody has to be impolite for that, and nobody has to do it alone.',
  'See [the policy](policy:acceptable-use#devices) and `git log --oneline`, it says what to do.',
  '> Can I lend my badge?\n\nNo. Not for a minute, and not to anybody. The front desk has one for each day.',
  'Thanks!',
  '| Room | Key | With whom |\n| --- | --- | --- |\n| 2.01 | yes | front desk |\n| 2.02 | no | |\n| 2.03 | yes | laboratory |',
  'Three things before the holidays.\n\n1. Lock away what is on your desk.\n2. Take your laptop with you, or lock it away, too.\n3. Tell the front desk whom you expect.\n\nThat is all.',
  'The mail with "invoice_4711.zip" is not from our supplier. I have reported it.',
];

/**
 * Says so many things more in a channel, by all people in turn, the last of them now.
 *
 * @param {string} folder The data folder.
 * @param {string} channel
 * @param {number} count
 */
export async function sayMore(folder, channel, count) {
  const db = await openDatabase({ folder });
  try {
    const [{ tenant }] = await db.query('select tenant from channels where id = $1', [channel]);
    const people = await db.query(
      `select id, coalesce(profile->>'displayName', user_name) as name from people
       where tenant = $1 and active order by id`,
      [tenant],
    );
    const said = texts.map((text, at) => ({ at, text, html: shownHtml(text) }));
    const [{ last }] = await db.query(
      'select coalesce(max(seq), 0) as last from messages where tenant = $1',
      [tenant],
    );
    await db.query(
      `with said as materialized (
         select at, text, html, to_tsvector('english', lower(text)) as words
         from jsonb_to_recordset($4::jsonb) as s (at int, text text, html text)),
       people as materialized (
         select at, id, name from jsonb_to_recordset($5::jsonb) as p (at int, id text, name text)),
       now as materialized (select now() - $3::int * interval '40 seconds' as begun)
       insert into messages (tenant, id, seq, channel, kind, person, author_name, posted_at, language,
         text, html, replies, body_hash, search_config, search)
       select $1, 'said-' || n, n, $2, case when n % 25 = 0 then 'broadcast' else 'discussion' end,
         p.id, p.name, date_trunc('milliseconds', begun + (n - $6::int) * interval '40 seconds'), 'en',
         said.text || E'\\n\\nNumber ' || n, said.html || '<p>Number ' || n || '</p>', 0, 'none',
         'english', said.words || to_tsvector('english', 'number ' || n)
       from now, generate_series($6::int + 1, $6::int + $3::int) n
       join said on said.at = n % $7::int
       join people p on p.at = n / 3 % $8::int`,
      [
        ...[
          tenant,
          channel,
          count,
          JSON.stringify(said),
          JSON.stringify(people.map((one, at) => ({ at, ...one }))),
          last,
        ],
        ...[said.length, people.length],
      ],
    );
    await db.query('analyze messages');
  } finally {
    await db.close();
  }
}
