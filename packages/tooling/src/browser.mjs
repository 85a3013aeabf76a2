// A Chromium for the journeys: CHROMIUM_PATH, else the system's, else the one an npm package ships, so that nothing need be installed.
// As a command it prints the path, or fails when none of them runs here.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const ofTheSystem = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const runs = (program) => spawnSync(program, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;

/** @returns {Promise<string | undefined>} the program, or undefined when none runs on this machine */
export async function findBrowser(environment = process.env) {
  if (environment.CHROMIUM_PATH) return environment.CHROMIUM_PATH;
  for (const name of ofTheSystem) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0 && runs(found.stdout.trim())) return found.stdout.trim();
  }
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const path = await packaged.executablePath();
    return runs(path) ? path : undefined;
  } catch {
    return undefined; // another platform than Linux x64
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = await findBrowser();
  if (!path) {
    console.error('Aucun Chromium ne fonctionne ici (no working Chromium). Installez-en un : apt-get install chromium');
    process.exit(1);
  }
  console.log(path);
}
