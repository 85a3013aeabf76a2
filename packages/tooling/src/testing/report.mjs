// The table at the end of `npm test`, and its last line.

/**
 * @param {{ kind: string, backend?: string, passed: number, failed: number, seconds: number }[]} results one per run
 * @returns {{ table: string, passed: number, failed: number }} rows added up per kind and queue backend
 */
export function summary(results) {
  const rows = new Map();
  for (const { kind, backend = '', passed, failed, seconds } of results) {
    const row = rows.get(`${kind} ${backend}`) ?? { kind, backend, passed: 0, failed: 0, seconds: 0 };
    rows.set(`${kind} ${backend}`, { ...row, passed: row.passed + passed, failed: row.failed + failed, seconds: row.seconds + seconds });
  }
  const cells = [
    ['', 'file (queue)', 'réussis (passed)', 'échoués (failed)', 'durée (time)'],
    ...[...rows.values()].map((row) => [row.kind, row.backend, String(row.passed), String(row.failed), `${row.seconds.toFixed(1)} s`]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('   ');
  const total = (name) => results.reduce((sum, result) => sum + result[name], 0);
  return { table: cells.map(line).join('\n'), passed: total('passed'), failed: total('failed') };
}
