// Opens OFD packages in a reader that is not ours: ofd.js, in Chromium, without a network.
//
//   node open-ofd.js FOLDER CHROMIUM [--pictures=FOLDER] FILE...
//
// FOLDER has the node_modules of `npm install ofd.js@0.2.6 playwright-core` (later versions of
// ofd.js want a key).  Prints a line of JSON for every file: { pages: [text] }, or
// { error }; fonts that Chromium refuses are an error.
'use strict';

const fs = require('fs');
const path = require('path');

const [folder, executablePath, ...rest] = process.argv.slice(2);
const pictures = rest[0] && rest[0].startsWith('--pictures=') && rest.shift().split('=')[1];
const find = name => require.resolve(name, { paths: [path.resolve(folder)] });
const reader = path.join(path.resolve(folder), 'node_modules/ofd.js/lib/ofd.umd.min.js');

// Runs in the page: what the reader draws, as text.
async function show(base64) {
  const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const documents = await new Promise((done, fail) => window.ofd.parseOfdDocument({
    ofd: new File([bytes], 'in.ofd'), success: done, fail,
  }));
  document.body.replaceChildren(...window.ofd.renderOfd(800, documents[0]));
  return [...document.body.children].map(page =>
    [...page.querySelectorAll('text')].map(text => text.textContent).join(''));
}

async function load(base64) {
  const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  await new FontFace('tried', bytes.buffer).load();
}

async function open(page, file) {
  await page.goto('about:blank');
  await page.addScriptTag({ path: reader });
  if (/\.[ot]tf$/.test(file)) {
    await page.evaluate(load, fs.readFileSync(file, 'base64'));
    return { pages: [] };
  }
  const pages = await page.evaluate(show, fs.readFileSync(file, 'base64'));
  if (pictures)
    await page.screenshot({ path: `${pictures}/${path.basename(file)}.png`, fullPage: true });
  return { pages };
}

(async () => {
  const { chromium } = require(find('playwright-core'));
  const args = ['--no-sandbox', '--disable-gpu'];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage({ viewport: { width: 820, height: 1160 } });
  const asked = [];
  await page.route('**', route => {
    asked.push(route.request().url());
    route.abort();
  });
  for (const file of rest) {
    const result = await open(page, file).catch(e => ({ error: String(e && e.message || e) }));
    console.log(JSON.stringify({ file, ...result, asked: asked.splice(0) }));
  }
  await browser.close();
})().catch(e => { console.error(e); process.exit(1); });
