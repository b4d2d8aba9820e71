import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {rm} from 'node:fs/promises';
import type {Browser} from 'playwright-core';
import {getDocumentProxy} from 'unpdf';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openChromium} from '../../src/export/browser.ts';
import {printReport} from '../../src/export/printReport.ts';
import {shootCharts} from '../../src/export/shootCharts.ts';
import {miniSite} from './miniSite.ts';

const TITLE = '2026年10月客户投诉与满意度月报 | 云岭"商贸"';
const AS_OF = '2026-11-05 06:00';
const CHART =
  '<svg viewBox="0 0 300 120" role="img" aria-label="及时率由 90% 降到 80%"><text x="10" y="60">九成</text></svg>';

let directory = '';
let browser: Browser;
let other: Server;
const asked: string[] = [];

beforeAll(async () => {
  other = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const strange = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const rows = Array.from({length: 70}, (_, row) => `<tr><td>第${row + 1}营业部</td><td>${row}</td></tr>`).join('');
  directory = await miniSite({
    'leadership/2026-10': {
      title: TITLE,
      body: `<h1>2026年10月客户投诉与满意度月报</h1><p><b>及时率</b> 92.1%（1,204/1,307） <a href="../operations/policy#clause-1">制度</a>
        <a href="#end">文末</a></p><img src="${strange}/pixel.png" alt=""><table>${rows}</table><p id="end">完</p>`
    },
    charts: {
      title: '图',
      body: `<figure id="trend-b" data-in-mail><figcaption>图题</figcaption>${CHART}</figure>
        <figure id="other">${CHART}</figure>
        <figure id="trend-a" data-in-mail><figcaption>没有说明的图</figcaption><svg viewBox="0 0 200 100"></svg></figure>`
    }
  });
  browser = await openChromium();
});

afterAll(async () => {
  await browser.close();
  await new Promise((closed) => other.close(closed));
  await rm(directory, {recursive: true});
});

const print = (site?: string) =>
  printReport({directory, browser, path: '/leadership/2026-10', asOf: AS_OF, ...(site !== undefined && {site})});

describe('a printed report', () => {
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await print();
  });

  test('is A4 upright, with its title and the number of the page on each sheet', async () => {
    const pages = await readPages(pdf);
    expect(pages.length).toBeGreaterThan(1);
    for (const [place, {text, size}] of pages.entries()) {
      expect(size).toEqual([595, 842]);
      expect(text).toContain(`${place + 1} / ${pages.length}`);
      expect(text.replace(/\s/g, '')).toContain('2026年10月客户投诉与满意度月报');
      expect(text.includes(TITLE)).toBe(place > 0);
    }
    expect(pages.map(({text}) => text).join()).toContain('1,204/1,307');
  });

  test('holds the letters that it shows', () => {
    const fonts = fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter(({isEmbedded}) => !isEmbedded)).toEqual([]);
  });

  test('bears the time of its figures, and is the same whenever it is printed', async () => {
    const information = pdf.toString('latin1');
    expect(information.match(/\/(?:CreationDate|ModDate) \(D:\d+\)/g)).toEqual([
      '/CreationDate (D:20261105060000)',
      '/ModDate (D:20261105060000)'
    ]);
    expect((await print()).equals(pdf)).toBe(true);
  });

  test('leads to the site where one is given, and nowhere else', async () => {
    expect(pdf.includes('/URI')).toBe(false);
    const led = (await print('https://reports.example.com/')).toString('latin1');
    expect(led.match(/\/URI \((.*?)\)/g)).toEqual(['/URI (https://reports.example.com/operations/policy#clause-1)']);
  });

  test('asks no other host for anything', () => {
    expect(asked).toEqual([]);
  });
});

test('the charts that are marked for mails become pictures, with what they say in words', async () => {
  const charts = await shootCharts({directory, browser, path: '/charts'});
  expect(charts.map(({png, ...chart}) => ({...chart, size: [png.readUInt32BE(16), png.readUInt32BE(20)]}))).toEqual([
    {id: 'trend-b', title: '图题', alt: '及时率由 90% 降到 80%', width: 600, height: 240, size: [1200, 480]},
    {id: 'trend-a', title: '没有说明的图', alt: '没有说明的图', width: 600, height: 300, size: [1200, 600]}
  ]);
});

test('a page that the release does not have is told', async () => {
  const missing = printReport({directory, browser, path: '/leadership/1999', asOf: AS_OF});
  await expect(missing).rejects.toThrow(`${directory}: there is no page /leadership/1999`);
});

test('a browser that is named wrongly is told with the remedy', async () => {
  process.env['HUISHENG_BROWSER'] = '/nowhere/chrome';
  try {
    await expect(openChromium()).rejects.toThrow(
      'HUISHENG_BROWSER: expected the path of Chrome, Edge or Chromium, got "/nowhere/chrome"'
    );
  } finally {
    delete process.env['HUISHENG_BROWSER'];
  }
});

/** The text and the size of each page. */
async function readPages(pdf: Buffer): Promise<{text: string; size: number[]}[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  return Promise.all(
    Array.from({length: document.numPages}, async (_, place) => {
      const page = await document.getPage(place + 1);
      const {items} = await page.getTextContent();
      const [left, bottom, right, top] = page.view as [number, number, number, number];
      return {
        text: items.map((item) => ('str' in item ? item.str : '')).join(''),
        size: [Math.round(right - left), Math.round(top - bottom)]
      };
    })
  );
}

/** The fonts of a PDF. One whose letters are drawings of the PDF itself (Type 3) is embedded as it is. */
function fontsOf(pdf: Buffer): {subtype: string; isEmbedded: boolean}[] {
  const parts = new Map(
    [...pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n(<<[^]*?>>)\s*(?:stream|endobj)/gm)].map(([, id, part]) => [
      id,
      part!
    ])
  );
  return [...parts.values()].flatMap((part) => {
    const subtype = /\/Type \/Font\s+\/Subtype \/(\w+)/.exec(part)?.[1];
    if (subtype === undefined || subtype === 'Type0') return [];
    const descriptor = parts.get(/\/FontDescriptor (\d+) 0 R/.exec(part)?.[1]) ?? '';
    return [{subtype, isEmbedded: subtype === 'Type3' || descriptor.includes('/FontFile')}];
  });
}
