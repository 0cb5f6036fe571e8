// memory.ts in AssemblyScript: what webassembly.js puts before the loops in the place of its imports.
function u8At(at: u32): i32 { return load<u8>(at); }
function u16At(at: u32): i32 { return load<u16>(at); }
function i32At(at: u32): i32 { return load<i32>(at); }
function u32At(at: u32): u32 { return load<u32>(at); }
function f32At(at: u32): f64 { return load<f32>(at); }
function f64At(at: u32): f64 { return load<f64>(at); }
function setU8(at: u32, value: i32): void { store<u8>(at, value); }
function setU16(at: u32, value: i32): void { store<u16>(at, value); }
function setI32(at: u32, value: i32): void { store<i32>(at, value); }
function setF32(at: u32, value: f64): void { store<f32>(at, value as f32); }
function setF64(at: u32, value: f64): void { store<f64>(at, value); }
function product(a: i32, b: i32): i32 { return a * b; }
// Four units at a time; what stands behind the last ones is shifted out.
function sameUnits(a: u32, b: u32, count: i32): bool {
  for (; count > 4; count -= 4) {
    if (load<u64>(a) != load<u64>(b)) return false;
    a += 8;
    b += 8;
  }
  return count == 0 || (load<u64>(a) ^ load<u64>(b)) << (64 - (<u64>count << 4)) == 0;
}
