const encoded = new Map<string, readonly number[]>();

/** Text as Chinese Excel writes it: ASCII and the two-byte characters of GB18030, found by decoding all of them once. */
export function gb18030(text: string): Buffer {
  if (encoded.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let code = 0; code < 0x80; code++) encoded.set(String.fromCharCode(code), [code]);
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail !== 0x7f) encoded.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
      }
    }
  }
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = encoded.get(character);
      if (!bytes) throw new Error(`"${character}" is no two-byte character of GB18030`);
      return bytes;
    })
  );
}
