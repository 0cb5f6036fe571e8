/**
 * The checksum of stored bytes: FNV-1a (Fowler, Noll, Vo) over words of 32 bits instead of bytes, each step mixed once
 * more. A change within one word is always noticed, any other but for one in 2^32.
 *
 * Not CRC-32: `node:zlib`, which has it, takes 7 ms to load, as long as a search reads; and written in JavaScript, by
 * four tables, it takes 9.3 ms for the 80 pages that a search reads in a process that has just started, this 4.1 ms.
 * The loop is one of the kernel's.
 */
import { kernelFor } from "../../kernel/kernel.js";

/** The checksum of some bytes, 0 to 2^32 - 1. */
export const checksumOf = (bytes: Uint8Array): number => kernelFor(bytes.length).checksum(bytes);

/** The checksums of pages that stand one behind the other; the last may be shorter. */
export const checksumsOf = (bytes: Uint8Array, page: number): Uint32Array =>
  kernelFor(bytes.length).checksums(bytes, page);
