/** Writes a posting as a segment has it: what the loops do that build one, once more. */
import type { ByteWriter } from "../../src/index/format/bytes.js";

export function writePosting(
  out: ByteWriter,
  gap: number,
  times: number,
  inTitle: number,
  inLead: number,
): void {
  const base = (gap - 1) * 4;
  if (inTitle > 0 || (inLead > 0 && times > 1)) {
    out.varint(base + 3);
    out.varint(times);
    out.varint(inTitle);
    out.varint(inLead);
  } else if (inLead > 0) {
    out.varint(base + 2);
  } else if (times > 1) {
    out.varint(base + 1);
    out.varint(times);
  } else {
    out.varint(base);
  }
}
