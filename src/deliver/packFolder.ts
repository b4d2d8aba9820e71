import {join} from 'node:path';
import {ProblemsError} from '../config/problems.ts';
import {fileName} from '../export/fileName.ts';
import {writeWhole} from '../export/writeWhole.ts';
import {mailText} from './mail/mailText.ts';
import {reportLink, type Packing, type Parcel, type Part} from './parcel.ts';
import type {Way} from './readDeliveries.ts';

/** Packs a report as files of a folder: what is attached, and a text that says the same as a mail. Files of the same names are replaced. */
export async function packFolder(packing: Packing<Extract<Way, {channel: 'folder'}>>): Promise<Parcel> {
  const {report, way, delivery, company, site} = packing;
  const {digest} = report;
  const attached: Part[] = await Promise.all(
    delivery.attach.map(async (kind) => ({
      name: fileName(digest.title, kind),
      content: await report.file[kind]()
    }))
  );
  const text = mailText(digest, {
    company,
    link: reportLink(digest, site),
    attached: attached.map(({name}) => name)
  });
  const parts = [...attached, {name: fileName(digest.title, 'txt'), content: Buffer.from(text)}];
  return {
    subject: digest.title,
    content: Buffer.concat(parts.map(({content}) => content)),
    parts,
    send: async () => {
      for (const {name, content} of parts) await write(join(way.path, name), content, `${delivery.place}.folder`);
      return 0;
    }
  };
}

async function write(path: string, content: Uint8Array, place: string): Promise<void> {
  try {
    await writeWhole(path, content);
  } catch (error) {
    const {code = 'it can’t be written'} = error as NodeJS.ErrnoException;
    throw new ProblemsError([
      `${place}: ${code}: nothing can be written there; see whether the folder may be written to, and has room`
    ]);
  }
}
