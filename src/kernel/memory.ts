/** The memory of the loops where they run as JavaScript, and their types. memory.as has the same for WebAssembly. */

export type i32 = number;
export type f64 = number;

let bytes = new Uint8Array();
let halves = new Uint16Array();
let words = new Int32Array();
let singles = new Float32Array();
let doubles = new Float64Array();

/** Takes a memory, of a multiple of eight bytes, into use. */
export function useMemory(buffer: ArrayBuffer): void {
  bytes = new Uint8Array(buffer);
  halves = new Uint16Array(buffer);
  words = new Int32Array(buffer);
  singles = new Float32Array(buffer);
  doubles = new Float64Array(buffer);
}

export const u8At = (at: i32): i32 => bytes[at] ?? 0;
export const u16At = (at: i32): i32 => halves[at >> 1] ?? 0;
export const i32At = (at: i32): i32 => words[at >> 2] ?? 0;
export const f32At = (at: i32): f64 => singles[at >> 2] ?? 0;
export const f64At = (at: i32): f64 => doubles[at >> 3] ?? 0;

export function setU8(at: i32, value: i32): void {
  bytes[at] = value;
}
export function setU16(at: i32, value: i32): void {
  halves[at >> 1] = value;
}
export function setI32(at: i32, value: i32): void {
  words[at >> 2] = value;
}
export function setF32(at: i32, value: f64): void {
  singles[at >> 2] = value;
}
export function setF64(at: i32, value: f64): void {
  doubles[at >> 3] = value;
}

/** The low 32 bits of a product. */
export const product = (a: i32, b: i32): i32 => Math.imul(a, b);
