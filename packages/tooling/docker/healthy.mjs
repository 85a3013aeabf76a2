// Health checks of docker-compose.yml, in an image without curl: an address that must answer 200, or the worker's heartbeat.
import { readFileSync } from 'node:fs';

const [what] = process.argv.slice(2);
const ok =
  what === 'heartbeat'
    ? Date.now() - Number(readFileSync('/tmp/heartbeat', 'utf8')) < 60_000
    : (await fetch(what, { signal: AbortSignal.timeout(8_000) })).ok;
process.exit(ok ? 0 : 1);
