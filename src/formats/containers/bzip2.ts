/** Bzip2. */
import Bunzip from "seek-bzip";
import type { Context, InnerFile } from "../record.js";
import { BoundedOutput } from "./inflate.js";

const CHUNK = 64 * 1024;

/** Takes bytes one by one, as the decoder gives them. */
class ByteSink {
  private readonly buffer = new Uint8Array(CHUNK);
  private used = 0;

  constructor(private readonly output: BoundedOutput) {}

  writeByte(byte: number): void {
    this.buffer[this.used++] = byte;
    if (this.used === CHUNK) this.flush();
  }

  flush(): void {
    this.output.add(this.buffer.subarray(0, this.used));
    this.used = 0;
  }
}

export function* files(bytes: Uint8Array, context: Context): Generator<InnerFile> {
  const output = new BoundedOutput(context.budget.room);
  const sink = new ByteSink(output);
  Bunzip.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), sink, true);
  sink.flush();
  const inner = output.finish();
  context.budget.take(inner.length);
  yield { name: "", bytes: inner };
}
