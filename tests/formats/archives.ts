/** Makes zip, tar and PDF files for tests, with what real ones have and with lies in them. */
import { crc32, deflateRawSync } from "node:zlib";

export interface Member {
  name: string;
  bytes: Uint8Array | string;
  stored?: boolean;
  /** The size that the headers claim. */
  claim?: number;
}

const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];

/** Node 20.15 has no crc32. */
function checksum(bytes: Uint8Array): number {
  if (typeof crc32 === "function") return crc32(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

export function zip(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, stored, claim } of members) {
    const content = Buffer.from(bytes);
    const packed = stored ? content : deflateRawSync(content);
    const label = Buffer.from(name);
    const common = [
      ...u16(20),
      ...u16(0x800),
      ...u16(stored ? 0 : 8),
      ...u32(0),
      ...u32(checksum(content)),
      ...u32(packed.length),
      ...u32(claim ?? content.length),
      ...u16(label.length),
      ...u16(0),
    ];
    const local = Buffer.concat([Buffer.from([...u32(0x04034b50), ...common]), label, packed]);
    directory.push(
      Buffer.concat([
        Buffer.from([
          ...u32(0x02014b50),
          ...u16(20),
          ...common,
          ...u16(0),
          ...u16(0),
          ...u16(0),
          ...u32(0),
          ...u32(offset),
        ]),
        label,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const count = u16(members.length);
  const end = Buffer.from([
    ...u32(0x06054b50),
    ...u32(0),
    ...count,
    ...count,
    ...u32(entries.length),
    ...u32(offset),
    ...u16(0),
  ]);
  return Buffer.concat([...parts, entries, end]);
}

export function tar(members: readonly Member[]): Buffer {
  const blocks: Buffer[] = [];
  for (const { name, bytes, claim } of members) {
    const content = Buffer.from(bytes);
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write("0000644\0", 100);
    header.write(`${(claim ?? content.length).toString(8).padStart(11, "0")}\0`, 124);
    header.write("00000000000\0", 136);
    header.write("        ", 148);
    header.write("0", 156);
    header.write("ustar\x0000", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    blocks.push(header, content, Buffer.alloc((512 - (content.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** One page with a line of text for each string. */
export function pdf(title: string, lines: readonly string[]): Buffer {
  const text = lines
    .map((line, i) => `BT /F1 12 Tf 72 ${720 - i * 14} Td (${line.replace(/[\\()]/g, "\\$&")}) Tj ET`)
    .join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Title (${title}) >>`,
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, "0")} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
