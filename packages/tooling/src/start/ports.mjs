// The address people open. A port somebody asked for is theirs or nothing; the usual one, if taken, gives way to the next.
import { createServer } from 'node:net';
import { Problem } from '../problem.mjs';

/** Whether nothing listens there yet. */
export const isFree = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      error.code === 'EADDRINUSE'
        ? resolve(false)
        : reject(error.code === 'EACCES' ? new Problem('port-forbidden', forbidden(port), error.message) : error),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
const forbidden = (port) =>
  `Le port ${port} est réservé au compte root (port not allowed). Choisissez-en un au-dessus de 1024 : PORT=3000 npm start`;

/**
 * @param {string | undefined} asked PORT, if it is given
 * @param {(sentence: string) => void} say
 * @throws {Problem} `port-taken`, `port-invalid`, `port-forbidden`
 */
export async function choosePort(asked, host, say) {
  if (asked) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new Problem('port-invalid', `PORT n’est pas un numéro de port : ${asked} (not a port).`);
    if (await isFree(port, host)) return port;
    throw new Problem(
      'port-taken',
      `Le port ${port} est déjà pris (port taken). Arrêtez le programme qui l’utilise, ou choisissez-en un autre : PORT=${port + 1} npm start`,
    );
  }
  for (let port = 3000; port < 3020; port++) {
    if (!(await isFree(port, host))) continue;
    if (port !== 3000) say(`Le port 3000 est déjà pris : Permanence utilise le port ${port} (port taken, another one used).`);
    return port;
  }
  throw new Problem('port-taken', 'Les ports 3000 à 3019 sont tous pris (ports taken). Choisissez-en un autre : PORT=4000 npm start');
}
