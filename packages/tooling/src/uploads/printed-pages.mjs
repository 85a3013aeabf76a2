import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';

const page = (title, rows) =>
  `<!doctype html><html lang="fr"><title>${title}</title><style>body{font-family:sans-serif}td{border:1px solid}</style><h1>${title}</h1>` +
  `<p><a href="https://www.service-public.fr">service-public.fr</a></p><svg width="90" height="90"><circle cx="40" cy="40" r="30" fill="red"/></svg>` +
  `<table>${Array.from({ length: rows }, (_, i) => `<tr><td>${i}</td><td>Éléments de paie – ${i * 13} €</td><td dir="rtl">وثيقة</td></tr>`).join('')}</table></html>`;

/** PDFs as a browser prints them: tagged, with links, drawings, Arabic. Empty where no browser runs. */
export async function printedPages() {
  const executablePath = await findBrowser();
  if (!executablePath) return [];
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const tab = await browser.newPage();
    const made = [];
    for (const [i, rows] of [5, 30, 80, 200, 500].entries()) {
      await tab.setContent(page(['Bulletin de paie', 'Relevé de compte', 'Attestation', 'Avis', 'Facture'][i], rows));
      made.push(await tab.pdf({ format: 'A4' }), await tab.pdf({ format: 'A4', tagged: true, outline: true, printBackground: true }));
    }
    return made;
  } finally {
    await browser.close();
  }
}
