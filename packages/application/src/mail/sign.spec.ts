import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { compose } from './compose.ts';
import { signed } from './sign.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domain: 'expediteur.invalid',
  selector: 'rappels',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
/** The sender's DNS, without a network. */
const resolver = async (name: string, type: string): Promise<string[][]> => {
  if (name === 'rappels._domainkey.expediteur.invalid' && type === 'TXT') return [[`v=DKIM1; k=rsa; p=${key}`]];
  throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
};
const message = { language: 'ar', direction: 'rtl' as const, reviewed: false, subject: 'موعدك', text: 'مرحبًا\n', html: '<p>مرحبًا</p>' };
const raw = (): Promise<Buffer> =>
  compose(message, {
    from: 'Rappels <r@expediteur.invalid>',
    to: 'samira@personne.invalid',
    messageId: '<1@expediteur.invalid>',
    date: '2026-11-21T09:00:00Z',
    unsubscribeUrl: 'https://rappels.invalid/api/answer/x/stop',
  });
const verdict = async (source: Buffer) => {
  const { results } = (await dkimVerify(source, { resolver })) as {
    results: { status: { result: string }; signingDomain?: string; signingHeaders?: { keys: string } }[];
  };
  return results.map(({ status, signingDomain, signingHeaders }) => ({
    result: status.result,
    domain: signingDomain,
    keys: (signingHeaders?.keys ?? '').toLowerCase(),
  }));
};

describe('DKIM', () => {
  it('signs what a receiving server can check, the one-click headers among it', async () => {
    const [one, ...others] = await verdict(await signed(await raw(), dkim));
    expect(others).toEqual([]);
    expect(one).toMatchObject({ result: 'pass', domain: 'expediteur.invalid' });
    for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post'])
      expect(one!.keys).toContain(name);
  });
  it('no longer holds when a word of the message is changed', async () => {
    const source = (await signed(await raw(), dkim))
      .toString('latin1')
      .replace('one-click', 'one-click')
      .replace('api/answer/x', 'api/answer/y');
    expect((await verdict(Buffer.from(source, 'latin1')))[0]!.result).not.toBe('pass');
  });
  it('leaves the message as it is without a key', async () => {
    const source = await raw();
    expect(await signed(source, undefined)).toBe(source);
  });
});
