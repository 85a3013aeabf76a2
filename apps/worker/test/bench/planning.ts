import { planDeadlines, planSource } from '@permanence/application';
import type { AppContext, Reminded, TestAssociation, TestDatabase } from '@permanence/testing';
import { manyDeadlines } from '../many.ts';

const BATCH = 200;
const AT_ONCE = 3;
const mebibytes = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);

/** Plans every one of so many limits. @returns rows of the ledger per second */
export async function planned(
  app: AppContext,
  db: TestDatabase,
  here: TestAssociation,
  pattern: Reminded,
  count: number,
  say: (line: string) => void,
): Promise<number> {
  const PIECE = 50_000;
  let rows = 0;
  let seconds = 0;
  let done = 0;
  const memory: number[] = [];
  for (let n = 0; n < count; n += PIECE) {
    // Their last days are spread over two months.
    const day = (ahead: number): string =>
      new Date(Date.parse(app.clock.now()) + (ahead + ((n / PIECE) % 60)) * 86_400_000).toISOString().slice(0, 10);
    const ids = await manyDeadlines(db, here, pattern, { prudentOn: day(20), lastDayOn: day(23) }, Math.min(PIECE, count - n), 100);
    await db.asSuperuser('analyze deadline, reminder, dossier, dossier_member');
    const begun = performance.now();
    const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) => ids.slice(i * BATCH, (i + 1) * BATCH));
    const work = async (): Promise<void> => {
      for (let batch = batches.pop(); batch; batch = batches.pop())
        rows += await planDeadlines(app, { associationId: here.id, deadlineIds: batch });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    seconds += (performance.now() - begun) / 1000;
    done += ids.length;
    memory.push(mebibytes());
    say(`${done} deadlines planned, ${rows} rows, ${Math.round(rows / seconds)} rows per second, ${mebibytes()} MiB resident`);
  }
  say(`memory from ${Math.min(...memory)} to ${Math.max(...memory)} MiB`);
  const alone = await manyDeadlines(db, here, pattern, { prudentOn: '2027-02-10', lastDayOn: '2027-02-12' }, 100);
  const begun = performance.now();
  let one = 0;
  for (const sourceId of alone) one += await planSource(app, { associationId: here.id, sourceKind: 'deadline', sourceId });
  say(`one by one, as a date is recorded: ${Math.round((one / (performance.now() - begun)) * 1000)} rows per second`);
  return rows / seconds;
}
