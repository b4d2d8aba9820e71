const DATE = /\/(CreationDate|ModDate) \(D:\d{14}[^)]*\)/g;
const NODE = /\(node(\d{8})\)/g;

/**
 * Takes out of a PDF what differs from one printing to the next: its dates, and the numbers that the browser gives the parts of its tables.
 * Every part keeps its length, so that the places that a PDF lists of its parts stay right.
 *
 * @param pdf as Chromium prints it
 * @param asOf the date that it is to bear: local time, YYYY-MM-DD HH:MM
 */
export function steadyPdf(pdf: Buffer, asOf: string): Buffer {
  const text = pdf.toString('latin1');
  const date = `D:${asOf.replace(/\D/g, '')}00`;
  const numbers = [...new Set([...text.matchAll(NODE)].map(([, number]) => number!))].sort();
  // In their old order, for a PDF lists its parts by name.
  const places = new Map(numbers.map((number, place) => [number, String(place + 1).padStart(8, '0')]));
  return Buffer.from(
    text
      .replace(DATE, (found, name: string) => `/${name} (${date})`.padEnd(found.length))
      .replace(NODE, (_, number: string) => `(node${places.get(number)!})`),
    'latin1'
  );
}
