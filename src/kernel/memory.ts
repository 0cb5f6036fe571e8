/**
 * The memory of the loops where they run as JavaScript, and their types. memory.as has the same for WebAssembly. The build
 * puts what these functions do in the place of their calls: V8 calls nothing in passing before it optimises.
 */

export type i32 = number;
/** An address or anything else that is never negative. */
export type u32 = number;
export type f64 = number;

export let memoryU8 = new Uint8Array();
export let memoryU16 = new Uint16Array();
export let memoryI32 = new Int32Array();
export let memoryF32 = new Float32Array();
export let memoryF64 = new Float64Array();

/** Takes a memory, of a multiple of eight bytes, into use. */
export function useMemory(buffer: ArrayBuffer): void {
  memoryU8 = new Uint8Array(buffer);
  memoryU16 = new Uint16Array(buffer);
  memoryI32 = new Int32Array(buffer);
  memoryF32 = new Float32Array(buffer);
  memoryF64 = new Float64Array(buffer);
}

export const u8At = (at: u32): i32 => memoryU8[at] ?? 0;
export const u16At = (at: u32): i32 => memoryU16[at >>> 1] ?? 0;
export const i32At = (at: u32): i32 => memoryI32[at >>> 2] ?? 0;
export const u32At = (at: u32): u32 => (memoryI32[at >>> 2] ?? 0) >>> 0;
export const f32At = (at: u32): f64 => memoryF32[at >>> 2] ?? 0;
export const f64At = (at: u32): f64 => memoryF64[at >>> 3] ?? 0;

export function setU8(at: u32, value: i32): void {
  memoryU8[at] = value;
}
export function setU16(at: u32, value: i32): void {
  memoryU16[at >>> 1] = value;
}
export function setI32(at: u32, value: i32): void {
  memoryI32[at >>> 2] = value;
}
export function setF32(at: u32, value: f64): void {
  memoryF32[at >>> 2] = value;
}
export function setF64(at: u32, value: f64): void {
  memoryF64[at >>> 3] = value;
}

/** The low 32 bits of a product. */
export const product = (a: i32, b: i32): i32 => Math.imul(a, b);

/** True if UTF-16 units are the same at two addresses. */
export function sameUnits(a: u32, b: u32, count: i32): boolean {
  let i = 0;
  while (i < count && memoryU16[(a >>> 1) + i] === memoryU16[(b >>> 1) + i]) i++;
  return i === count;
}
