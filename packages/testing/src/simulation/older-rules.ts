import type { World } from './simulation.ts';

/** Rows an older version of the rules is imagined to have counted one day longer. */
const COUNTED_OTHERWISE = ['refus-sejour-sans-oqtf', 'oqtf-un-mois', 'REN-ANEF-CLOSE', 'IMPLICIT-4M', 'oqtf-outre-mer-derogatoire'];

/**
 * Leaves every limit as an older version of the rules had: some a day later, all of them last seen by that version. The next night must
 * put right those that run, tell who is in charge, and touch no other; what was done stays as it was done.
 */
export async function agesTheRules(world: World): Promise<void> {
  const { association, books, comparison } = world;
  await world.sql("update deadline set rules_seen = '2020-01-01.1' where association_id = $1", [association.id]);
  const rows = (await world.sql(
    `update deadline set last_day_on = last_day_on + 1, prudent_on = prudent_on + 1
     where association_id = $1 and current and rule_id = any($2) and last_day_on is not null
     returning id, source_id, rule_id, last_day_on::text as last, prudent_on::text as prudent`,
    [association.id, COUNTED_OTHERWISE],
  )) as { id: string; source_id: string; rule_id: string; last: string; prudent: string }[];
  for (const { id, source_id, rule_id, last, prudent } of rows) {
    comparison.forget(id);
    const line = books.line(source_id, rule_id);
    if (line) line.stale = { ...line.want, last, prudent };
  }
}
