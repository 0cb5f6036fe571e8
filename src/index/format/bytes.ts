/** Writing and reading the numbers and strings of a segment: little-endian base-128 varints and UTF-8. */

/** The stored bytes are not what a segment holds: cut, flipped, or of another format. */
export class CorruptIndexError extends Error {
  override name = "CorruptIndexError";
  /** `CORRUPT_INDEX`: what programs test for. */
  readonly code = "CORRUPT_INDEX";
}

/** Runs of bytes and texts up to this length are copied here one by one: a call for each takes longer. */
const SHORT = 16;

/** A growing run of bytes. */
export class ByteWriter {
  private bytes: Buffer;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = Buffer.allocUnsafe(capacity);
  }

  private reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(wanted, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }

  /** A whole number from 0 to 2^53 - 1, seven bits a byte, the lowest first. */
  varint(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest > 0x7fffffff) {
      this.bytes[this.length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest > 0x7f) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** 32 bits, the lowest byte first. */
  uint32(value: number): void {
    this.reserve(4);
    this.length = this.bytes.writeUInt32LE(value, this.length);
  }

  /** A whole number of either sign: zigzag, then a varint. */
  signed(value: number): void {
    this.varint(value < 0 ? -value * 2 - 1 : value * 2);
  }

  /** Length in bytes, then the text as UTF-8. An unpaired surrogate is written as U+FFFD. */
  text(value: string): void {
    if (value.length <= SHORT && this.ascii(value)) return;
    const size = Buffer.byteLength(value);
    this.varint(size);
    this.reserve(size);
    this.length += this.bytes.write(value, this.length, size, "utf8");
  }

  /** The same for short ASCII, which most words are, without the calls that this takes; false if it is none. */
  private ascii(value: string): boolean {
    this.reserve(1 + SHORT);
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      if (unit > 0x7f) return false;
      this.bytes[this.length + 1 + i] = unit;
    }
    this.bytes[this.length] = value.length;
    this.length += 1 + value.length;
    return true;
  }

  /** What another has written. */
  append(other: ByteWriter): void {
    if (other.length > SHORT) this.raw(other.view());
    else {
      this.reserve(SHORT);
      for (let i = 0; i < other.length; i++) this.bytes[this.length++] = other.bytes[i] ?? 0;
    }
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Zeros up to the next multiple of `step`. */
  align(step: number): void {
    const missing = (step - (this.length % step)) % step;
    this.reserve(missing);
    this.bytes.fill(0, this.length, this.length + missing);
    this.length += missing;
  }

  clear(): void {
    this.length = 0;
  }

  /** What was written; shares memory with the writer. */
  view(): Buffer {
    return this.bytes.subarray(0, this.length);
  }
}

/** Reads what a ByteWriter wrote; throws CorruptIndexError rather than read past the end. */
export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {}

  get done(): boolean {
    return this.at >= this.end;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (let n = 0; n < 8; n++) {
      if (this.at >= this.end) throw new CorruptIndexError("a number is cut off");
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new CorruptIndexError("a number is too long");
  }

  signed(): number {
    const value = this.varint();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  /** The next `size` bytes; shares memory. */
  raw(size: number): Uint8Array {
    if (this.at + size > this.end) throw new CorruptIndexError("a run of bytes is cut off");
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  text(): string {
    return decodeUtf8(this.raw(this.varint()));
  }
}

/** UTF-8 to a string; short ASCII, which most words are, without the call into the runtime. */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length <= SHORT) {
    let text = "";
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0;
      if (byte > 0x7f) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}
