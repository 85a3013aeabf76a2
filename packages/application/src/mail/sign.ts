import DKIM from 'nodemailer/lib/dkim';

/** DKIM of the sender's domain: the private key stays on the worker, the public one is published as `<selector>._domainkey.<domain>`. */
export interface Dkim {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
}

/** RFC 8058 §4: the headers of the one-click stop must be signed too, else mail programs do not show it. */
const SIGNED =
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:Content-Language:' +
  'Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post';

/** The raw source with its signature in front; unchanged without a key. */
export async function signed(raw: Buffer, dkim: Dkim | undefined): Promise<Buffer> {
  if (!dkim) return raw;
  const signer = new DKIM({ domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey, headerFieldNames: SIGNED });
  const chunks: Buffer[] = [];
  for await (const chunk of signer.sign(raw)) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
