/** CRC-32 by the runtime's own zlib, which is loaded by the first call: archives that are not stored need none. */
export function crc32(data: Uint8Array | string): number {
  return process.getBuiltinModule("node:zlib").crc32(data);
}
