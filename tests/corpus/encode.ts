/** Text in an old encoding, by turning its decoder round: Node has none to encode with. */
import { decodeBytes } from "../../src/corpus/encodings.js";

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  let table = tables.get(encoding);
  if (table) return table;
  table = new Map();
  for (let lead = 0x80; lead <= 0xff; lead++) {
    const one = decodeBytes(encoding, Uint8Array.of(lead));
    if ([...one].length === 1 && one !== "\ufffd") table.set(one, [lead]);
    else
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const two = decodeBytes(encoding, Uint8Array.of(lead, trail));
        if ([...two].length === 1 && two !== "\ufffd" && !table.has(two)) table.set(two, [lead, trail]);
      }
  }
  tables.set(encoding, table);
  return table;
}

/** Throws for a character that the encoding does not have. */
export function encode(encoding: string, text: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => {
      if (char < "\u0080") return [char.charCodeAt(0)];
      const bytes = table.get(char);
      if (!bytes) throw new Error(`${encoding} has no ${char}`);
      return bytes;
    }),
  );
}
