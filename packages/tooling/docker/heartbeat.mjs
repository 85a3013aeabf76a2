// Loaded into the worker: while its event loop turns, a file in /tmp is touched. healthy.mjs looks at how old it is.
import { writeFileSync } from 'node:fs';

const beat = () => writeFileSync('/tmp/heartbeat', String(Date.now()));
beat();
setInterval(beat, 15_000).unref();
