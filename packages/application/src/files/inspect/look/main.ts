// The process that looks at files. It knows no key, no address and no database: its environment is empty, and it may write to no disk.
import { look } from './look.ts';

interface Job {
  id: number;
  bytes: Uint8Array;
  originalName: string;
  declaredType: string;
}
process.on('message', (job: Job) => {
  look(Buffer.from(job.bytes.buffer, job.bytes.byteOffset, job.bytes.byteLength), job.originalName, job.declaredType).then(
    (looked) => process.send?.({ id: job.id, looked, rss: process.memoryUsage().rss }),
    // What no look expected is the file's doing: the parent refuses it, and starts afresh.
    () => process.exit(3),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
