import {packMail} from './mail/packMail.ts';
import {packFolder} from './packFolder.ts';
import type {Packing, Parcel} from './parcel.ts';
import {packMessage} from './robots/packMessage.ts';

/** Packs a report for a reader, in the form that the way to the reader takes. */
export async function pack(packing: Packing): Promise<Parcel> {
  const {way} = packing;
  switch (way.channel) {
    case 'email':
      return packMail({...packing, way});
    case 'folder':
      return packFolder({...packing, way});
    default:
      return packMessage({...packing, way});
  }
}
